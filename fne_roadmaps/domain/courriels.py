"""When a mail is tried again, and when it is given up."""

from __future__ import annotations

from datetime import timedelta

DELAIS = (timedelta(minutes=1), timedelta(minutes=5), timedelta(minutes=30), timedelta(hours=2), timedelta(hours=12))
"""Waits after the first failed try, the second…; none is left after the last."""
ENVOI_MAX = timedelta(minutes=10)
"""A mail taken for longer than that was cut while being sent: nobody knows whether it left."""


def prochain_essai(essais: int) -> timedelta | None:
    """How long to wait after that many failed tries; None: given up."""
    return DELAIS[essais - 1] if 1 <= essais <= len(DELAIS) else None
