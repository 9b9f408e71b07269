"""Commands that bring an agenda in."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated

from pydantic import Field

from backend.services.commands.champs import (
    MAX_LONG,
    Commande,
    DateEdtf,
    Heure,
    JourAnnonce,
    Mot300,
    Mot300Facultatif,
    Reference,
    ReferenceFacultative,
    Texte,
    TexteFacultatif,
    Url,
)
from fne_roadmaps.domain.enums import EtatReunion, GenreReunion

REUNIONS_MAX = 2_000
RESTES_MAX = 50_000
"""Lines and parts of lines: more than the longest text holds."""


class ReunionImportee(Commande):
    """One meeting as confirmed; ``source`` says where it comes from, and is what a second import recognises.

    ``etat`` is only given when the agenda says « annulée » or « reportée »; ``date_avant`` the day it moved from.
    """

    titre: Mot300
    date: DateEdtf | None = None
    jour_annonce: JourAnnonce | None = None
    date_avant: DateEdtf | None = None
    confirmee: bool = True
    heure_debut: Heure | None = None
    heure_fin: Heure | None = None
    lieu: Mot300Facultatif = None
    lien_visio: Url | None = None
    genre: GenreReunion = GenreReunion.AUTRE
    instance: ReferenceFacultative = None
    territoire: ReferenceFacultative = None
    etat: EtatReunion | None = None
    note: TexteFacultatif = None
    source: TexteFacultatif = None


class ImporterAgenda(Commande):
    """The meetings of an agenda, created together or not at all; ``restes`` are its other lines, kept beside."""

    gouvernance: Reference
    reunions: Annotated[tuple[ReunionImportee, ...], Field(max_length=REUNIONS_MAX)]
    restes: Annotated[tuple[Texte, ...], Field(max_length=RESTES_MAX)] = ()


def en_restes(lignes: Iterable[str]) -> tuple[str, ...]:
    """Lines as ``restes`` takes them: each once, a very long one in several."""
    parts = (ligne[i : i + MAX_LONG] for ligne in dict.fromkeys(lignes) for i in range(0, len(ligne), MAX_LONG))
    return tuple(p for p in parts if p.strip())
