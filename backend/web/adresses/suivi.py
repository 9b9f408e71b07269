"""The follow-up of a roadmap, what changed in it, and one's own."""

from __future__ import annotations

from urllib.parse import urlencode
from uuid import UUID

MON_SUIVI = "/mon-suivi"


def suivi(feuille: UUID | str) -> str:
    """The follow-up of a roadmap."""
    return f"/feuilles-de-route/{feuille}/suivi"


def changements(feuille: UUID | str, depuis: str | None = None, page: int = 1) -> str:
    """Every change of its fiches since a day, or what names it; since the last COPIL without one."""
    requete = {n: v for n, v in (("depuis", depuis), ("page", page if page > 1 else None)) if v}
    chemin = f"/feuilles-de-route/{feuille}/changements"
    return f"{chemin}?{urlencode(requete)}" if requete else chemin
