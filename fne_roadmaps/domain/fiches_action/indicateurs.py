"""How an indicator stands against its target: the straight way there, and the part of it that is done."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal


@dataclass(frozen=True, slots=True)
class Releve:
    """A value on a day."""

    jour: date
    valeur: Decimal


def attendue(depart: Releve, cible: Releve, jour: date) -> Decimal | None:
    """The value on the straight line from the baseline to the target; None outside of it, or when it has no length."""
    duree = (cible.jour - depart.jour).days
    ecoule = (jour - depart.jour).days
    if duree <= 0 or not 0 <= ecoule <= duree:
        return None
    return depart.valeur + (cible.valeur - depart.valeur) * ecoule / duree


def part_faite(valeur: Decimal, depart: Decimal | None, cible: Decimal) -> int | None:
    """Percent of the way from the baseline (zero when unknown) to the target, rounded; None when there is no way.

    Below 0 it goes away from the target, above 100 it went past it.
    """
    chemin = cible - (depart or 0)
    if not chemin:
        return None
    return int((100 * (valeur - (depart or 0)) / chemin).quantize(Decimal(1), ROUND_HALF_UP))
