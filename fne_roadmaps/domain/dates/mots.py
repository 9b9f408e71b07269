"""Names of months and days, and a day in words: what messages and the formatter both need."""

from __future__ import annotations

from datetime import date

MOIS = (
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
)
JOURS = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")


def quantieme(jour: int) -> str:
    """Day of the month as it is said: « 1er », then cardinals."""
    return "1er" if jour == 1 else str(jour)


def jour_en_lettres(jour: date) -> str:
    """« 4 novembre 2024 », held together by no-break spaces (U+00A0)."""
    return f"{quantieme(jour.day)}\u00a0{MOIS[jour.month - 1]}\u00a0{jour.year}"
