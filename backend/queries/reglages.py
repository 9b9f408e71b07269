"""Settings stored with the data."""

from __future__ import annotations

from backend.queries.lecture import lignes


async def lire_reglages() -> dict[str, str]:
    """Every stored setting by its name; none in an ordinary database."""
    return {r["cle"]: r["valeur"] for r in await lignes("SELECT cle, valeur FROM reglage")}
