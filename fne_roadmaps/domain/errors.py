"""The one family of domain errors; ``backend.errors`` alone turns them into answers.

Messages are French sentences meant for the person: they name the field and the cause.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any


class ErreurMetier(Exception):
    """Base of every error a person can understand and mend."""


class NonTrouve(ErreurMetier):
    """The object does not exist, or the reader may not know that it does: never told apart."""

    def __init__(self, quoi: str = "Cet élément") -> None:
        super().__init__(f"{quoi} n’existe pas, ou vous n’y avez pas accès.")


class Interdit(ErreurMetier):
    """The reader sees the object but may not do this to it."""


class RegleViolee(ErreurMetier):
    """A rule refuses a value. ``champ`` is the field's name as typed, dotted for nested values."""

    def __init__(self, champ: str, message: str) -> None:
        super().__init__(message)
        self.champ = champ
        self.message = message


class ReglesViolees(ErreurMetier):
    """Several rules refuse the same input; all are told at once."""

    def __init__(self, violations: list[RegleViolee]) -> None:
        super().__init__(" ".join(v.message for v in violations))
        self.violations = tuple(violations)


class Conflit(ErreurMetier):
    """The stored version moved on: both texts travel so that neither is lost."""

    def __init__(self, message: str, actuel: Mapping[str, Any], propose: Mapping[str, Any]) -> None:
        super().__init__(message)
        self.actuel = dict(actuel)
        self.propose = dict(propose)
