"""Which hour is meant, where it is not that of Paris."""

from __future__ import annotations

from functools import cache

from babel.dates import get_timezone, get_timezone_location

from exports.formats.mots import de

_METROPOLE = "Europe/Paris"


@cache
def heure_locale(fuseau: str) -> str | None:
    """« heure de La Réunion »; None for Paris, the name itself of a zone nobody knows."""
    if fuseau == _METROPOLE:
        return None
    try:
        lieu = get_timezone_location(get_timezone(fuseau), locale="fr_FR", return_city=False)
    except (LookupError, ValueError):
        return fuseau
    return f"heure {de(lieu.partition(':')[2].strip() or lieu)}"
