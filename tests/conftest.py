"""Fixtures shared by all tests: each subject is a plugin of its own under ``tests/support``."""

from __future__ import annotations

import pytest

pytest_plugins = [
    "tests.support.reseau",
    "tests.support.personnes",
    "tests.support.postgresql",
    "tests.support.bases",
    "tests.support.envois",
]


@pytest.fixture(autouse=True)
def environnement_neutre(monkeypatch: pytest.MonkeyPatch) -> None:
    """No setting of the person's own shell reaches a test, nor the database it names."""
    for nom in ("FNE_DATABASE_URL", "FNE_BASE_URL", "FNE_SMTP_URL", "FNE_COURRIEL_EXPEDITEUR"):
        monkeypatch.delenv(nom, raising=False)
