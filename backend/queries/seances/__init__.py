"""Reading the agenda of a meeting, what was said, who was there, and what waits to be treated."""

from __future__ import annotations

from backend.queries.seances.objets import chercher_objets, objets_de
from backend.queries.seances.points import chaines_de, charger_point, passages_de_fiche, points_de, suites_de
from backend.queries.seances.presences import presences_de, sieges_de
from backend.queries.seances.propositions import a_traiter, faits_a_traiter

__all__ = [
    "a_traiter",
    "chaines_de",
    "charger_point",
    "chercher_objets",
    "faits_a_traiter",
    "objets_de",
    "passages_de_fiche",
    "points_de",
    "presences_de",
    "sieges_de",
    "suites_de",
]
