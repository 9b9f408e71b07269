"""Events already serialised, kept in memory: of a calendar where one meeting changed, one is written again.

Bounded: what was used longest ago goes first. A meeting is known by its key, its version and what else its event
depends on; nothing here is ever out of date, since another version is another key.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Hashable

from exports.ical.bloc import Bloc

CAPACITE = 96_000_000
"""Bytes kept: some 70,000 meetings of an ordinary length."""
_PAR_BLOC = 600
"""Bytes of what goes with the event of a meeting: its key and its object."""


class Reserve:
    """Blocks by key, least recently used out first."""

    def __init__(self, capacite: int = CAPACITE) -> None:
        self._blocs: OrderedDict[Hashable, tuple[Bloc, ...]] = OrderedDict()
        self._capacite, self._octets = capacite, 0

    def __len__(self) -> int:
        return len(self._blocs)

    def prendre(self, cle: Hashable) -> tuple[Bloc, ...] | None:
        """The blocks of a meeting, None when they are not kept."""
        trouves = self._blocs.get(cle)
        if trouves is not None:
            self._blocs.move_to_end(cle)
        return trouves

    def garder(self, cle: Hashable, blocs: tuple[Bloc, ...]) -> None:
        """Keep the blocks of a meeting."""
        self._octets += _poids(blocs) - _poids(self._blocs.pop(cle, None))
        self._blocs[cle] = blocs
        while self._octets > self._capacite:
            self._octets -= _poids(self._blocs.popitem(last=False)[1])


def _poids(blocs: tuple[Bloc, ...] | None) -> int:
    return 0 if blocs is None else _PAR_BLOC + sum(len(bloc.octets) for bloc in blocs)
