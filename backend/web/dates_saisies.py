"""Dates in forms: shown in French, read back the same, whatever the form they were stored in."""

from __future__ import annotations

from dataclasses import replace

from exports.formats import date_incertaine, date_sans_preposition
from fne_roadmaps.domain.dates import DateIncertaine, lire_date_dite
from fne_roadmaps.domain.errors import RegleViolee
from fne_roadmaps.domain.textes import replier


def lire_date(texte: str, champ: str) -> DateIncertaine | None:
    """The date typed, None for nothing; its words are kept when they say more than the date. Raises RegleViolee."""
    if not texte.strip():
        return None
    lue = lire_date_dite(texte, champ)
    dites = {replier(lue.edtf), replier(date_sans_preposition(lue)), replier(date_incertaine(lue))} if lue.edtf else ()
    return replace(lue, recu=None) if replier(texte) in dites else lue


def dire_date(d: DateIncertaine | None) -> str:
    """What a field shows of a date, that ``lire_date`` reads as the same date: words received, French, or EDTF."""
    if d is None:
        return ""
    for texte in (d.recu, date_sans_preposition(d)):
        if texte and _relue(texte) == d.edtf:
            return texte
    return d.edtf or d.recu or ""


def _relue(texte: str) -> str | None:
    try:
        return lire_date_dite(texte).edtf
    except RegleViolee:
        return None
