"""Files to keep: their name, their type, and an answer of a few bytes when the reader already has them."""

from __future__ import annotations

from hashlib import sha256
from typing import Any

from litestar import Request, Response

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
ICS = "text/calendar"


def repondre_fichier(request: Request[Any, Any, Any], octets: bytes, nom: str, type_: str) -> Response[bytes]:
    """The bytes under an ASCII file name; 304 without them when If-None-Match names this very content.

    Kept by the reader's browser only, and asked again each time: rights change.
    """
    etag = f'"{sha256(octets).hexdigest()[:32]}"'
    entetes = {"etag": etag, "cache-control": "private, no-cache", "vary": "cookie"}
    connus = [e.strip().removeprefix("W/") for e in request.headers.get("if-none-match", "").split(",")]
    if etag in connus or "*" in connus:
        return Response(content=b"", status_code=304, headers=entetes)
    disposition = {"content-disposition": f'attachment; filename="{nom}"'}
    return Response(content=octets, media_type=type_, headers={**entetes, **disposition})
