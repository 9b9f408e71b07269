"""Mails: those of a governance, and the letterbox of a demonstration."""

from __future__ import annotations

from urllib.parse import urlencode
from uuid import UUID

BOITE = "/demonstration/courriels"


def courriels(
    gouvernance: UUID | str, *, etat: str | None = None, page: int | None = None, fait: str | None = None
) -> str:
    """The mails of a governance."""
    demandes = {"etat": etat, "page": page, "fait": fait}
    paires = {nom: valeur for nom, valeur in demandes.items() if valeur}
    return f"/gouvernances/{gouvernance}/courriels" + (f"?{urlencode(paires)}" if paires else "")


def renvoyer(gouvernance: UUID | str, cle: UUID) -> str:
    """Sending again one that failed."""
    return f"/gouvernances/{gouvernance}/courriels/{cle}/renvoyer"


def boite(page: int | None = None) -> str:
    """The letterbox of a demonstration."""
    return f"{BOITE}?page={page}" if page else BOITE


def lettre(cle: UUID) -> str:
    """One mail of the letterbox."""
    return f"{BOITE}/{cle}"
