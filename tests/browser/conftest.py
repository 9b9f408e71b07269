"""A real server and a real Chromium, for one module at a time."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from backend.web import adresses
from tests.support.outils import RACINE, exiger

DELAI_S = 30.0
# Nothing but this machine can be reached, whatever a page asks for.
OPTIONS = ["--no-sandbox", "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"]


def _port_libre() -> int:
    with socket.socket() as prise:
        prise.bind(("127.0.0.1", 0))
        return int(prise.getsockname()[1])


def _attendre(base: str, serveur: subprocess.Popen[bytes]) -> None:
    fin = time.monotonic() + DELAI_S
    while time.monotonic() < fin:
        assert serveur.poll() is None, "le serveur s’est arrêté"
        try:
            with urllib.request.urlopen(f"{base}/health", timeout=1) as reponse:  # noqa: S310 - our own server
                assert reponse.status == 200
                return
        except OSError:  # refused, or so busy that it accepts without answering
            time.sleep(0.1)
    pytest.fail(f"le serveur ne répond pas en {DELAI_S} s")


@contextmanager
def serveur(url: str) -> Iterator[str]:
    """Address of the site, served on a database by the command people use."""
    port = _port_libre()
    environnement = {**os.environ, "FNE_DATABASE_URL": url, "PYTHONUTF8": "1"}
    commande = [sys.executable, "-m", "backend.cli", "serve", "--port", str(port)]
    with subprocess.Popen(
        commande,
        cwd=RACINE,
        env=environnement,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    ) as ouvert:
        try:
            base = f"http://127.0.0.1:{port}"
            _attendre(base, ouvert)
            yield base
        finally:
            ouvert.terminate()
            try:
                ouvert.wait(timeout=DELAI_S)
            except subprocess.TimeoutExpired:  # stopped while its worker was starting, it would wait for ever
                os.killpg(ouvert.pid, signal.SIGKILL)


@pytest.fixture(scope="session")
def base_url(url_base_demo_lecture: str) -> Iterator[str]:
    """Address of the site on the common demonstration, which no test may change."""
    with serveur(url_base_demo_lecture) as base:
        yield base


@pytest.fixture(scope="module")
def navigateur() -> Iterator[Browser]:
    """Debian's Chromium, of which the headless one first; skips (fails when CI=true) where there is none."""
    chromium = exiger("chromium")
    with sync_playwright() as playwright:
        instance = playwright.chromium.launch(executable_path=chromium, args=OPTIONS)
        yield instance
        instance.close()


@dataclass(frozen=True, slots=True)
class Ouverture:
    """How to open the site: who reads, how wide, with or without script."""

    navigateur: Browser
    base: str

    def contexte(self, lecteur: str = "diane", largeur: int = 1280, *, script: bool = True) -> BrowserContext:
        """A fresh context."""
        contexte = self.navigateur.new_context(
            base_url=self.base,
            viewport={"width": largeur, "height": 900},
            java_script_enabled=script,
            reduced_motion="reduce",
            locale="fr-FR",
        )
        if lecteur != "visiteur":
            reponse = contexte.request.post(adresses.ENTRER, form={"compte": lecteur, "retour": "/"}, max_redirects=0)
            assert reponse.status == 303
        return contexte


@pytest.fixture
def ouverture(navigateur: Browser, base_url: str) -> Iterator[Ouverture]:
    """Opens contexts; all are closed after the test."""
    avant = set(navigateur.contexts)
    yield Ouverture(navigateur, base_url)
    for contexte in set(navigateur.contexts) - avant:
        contexte.close()


@pytest.fixture
def chez_soi(navigateur: Browser, url_base_demo: str) -> Iterator[Ouverture]:
    """A site whose demonstration the test may change."""
    avant = set(navigateur.contexts)
    with serveur(url_base_demo) as base:
        yield Ouverture(navigateur, base)
        for contexte in set(navigateur.contexts) - avant:
            contexte.close()


Lectures = Callable[[str], Page]


@pytest.fixture(scope="module")
def lectures(navigateur: Browser, base_url: str) -> Iterator[Lectures]:
    """The page of a reader, who came in once for the whole module and never closes it: only for tests that change
    nothing."""
    ouverture = Ouverture(navigateur, base_url)
    entres: dict[str, Page] = {}

    def ouvrir(lecteur: str) -> Page:
        if lecteur not in entres:
            entres[lecteur] = ouverture.contexte(lecteur).new_page()
        return entres[lecteur]

    yield ouvrir
    for page in entres.values():
        page.context.close()
