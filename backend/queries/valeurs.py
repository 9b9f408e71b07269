"""From stored columns to values: vocabularies, uncertain dates and references, the same in every query."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from backend.queries.lecture import Ligne
from fne_roadmaps.domain.dates import depuis_colonnes
from fne_roadmaps.domain.enums import Vocabulaire


@dataclass(frozen=True)
class Forme:
    """How the columns of a row read.

    ``mots`` gives the vocabulary of a column; ``dates`` are prefixes of the four columns of an uncertain date; ``refs``
    are keys of other objects, with ``<name>_code`` and ``<name>_nom`` joined beside them.
    """

    mots: Mapping[str, type[Vocabulaire]] = field(default_factory=dict)
    dates: Collection[str] = ()
    refs: Collection[str] = ()

    @cached_property
    def membres(self) -> tuple[tuple[str, Mapping[str, Vocabulaire]], ...]:
        """The members of each vocabulary by code."""
        return tuple((champ, {membre.value: membre for membre in mots}) for champ, mots in self.mots.items())

    @cached_property
    def colonnes_de_dates(self) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """The four columns of each date."""
        return tuple((p, tuple(f"{p}_{s}" for s in ("edtf", "premier", "dernier", "recu"))) for p in self.dates)

    @cached_property
    def colonnes_de_refs(self) -> tuple[tuple[str, str, str], ...]:
        """The code and the name beside each key."""
        return tuple((champ, f"{champ}_code", f"{champ}_nom") for champ in self.refs)


def former(rangee: Ligne, forme: Forme) -> Ligne:
    """A row with vocabulary members, ``DateIncertaine`` and ``{"id", "code", "nom"}`` in place of raw columns."""
    valeurs = dict(rangee)
    for champ, membres in forme.membres:
        if valeurs[champ] is not None:
            valeurs[champ] = membres[valeurs[champ]]
    for prefixe, colonnes in forme.colonnes_de_dates:
        valeurs[prefixe] = depuis_colonnes(*map(valeurs.pop, colonnes))
    for champ, colonne_code, colonne_nom in forme.colonnes_de_refs:
        code, nom, cle = valeurs.pop(colonne_code), valeurs.pop(colonne_nom), valeurs[champ]
        if cle is not None:
            valeurs[champ] = {"id": cle, "code": code, "nom": nom}
    return valeurs


def former_toutes(rangees: Iterable[Ligne], forme: Forme) -> list[Ligne]:
    """``former`` on each row."""
    return [former(rangee, forme) for rangee in rangees]
