"""The OpenAPI document, made from the same declarations as the routes, served at /api/openapi.json."""

from __future__ import annotations

import json
from functools import cache

from litestar import Response, get

from backend.api.description.document import document


@cache
def _texte() -> bytes:
    return json.dumps(document(), ensure_ascii=False, indent=1).encode()


@get("/api/openapi.json", name="api-openapi")
async def openapi() -> Response[bytes]:
    """The description of the API: open to all, it tells nothing of what the database holds."""
    return Response(content=_texte(), media_type="application/json", headers={"cache-control": "public, max-age=300"})


__all__ = ["document", "openapi"]
