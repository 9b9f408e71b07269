"""A long text as it will read, and what was checked of the accessibility of the site."""

from __future__ import annotations

from dataclasses import dataclass

from backend.web.contexts.cadre import Cadre


@dataclass(frozen=True, slots=True, kw_only=True)
class ApercuContexte:
    """``nom`` is the field looked at, ``champs`` everything else the form holds, ``vers`` where it is sent.

    ``encore`` shows the preview again.
    """

    cadre: Cadre
    nom: str
    libelle: str
    texte: str
    champs: tuple[tuple[str, str], ...]
    vers: str
    encore: str
    trop_long: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AccessibiliteContexte:
    """``verifiees`` are the pages the automatic checks look at, ``autres`` those they do not."""

    cadre: Cadre
    verifiees: tuple[str, ...]
    autres: tuple[str, ...]
    contact: str | None = None
