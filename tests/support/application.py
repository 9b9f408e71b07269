"""Applications lent to tests: one is made when none is free."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from litestar import Litestar

from backend.app import create_app
from backend.settings import Settings

_LIBRES: list[Litestar] = []


@contextmanager
def application(settings: Settings) -> Iterator[Litestar]:
    """An application of ``settings``, not started. Making one costs as much as twenty requests: it serves again."""
    app = _LIBRES.pop() if _LIBRES else create_app(Settings())
    app.state.settings = settings
    try:
        yield app
    finally:
        _LIBRES.append(app)
