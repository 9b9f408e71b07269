"""What is not real and says so: fictitious organisations, meetings, decisions, contributions, arbitration."""

from fne_roadmaps.demo.exemples import (
    arbitrage,
    contributions,
    convocations,
    decisions,
    ecritures,
    listes,
    reunions,
    seances,
    sieges,
    structures,
    suivi,
)

__all__ = [
    "arbitrage",
    "contributions",
    "convocations",
    "decisions",
    "ecritures",
    "listes",
    "reunions",
    "seances",
    "sieges",
    "structures",
    "suivi",
]
