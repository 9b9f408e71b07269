"""Databases of the tests: every test gets its own copy of a model made once. A `pytest_plugins` module.

Three models: ``vide`` (migrated, empty), ``monde`` (``tests.support.monde``) and ``demo`` (the demonstration). On SQLite
a model is a file, made once per run whatever the number of workers; on PostgreSQL a template database, made once per
worker: copying it costs about what truncating forty tables does, and brings the content along.

Fixtures ``url_…`` give an address; their twins without ``url_`` give an open engine the tables are bound to, closed after
the test. ``base``, ``monde`` and ``demo`` run on both engines; ``…_sqlite`` and ``…_postgresql`` on one;
``demo_lecture`` is one file for all tests, which none may change.
"""

from __future__ import annotations

import asyncio
import fcntl
import hashlib
import secrets
import shutil
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractContextManager, asynccontextmanager, contextmanager
from pathlib import Path
from typing import Any, Protocol
from urllib.parse import quote, urlsplit, urlunsplit

import asyncpg
import pytest

from backend.cli.chargement import charger_demonstration
from backend.database import ouvrir_moteur
from fne_roadmaps.tables.engines import Moteur
from fne_roadmaps.tables.migrations import migrer
from tests.support.monde import creer_monde


async def _rien() -> None:
    """The empty model holds nothing but its tables."""


async def _demonstration() -> None:
    await charger_demonstration(lambda fait, total: None)


MODELES: dict[str, Callable[[], Awaitable[None]]] = {
    "vide": _rien,
    "monde": creer_monde,
    "demo": _demonstration,
}


@asynccontextmanager
async def ouverte(url: str) -> AsyncIterator[Moteur]:
    """The engine of ``url``, bound to the tables, closed at the end."""
    moteur = await ouvrir_moteur(url)
    try:
        yield moteur
    finally:
        await moteur.fermer()


async def _remplir(url: str, modele: str) -> None:
    async with ouverte(url):
        await migrer()
        await MODELES[modele]()


def _a_part(coroutine: Any) -> None:
    """Run to the end in a loop of its own: the one of a test must not know it."""
    with ThreadPoolExecutor(1) as fil:
        fil.submit(asyncio.run, coroutine).result()


class Bases(Protocol):
    """Makes copies of the models on one engine."""

    def copie(self, modele: str) -> AbstractContextManager[str]:
        """Address of a new database like ``modele``, removed at the end."""


def url_sqlite(fichier: Path) -> str:
    """The address of a SQLite file, whatever its path holds."""
    return f"sqlite:///{quote(str(fichier))}"


class BasesSqlite:
    """Files in a folder that every worker of the run shares."""

    def __init__(self, dossier: Path) -> None:
        self.dossier = dossier

    def modele(self, nom: str) -> Path:
        """The file of a model, made by the first worker that asks."""
        fichier = self.dossier / f"{nom}.sqlite"
        with (self.dossier / f"{nom}.verrou").open("w") as verrou:
            fcntl.flock(verrou, fcntl.LOCK_EX)
            if not fichier.exists():
                provisoire = self.dossier / f"{nom}-provisoire.sqlite"
                _a_part(_remplir(url_sqlite(provisoire), nom))
                provisoire.rename(fichier)
        return fichier

    @contextmanager
    def copie(self, modele: str) -> Iterator[str]:
        """A copy under a path with a space and an accent, as people have them."""
        dossier = self.dossier / f"copie à part {secrets.token_hex(6)}"
        dossier.mkdir()
        try:
            yield url_sqlite(Path(shutil.copy(self.modele(modele), dossier / "fne.sqlite")))
        finally:
            shutil.rmtree(dossier)


class BasesPostgresql:
    """Databases of one server. Theirs is a French order of words where the server has it: nothing may depend on it."""

    def __init__(self, serveur: str) -> None:
        self.serveur = serveur
        self.prefixe = f"fne_test_{secrets.token_hex(4)}"
        self.modeles: dict[str, str] = {}
        self.version = 0

    def url(self, base: str) -> str:
        """Address of a database of the server."""
        return urlunsplit(urlsplit(self.serveur)._replace(path=f"/{base}"))

    async def _executer(self, ordre: str) -> None:
        connexion = await asyncpg.connect(self.serveur)
        try:
            self.version = connexion.get_server_version().major
            await connexion.execute(ordre)
        finally:
            await connexion.close()

    def modele(self, nom: str) -> str:
        """The template database of a model."""
        if nom not in self.modeles:
            _a_part(self._executer("SELECT 1"))
            base = f"{self.prefixe}_{nom}"
            ordre = "LOCALE_PROVIDER icu ICU_LOCALE 'fr-FR' ENCODING 'UTF8'" if self.version >= 15 else ""
            _a_part(self._executer(f"CREATE DATABASE {base} TEMPLATE template0 {ordre}"))
            self.modeles[nom] = base
            _a_part(_remplir(self.url(base), nom))
        return self.modeles[nom]

    @contextmanager
    def copie(self, modele: str) -> Iterator[str]:
        """A copy of the template database."""
        base = f"{self.prefixe}_{secrets.token_hex(4)}"
        origine = self.modele(modele)
        strategie = "STRATEGY file_copy" if self.version >= 15 else ""
        _a_part(self._executer(f"CREATE DATABASE {base} TEMPLATE {origine} {strategie}"))
        try:
            yield self.url(base)
        finally:
            _a_part(self._executer(f"DROP DATABASE {base}"))

    def vider(self) -> None:
        """Remove the models: the server may be somebody's own."""
        for base in self.modeles.values():
            _a_part(self._executer(f"DROP DATABASE IF EXISTS {base}"))


@pytest.fixture(scope="session")
def bases_sqlite(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> BasesSqlite:
    """Maker of SQLite databases."""
    racine = tmp_path_factory.getbasetemp()
    dossier = (racine if worker_id == "master" else racine.parent) / "bases"
    dossier.mkdir(exist_ok=True)
    return BasesSqlite(dossier)


@pytest.fixture(scope="session")
def bases_postgresql(serveur_postgresql: str) -> Iterator[BasesPostgresql]:
    """Maker of PostgreSQL databases; skips (fails when CI=true) where there is no server."""
    bases = BasesPostgresql(serveur_postgresql)
    yield bases
    bases.vider()


@pytest.fixture(params=["sqlite", "postgresql"])
def bases(request: pytest.FixtureRequest) -> Bases:
    """Maker of databases, once per engine."""
    fabrique: Bases = request.getfixturevalue(f"bases_{request.param}")
    return fabrique
