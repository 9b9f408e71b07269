"""Arithmetic on days."""

from __future__ import annotations

from calendar import monthrange
from datetime import date


def ajouter_mois(jour: date, mois: int) -> date:
    """The same day some months later (or earlier), or the last day of a shorter month."""
    an, rang = divmod(jour.year * 12 + jour.month - 1 + mois, 12)
    return date(an, rang + 1, min(jour.day, monthrange(an, rang + 1)[1]))
