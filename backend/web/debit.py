"""How many requests one may make in a while: kept in memory, for each process, of a bounded number of callers."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Hashable
from datetime import datetime, timedelta

CLES_MAX = 10_000
"""Callers remembered; beyond, those heard of longest ago start anew."""


class Debit:
    """At most ``maximum`` requests of one caller in each ``fenetre``."""

    def __init__(self, maximum: int, fenetre: timedelta) -> None:
        self._maximum, self._fenetre = maximum, fenetre
        self._comptes: OrderedDict[Hashable, tuple[datetime, int]] = OrderedDict()

    def compter(self, cle: Hashable, maintenant: datetime) -> int:
        """Count one request; 0 when it may be answered, else the seconds to wait, at least 1."""
        debut, nombre = self._comptes.pop(cle, (maintenant, 0))
        if maintenant - debut >= self._fenetre:
            debut, nombre = maintenant, 0
        self._comptes[cle] = debut, nombre + 1
        if len(self._comptes) > CLES_MAX:
            self._comptes.popitem(last=False)
        if nombre < self._maximum:
            return 0
        return max(1, int((debut + self._fenetre - maintenant).total_seconds()))
