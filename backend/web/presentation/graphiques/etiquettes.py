"""Where the labels of a chart stand: beside the end of their line, or on the free side of their point."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

LETTRE, LIGNE = 6.6, 15.0
"""Pixels: a usual letter of the text of charts, and the height of a line of it."""

Lieu = tuple[float, float]
Etiquetees = tuple[str, Sequence[str], Sequence[Lieu]]
"""The kind of a line, and for each of its points its label (« » for none) and its place."""


@dataclass(frozen=True, slots=True)
class Marque:
    """A text at a place, anchored « start », « middle » or « end »."""

    x: float
    y: float
    texte: str
    ancre: str = "start"
    genre: str = ""


def etiqueter(series: Sequence[Etiquetees], largeur: float, hauteurs: tuple[float, float]) -> tuple[Marque, ...]:
    """The labels: those of the ends first, kept apart from one another, then the others where they fit."""
    fins = _fins(series, largeur, hauteurs)
    marques = [m for bloc in fins for m in bloc]
    prises = [_etendue(m) for m in marques]
    for rang, (genre, textes, lieux) in enumerate(series):
        autres = [s[2] for i, s in enumerate(series) if i != rang]
        for texte, (px, py) in reversed(list(zip(textes[:-1], lieux[:-1], strict=True))):
            if not texte:
                continue
            essai = Marque(px, _cote(px, py, autres, hauteurs), texte, "middle", genre)
            etendue = _etendue(essai)
            if etendue[0] >= 0 and not any(_touche(etendue, prise) for prise in prises):
                marques.append(essai)
                prises.append(etendue)
    return tuple(marques)


def _fins(series: Sequence[Etiquetees], largeur: float, hauteurs: tuple[float, float]) -> list[list[Marque]]:
    """Labels of the last points, one block of lines each, from the top down, never one on another."""
    blocs: list[tuple[Lieu, str, list[str]]] = [
        (lieux[-1], genre, textes[-1].split("\n")) for genre, textes, lieux in series if textes[-1]
    ]
    poses: list[list[Marque]] = []
    for (px, py), genre, lignes in sorted(blocs, key=lambda b: b[0][1]):
        large = max(len(ligne) for ligne in lignes) * LETTRE
        tient = px + 8 + large <= largeur
        x, ancre = (px + 8, "start") if tient else (px, "end")
        y = py + 4 if tient else py - 9 - LIGNE * (len(lignes) - 1)
        if y < 12:
            y = py + 18
        bloc = _bloc(x, y, lignes, ancre, genre)
        while genees := [p for p in poses if _se_touchent(p, bloc)]:
            bloc = _bloc(x, max(p[-1].y for p in genees) + LIGNE, lignes, ancre, genre)
        poses.append(bloc)
    return poses


def _se_touchent(un: Sequence[Marque], autre: Sequence[Marque]) -> bool:
    return any(_touche(_etendue(a), _etendue(b)) for a in un for b in autre)


def _bloc(x: float, y: float, lignes: Sequence[str], ancre: str, genre: str) -> list[Marque]:
    return [
        Marque(x, round(y + LIGNE * i, 1), texte, ancre, genre if i == 0 else "precision")
        for i, texte in enumerate(lignes)
    ]


def _cote(px: float, py: float, autres: Sequence[Sequence[Lieu]], hauteurs: tuple[float, float]) -> float:
    """Above the point, unless another line passes nearer there than below, or there is no room."""
    dessus, dessous = py - 10, py + 18
    if dessous > hauteurs[1] - 2:
        return dessus
    if dessus < hauteurs[0]:
        return dessous
    voisines = [y for lieux in autres if (y := _hauteur_en(px, lieux)) is not None]
    au_dessus = min((py - y for y in voisines if y <= py), default=1e9)
    au_dessous = min((y - py for y in voisines if y > py), default=1e9)
    return dessous if au_dessus < au_dessous else dessus


def _hauteur_en(x: float, lieux: Sequence[Lieu]) -> float | None:
    for (x1, y1), (x2, y2) in pairwise(lieux):
        if x1 <= x <= x2:
            return y1 if x1 == x2 else y1 + (y2 - y1) * (x - x1) / (x2 - x1)
    return None


def _etendue(m: Marque) -> tuple[float, float, float, float]:
    """Left, top, right, bottom of a text, about."""
    large = len(m.texte) * LETTRE
    gauche = {"start": m.x, "middle": m.x - large / 2, "end": m.x - large}[m.ancre]
    return gauche, m.y - 11, gauche + large, m.y + 3


def _touche(a: tuple[float, float, float, float], b: tuple[float, float, float, float]) -> bool:
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]
