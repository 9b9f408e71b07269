"""The site on the common demonstration, read by whom a test says."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from contextlib import ExitStack, asynccontextmanager, contextmanager
from typing import Any
from unittest.mock import patch

import pytest
from litestar import Litestar
from litestar.testing import TestClient

from backend.settings import Settings
from backend.web import adresses
from tests.support.application import application

Site = TestClient[Litestar]


@contextmanager
def ouvrir_site(url: str) -> Iterator[Site]:
    """The whole application on a database, without any account chosen."""
    with (
        application(Settings(database_url=url)) as app,
        TestClient(app, base_url="http://testserver.local") as client,
    ):
        yield client


def lire_comme(site: Site, lecteur: str) -> None:
    """Choose who reads, as people do, from the foot of the page."""
    if lecteur == "visiteur":
        reponse = site.post(adresses.QUITTER, data={"retour": "/"}, follow_redirects=False)
    else:
        reponse = site.post(adresses.ENTRER, data={"compte": lecteur, "retour": "/"}, follow_redirects=False)
    assert (reponse.status_code, reponse.headers["location"]) == (303, "/")


@asynccontextmanager
async def _sans_envoi(*_: Any) -> AsyncIterator[None]:
    yield


@pytest.fixture(scope="module")
def site_ouvert(url_base_demo_lecture: str) -> Iterator[Site]:
    """The site, opened once for the tests of a module.

    It does nothing between two requests, so that a test may open a database of its own meanwhile: the sender of mails
    would wake up in another loop, on an engine that is no more its own.
    """
    with ExitStack() as pile:
        with patch("backend.app.expediteur", _sans_envoi):
            client = pile.enter_context(ouvrir_site(url_base_demo_lecture))
        yield client


@pytest.fixture
def site(site_ouvert: Site) -> Site:
    """The site as a visitor of elsewhere reads it."""
    site_ouvert.cookies.clear()
    return site_ouvert


@pytest.fixture
def alice(site: Site) -> Site:
    """The site as the porteuse of 28 reads it."""
    lire_comme(site, "alice")
    return site


@pytest.fixture
def charlie(site: Site) -> Site:
    """The site as the porteur of 41 reads it."""
    lire_comme(site, "charlie")
    return site


@pytest.fixture
def diane(site: Site) -> Site:
    """The site as the hub reads it: it follows every governance."""
    lire_comme(site, "diane")
    return site
