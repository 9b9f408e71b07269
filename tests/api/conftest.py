"""The application, called without a network, on a demonstration."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any, cast
from uuid import uuid4

import httpx
import pytest
from litestar import Litestar

from backend.settings import Settings
from tests.support.application import application
from tests.support.personnes import SECRET

ALICE, BOB, CHARLIE, DIANE = "alice-28", "bob-28", "charlie-41", "diane-hub"


class Site:
    """The running application and the people who call its API."""

    def __init__(self, app: Any, client: httpx.AsyncClient) -> None:
        self.app, self.client = app, client

    async def demander(
        self,
        methode: str,
        adresse: str,
        qui: str | None = ALICE,
        *,
        entetes: dict[str, str] | None = None,
        **suite: Any,
    ) -> httpx.Response:
        """One request to ``/api/v1/…`` (or to an absolute address) by somebody."""
        donnes = {"authorization": f"Bearer {qui}"} if qui else {}
        chemin = adresse if adresse.startswith("/") else f"/api/v1/{adresse}"
        return await self.client.request(methode, chemin, headers={**donnes, **(entetes or {})}, **suite)

    async def lire(self, adresse: str, qui: str | None = ALICE, **suite: Any) -> httpx.Response:
        """GET."""
        return await self.demander("GET", adresse, qui, **suite)

    async def creer(
        self, adresse: str, corps: Any, qui: str | None = ALICE, *, cle: str | None = None
    ) -> httpx.Response:
        """POST with an idempotency key, a fresh one unless given."""
        return await self.demander("POST", adresse, qui, json=corps, entetes={"idempotency-key": cle or str(uuid4())})

    async def changer(
        self, adresse: str, corps: Any, version: int = 1, qui: str | None = ALICE, *, methode: str = "PATCH"
    ) -> httpx.Response:
        """PATCH (or POST for an act) from a version."""
        return await self.demander(methode, adresse, qui, json=corps, entetes={"if-match": f'"{version}"'})

    async def agir(self, adresse: str, corps: Any, version: int = 1, qui: str | None = ALICE) -> httpx.Response:
        """POST of an act."""
        return await self.changer(adresse, corps, version, qui, methode="POST")


@asynccontextmanager
async def site_ouvert(url: str) -> AsyncIterator[Site]:
    """The application on a database, from its start to its stop."""
    with application(Settings(database_url=url, secret_key=SECRET)) as app:
        async with _vivante(app) as site:
            yield site


@asynccontextmanager
async def _vivante(app: Litestar) -> AsyncIterator[Site]:
    pret, fini = asyncio.Event(), asyncio.Event()

    async def vivre() -> None:
        async with app.lifespan():
            pret.set()
            await fini.wait()

    # In a task of its own: a fixture may end in another task than it began in, a lifespan may not.
    vie = asyncio.create_task(vivre())
    attente = asyncio.create_task(pret.wait())
    await asyncio.wait({vie, attente}, return_when=asyncio.FIRST_COMPLETED)
    try:
        if vie.done():
            vie.result()
        transport = httpx.ASGITransport(app=cast(Any, app), raise_app_exceptions=False)
        async with httpx.AsyncClient(transport=transport, base_url="http://fne.test") as client:
            yield Site(app, client)
    finally:
        attente.cancel()
        fini.set()
        await vie


@pytest.fixture
async def site(url_base_demo: str) -> AsyncIterator[Site]:
    """A demonstration of the test's own."""
    async with site_ouvert(url_base_demo) as ouvert:
        yield ouvert


@pytest.fixture
async def site_lu(url_base_demo_lecture: str) -> AsyncIterator[Site]:
    """The demonstration every test reads and none changes."""
    async with site_ouvert(url_base_demo_lecture) as ouvert:
        yield ouvert


@pytest.fixture(params=["sqlite", "postgresql"])
def url_demo(request: pytest.FixtureRequest) -> str:
    """A demonstration on each engine."""
    nom = "url_base_demo" if request.param == "sqlite" else "url_base_demo_postgresql"
    return str(request.getfixturevalue(nom))


@pytest.fixture
async def site_partout(url_demo: str) -> AsyncIterator[Site]:
    """A demonstration of the test's own, on each engine."""
    async with site_ouvert(url_demo) as ouvert:
        yield ouvert


@pytest.fixture
async def site_vide(url_base_sqlite: str) -> AsyncIterator[Site]:
    """An ordinary database, which holds nothing and no account."""
    async with site_ouvert(url_base_sqlite) as ouvert:
        yield ouvert
