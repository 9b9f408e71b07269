"""The list of fifty fiches of one roadmap must cost the same with 131 and with 13,000 fiches in the database."""

from __future__ import annotations

from functools import partial

from backend.queries.fiches_action import FICHES
from backend.queries.listes import Page, lire_demande, lister
from benchmarks.grande_base import comparer
from fne_roadmaps.demo import AU
from tests.support.personnes import ALICE

TITRE = "Cinquante fiches d’une feuille de route, avec 131 puis 13 000 fiches dans la base"
DEMANDES = {
    "sans filtre": [("feuille_de_route", "28-2024"), ("par_page", "50")],
    "en retard, par échéance": [("feuille_de_route", "28-2024"), ("en_retard", "oui"), ("tri", "fin")],
    "texte": [("feuille_de_route", "28-2024"), ("texte", "médiation")],
    "jalon à venir, depuis le COPIL": [
        ("feuille_de_route", "28-2024"),
        ("jalon_dans", "180"),
        ("modifiee_depuis", "copil"),
    ],
    "public et financeur": [
        ("feuille_de_route", "28-2024"),
        ("public", "Tous publics"),
        ("financeur", "Collectivité exemple A"),
    ],
}


async def _une(demande: list[tuple[str, str]]) -> Page:
    return await lister(ALICE, FICHES, lire_demande(FICHES, demande), AU)


def mesurer() -> list[tuple[str, str]]:
    """Each kind of list."""
    return comparer({nom: partial(_une, demande) for nom, demande in DEMANDES.items()})
