"""Hours in a line: « 9h30-12h », « de 9 h à 12 h 30 », « à 14h ». A duration (« 2h de visio ») is no hour."""

from __future__ import annotations

import re
from dataclasses import dataclass

_E = " {0,3}"
_H = rf"(?<![0-9a-z/.,])([0-9]{{1,2}}){_E}(?:h(?:eures?)?(?![a-z]){_E}([0-9]{{2}}(?![0-9]))?|:([0-9]{{2}})(?![0-9]))"
_AVANT = r"(?:[,(-] {0,3})?(?:(?:a partir de|de|des|a|vers) {1,3})?"
_PLAGE = re.compile(rf"{_AVANT}{_H}{_E}(?:-|/|>|a|jusqu'a){_E}{_H.replace('(?<![0-9a-z/.,])', '')}")
_PLAGE_COURTE = re.compile(
    rf"{_AVANT}(?<![0-9a-z/.,])([0-9]{{1,2}}){_E}(?:-|a){_E}([0-9]{{1,2}}){_E}h(?![a-z])(?:{_E}([0-9]{{2}})(?![0-9]))?"
)
_SEULE = re.compile(rf"(?P<avant>{_AVANT}){_H}")
_DUREE = re.compile(r"(?:duree|pendant|dure|soit|en)(?: de)? {0,2}:? {0,2}$|\( ?$")
_MOMENT = re.compile(
    r"(?:(?:le|en|l'|la|dans la|dans l') ?)?(?:matin(?:ee)?|apres-midi|soir(?:ee)?|midi|toute la journee|journee)"
    r"(?![a-z])(?= *(?:$|[:,;|)(\t-]))"
)
_COURTE = 6
"""Below six o'clock, an hour alone is a duration."""


@dataclass(frozen=True, slots=True)
class Heures:
    """Hours found between two places of the folded text; ``alerte`` when they contradict one another."""

    places: tuple[int, int]
    debut: str | None = None
    fin: str | None = None
    alerte: str | None = None


def lire_heures(plie: str) -> Heures | None:
    """The first hours of a text, None without any. Hours that do not exist, or end before they start, are told."""
    if trouve := _PLAGE.search(plie):
        return _heures(trouve, (trouve[1], trouve[2] or trouve[3]), (trouve[4], trouve[5] or trouve[6]))
    if trouve := _PLAGE_COURTE.search(plie):
        return _heures(trouve, (trouve[1], None), (trouve[2], trouve[3]))
    for trouve in _SEULE.finditer(plie):
        heure, minutes = trouve[2], trouve[3] or trouve[4]
        duree = _DUREE.search(plie, max(0, trouve.start() - 20), trouve.start() + len(trouve["avant"]))
        if int(heure) >= _COURTE and not (duree and "(" not in duree[0]):
            lue = _heures(trouve, (heure, minutes), None)
            vers = "vers" in trouve["avant"]
            return Heures(lue.places, lue.debut, None, lue.alerte or ("L’heure est approximative." if vers else None))
    return None


def lire_moment(plie: str) -> tuple[int, int] | None:
    """« matin », « après-midi »: the place of words that are no hour, at the beginning of a text."""
    trouve = _MOMENT.match(plie)
    return trouve.span() if trouve else None


def _heures(trouve: re.Match[str], debut: tuple[str, str | None], fin: tuple[str, str | None] | None) -> Heures:
    ecrites = [_ecrire(*h) for h in (debut, fin) if h is not None]
    fautives = [e for e in ecrites if e[0] is None]
    if fautives:
        return Heures(trouve.span(), alerte=f"« {fautives[0][1]} » n’est pas une heure.")
    premiere, derniere = ecrites[0][0], ecrites[-1][0] if fin else None
    if premiere and derniere and derniere <= premiere:
        return Heures(
            trouve.span(), alerte=f"L’heure de fin ({derniere}) ne vient pas après celle du début ({premiere})."
        )
    return Heures(trouve.span(), premiere, derniere)


def _ecrire(heure: str, minutes: str | None) -> tuple[str | None, str]:
    """« HH:MM », None when there is no such hour; and as it was written."""
    dite = f"{heure}h{minutes or ''}"
    existe = int(heure) < 24 and int(minutes or 0) < 60
    return (f"{int(heure):02d}:{int(minutes or 0):02d}" if existe else None), dite
