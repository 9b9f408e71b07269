"""An agenda brought in: where it is pasted, what was understood of it, what it created."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from backend.web.contexts.cadre import Cadre, Lien
from backend.web.contexts.formulaire import Formulaire


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportRecent:
    """An import the reader made, and whether it was undone."""

    href: str
    fait_le: datetime
    annule: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class CollerAgendaContexte:
    """The page where an agenda is pasted."""

    cadre: Cadre
    gouvernance: str
    f: Formulaire
    recents: tuple[ImportRecent, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PropositionLue:
    """One line of the review: what was received, and what its fields do not show. ``rang`` is its number in names."""

    rang: int
    numero: int
    ligne: str
    etat: str
    alertes: tuple[str, ...] = ()
    gardes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class LigneSansReunion:
    """A heading, or a line that was not understood, and how it was taken."""

    ligne: str
    sens: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RelireAgendaContexte:
    """The review: each proposition can be corrected or left, nothing is stored yet."""

    cadre: Cadre
    gouvernance: str
    f: Formulaire
    propositions: tuple[PropositionLue, ...]
    genres: tuple[tuple[str, str], ...]
    instances: tuple[tuple[str, str], ...]
    intitules: tuple[LigneSansReunion, ...]
    non_compris: tuple[LigneSansReunion, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReunionDImport:
    """A meeting of an import; no ``href`` once it is gone. ``cause``: why it stays, or was left."""

    code: str
    titre: str
    href: str | None = None
    cause: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportAgendaContexte:
    """What an import created; ``annuler`` undoes it while it can be."""

    cadre: Cadre
    gouvernance: str
    fait_le: datetime
    reunions: tuple[ReunionDImport, ...]
    laissees: tuple[ReunionDImport, ...]
    restes: tuple[str, ...]
    agenda: Lien
    encore: Lien
    annuler: str | None = None
    annule_le: datetime | None = None
    restees: tuple[ReunionDImport, ...] = ()
