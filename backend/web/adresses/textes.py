"""Long texts looked at before they are saved, and the page about accessibility."""

from __future__ import annotations

from urllib.parse import urlencode

APERCU = "/apercu"
ACCESSIBILITE = "/accessibilite"


def apercu(vers: str) -> str:
    """The preview of a long text of a form that is sent to ``vers``, a path of this site."""
    return f"{APERCU}?{urlencode({'vers': vers})}"
