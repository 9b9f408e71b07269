"""Databases of the tests: every test gets its own copy of a model. A `pytest_plugins` module.

``url_…`` fixtures give an address, for what opens its own engine; the same names without ``url_`` give an open engine
the tables are bound to, closed after the test (an engine left open keeps the process alive).

- on both engines: ``base`` (migrated, empty), ``monde`` (the small world of ``tests.support.monde``);
- SQLite: ``base_sqlite``, ``base_demo`` (a demonstration the test may change), ``base_demo_lecture`` (one file for
  every test, which none may change);
- PostgreSQL: ``base_demo_postgresql``.
"""

from __future__ import annotations

import sqlite3
from collections.abc import AsyncIterator, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from fne_roadmaps.tables.engines import Moteur, chemin_sqlite
from tests.support.fabriques import Bases, BasesPostgresql, BasesSqlite, ouverte


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


@pytest.fixture
def url_base(bases: Bases) -> Iterator[str]:
    """An empty database, on each engine."""
    with bases.copie("vide") as url:
        yield url


@pytest.fixture
async def base(url_base: str) -> AsyncIterator[Moteur]:
    """An empty database, open, on each engine."""
    async with ouverte(url_base) as moteur:
        yield moteur


@pytest.fixture
def url_monde(bases: Bases) -> Iterator[str]:
    """The small world, on each engine."""
    with bases.copie("monde") as url:
        yield url


@pytest.fixture
async def monde(url_monde: str) -> AsyncIterator[Moteur]:
    """The small world, open, on each engine."""
    async with ouverte(url_monde) as moteur:
        yield moteur


@pytest.fixture
def url_base_sqlite(bases_sqlite: BasesSqlite) -> Iterator[str]:
    """An empty SQLite database."""
    with bases_sqlite.copie("vide") as url:
        yield url


@pytest.fixture
async def base_sqlite(url_base_sqlite: str) -> AsyncIterator[Moteur]:
    """An empty SQLite database, open."""
    async with ouverte(url_base_sqlite) as moteur:
        yield moteur


@pytest.fixture
def url_base_demo(bases_sqlite: BasesSqlite) -> Iterator[str]:
    """A SQLite demonstration of the test's own."""
    with bases_sqlite.copie("demo") as url:
        yield url


@pytest.fixture
async def base_demo(url_base_demo: str) -> AsyncIterator[Moteur]:
    """A SQLite demonstration of the test's own, open."""
    async with ouverte(url_base_demo) as moteur:
        yield moteur


@pytest.fixture(scope="session")
def url_base_demo_lecture(bases_sqlite: BasesSqlite) -> Iterator[str]:
    """One SQLite demonstration for every test that only reads; a write is found out at the end."""
    with bases_sqlite.copie("demo") as url:
        modele = bases_sqlite.modele("demo")
        yield url
        lue = chemin_sqlite(url)
        assert lue
        ecrites = _contenu(lue) ^ _contenu(modele)
        assert sorted(ligne[:500] for ligne in ecrites)[:4] == [], "un test a écrit dans la base commune"


def _contenu(fichier: Path) -> set[str]:
    """What a SQLite file holds, but for the sessions that reading as somebody opens."""
    with closing(sqlite3.connect(fichier)) as base:
        return {ligne for ligne in base.iterdump() if not ligne.startswith('INSERT INTO "session_de_compte"')}


@pytest.fixture
async def base_demo_lecture(url_base_demo_lecture: str) -> AsyncIterator[Moteur]:
    """The common SQLite demonstration, open: read only."""
    async with ouverte(url_base_demo_lecture) as moteur:
        yield moteur


@pytest.fixture
def url_base_demo_postgresql(bases_postgresql: BasesPostgresql) -> Iterator[str]:
    """A PostgreSQL demonstration of the test's own."""
    with bases_postgresql.copie("demo") as url:
        yield url


@pytest.fixture
async def base_demo_postgresql(url_base_demo_postgresql: str) -> AsyncIterator[Moteur]:
    """A PostgreSQL demonstration of the test's own, open."""
    async with ouverte(url_base_demo_postgresql) as moteur:
        yield moteur
