"""The timetable of an agenda: when each item begins, and whether all of them hold in the meeting."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

_MINUIT = 24 * 60


@dataclass(frozen=True, slots=True)
class Passage:
    """When an item is treated, in local « HH:MM »; ``fin`` None while its own length is unknown."""

    debut: str
    fin: str | None = None


@dataclass(frozen=True, slots=True)
class Tenue:
    """Minutes planned for the items whose length is known, and those of the meeting when its hours are.

    ``sans_duree`` counts the items nobody has given a length to: the sum is then the least it can be.
    """

    prevues: int
    seance: int | None
    sans_duree: int = 0

    @property
    def depassement(self) -> int:
        """Minutes planned beyond the end of the meeting; 0 when it holds, or when nobody knows when it ends."""
        return max(0, self.prevues - self.seance) if self.seance is not None else 0

    @property
    def reste(self) -> int | None:
        """Minutes nobody has planned yet; None when nobody knows how long the meeting lasts."""
        return None if self.seance is None else max(0, self.seance - self.prevues)


def en_minutes(heure: str) -> int:
    """Minutes since midnight of « HH:MM »."""
    heures, _, minutes = heure.partition(":")
    return int(heures) * 60 + int(minutes)


def _en_heure(minutes: int) -> str | None:
    """« HH:MM »; None after midnight: a meeting of several days has one timetable a day, which nobody gave."""
    return f"{minutes // 60:02d}:{minutes % 60:02d}" if minutes < _MINUIT else None


def durees(minutes: Sequence[int | None], debut: str | None, fin: str | None) -> Tenue:
    """What the items of an agenda ask, beside what the meeting gives."""
    seance = en_minutes(fin) - en_minutes(debut) if debut and fin else None
    return Tenue(sum(m or 0 for m in minutes), seance, sum(m is None for m in minutes))


def horaires(debut: str | None, minutes: Sequence[int | None]) -> tuple[Passage | None, ...]:
    """When each item is treated, in order, from the hour the meeting begins.

    After an item whose length is unknown, nobody can tell: None from there on, as without a first hour.
    """
    if debut is None:
        return (None,) * len(minutes)
    connues: list[int] = []
    for m in minutes:
        if m is None:
            break
        connues.append(m)
    bornes = list(accumulate(connues, initial=en_minutes(debut)))
    passages: list[Passage | None] = []
    for i in range(len(minutes)):
        depart = _en_heure(bornes[i]) if i < len(bornes) else None
        arrivee = _en_heure(bornes[i + 1]) if i + 1 < len(bornes) else None
        passages.append(Passage(depart, arrivee) if depart is not None else None)
    return tuple(passages)
