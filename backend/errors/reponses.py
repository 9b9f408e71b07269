"""Answering a problem: problem+json (RFC 9457) for programs, a page for people."""

from __future__ import annotations

import json
import traceback
from collections.abc import Callable
from pathlib import Path
from typing import Any

import structlog
from litestar import Request, Response

from backend.errors.probleme import Nature, Probleme, nommer
from backend.errors.traduction import traduire

TYPE_PROBLEME = "application/problem+json"
API = "/api/"
LIEUX_MAX = 12
_RACINE = Path(__file__).resolve().parents[2]

Requete = Request[Any, Any, Any]
Page = Callable[[Requete, Probleme, str], str]
"""Makes the HTML of a problem; its last argument is the reference of the request."""

journal = structlog.get_logger("erreurs")


def repere_de(request: Requete) -> str:
    """The reference of the request, as sent in X-Request-ID."""
    return str(request.scope["state"].get("requete", ""))


def veut_du_json(request: Requete) -> bool:
    """The API always answers JSON; elsewhere, who asks for JSON and not for HTML gets it."""
    accepte = request.headers.get("accept", "")
    return f"{request.scope['path']}/".startswith(API) or ("json" in accepte and "html" not in accepte)


def traducteur(page: Page) -> Callable[[Requete, Exception], Response[bytes]]:
    """The exception handler of the application. A page that itself fails falls back on plain text."""

    def repondre(request: Requete, erreur: Exception) -> Response[bytes]:
        repere = repere_de(request)
        probleme = traduire(erreur, version_donnee="if-match" in request.headers, repere=repere)
        if probleme.nature in {Nature.PANNE, Nature.INDISPONIBLE}:
            _noter(erreur, repere)
        if veut_du_json(request):
            return _en_json(request, probleme)
        try:
            contenu, type_ = page(request, probleme, repere), "text/html"
        except Exception as seconde:
            _noter(seconde, repere)
            contenu, type_ = f"{probleme.nature.titre}\n\n{probleme.detail}\n", "text/plain"
        return _reponse(probleme, contenu.encode("utf-8", "replace"), type_)

    return repondre


def _en_json(request: Requete, probleme: Probleme) -> Response[bytes]:
    corps = probleme.en_dict(nommer(request.scope["path"]))
    contenu = json.dumps(corps, ensure_ascii=False, default=str).encode("utf-8", "replace")
    return _reponse(probleme, contenu, TYPE_PROBLEME)


def _reponse(probleme: Probleme, contenu: bytes, type_: str) -> Response[bytes]:
    return Response(
        content=contenu,
        status_code=probleme.nature.statut,
        media_type=type_,
        headers={**probleme.entetes, "cache-control": "no-store"},
    )


def _noter(erreur: BaseException, repere: str) -> None:
    """What failed and where, never the values: messages of errors may quote what people typed."""
    lieux = [f"{_court(c.filename)}:{c.lineno}" for c in traceback.extract_tb(erreur.__traceback__)]
    journal.error("erreur", requete=repere, genre=type(erreur).__name__, lieux=lieux[-LIEUX_MAX:])


def _court(fichier: str) -> str:
    chemin = Path(fichier)
    return str(chemin.relative_to(_RACINE)) if chemin.is_relative_to(_RACINE) else fichier
