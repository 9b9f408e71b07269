"""Writing meetings and decisions."""

from __future__ import annotations

from backend.services.reunions.decisions import creer_decision, modifier_decision
from backend.services.reunions.roles import dire_le_role
from backend.services.reunions.tenue import changer_etat_reunion, creer_reunion, modifier_reunion, supprimer_reunion

__all__ = [
    "changer_etat_reunion",
    "creer_decision",
    "creer_reunion",
    "dire_le_role",
    "modifier_decision",
    "modifier_reunion",
    "supprimer_reunion",
]
