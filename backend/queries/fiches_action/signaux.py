"""What a fiche asks attention for, in SQL: the rules of ``fne_roadmaps.domain.fiches_action``, tested together."""

from __future__ import annotations

from datetime import date

from backend.queries.lecture import Clause, parmi
from fne_roadmaps.domain.dates import ajouter_mois
from fne_roadmaps.domain.enums import Avancement, Instruction, RoleActeur
from fne_roadmaps.domain.fiches_action import TERMINES

_EN_VIE = tuple(a.value for a in Avancement if a not in TERMINES)


def a_suivre() -> Clause:
    """Retained, neither réalisée nor abandonnée."""
    return Clause("fiche_action.instruction = {}", (Instruction.RETENUE.value,)) & parmi(
        "fiche_action.avancement", _EN_VIE
    )


def en_retard(au: date) -> Clause:
    """Late on that day: the last possible day of the end, or of an undone jalon, is past."""
    depassee = Clause(
        "fiche_action.fin_dernier < {} OR EXISTS (SELECT 1 FROM jalon j WHERE j.fiche_action = fiche_action.id "
        "AND j.fait_le IS NULL AND j.date_dernier < {})",
        (au, au),
    )
    # COALESCE: an unknown end must answer « no », so that the contrary holds too.
    return a_suivre() & Clause(f"COALESCE(({depassee.sql}), {{}})", (*depassee.valeurs, False))


def sans_nouvelles(mois: int, au: date) -> Clause:
    """To follow, and silent for that many months."""
    silence = Clause("fiche_action.nouvelles_le IS NULL OR fiche_action.nouvelles_le < {}", (ajouter_mois(au, -mois),))
    return a_suivre() & silence


def sans_pilote() -> Clause:
    """No organisation pilots it, whatever its state."""
    return Clause(
        "NOT EXISTS (SELECT 1 FROM acteur x WHERE x.fiche_action = fiche_action.id AND x.role = {})",
        (RoleActeur.PILOTE.value,),
    )
