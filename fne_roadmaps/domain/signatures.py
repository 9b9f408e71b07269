"""What makes a published text verifiable: its canonical bytes (RFC 8785) and their SHA-256."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from typing import Any

import rfc8785

from fne_roadmaps.domain.errors import RegleViolee

SCHEMA_FEUILLE = 1
"""Schema of the frozen content of a roadmap; one renderer is kept for each number ever used."""


def canonique(contenu: Mapping[str, Any]) -> bytes:
    """The one way of writing this content as JSON. Raises RegleViolee for what JSON cannot hold exactly."""
    try:
        return rfc8785.dumps(dict(contenu))
    except rfc8785.CanonicalizationError:
        raise RegleViolee(
            "contenu", "Ce contenu ne peut pas être figé : un nombre est trop grand, ou n’en est pas un."
        ) from None


def empreinte(contenu: Mapping[str, Any]) -> str:
    """SHA-256 of the canonical bytes, 64 hexadecimal characters."""
    return hashlib.sha256(canonique(contenu)).hexdigest()
