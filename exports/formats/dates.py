"""Dates and hours in French, exact or not: the words say what is known and nothing more."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, datetime

from babel.dates import get_month_names

from exports.formats.mots import INSECABLE, enumeration
from fne_roadmaps.domain.dates import (
    JOURS,
    MOIS,
    DateIncertaine,
    Grain,
    Plage,
    Point,
    jour_en_lettres,
    quantieme,
)

A_FIXER = "date à fixer"
_MOIS_COURTS = tuple(get_month_names("abbreviated", locale="fr_FR")[m] for m in range(1, 13))
_SAISONS = {21: "printemps", 22: "été", 23: "automne", 24: "hiver"}
_EN_SAISON = {21: "au ", 22: "à l’", 23: "à l’", 24: "en "}
_DE_SAISON = {21: "du ", 22: "de l’", 23: "de l’", 24: "de l’"}
_A_SAISON = {21: "au ", 22: "à l’", 23: "à l’", 24: "à l’"}


def date_longue(jour: date) -> str:
    """« 4 novembre 2024 »."""
    return jour_en_lettres(jour)


def date_courte(jour: date) -> str:
    """« 31 déc. 2025 »."""
    return _nu(Point(jour.year, jour.month, jour.day), court=True)


def jour_semaine(jour: date) -> str:
    """« lundi »."""
    return JOURS[jour.weekday()]


def date_avec_jour(jour: date) -> str:
    """« lundi 4 novembre 2024 »."""
    return f"{jour_semaine(jour)}{INSECABLE}{jour_en_lettres(jour)}"


def heure(hhmm: str) -> str:
    """« 14 h 30 », « 10 h », from « HH:MM »."""
    heures, minutes = hhmm.split(":")
    debut = f"{int(heures)}{INSECABLE}h"
    return debut if minutes == "00" else f"{debut}{INSECABLE}{minutes}"


def instant(quand: datetime) -> str:
    """« 17 juin 2025 à 14 h 05 », at the place of ``quand``."""
    return f"{jour_en_lettres(quand.date())} à {heure(f'{quand:%H:%M}')}"


def plage_horaire(debut: str, fin: str | None = None) -> str:
    """« de 9 h 30 à 12 h », or « à 9 h 30 » when the end is not known."""
    return f"de {heure(debut)} à {heure(fin)}" if fin else f"à {heure(debut)}"


def date_incertaine(d: DateIncertaine | None, court: bool = False) -> str:
    """With its preposition, for a sentence: « le 14 ou le 21 septembre 2023 », « à l’automne 2023 »."""
    return _dire(d, court, nue=False)


def date_sans_preposition(d: DateIncertaine | None, court: bool = False) -> str:
    """For labels and tables: « 14 ou 21 septembre 2023 », « automne 2023 »."""
    return _dire(d, court, nue=True)


def complement_de_date(nom: str, d: DateIncertaine | None) -> str:
    """What happens then: « Comité de pilotage du 18 juin 2024 », « Atelier, 14 ou 21 septembre 2023 »."""
    forme = d.forme if d else None
    if forme and forme.point and not forme.approximative:
        return f"{nom} {_de(forme.point)}"
    dite = date_incertaine(d)
    return f"{nom} {dite}" if dite.startswith("du ") else f"{nom}, {date_sans_preposition(d)}"


def a_dater(d: DateIncertaine) -> str:
    """For the title of a calendar marker: « septembre ou octobre 2023 »."""
    return _dire(d, court=False, nue=True)


def calendrier(debut: DateIncertaine | None, fin: DateIncertaine | None, en_continu: bool = False) -> str:
    """Calendar of a fiche: « janvier 2025 – décembre 2027 », « en continu depuis janvier 2025 »."""
    if en_continu:
        return f"en continu, {_depuis(debut)}" if debut and debut.edtf else "en continu"
    if debut and fin and debut.edtf == fin.edtf:
        return date_sans_preposition(debut)
    if debut and fin:
        return f"{date_sans_preposition(debut)}{INSECABLE}– {date_sans_preposition(fin)}"
    if debut:
        return _depuis(debut)
    return f"fin{INSECABLE}: {date_sans_preposition(fin)}" if fin else "calendrier à fixer"


def periode(debut: date | None, fin: date | None) -> str | None:
    """When something holds: « depuis le 9 juillet 2024 », « jusqu’au 8 juillet 2024 »; None when nothing is known.

    The first of a month, or the last day of one, reads as the month (of a year, as the year): nothing is made exact.
    """
    if debut and debut == fin:
        return f"le {date_longue(debut)}"
    if debut and fin:
        return f"{_de(_debut_dit(debut))} {_a(_fin_dite(fin), court=False)}"
    if debut:
        dit = _debut_dit(debut)
        return f"depuis {'le ' if dit.jour else ''}{_nu(dit, court=False)}"
    return _jusque(_fin_dite(fin), court=False) if fin else None


def _debut_dit(jour: date) -> Point:
    if jour.day > 1:
        return Point(jour.year, jour.month, jour.day)
    return Point(jour.year, jour.month if jour.month > 1 else None)


def _fin_dite(jour: date) -> Point:
    if jour.day < monthrange(jour.year, jour.month)[1]:
        return Point(jour.year, jour.month, jour.day)
    return Point(jour.year, jour.month if jour.month < 12 else None)


def _depuis(debut: DateIncertaine) -> str:
    forme = debut.forme
    if forme and forme.point and not forme.approximative:
        return f"à partir {_de(forme.point)}"
    if forme and forme.duree and not forme.duree.fin:
        return date_sans_preposition(debut)
    return f"début{INSECABLE}: {date_sans_preposition(debut)}"


def _dire(d: DateIncertaine | None, court: bool, *, nue: bool) -> str:
    forme = d.forme if d else None
    if d is None or forme is None:
        return d.recu if d and d.recu else A_FIXER
    if forme.point:
        vers = "vers " if forme.approximative else ""
        return vers + _vers_quoi(forme.point, court) if vers else _point(forme.point, court, nue)
    if forme.duree:
        return _duree(forme.duree, court, nue) + (" environ" if forme.approximative else "")
    if forme.plage:
        return _plage(forme.plage, court, nue)
    return _choix(forme.choix, court, nue)


def _point(p: Point, court: bool, nue: bool) -> str:
    return _nu(p, court=court) if nue else _en(p, court=court)


def _vers_quoi(p: Point, court: bool) -> str:
    """What follows « vers »: days and seasons take an article."""
    article = "" if p.grain in {Grain.MOIS, Grain.ANNEE} else "le "
    if p.grain is Grain.SAISON and p.code != 21:
        article = "l’"
    return article + _nu(p, court=court)


def _choix(points: tuple[Point, ...], court: bool, nue: bool) -> str:
    """« le 14 ou le 21 septembre 2023 »: month and year are said once for neighbours that share them."""
    un_seul_grain = len({p.grain for p in points}) == 1
    mots = []
    for i, p in enumerate(points):
        suivant = points[i + 1] if i + 1 < len(points) else None
        texte = _nu(p, court=court, avant=suivant)
        mots.append(_preposition(p) + texte if _avec_preposition(i, p, un_seul_grain, nue) else texte)
    return enumeration(mots, "ou")


def _avec_preposition(rang: int, p: Point, un_seul_grain: bool, nue: bool) -> bool:
    """A day always takes its article; other points share the first one's, unless they are of mixed kinds."""
    if nue:
        return rang > 0 and not un_seul_grain
    return rang == 0 or p.grain is Grain.JOUR or not un_seul_grain


def _plage(span: Plage, court: bool, nue: bool) -> str:
    """One moment within a span; never worded as something that lasts."""
    debut, fin = span.debut, span.fin
    if debut is None or fin is None:
        if debut:
            return f"à une date à fixer, à partir {_de(debut, court=court)}"
        return f"au plus tard {_en(fin, court=court)}" if fin else A_FIXER
    if (fin.bornes[0] - debut.bornes[1]).days == 1:
        return _choix((debut, fin), court, nue)
    de_, a_ = _nu(debut, court=court, avant=fin), _nu(fin, court=court)
    if debut.grain is Grain.JOUR:
        return f"un jour entre le {de_} et le {a_}"
    return f"entre {de_} et {a_}"


def _duree(span: Plage, court: bool, nue: bool) -> str:
    """Something that lasts from one point to the other."""
    debut, fin = span.debut, span.fin
    if debut is None or fin is None:
        if debut:
            return f"à partir {_de(debut, court=court)}"
        return _jusque(fin, court) if fin else A_FIXER
    if debut == fin:
        return f"durant {_vers_quoi(debut, court)}"
    if not nue:
        return f"{_de(debut, court=court, avant=fin)} {_a(fin, court)}"
    de_, a_ = _nu(debut, court=court, avant=fin), _nu(fin, court=court)
    seul_jour = debut.grain is fin.grain is Grain.JOUR and (debut.an, debut.code) == (fin.an, fin.code)
    return f"{de_}–{a_}" if seul_jour else f"{de_}{INSECABLE}– {a_}"


def _nu(p: Point, *, court: bool, avant: Point | None = None) -> str:
    """Bare words of a point; what the next point ``avant`` repeats is left to it."""
    meme_an = avant is not None and avant.an == p.an and p.code is not None and p.code <= 12
    meme_mois = meme_an and avant is not None and avant.jour is not None and avant.code == p.code
    parties = [quantieme(p.jour)] if p.jour else []
    if p.code is None or p.grain is Grain.ANNEE:
        return str(p.an)
    if p.grain is Grain.SAISON:
        return f"{_SAISONS[p.code]}{INSECABLE}{p.an}" + (f"-{p.an + 1}" if p.code == 24 else "")
    if p.grain in {Grain.TRIMESTRE, Grain.SEMESTRE}:
        rang, nom = (p.code - 32, "trimestre") if p.grain is Grain.TRIMESTRE else (p.code - 39, "semestre")
        return INSECABLE.join(("1er" if rang == 1 else f"{rang}e", nom, str(p.an)))
    if not meme_mois:
        parties.append((_MOIS_COURTS if court else MOIS)[p.code - 1])
        if not meme_an:
            parties.append(str(p.an))
    return INSECABLE.join(parties)


def _preposition(p: Point) -> str:
    if p.grain is Grain.JOUR:
        return "le "
    if p.grain in {Grain.TRIMESTRE, Grain.SEMESTRE}:
        return "au "
    return _EN_SAISON.get(p.code or 0, "en ")


def _en(p: Point, *, court: bool) -> str:
    return _preposition(p) + _nu(p, court=court)


def _de(p: Point, *, court: bool = False, avant: Point | None = None) -> str:
    """« du 14 septembre 2023 », « d’avril 2024 », « de l’automne 2023 »."""
    texte = _nu(p, court=court, avant=avant)
    if p.grain in {Grain.JOUR, Grain.TRIMESTRE, Grain.SEMESTRE}:
        return "du " + texte
    if p.grain is Grain.SAISON:
        return _DE_SAISON[p.code or 0] + texte
    return ("d’" if texte[0] in "ao" else "de ") + texte


def _a(p: Point, court: bool) -> str:
    if p.grain in {Grain.JOUR, Grain.TRIMESTRE, Grain.SEMESTRE}:
        return "au " + _nu(p, court=court)
    return _A_SAISON.get(p.code or 0, "à ") + _nu(p, court=court)


def _jusque(p: Point, court: bool) -> str:
    texte = _a(p, court) if p.grain is Grain.JOUR else _en(p, court=court)
    return "jusqu’" + texte
