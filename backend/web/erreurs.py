"""The page of an error: what happened, in plain words, and where to go from there."""

from __future__ import annotations

from zoneinfo import ZoneInfo

from backend.context import jour_de_reference, maintenant
from backend.errors import Nature, Probleme
from backend.errors.reponses import Requete
from backend.web import adresses
from backend.web.contexts import Bandeau, Cadre, Demo, ErreurContexte, Lien, Rubrique, Violation
from backend.web.formulaires import SAISIE, Saisie
from backend.web.gabarits import render_page
from backend.web.lecteur import base_de
from fne_roadmaps.domain.territoires import FUSEAU_HEXAGONE

SITE = "Feuilles de route"
_CORRIGER = "Rien n’a été modifié. Corrigez ce qui est indiqué ci-dessous, ou repartez d’une de ces pages."
_PISTES = (
    Lien(libelle="La région et ses gouvernances", href=adresses.REGION),
    Lien(libelle="L’agenda", href=adresses.agenda()),
)
_TITRES = {
    Nature.NON_TROUVE: "Cette page n’existe pas, ou n’est pas ouverte à votre compte",
    Nature.SAISIE: "Cette demande contient une valeur impossible",
    Nature.PANNE: "Une erreur inattendue s’est produite",
}
_SIGNALEES = frozenset({Nature.PANNE, Nature.INDISPONIBLE})


def page_d_erreur(requete: Requete, probleme: Probleme, repere: str) -> str:
    """The HTML of a problem. Reads nothing from the database: it may be what failed."""
    instant = maintenant()
    signalee = probleme.nature in _SIGNALEES
    demo: Demo | None = requete.scope["state"].get("demo")
    saisie: Saisie | None = requete.scope["state"].get(SAISIE)
    titre = _TITRES.get(probleme.nature, probleme.nature.titre)
    return render_page(
        ErreurContexte(
            cadre=Cadre(
                titre=titre,
                au=jour_de_reference(base_de(requete).au, instant),
                menu=(
                    Rubrique(libelle="Région", href=adresses.REGION),
                    Rubrique(libelle="Agenda", href=adresses.agenda()),
                ),
                bandeau=Bandeau(lieu=SITE, href=adresses.REGION, rubriques=()),
                demo=demo,
            ),
            code=probleme.nature.statut,
            titre=titre,
            explication=_CORRIGER if probleme.erreurs else probleme.detail,
            violations=tuple(Violation(champ=e.champ, message=e.message) for e in probleme.erreurs),
            pistes=_PISTES,
            textes=saisie.textes if saisie else (),
            repere=repere if signalee else None,
            quand=instant.astimezone(ZoneInfo(FUSEAU_HEXAGONE)) if signalee else None,
        )
    )
