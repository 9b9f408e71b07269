"""An error in plain words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from backend.web.contexts.cadre import Cadre, Lien


@dataclass(frozen=True, slots=True, kw_only=True)
class Violation:
    """A refused value: the field as named in the address or the form, and why."""

    champ: str
    message: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ErreurContexte:
    """``repere`` is the reference to quote, with the moment it was given, in local time.

    ``textes`` is what somebody wrote in the form that is refused.
    """

    cadre: Cadre
    code: int
    titre: str
    explication: str
    violations: tuple[Violation, ...] = ()
    pistes: tuple[Lien, ...] = ()
    textes: tuple[str, ...] = ()
    repere: str | None = None
    quand: datetime | None = None
