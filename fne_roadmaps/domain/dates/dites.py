"""Dates as people write them in French: « septembre 2025 », « le 14 ou le 21 septembre 2023 », « à l’automne ».

What is read is never more exact than what was written: « fin septembre 2025 » is a month, « vers 2025 » is about a
year, and « à l’automne » without a year is kept in words only, with nothing known. EDTF text is read too.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from fne_roadmaps.domain.dates.incertaine import RECU_MAX, DateIncertaine, NatureDate, jour_contredit, lire_date
from fne_roadmaps.domain.dates.mots import JOURS, MOIS, quantieme
from fne_roadmaps.domain.errors import RegleViolee
from fne_roadmaps.domain.textes import replier, texte_propre

EXEMPLES = "« 6 janvier 2025 », « septembre 2025 », « automne 2025 », « du 19 au 20 octobre 2025 » ou « 2025 »"
_ABREGES = {"janv": 1, "jan": 1, "fevr": 2, "fev": 2, "avr": 4, "juil": 7, "sept": 9, "sep": 9, "oct": 10, "nov": 11}
_RANGS = {**{replier(nom): n for n, nom in enumerate(MOIS, start=1)}, **_ABREGES, "dec": 12}
_SAISONS = {"printemps": 21, "ete": 22, "automne": 23, "hiver": 24}
_ORDRES = {"premier": 1, "deuxieme": 2, "second": 2, "troisieme": 3, "quatrieme": 4, "dernier": 4}

_AVANT = re.compile(
    r"(?:au cours (?:de |du |d')|courant |mois (?:de |d')|annee |journee du |(?:le|la|en|au|a|du|de) |(?:a |de )?l'|d'"
    r"|(?:toute fin|debut|mi|milieu|fin)[ -])"
)
_MOIS = re.compile(rf"(?:(1er|\d{{1,2}}) )?({'|'.join(sorted(_RANGS, key=len, reverse=True))})\.?(?: (\d{{4}}))?")
_SAISON = re.compile(r"(printemps|ete|automne|hiver)(?: (\d{4})(?:[-/](\d{4}|\d{2}))?)?")
_PERIODE = re.compile(
    rf"(?:([1-4])(?:er|re|e|eme|nd|nde)?|({'|'.join(_ORDRES)})) (trimestre|semestre)(?: (?:de |de l'annee )?(\d{{4}}))?"
)
_SIGLE = re.compile(r"([ts])([1-4])(?: (\d{4}))?")
_CHIFFRES = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})")
_MOIS_EN_CHIFFRES = re.compile(r"(\d{1,2})[/.-](\d{4})")
_ANNEE = re.compile(r"(\d{4})")
_JOUR_SEUL = re.compile(r"(1er|\d{1,2})")
_EDTF = re.compile(r"(?=.*\d{4})[0-9\[\].,/~?%:{}\s-]+|[0-9]{4}-[0-9t:.-]+z?")
_JOUR_DE_SEMAINE = re.compile(rf"\b({'|'.join(JOURS)}) (?=1er|\d)")


class DateIncomprise(RegleViolee):
    """Words that are not those of a date, as against a date that does not exist."""


class _Incompris(ValueError):
    """Not words of a date."""


@dataclass(frozen=True, slots=True)
class _Point:
    """A point as written: what is missing is said by the next one, or not at all. ``code`` as in EDTF."""

    an: int | None = None
    code: int | None = None
    jour: int | None = None

    def edtf(self) -> str:
        parties = [f"{self.an or 0:04d}", *(f"{p:02d}" for p in (self.code, self.jour) if p is not None)]
        return "-".join(parties)

    def vers(self) -> str:
        """About it: EDTF says « about » of days, months and years only, so the rest widens to about its year."""
        precis = self.code is None or self.code <= 12
        return f"{self.edtf() if precis else _Point(self.an).edtf()}~"

    def en_mois(self, *, dernier: bool) -> _Point:
        """Its first or last month, for a season, a quarter or a half-year: the ends of a span are months."""
        if self.code is None or self.code <= 12 or self.an is None:
            return self
        if self.code <= 24:
            debut, duree = 3 * (self.code - 20), 3
        else:
            debut, duree = (3 * (self.code - 33) + 1, 3) if self.code <= 36 else (6 * (self.code - 40) + 1, 6)
        tours, mois = divmod(debut - 1 + (duree - 1 if dernier else 0), 12)
        return _Point(self.an + tours, mois + 1)


def lire_date_dite(texte: str, champ: str = "date") -> DateIncertaine:
    """The date that French words (or EDTF text) tell, with the words kept as received. Raises RegleViolee.

    Words without a year give a date of which nothing is known but the words.
    """
    recu = texte_propre(texte, champ, RECU_MAX, obligatoire=True)
    mots, annonce = _sans_jour_de_semaine(replier(recu).strip(" .;,"))
    try:
        edtf = _lire(mots)
    except _Incompris:
        raise DateIncomprise(champ, f"« {recu[:60]} » ne se lit pas comme une date. Écrivez {EXEMPLES}.") from None
    except RegleViolee as refus:
        raise RegleViolee(champ, refus.message) from None
    if edtf is None:
        return DateIncertaine("", None, None, recu)
    try:
        lue = lire_date(edtf, champ, recu)
    except RegleViolee as refus:
        raise RegleViolee(champ, _conseil(refus.message, edtf)) from None
    contredit = jour_contredit(lue, annonce) if annonce else None
    if contredit:
        raise RegleViolee(champ, f"{contredit} Corrigez l’un ou l’autre.")
    return lue


def lire_jour_dit(texte: str, champ: str = "date") -> date:
    """An exact day, in words or figures. Raises RegleViolee when the words say less than a day."""
    lue = lire_date_dite(texte, champ)
    if lue.nature is not NatureDate.JOUR or lue.premier is None:
        raise RegleViolee(champ, "Un jour précis est attendu ici, par exemple « 6 janvier 2025 » ou « 06/01/2025 ».")
    return lue.premier


def _conseil(message: str, edtf: str) -> str:
    """« Le 31 novembre 2025 n’existe pas. » and what to write instead."""
    trouve = re.fullmatch(r"(\d{4})-(\d{2})-(3[01]|29)", edtf)
    if trouve is None or not message.endswith("n’existe pas."):
        return message
    an, mois = int(trouve[1]), int(trouve[2])
    nom = MOIS[mois - 1]
    return f"{message} Écrivez par exemple « {28 if mois == 2 else 30} {nom} {an} » ou « {nom} {an} »."


def _sans_jour_de_semaine(mots: str) -> tuple[str, str | None]:
    trouve = _JOUR_DE_SEMAINE.search(mots)
    return (mots[: trouve.start()] + mots[trouve.end() :], trouve[1]) if trouve else (mots, None)


def _lire(mots: str) -> str | None:
    """EDTF text of folded words; None when they lack the year."""
    if _CHIFFRES.fullmatch(mots) or _MOIS_EN_CHIFFRES.fullmatch(mots):
        return _edtf([_point(mots)], "{0}")
    if _EDTF.fullmatch(mots):
        return mots.upper()
    for motif, forme in _TOURNURES:
        trouve = motif.fullmatch(mots)
        if trouve:
            return forme(trouve)
    return _edtf([_point(mots)], "{0}")


def _edtf(points: Sequence[_Point], modele: str) -> str | None:
    """The points in ``modele``, each completed by the next; None when one of them has no year."""
    complets: list[_Point] = []
    for point in reversed(points):
        suivant = complets[0] if complets else _Point()
        code = suivant.code if point.code is None and point.jour is not None else point.code
        complets.insert(0, replace(point, code=code, an=suivant.an if point.an is None else point.an))
    if any(p.jour is not None and p.code is None for p in complets):
        raise _Incompris
    if any(p.an is None for p in complets):
        _verifier_sans_annee(complets)
        return None
    return modele.format(*(p.edtf() for p in complets))


def _verifier_sans_annee(points: Sequence[_Point]) -> None:
    for p in points:
        if p.jour is not None and p.code is not None:
            try:
                date(2000, p.code, p.jour)
            except ValueError:
                raise RegleViolee("date", f"Le {quantieme(p.jour)} {MOIS[p.code - 1]} n’existe pas.") from None


def _point(mots: str) -> _Point:
    """One point; prepositions and « début », « mi », « fin » say nothing that a point can hold. Raises _Incompris."""
    while True:
        for lire in (_en_mois, _en_saison, _en_periode, _en_chiffres):
            lu = lire(mots)
            if lu is not None:
                return lu
        avant = _AVANT.match(mots)
        if avant is None:
            raise _Incompris
        mots = mots[avant.end() :]


def _en_mois(mots: str) -> _Point | None:
    trouve = _MOIS.fullmatch(mots)
    return _Point(_nombre(trouve[3]), _RANGS[trouve[2]], _nombre(trouve[1])) if trouve else None


def _en_saison(mots: str) -> _Point | None:
    trouve = _SAISON.fullmatch(mots)
    if trouve is None:
        return None
    an, suite = _nombre(trouve[2]), trouve[3]
    if suite and (trouve[1] != "hiver" or an is None or int(suite) != (an + 1 if len(suite) == 4 else (an + 1) % 100)):
        raise _Incompris
    return _Point(an, _SAISONS[trouve[1]])


def _en_periode(mots: str) -> _Point | None:
    if trouve := _PERIODE.fullmatch(mots):
        semestre = trouve[3] == "semestre"
        rang = int(trouve[1]) if trouve[1] else _ORDRES[trouve[2]]
        rang, an = (2 if semestre and trouve[2] == "dernier" else rang), trouve[4]
    elif sigle := _SIGLE.fullmatch(mots):
        semestre, rang, an = sigle[1] == "s", int(sigle[2]), sigle[3]
    else:
        return None
    if semestre and rang > 2:
        raise _Incompris
    return _Point(_nombre(an), rang + (39 if semestre else 32))


def _en_chiffres(mots: str) -> _Point | None:
    if trouve := _CHIFFRES.fullmatch(mots):
        return _Point(int(trouve[3]), int(trouve[2]), int(trouve[1]))
    if trouve := _MOIS_EN_CHIFFRES.fullmatch(mots):
        if not 1 <= int(trouve[1]) <= 12:
            raise _Incompris
        return _Point(int(trouve[2]), int(trouve[1]))
    if trouve := _ANNEE.fullmatch(mots):
        return _Point(int(trouve[1]))
    if trouve := _JOUR_SEUL.fullmatch(mots):
        return _Point(jour=_nombre(trouve[1]))
    return None


def _nombre(texte: str | None) -> int | None:
    return None if texte is None else int(texte.removesuffix("er"))


_Forme = Callable[[re.Match[str]], str | None]


def _forme(modele: str, *, mois: bool = False) -> _Forme:
    """Each group of the words is a point of the model; ``mois`` when it only takes days, months and years."""

    def lire(trouve: re.Match[str]) -> str | None:
        points = [_point(mots) for mots in trouve.groups()]
        if mois:
            points = [p.en_mois(dernier=i == len(points) - 1) for i, p in enumerate(points)]
        return _edtf(points, modele)

    return lire


def _vers(trouve: re.Match[str]) -> str | None:
    point = _point(trouve[1])
    return None if _edtf([point], "{0}") is None else point.vers()


def _choix(trouve: re.Match[str]) -> str | None:
    points = [_point(mots.strip()) for mots in re.split(r",| ou ", trouve[0]) if mots.strip()]
    return _edtf(points, "[" + ",".join(f"{{{i}}}" for i in range(len(points))) + "]")


def _jours_de_suite(trouve: re.Match[str]) -> str | None:
    """« 19 et 20 octobre 2025 » lasts; days that do not follow one another are two dates, not one."""
    lue = _edtf([_point(trouve[1]), _point(trouve[2])], "{0}/{1}")
    duree = lire_date(lue) if lue is not None else None
    if duree is not None and (duree.nature, duree.etendue) != (NatureDate.DUREE, 2):
        raise _Incompris
    return lue


_A_PARTIR = r"(?:a partir|a compter|des|depuis)(?= |d)"
_TOURNURES: tuple[tuple[re.Pattern[str], _Forme], ...] = tuple(
    (re.compile(motif), forme)
    for motif, forme in (
        (rf"a une date a fixer, {_A_PARTIR} (.+)", _forme("[{0}..]")),
        (rf"{_A_PARTIR} (.+)", _forme("{0}/..")),
        (r"jusqu'(.+)", _forme("../{0}")),
        (r"(?:au plus tard|avant|d'ici) (.+)", _forme("[..{0}]", mois=True)),
        (r"(?:un jour )?entre (.+) et (.+)", _forme("[{0}..{1}]", mois=True)),
        (r"(?:durant|pendant|tout au long d[eu]) (.+)", _forme("{0}/{0}")),
        (r"(?:vers|autour de|environ) (.+)", _vers),
        (r"(.+) environ", _vers),
        (r".+ ou .+", _choix),
        (r"(?:de |du |d'|de l')(.+?) (?:a |au |a l'|jusqu'(?:a |au |en ))(.+)", _forme("{0}/{1}")),
        (r"(.+?)(?: ?[–—] ?| - )(.+)", _forme("{0}/{1}")),
        (r"(.+) et (.+)", _jours_de_suite),
        (r"(.+?) (?:a|au|jusqu'(?:a|au|en)) (.+)", _forme("{0}/{1}")),
    )
)
