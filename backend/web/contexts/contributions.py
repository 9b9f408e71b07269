"""What contributing without an account shows everywhere: a link that is dead, and what waits."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from backend.web.contexts.cadre import Cadre
from backend.web.contexts.demandes import DemandeLigne


@dataclass(frozen=True, slots=True, kw_only=True)
class LienMortContexte:
    """A personal link that opens nothing: unknown, mistyped or revoked, never told apart.

    ``textes`` is what somebody wrote in the form that was sent to it.
    """

    cadre: Cadre
    textes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PropositionLigne:
    """A deposit that waits, or one being written with help; ``href`` is where it is read."""

    titre: str
    href: str
    numero: str | None
    structure: str
    aide: str | None
    axe: str | None
    le: datetime
    exemple: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class PropositionsContexte:
    """What came in for a roadmap; ``redige``: the reader writes it, and does not only help some deposits."""

    cadre: Cadre
    feuille: str
    redige: bool
    depots: tuple[PropositionLigne, ...]
    reponses: tuple[DemandeLigne, ...]
    attendues: tuple[DemandeLigne, ...]
    aidees: tuple[PropositionLigne, ...]
    appels: str | None
