"""Keys of a demonstration: the same readable name gives the same key everywhere."""

from __future__ import annotations

from uuid import NAMESPACE_URL, UUID, uuid5

_ESPACE = uuid5(NAMESPACE_URL, "urn:fne-roadmaps:demonstration")


def cle_fixe(nom: str) -> UUID:
    """The key of a name such as ``gouvernance:28``."""
    return uuid5(_ESPACE, nom)
