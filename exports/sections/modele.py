"""Plain shapes shared by every renderer: a labelled value and a table of texts."""

from __future__ import annotations

from dataclasses import dataclass

ABSENT = "–"
A_DESIGNER = "À désigner"
NON_DOCUMENTE = "non documenté"


@dataclass(frozen=True, slots=True)
class Rubrique:
    """A label and its text; ``detail`` comes under it, less loud (the function of a pilote)."""

    libelle: str
    texte: str
    detail: str | None = None


@dataclass(frozen=True, slots=True)
class Tableau:
    """A table of texts; its last ``chiffres`` columns hold figures. Alternative text: ``nom`` and ``description``."""

    nom: str
    description: str
    entetes: tuple[str, ...]
    lignes: tuple[tuple[str, ...], ...]
    chiffres: int = 0
    totaux: tuple[tuple[str, ...], ...] = ()
    source: str | None = None
