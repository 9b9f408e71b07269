"""What surrounds every request, found or not: reference, HEAD, security headers, one line of log.

The framework runs its own middlewares after routing, hence not for an unknown address: this wraps its whole handler.
"""

from __future__ import annotations

import secrets
import time
from collections.abc import Collection, Iterable, Mapping

import structlog
from litestar.enums import ScopeType
from litestar.types import ASGIApp, Message, Receive, Scope, Send

POLITIQUE_DE_CONTENU = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self'",
        "font-src 'self'",
        "connect-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    )
)
ENTETES: dict[bytes, bytes] = {
    b"content-security-policy": POLITIQUE_DE_CONTENU.encode(),
    b"x-content-type-options": b"nosniff",
    b"referrer-policy": b"same-origin",
    b"permissions-policy": b"camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    b"cross-origin-opener-policy": b"same-origin",
    b"cross-origin-resource-policy": b"same-origin",
    b"x-frame-options": b"DENY",
    b"cache-control": b"private, no-cache",
}
HSTS = b"max-age=31536000; includeSubDomains"

journal = structlog.get_logger("requetes")


def envelopper(application: ASGIApp, methodes: Mapping[str, Collection[str]]) -> ASGIApp:
    """The application, wrapped. ``methodes`` are those each pattern of address accepts.

    The framework's own answer to OPTIONS tells only the first one declared.
    """

    async def enveloppe(scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != ScopeType.HTTP:
            await application(scope, receive, send)
            return
        repere, debut = secrets.token_hex(8), time.perf_counter()
        scope["state"]["requete"] = repere
        tete = scope["method"] == "HEAD"
        if tete:
            scope["method"] = "GET"
        statut = 0

        async def envoyer(message: Message) -> None:
            nonlocal statut
            if message["type"] == "http.response.start":
                statut = message["status"]
                entetes = _completes(message["headers"], scope["scheme"], repere)
                permises = methodes.get(scope.get("path_template", "")) if scope["method"] == "OPTIONS" else None
                message["headers"] = _permettre(entetes, permises) if permises else entetes
            elif tete and message["type"] == "http.response.body":
                message["body"] = b""
            await send(message)

        try:
            await application(scope, receive, envoyer)
        finally:
            journal.info(
                "requete",
                requete=repere,
                methode="HEAD" if tete else scope["method"],
                # The pattern of the route, not the address: addresses hold codes, and some of them secrets.
                route=scope.get("path_template") or "?",
                statut=statut,
                ms=round((time.perf_counter() - debut) * 1000, 1),
            )

    return enveloppe


def _completes(entetes: Iterable[tuple[bytes, bytes]], schema: str, repere: str) -> list[tuple[bytes, bytes]]:
    """Headers of an answer, and those every answer carries unless it says otherwise. HEAD goes wherever GET does."""
    donnes = [(nom.lower(), _avec_head(valeur) if nom.lower() == b"allow" else valeur) for nom, valeur in entetes]
    noms = {nom for nom, _ in donnes}
    ajoutes = [(nom, valeur) for nom, valeur in ENTETES.items() if nom not in noms]
    if schema == "https":
        ajoutes.append((b"strict-transport-security", HSTS))
    return [*donnes, *ajoutes, (b"x-request-id", repere.encode())]


def _permettre(entetes: list[tuple[bytes, bytes]], methodes: Collection[str]) -> list[tuple[bytes, bytes]]:
    return [*(e for e in entetes if e[0] != b"allow"), (b"allow", _avec_head(", ".join(methodes).encode()))]


def _avec_head(permises: bytes) -> bytes:
    methodes = {methode.strip() for methode in permises.split(b",")}
    if b"GET" in methodes:
        methodes.add(b"HEAD")
    return b", ".join(sorted(methodes))
