"""Pages of contributions a browser looks at: those personal links open, and those where what came in is worked on."""

from __future__ import annotations

from uuid import UUID

from backend.database import SECRET_DE_DEMONSTRATION
from backend.web.adresses import contributions as ici
from fne_roadmaps.demo.cles import cle_fixe
from fne_roadmaps.demo.exemples.contributions import ACTES
from fne_roadmaps.domain.jetons import creer_jeton

CLOS, OUVERT = (
    cle_fixe(f"appel_a_fiches:{donnee['feuille_de_route']}/{donnee['titre']}")
    for nom, donnee in ACTES
    if nom == "creer_appel"
)
SOUMIS, EN_COURS = (cle_fixe(f"depot:{OUVERT}:{nom}") for nom in ("Association exemple D", "Tiers-lieu exemple G"))
FICHE_REPONDUE, FICHE_QUI_ATTEND, FICHE = (cle_fixe(f"fiche_action:28-2024/{n}") for n in ("1.3", "2.1", "1.1"))
REPONDUE, ATTEND = (cle_fixe(f"demande_de_nouvelles:{fiche}") for fiche in (FICHE_REPONDUE, FICHE_QUI_ATTEND))
F28, F41 = (cle_fixe(f"feuille_de_route:{code}") for code in ("28-2024", "41-2024"))


def jeton(usage: str, cle: UUID) -> str:
    """The token of a link of the demonstration."""
    return creer_jeton(SECRET_DE_DEMONSTRATION, usage, cle)


CONTRIBUTIONS: dict[str, tuple[str, str]] = {
    "lien-appel": ("visiteur", ici.appel(jeton("appel", OUVERT))),
    "lien-appel-clos": ("visiteur", ici.appel(jeton("appel", CLOS))),
    "lien-commencer": ("visiteur", ici.commencer(jeton("appel", OUVERT))),
    "lien-depot": ("visiteur", ici.depot(jeton("depot", EN_COURS))),
    **{
        f"lien-depot-{etape}": ("visiteur", ici.depot(jeton("depot", EN_COURS), etape))
        for etape in ("structure", "besoin", "action", "moyens", "relire")
    },
    "lien-depot-soumis": ("visiteur", ici.depot(jeton("depot", SOUMIS))),
    "lien-nouvelles": ("visiteur", ici.nouvelles(jeton("nouvelles", ATTEND))),
    "lien-nouvelles-envoyees": ("visiteur", ici.nouvelles(jeton("nouvelles", REPONDUE))),
    "lien-mort": ("visiteur", ici.depot("inconnu")),
    "appels": ("charlie", ici.appels(F41)),
    "appel": ("charlie", ici.gerer_appel(OUVERT)),
    "appel-nouveau": ("charlie", ici.nouvel_appel(F41)),
    "appel-modifier": ("charlie", ici.gerer_appel(OUVERT, "modifier")),
    "propositions": ("charlie", ici.propositions(F41)),
    "propositions-reponses": ("alice", ici.propositions(F28)),
    "propositions-aidees": ("diane", ici.propositions(F41)),
    "depot-aide": ("diane", ici.aider(EN_COURS)),
    "depot-aide-etape": ("diane", ici.aider(EN_COURS, "action")),
    "demander": ("alice", ici.demander(FICHE)),
    "demander-attend": ("alice", ici.demander(FICHE_QUI_ATTEND)),
    "demande": ("alice", ici.demande(ATTEND)),
    "demande-repondue": ("alice", ici.demande(REPONDUE)),
    "demande-modifier": ("alice", ici.demande(REPONDUE, "modifier")),
}
"""Name of the state → who reads, and where."""
