"""Who asks, when, and under which request: the first argument of every service and query."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from uuid import UUID, uuid4
from zoneinfo import ZoneInfo

from fne_roadmaps.domain.droits import SYSTEME, Acteur
from fne_roadmaps.domain.territoires import FUSEAU_HEXAGONE


def maintenant() -> datetime:
    """The only clock of the application, in UTC."""
    return datetime.now(UTC)  # noqa: TID251 - the one place that reads the clock


def jour_de_reference(stocke: date | None, instant: datetime) -> date:
    """The day of a demonstration, else today where most governances are (Paris)."""
    return stocke or instant.astimezone(ZoneInfo(FUSEAU_HEXAGONE)).date()


def cle_au_hasard(_nom: str) -> UUID:
    """A random key: what every real write uses."""
    return uuid4()


@dataclass(frozen=True, slots=True)
class Contexte:
    """The reader or writer, the instant (UTC), the reference day, the request, and how keys are made.

    ``au`` is the day lateness and progress are told at: today, or the day stored in a demonstration database. ``cle``
    receives a readable name such as ``fiche_action:28-2024/1.3``; a demonstration turns it into a fixed key.
    ``secret`` signs personal links (``domain.jetons``).
    """

    acteur: Acteur
    maintenant: datetime
    au: date
    requete: str
    cle: Callable[[str], UUID] = cle_au_hasard
    secret: str = field(default="", repr=False)


def contexte_systeme(au: date | None = None) -> Contexte:
    """The context of the command line: sees and may do everything on its own machine."""
    instant = maintenant()
    return Contexte(SYSTEME, instant, au or instant.date(), f"commande-{uuid4()}")
