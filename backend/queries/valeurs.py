"""From stored columns to values: vocabularies, uncertain dates and references, the same in every query."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field

from backend.queries.lecture import Ligne, date_de
from fne_roadmaps.domain.enums import Vocabulaire


@dataclass(frozen=True, slots=True)
class Forme:
    """How the columns of a row read.

    ``mots`` gives the vocabulary of a column; ``dates`` are prefixes of the four columns of an uncertain date; ``refs``
    are keys of other objects, with ``<name>_code`` and ``<name>_nom`` joined beside them.
    """

    mots: Mapping[str, type[Vocabulaire]] = field(default_factory=dict)
    dates: Collection[str] = ()
    refs: Collection[str] = ()


def former(rangee: Ligne, forme: Forme) -> Ligne:
    """A row with vocabulary members, ``DateIncertaine`` and ``{"id", "code", "nom"}`` in place of raw columns."""
    valeurs = dict(rangee)
    for champ, vocabulaire in forme.mots.items():
        if valeurs[champ] is not None:
            valeurs[champ] = vocabulaire(valeurs[champ])
    for prefixe in forme.dates:
        valeurs[prefixe] = date_de(rangee, prefixe)
        for suffixe in ("edtf", "premier", "dernier", "recu"):
            del valeurs[f"{prefixe}_{suffixe}"]
    for champ in forme.refs:
        code, nom = valeurs.pop(f"{champ}_code"), valeurs.pop(f"{champ}_nom")
        if valeurs[champ] is not None:
            valeurs[champ] = {"id": valeurs[champ], "code": code, "nom": nom}
    return valeurs


def former_toutes(rangees: Iterable[Ligne], forme: Forme) -> list[Ligne]:
    """``former`` on each row."""
    return [former(rangee, forme) for rangee in rangees]
