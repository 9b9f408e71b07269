"""A meeting as it is prepared and held: its agenda, what is carried over, who is there, what waits to be treated."""

from __future__ import annotations

from fne_roadmaps.domain.seances.horaires import Passage, Tenue, durees, en_minutes, horaires
from fne_roadmaps.domain.seances.points import (
    changer_etat,
    exiger_report,
    exiger_un_objet,
    placer,
    points_a_reprendre,
    remonter,
)
from fne_roadmaps.domain.seances.presences import Pointage, Quorum, compter_quorum, verifier_pointage
from fne_roadmaps.domain.seances.propositions import Fait, GenreProposition, Proposition, proposer

__all__ = [
    "Fait",
    "GenreProposition",
    "Passage",
    "Pointage",
    "Proposition",
    "Quorum",
    "Tenue",
    "changer_etat",
    "compter_quorum",
    "durees",
    "en_minutes",
    "exiger_report",
    "exiger_un_objet",
    "horaires",
    "placer",
    "points_a_reprendre",
    "proposer",
    "remonter",
    "verifier_pointage",
]
