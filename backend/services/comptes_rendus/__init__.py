"""Writing the minutes of meetings."""

from __future__ import annotations

from backend.services.comptes_rendus.amendements import demander_amendement, repondre_amendement, retirer_amendement
from backend.services.comptes_rendus.approbation import (
    approuver_compte_rendu,
    corriger_compte_rendu,
    publier_compte_rendu,
)
from backend.services.comptes_rendus.redaction import (
    diffuser_compte_rendu,
    ouvrir_compte_rendu,
    rediger_compte_rendu,
    reprendre_compte_rendu,
)

__all__ = [
    "approuver_compte_rendu",
    "corriger_compte_rendu",
    "demander_amendement",
    "diffuser_compte_rendu",
    "ouvrir_compte_rendu",
    "publier_compte_rendu",
    "rediger_compte_rendu",
    "repondre_amendement",
    "reprendre_compte_rendu",
    "retirer_amendement",
]
