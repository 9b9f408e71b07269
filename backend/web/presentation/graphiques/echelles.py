"""Scales of a chart: round graduations, and places on the drawing."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from math import ceil, floor, log10

from exports.formats import nombre

LIGNES_MAX = 4
_PAS = (1, 2, 2.5, 3, 5)
_MOIS = (1, 2, 3, 6)
_GRANDS = ((1e9, "\u00a0Md"), (1e6, "\u00a0M"))


def graduations(mini: float, maxi: float, lignes: int = LIGNES_MAX) -> tuple[float, ...]:
    """From 2 to ``lignes`` round values that hold both ends; zero is among them when it is near."""
    mini, maxi = sorted(0.0 if abs(v) < 1e-12 else v for v in (mini, maxi))
    if maxi - mini <= 1e-9 * max(abs(mini), abs(maxi)):
        mini, maxi = min(0.0, mini), max(0.0, maxi) or (0.0 if mini else 1.0)
    if 0 < mini <= maxi / 2:
        mini = 0.0
    if mini / 2 <= maxi < 0:
        maxi = 0.0
    brut = (maxi - mini) / (lignes - 1)
    puissance = floor(log10(brut))
    while True:
        for facteur in _PAS:
            pas = facteur * 10.0**puissance
            debut, fin = floor(mini / pas), ceil(maxi / pas)
            fin = fin if fin > debut else debut + 1
            if fin - debut < lignes:
                return tuple(round(i * pas, 2 - puissance) for i in range(debut, fin + 1))
        puissance += 1


def place(valeur: float, de: tuple[float, float], vers: tuple[float, float]) -> float:
    """From one interval to another, in proportion; the middle when the first is empty."""
    debut, fin = de
    part = 0.5 if fin == debut else (valeur - debut) / (fin - debut)
    return round(vers[0] + part * (vers[1] - vers[0]), 1)


def segments(parts: tuple[int, ...], largeur: float, ecart: float = 0.0) -> tuple[tuple[float, float], ...]:
    """(start, length) of each part of a bar of ``largeur``; parts of nothing have no length, and no gap beside them."""
    total = sum(parts)
    if total <= 0:
        return tuple((0.0, 0.0) for _ in parts)
    utile = largeur - ecart * (sum(1 for p in parts if p > 0) - 1)
    places, x = [], 0.0
    for part in parts:
        longueur = utile * part / total if part > 0 else 0.0
        places.append((round(x, 1), round(longueur, 1)))
        x += longueur + (ecart if part > 0 else 0.0)
    return tuple(places)


def mois_a_montrer(premier: date, dernier: date, nombre_max: int = 5) -> tuple[date, ...]:
    """First days of months to label, from the first day to the last, at most ``nombre_max`` of them."""
    total = (dernier.year - premier.year) * 12 + dernier.month - premier.month
    voulu = total // nombre_max + 1
    pas = next((p for p in _MOIS if p >= voulu), 12 * ceil(voulu / 12))
    trouves = []
    for i in range(0, total + 1, pas):
        an, mois = divmod(premier.month - 1 + i, 12)
        jour = date(premier.year + an, mois + 1, 1)
        trouves.append(max(jour, premier))
    return tuple(trouves)


def nombre_de(texte: str) -> float | None:
    """A figure as stored (decimal text), or nothing when it is too large to be drawn."""
    valeur = float(Decimal(texte))
    return valeur if abs(valeur) < 1e15 else None


def dire(valeur: float) -> str:
    """« 2,5 », « 12 500 », and in short from a million on: « 1,25 M »."""
    for seuil, mot in _GRANDS:
        if abs(valeur) >= seuil:
            return _decimales(valeur / seuil, 2) + mot
    return _decimales(valeur, 12)


def _decimales(valeur: float, chiffres: int) -> str:
    texte = f"{valeur:.{chiffres}f}".rstrip("0").rstrip(".")
    return nombre("0" if texte == "-0" else texte)
