"""Planned and done: days added up month by month."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from fne_roadmaps.domain.dates import ajouter_mois


def mois_jusqu_a(premier: date, au: date, combien: int) -> tuple[date, ...]:
    """The last day of each month from that of ``premier``, the last being ``au`` itself; at most ``combien``, the last.

    Nothing when ``premier`` is after ``au``.
    """
    total = (au.year - premier.year) * 12 + au.month - premier.month
    debut = premier.replace(day=1)
    fins = [ajouter_mois(debut, i + 1) - timedelta(days=1) for i in range(total)]
    return (*fins, au)[-combien:] if total >= 0 else ()


def cumul(jours: Iterable[date], bornes: Sequence[date]) -> tuple[int, ...]:
    """How many of the days have come at each bound, that day included."""
    tries = sorted(jours)
    return tuple(bisect_right(tries, borne) for borne in bornes)
