"""Writing meetings, their agenda, their attendance and decisions."""

from __future__ import annotations

from backend.services.reunions.adoption import changer_adoption, changer_suivi, remplacer_decision
from backend.services.reunions.decisions import creer_decision, modifier_decision
from backend.services.reunions.notes import noter_point
from backend.services.reunions.points import changer_etat_point, creer_point, modifier_point, placer_point
from backend.services.reunions.presences import (
    ajouter_invite,
    modifier_presence,
    pointer_invite,
    pointer_les_autres,
    pointer_siege,
    retablir_presence,
    retirer_presence,
)
from backend.services.reunions.reports import preparer_ordre_du_jour, reporter_point
from backend.services.reunions.roles import dire_le_role
from backend.services.reunions.series import annuler_serie, creer_serie, restaurer_reunion
from backend.services.reunions.tenue import changer_etat_reunion, creer_reunion, modifier_reunion, supprimer_reunion

__all__ = [
    "ajouter_invite",
    "annuler_serie",
    "changer_adoption",
    "changer_etat_point",
    "changer_etat_reunion",
    "changer_suivi",
    "creer_decision",
    "creer_point",
    "creer_reunion",
    "creer_serie",
    "dire_le_role",
    "modifier_decision",
    "modifier_point",
    "modifier_presence",
    "modifier_reunion",
    "noter_point",
    "placer_point",
    "pointer_invite",
    "pointer_les_autres",
    "pointer_siege",
    "preparer_ordre_du_jour",
    "remplacer_decision",
    "reporter_point",
    "restaurer_reunion",
    "retablir_presence",
    "retirer_presence",
    "supprimer_reunion",
]
