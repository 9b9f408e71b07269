"""Reading fiches action: lists, counts by axe, and one fiche whole."""

from __future__ import annotations

from backend.queries.fiches_action.liste import FICHES, code_de_fiche, numero_de_fiche
from backend.queries.fiches_action.suivi import SuiviAxe, suivi_par_axe
from backend.queries.fiches_action.une import lire_fiche

__all__ = ["FICHES", "SuiviAxe", "code_de_fiche", "lire_fiche", "numero_de_fiche", "suivi_par_axe"]
