"""Lateness and silence on a given day: computed, never typed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from fne_roadmaps.domain.dates import DateIncertaine, ajouter_mois
from fne_roadmaps.domain.enums import Avancement, Instruction
from fne_roadmaps.domain.fiches_action.vie import TERMINES


@dataclass(frozen=True, slots=True)
class JalonEtat:
    """A milestone: when it is due, and whether it is done."""

    date: DateIncertaine | None
    fait: bool


@dataclass(frozen=True, slots=True)
class Retard:
    """Days since the last possible day, at least 1, of the end, or else of the most overdue milestone."""

    jours: int
    motif: Literal["fin", "jalon"]


def en_retard(
    instruction: Instruction,
    avancement: Avancement,
    fin: DateIncertaine | None,
    jalons: Sequence[JalonEtat],
    au: date,
) -> Retard | None:
    """Late when the last possible day of the end, or of an undone milestone, is before ``au``.

    Only for retained fiches neither réalisées nor abandonnées; an open or unknown date is never late.
    """
    if instruction is not Instruction.RETENUE or avancement in TERMINES:
        return None
    if jours := _depassement(fin, au):
        return Retard(jours, "fin")
    pire = max((_depassement(j.date, au) for j in jalons if not j.fait), default=0)
    return Retard(pire, "jalon") if pire else None


def _depassement(echeance: DateIncertaine | None, au: date) -> int:
    if echeance is None or echeance.dernier is None:
        return 0
    return max(0, (au - echeance.dernier).days)


def sans_nouvelles(derniere: date | None, au: date, mois: int) -> bool:
    """The last news is older than that many months, or never came."""
    return derniere is None or derniere < ajouter_mois(au, -mois)
