"""Writing fiches action: creation, changes, arbitration and progress."""

from __future__ import annotations

from backend.services.fiches_action.corbeille import restaurer_fiche_action, supprimer_fiche_action
from backend.services.fiches_action.essaimage import reprendre_fiche
from backend.services.fiches_action.fusion import defusionner_fiches, fusionner_fiches
from backend.services.fiches_action.liens import lier_fiches
from backend.services.fiches_action.rangement import annuler_rangement, ranger_fiches
from backend.services.fiches_action.redaction import creer_fiche_action, modifier_fiche_action
from backend.services.fiches_action.scission import annuler_scission, scinder_fiche
from backend.services.fiches_action.vie import annuler_instruction, changer_avancement, changer_instruction

__all__ = [
    "annuler_instruction",
    "annuler_rangement",
    "annuler_scission",
    "changer_avancement",
    "changer_instruction",
    "creer_fiche_action",
    "defusionner_fiches",
    "fusionner_fiches",
    "lier_fiches",
    "modifier_fiche_action",
    "ranger_fiches",
    "reprendre_fiche",
    "restaurer_fiche_action",
    "scinder_fiche",
    "supprimer_fiche_action",
]
