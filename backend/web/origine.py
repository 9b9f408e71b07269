"""Requests that change something come from our own pages only: what stands against forged requests.

Browsers say where a request comes from (Sec-Fetch-Site, else Origin); what says neither is no browser, holds no cookie
of ours by accident, and passes.
"""

from __future__ import annotations

from typing import Any
from urllib.parse import urlsplit

from litestar.connection import ASGIConnection
from litestar.handlers import BaseRouteHandler

from backend.web import adresses
from fne_roadmaps.domain.errors import Interdit

_SANS_EFFET = frozenset({"GET", "HEAD", "OPTIONS"})
REFUS = "Cette demande ne vient pas d’une page de ce site : rien n’a été fait."


def chemin_sur(demande: object, defaut: str = adresses.REGION) -> str:
    """Where to come back: a path of this site, nothing that could lead elsewhere."""
    chemin = str(demande or "")
    sur = chemin.startswith("/") and not chemin.startswith("//") and chemin.isascii() and chemin.isprintable()
    return chemin if sur and "\\" not in chemin else defaut


def exiger_meme_origine(connexion: ASGIConnection[Any, Any, Any, Any], _: BaseRouteHandler) -> None:
    """Guard of every page that changes something. Raises Interdit."""
    if connexion.scope.get("method") in _SANS_EFFET:
        return
    provenance = connexion.headers.get("sec-fetch-site")
    if provenance is not None:
        if provenance not in {"same-origin", "none"}:
            raise Interdit(REFUS)
        return
    origine = connexion.headers.get("origin")
    if origine is not None and _hote(origine) != connexion.headers.get("host", ""):
        raise Interdit(REFUS)


def _hote(origine: str) -> str | None:
    """The host and port an origin names; None when it names none that can be read."""
    try:
        return urlsplit(origine).netloc or None
    except ValueError:
        return None
