"""Shape of an uncertain date: the part of EDTF (ISO 8601-2) that governances need, read by cheap patterns.

Kept: years, months, days, seasons 21–24, quarters 33–36, half-years 40–41, a final ``~ ? %``, intervals
(« it lasts », open ends allowed) and one-of sets (« one of these »). Refused: all-of sets, hours, masks.
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from enum import Enum
from functools import lru_cache

from fne_roadmaps.domain.dates.mots import MOIS, quantieme

AN_MIN, AN_MAX = 1900, 2199
_POINT = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?([~?%])?")


class Grain(Enum):
    """How precise one point is."""

    JOUR = "jour"
    MOIS = "mois"
    SAISON = "saison"
    TRIMESTRE = "trimestre"
    SEMESTRE = "semestre"
    ANNEE = "annee"


class Erreur(ValueError):
    """Not a date we hold; the message is a French sentence for the person."""


@dataclass(frozen=True, slots=True)
class Point:
    """One EDTF point. ``code`` is the month 1–12, or the season, quarter or half-year code, or None."""

    an: int
    code: int | None = None
    jour: int | None = None
    qualificatif: str = ""

    @property
    def grain(self) -> Grain:
        """Precision read from the parts present."""
        if self.jour is not None:
            return Grain.JOUR
        if self.code is None:
            return Grain.ANNEE
        if self.code <= 12:
            return Grain.MOIS
        if self.code <= 24:
            return Grain.SAISON
        return Grain.TRIMESTRE if self.code <= 36 else Grain.SEMESTRE

    @property
    def bornes(self) -> tuple[date, date]:
        """First and last possible day. Winter runs from December to the end of February of the next year."""
        if self.code is not None and self.jour is not None:
            return date(self.an, self.code, self.jour), date(self.an, self.code, self.jour)
        debut, duree = _mois_couverts(self.code)
        dernier = self.an * 12 + debut + duree - 2  # months since year 0, January = 0
        an, mois = divmod(dernier, 12)
        return date(self.an, debut, 1), date(an, mois + 1, monthrange(an, mois + 1)[1])

    def __str__(self) -> str:
        parties = [f"{self.an:04d}", *(f"{p:02d}" for p in (self.code, self.jour) if p is not None)]
        return "-".join(parties) + self.qualificatif


def _mois_couverts(code: int | None) -> tuple[int, int]:
    """First month and number of months of a code; a year without code is twelve months."""
    if code is None:
        return 1, 12
    if code <= 12:
        return code, 1
    if code <= 24:
        return 3 * (code - 20), 3
    return (3 * (code - 33) + 1, 3) if code <= 36 else (6 * (code - 40) + 1, 6)


@dataclass(frozen=True, slots=True)
class Plage:
    """From one point to another. An end is None when open; ``inconnue`` when EDTF writes it empty."""

    debut: Point | None
    fin: Point | None
    inconnue: bool = False

    @property
    def bornes(self) -> tuple[date | None, date | None]:
        """First day of the first end and last day of the last end."""
        return (
            self.debut.bornes[0] if self.debut else None,
            self.fin.bornes[1] if self.fin else None,
        )

    def ecrire(self, separateur: str) -> str:
        """Back to EDTF with ``/`` (lasts) or ``..`` (one of)."""
        vide = "" if self.inconnue or separateur == ".." else ".."
        return f"{self.debut or vide}{separateur}{self.fin or vide}"


@dataclass(frozen=True, slots=True)
class Forme:
    """One of: a ``point``; a ``duree`` (it lasts); a ``plage`` (one of a span); ``choix`` (one of a list)."""

    point: Point | None = None
    duree: Plage | None = None
    plage: Plage | None = None
    choix: tuple[Point, ...] = ()

    @property
    def points(self) -> tuple[Point, ...]:
        """Every known point, in order."""
        span = self.duree or self.plage
        ends = (span.debut, span.fin) if span else (self.point,)
        return self.choix or tuple(p for p in ends if p is not None)

    @property
    def approximative(self) -> bool:
        """Some point carries ``~``, ``?`` or ``%``."""
        return any(p.qualificatif for p in self.points)

    @property
    def bornes(self) -> tuple[date | None, date | None]:
        """First and last possible day; None where the date is open."""
        span = self.duree or self.plage
        if span:
            return span.bornes
        return min(p.bornes[0] for p in self.points), max(p.bornes[1] for p in self.points)

    def __str__(self) -> str:
        if self.duree:
            return self.duree.ecrire("/")
        if self.plage:
            return f"[{self.plage.ecrire('..')}]"
        return f"[{','.join(map(str, self.choix))}]" if self.choix else str(self.point)


@lru_cache(maxsize=4096)
def lire_forme(texte: str) -> Forme:
    """Read EDTF text, one way of writing each meaning. Raises Erreur."""
    if texte.startswith("["):
        return _lire_ensemble(texte)
    if "/" in texte:
        return _lire_intervalle(texte)
    return Forme(point=_lire_point(texte))


def _lire_intervalle(texte: str) -> Forme:
    bouts = texte.split("/")
    if len(bouts) != 2 or not any(_POINT.fullmatch(b) for b in bouts):
        raise Erreur("Une durée a un début et une fin : 2024-01/2024-03, ou 2024-01/.. (fin ouverte).")
    debut, fin = (None if b in {"", ".."} else _lire_point(b) for b in bouts)
    span = Plage(debut, fin, inconnue="" in bouts)
    _refuser_renversee(span)
    if debut and debut == fin and debut.grain is Grain.JOUR:
        return Forme(point=debut)
    return Forme(duree=span)


def _lire_ensemble(texte: str) -> Forme:
    if not texte.endswith("]"):
        raise Erreur("Il manque un crochet fermant à la liste de dates.")
    elements = [e.strip() for e in texte[1:-1].split(",")]
    if elements == [""]:
        raise Erreur("La liste de dates est vide.")
    if len(elements) == 1 and ".." in elements[0]:
        return _lire_plage(elements[0])
    points: set[Point] = set()
    for element in elements:
        if ".." in element:
            points.update(_deplier(_lire_plage(element)))
        else:
            points.add(_lire_option(element))
        if len(points) > 12:
            raise Erreur("Une liste porte au plus 12 dates possibles ; écrivez plutôt la période entière.")
    rangees = sorted(points, key=lambda p: p.bornes)
    return Forme(point=rangees[0]) if len(rangees) == 1 else Forme(choix=tuple(rangees))


def _lire_option(texte: str) -> Point:
    point = _lire_point(texte)
    if point.qualificatif or point.grain not in {Grain.JOUR, Grain.MOIS, Grain.ANNEE}:
        raise Erreur("Une liste de dates possibles porte des jours, des mois ou des années, ni saison ni « ~ ».")
    return point


def _lire_plage(texte: str) -> Forme:
    """``a..b`` within brackets: both ends as precise as one another, one of them possibly open."""
    debut, fin = (_lire_option(b) if b else None for b in texte.split("..", 1))
    if not (debut or fin):
        raise Erreur("Une période doit avoir au moins un bout connu.")
    if debut and fin and debut.grain is not fin.grain:
        raise Erreur("Les deux bouts d’une période possible sont deux jours, deux mois ou deux années.")
    _refuser_renversee(Plage(debut, fin))
    return Forme(point=debut) if debut == fin else Forme(plage=Plage(debut, fin))


def _deplier(forme: Forme) -> list[Point]:
    """Every point of a closed span, at its own precision; at most 13 (one more than a list holds)."""
    if forme.point:
        return [forme.point]
    span = forme.plage
    if not (span and span.debut and span.fin):
        raise Erreur("Dans une liste, une période ouverte n’est pas permise.")
    points = [span.debut]
    while points[-1] != span.fin and len(points) <= 12:
        points.append(_suivant(points[-1]))
    return points


def _suivant(point: Point) -> Point:
    apres = date.fromordinal(point.bornes[1].toordinal() + 1)
    return Point(
        apres.year,
        None if point.code is None else apres.month,
        None if point.jour is None else apres.day,
    )


def _refuser_renversee(span: Plage) -> None:
    if span.debut and span.fin and span.debut.bornes[0] > span.fin.bornes[1]:
        raise Erreur("La fin vient avant le début.")


def _lire_point(texte: str) -> Point:
    trouve = _POINT.fullmatch(texte)
    if not trouve:
        raise Erreur(
            f"« {texte[:40]} » n’est pas une date comprise. Exemples : 2024-06-18, 2024-06, 2024, "
            "2023-10-19/2023-10-20 (deux jours), [2023-09-14,2023-09-21] (l’un ou l’autre)."
        )
    an, code, jour = (int(p) if p else None for p in trouve.group(1, 2, 3))
    if an is None or not AN_MIN <= an <= AN_MAX:
        raise Erreur(f"L’année {trouve.group(1)} est hors des années tenues ({AN_MIN} à {AN_MAX}).")
    if jour is not None and code is not None:
        _verifier_jour(an, code, jour)
    elif code is not None and code not in _CODES:
        raise Erreur(f"« {code:02d} » n’est ni un mois (01–12), ni une saison (21–24), ni un trimestre (33–36).")
    return Point(an, code, jour, trouve.group(4) or "")


_CODES = frozenset({*range(1, 13), *range(21, 25), *range(33, 37), 40, 41})


def _verifier_jour(an: int, mois: int, jour: int) -> None:
    if not 1 <= mois <= 12:
        raise Erreur(f"Le mois {mois:02d} n’existe pas.")
    if not 1 <= jour <= monthrange(an, mois)[1]:
        raise Erreur(f"Le {quantieme(jour)} {MOIS[mois - 1]} {an} n’existe pas.")
