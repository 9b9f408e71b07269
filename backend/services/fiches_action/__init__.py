"""Writing fiches action: creation, changes, arbitration and progress."""

from __future__ import annotations

from backend.services.fiches_action.liens import lier_fiches
from backend.services.fiches_action.redaction import creer_fiche_action, modifier_fiche_action
from backend.services.fiches_action.vie import changer_avancement, changer_instruction

__all__ = [
    "changer_avancement",
    "changer_instruction",
    "creer_fiche_action",
    "lier_fiches",
    "modifier_fiche_action",
]
