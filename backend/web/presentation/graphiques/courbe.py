"""A chart of values over time: the lines, the labels at their ends, at most four grid lines."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from backend.web.presentation.graphiques.echelles import dire, graduations, mois_a_montrer, place
from backend.web.presentation.graphiques.etiquettes import LETTRE, Marque, etiqueter
from exports.formats import date_courte

GAUCHE, HAUT, BAS = 46.0, 20.0, 44.0
SOUS_L_AXE, LIGNE = 18.0, 16.0


@dataclass(frozen=True, slots=True)
class Point:
    """A value on a day; ``etiquette`` is written beside it, its second line smaller."""

    jour: date
    valeur: float
    etiquette: str = ""


@dataclass(frozen=True, slots=True)
class Serie:
    """A line: ``genre`` names how it is drawn (``mesure`` full with dots, ``cible`` dashed)."""

    genre: str
    points: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class Trace:
    """A line on the drawing: its path, and its dots."""

    genre: str
    chemin: str
    points: tuple[tuple[float, float], ...]


@dataclass(frozen=True, slots=True)
class Courbe:
    """A drawing of ``largeur`` by ``hauteur``: horizontal grid lines, the axis first, lines, texts.

    ``phrase`` says it in words.
    """

    largeur: float
    hauteur: float
    grille: tuple[tuple[float, float, float], ...]
    traces: tuple[Trace, ...]
    marques: tuple[Marque, ...]
    phrase: str


def dessiner_courbe(
    series: Sequence[Serie], phrase: str, *, largeur: float, hauteur: float, marge_droite: float
) -> Courbe | None:
    """The drawing of at least one value; None when there is nothing to draw."""
    points = [p for s in series for p in s.points]
    if not points:
        return None
    pas = graduations(min(p.valeur for p in points), max(p.valeur for p in points))
    jours = min(p.jour for p in points), max(p.jour for p in points)
    x = (max(GAUCHE, 14 + LETTRE * max(len(dire(v)) for v in pas)), largeur - marge_droite)
    y = (hauteur - BAS, HAUT)
    bornes = (float(jours[0].toordinal()), float(jours[1].toordinal()))

    def ou(p: Point) -> tuple[float, float]:
        return place(float(p.jour.toordinal()), bornes, x), place(p.valeur, (pas[0], pas[-1]), y)

    places = [(s, [ou(p) for p in s.points]) for s in series if s.points]
    textes = [(s.genre, [p.etiquette for p in s.points], lieux) for s, lieux in places]
    return Courbe(
        largeur=largeur,
        hauteur=hauteur,
        grille=tuple((x[0], place(v, (pas[0], pas[-1]), y), x[1]) for v in pas),
        traces=tuple(_tracer(s, lieux) for s, lieux in places),
        marques=(
            *_ordonnees(pas, x[0], y),
            *_abscisses(jours, bornes, x, hauteur),
            *etiqueter(textes, largeur, (HAUT, hauteur - BAS)),
        ),
        phrase=phrase,
    )


def _tracer(serie: Serie, places: Sequence[tuple[float, float]]) -> Trace:
    chemin = "M" + " L".join(f"{px} {py}" for px, py in places)
    return Trace(serie.genre, chemin, tuple(places) if serie.genre == "mesure" else ())


def _ordonnees(pas: Sequence[float], gauche: float, y: tuple[float, float]) -> tuple[Marque, ...]:
    return tuple(Marque(gauche - 8, place(v, (pas[0], pas[-1]), y) + 4, dire(v), "end") for v in pas)


def _abscisses(
    jours: tuple[date, date], bornes: tuple[float, float], x: tuple[float, float], hauteur: float
) -> tuple[Marque, ...]:
    mois_y = hauteur - BAS + SOUS_L_AXE
    if jours[0] == jours[1]:
        return (Marque(sum(x) / 2, mois_y, date_courte(jours[0]), "middle"),)
    marques: list[Marque] = []
    dite: int | None = None
    for jour in mois_a_montrer(*jours):
        mois, annee = _mois_et_annee(jour)
        ici = place(float(jour.toordinal()), bornes, x)
        marques.append(Marque(ici, mois_y, mois, "middle"))
        if jour.year != dite:
            marques.append(Marque(ici, mois_y + LIGNE, annee, "middle"))
        dite = jour.year
    return tuple(marques)


def _mois_et_annee(jour: date) -> tuple[str, str]:
    """« juin », « 2025 »: the year is said under the first month that is in it."""
    _, mois, annee = date_courte(jour.replace(day=2)).split("\u00a0")
    return mois, annee
