"""Where a fiche is written."""

from __future__ import annotations

from uuid import UUID


def avancement(cle: UUID | str) -> str:
    """Changing how far the fiche is."""
    return f"/fiches-action/{cle}/avancement"
