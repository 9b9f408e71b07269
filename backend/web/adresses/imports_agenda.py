"""Bringing an agenda into a governance, and the page of each import."""

from __future__ import annotations

from urllib.parse import quote
from uuid import UUID


def coller(gouvernance: UUID | str) -> str:
    """Where an agenda is pasted, by UUID or code of the governance."""
    return f"/gouvernances/{quote(str(gouvernance), safe='')}/coller-un-agenda"


def fait(cle: UUID | str) -> str:
    """What an import created."""
    return f"/imports-d-agenda/{cle}"


def annuler(cle: UUID | str) -> str:
    """Undoes it."""
    return f"/imports-d-agenda/{cle}/annulation"
