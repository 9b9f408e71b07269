"""What every test of the services is spared."""

from __future__ import annotations

import pytest
from argon2 import PasswordHasher

from backend.services.comptes import connexion


@pytest.fixture(autouse=True)
def condenses_rapides(monkeypatch: pytest.MonkeyPatch) -> None:
    """Digests of passwords that cost next to nothing: what they cost for real is tested with pages."""
    monkeypatch.setattr(connexion, "hacheur", lambda: PasswordHasher(time_cost=1, memory_cost=64, parallelism=1))
