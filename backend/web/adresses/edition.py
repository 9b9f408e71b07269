"""Where a fiche is written section by section, where a new one begins, and where what is being typed is kept."""

from __future__ import annotations

from urllib.parse import urlencode
from uuid import UUID


def modifier(cle: UUID | str, section: str = "") -> str:
    """A section of a fiche, to be written; without one, the first its reader may write."""
    return f"/fiches-action/{cle}/modifier" + (f"/{section}" if section else "")


def nouvelle_fiche(feuille: UUID | str) -> str:
    """A new fiche of a roadmap."""
    return f"/feuilles-de-route/{feuille}/fiches/nouvelle"


def brouillon(objet: UUID | str, section: str) -> str:
    """Where a page keeps what is being typed about an object."""
    return f"/brouillons/{objet}/{section}"


def abandon(objet: UUID | str, section: str, retour: str) -> str:
    """Dropping what was kept, then coming back to ``retour``, a path of this site."""
    return f"{brouillon(objet, section)}/abandon?{urlencode({'retour': retour})}"
