"""A fiche as its page shows it: the fiche whole, its decisions in words, its news and its last acts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from backend.queries.fiches_action import lire_fiche
from backend.queries.fiches_action.droits import fiches_tenues
from backend.queries.fiches_action.nouvelles import PAR_PAGE, nouvelles_de
from backend.queries.lecture import Ligne, ligne
from backend.queries.listes import Page
from backend.queries.reunions import DECISIONS
from backend.queries.seances import passages_de_fiche
from backend.queries.vues.comparaison import versions_de_la_fiche
from backend.queries.vues.historique import derniers_actes
from backend.queries.vues.listes import tout_lister
from fne_roadmaps.domain.droits import Acteur, Droit, droits_sur_fiche, peut_demander_des_nouvelles

ACTES = 5
"""Last acts on the page itself; the others are one link away."""


@dataclass(frozen=True, slots=True)
class FicheVue:
    """``fiche`` as ``lire_fiche`` gives it; ``droits`` are the reader's on it; ``nouvelles`` one page of them.

    ``actes`` are the last ones, newest first; ``versions`` the published texts that hold the fiche, first to last;
    ``demander``: the reader may ask for news. ``passages`` are the items of meetings it was on, newest first.
    """

    fiche: Ligne
    feuille: Ligne
    decisions: list[Ligne]
    droits: frozenset[Droit]
    nouvelles: Page
    actes: list[list[Ligne]]
    versions: list[Ligne]
    demander: bool
    passages: list[Ligne]


async def lire_vue_fiche(acteur: Acteur, cle: UUID, au: date, *, page: int = 1) -> FicheVue:
    """Everything the page of a fiche says, in a fixed number of statements. Raises NonTrouve.

    ``page`` is that of the news.
    """
    fiche = await lire_fiche(acteur, cle, au)
    feuille = await ligne(
        "SELECT id, code, titre, etat, mot_niveau_1, gouvernance FROM feuille_de_route WHERE id = {}",
        fiche["feuille_de_route"]["id"],
    )
    if feuille is None:
        raise LookupError(f"feuille de route {fiche['feuille_de_route']}")
    decisions = await tout_lister(acteur, DECISIONS, {"fiche_action": str(cle)}, au)
    tenue = (await fiches_tenues([fiche], feuille))[fiche["id"]]
    droits = droits_sur_fiche(acteur, feuille["gouvernance"], tenue)
    demander = peut_demander_des_nouvelles(acteur, feuille["gouvernance"], tenue)
    nouvelles = await nouvelles_de(acteur, cle, droits, page, PAR_PAGE)
    actes = await derniers_actes(cle, ACTES)
    versions = await versions_de_la_fiche(feuille["id"], fiche["numero"])
    passages = await passages_de_fiche(acteur, cle)
    return FicheVue(fiche, feuille, decisions, droits, nouvelles, actes, versions, demander, passages)
