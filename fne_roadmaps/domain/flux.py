"""Calendar feeds: their secret, and when a reading of them is worth writing down."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from hashlib import sha256

from fne_roadmaps.domain.errors import RegleViolee

OCTETS = 24
"""Of a secret: 192 bits, drawn by the caller."""
ENTRE_DEUX_USAGES = timedelta(hours=1)
RAPPELS = (15, 60, 24 * 60)
"""Minutes before a meeting when a calendar may ring, for who asks for it."""
_SECRET = re.compile(r"[A-Za-z0-9_-]{32}")


def empreinte_du_secret(secret: str) -> str | None:
    """SHA-256 of a secret, 64 hexadecimal characters; None for what cannot be one."""
    return sha256(secret.encode("ascii")).hexdigest() if _SECRET.fullmatch(secret) else None


def usage_a_noter(dernier: datetime | None, maintenant: datetime) -> bool:
    """A reading is written at most once an hour: agendas ask far more often."""
    return dernier is None or maintenant - dernier >= ENTRE_DEUX_USAGES


def verifier_rappel(minutes: int | None) -> int | None:
    """A reminder is one of ``RAPPELS``, or none. Raises RegleViolee."""
    if minutes is not None and minutes not in RAPPELS:
        raise RegleViolee("rappel_minutes", "Choisissez un rappel parmi ceux proposés, ou aucun.")
    return minutes
