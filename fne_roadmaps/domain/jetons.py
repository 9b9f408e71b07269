"""Links that open one thing to whoever holds them: signed, so that none is stored and none can be guessed.

A token is the key of the thing and an HMAC-SHA-256 (160 bits kept) of its use, key and generation. Raising the
generation stored with the thing revokes every link given before. Reading one says nothing of what was wrong with it.
"""

from __future__ import annotations

import hmac
from base64 import urlsafe_b64decode, urlsafe_b64encode
from hashlib import sha256
from uuid import UUID

from fne_roadmaps.domain.errors import NonTrouve

OCTETS = 20
LONGUEUR = 22 + 1 + 27
QUOI = "Ce lien"


def creer_jeton(secret: str, usage: str, cle: UUID, generation: int = 1) -> str:
    """The token of ``cle`` for one use (« depot »), 50 characters safe in an address."""
    return f"{_texte(cle.bytes)}.{_texte(_sceau(secret, usage, cle, generation))}"


def cle_du_jeton(jeton: str) -> UUID:
    """The key a token names, to read the stored generation before ``verifier_jeton``. Raises NonTrouve."""
    debut, _, sceau = jeton.partition(".")
    try:
        octets = urlsafe_b64decode(f"{debut}==".encode("ascii")) if len(jeton) == LONGUEUR and sceau else b""
    except (ValueError, UnicodeEncodeError):
        octets = b""
    if len(octets) != 16:
        raise NonTrouve(QUOI)
    return UUID(bytes=octets)


def verifier_jeton(secret: str, usage: str, jeton: str, generation: int = 1) -> UUID:
    """The key a token opens, checked in constant time. Raises NonTrouve for anything else than a valid token."""
    cle = cle_du_jeton(jeton)
    attendu = creer_jeton(secret, usage, cle, generation)
    if not hmac.compare_digest(attendu.encode(), jeton.encode()):
        raise NonTrouve(QUOI)
    return cle


def _sceau(secret: str, usage: str, cle: UUID, generation: int) -> bytes:
    message = f"{usage}:{cle}:{generation}".encode()
    return hmac.new(secret.encode(), message, sha256).digest()[:OCTETS]


def _texte(octets: bytes) -> str:
    return urlsafe_b64encode(octets).rstrip(b"=").decode()
