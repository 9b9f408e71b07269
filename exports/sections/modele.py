"""Plain shapes shared by every renderer: a labelled value and a table of texts."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

ABSENT = "–"
A_DESIGNER = "À désigner"
NON_DOCUMENTE = "non documenté"


@dataclass(frozen=True, slots=True)
class Rubrique:
    """A label and its text; ``detail`` comes under it (the function of a pilote), then ``note``, in small."""

    libelle: str
    texte: str
    detail: str | None = None
    note: str | None = None


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


def notes_groupees(notes: Iterable[tuple[str | None, str]]) -> str:
    """« Composition : non documenté (comité de pilotage, comité technique). » from (note, what it is about)."""
    par_note: dict[str, list[str]] = {}
    for note, sujet in notes:
        if note:
            par_note.setdefault(note.rstrip(". "), []).append(sujet)
    return " ".join(f"{note} ({', '.join(dict.fromkeys(sujets))})." for note, sujets in par_note.items())
