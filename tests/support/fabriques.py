"""Makers of test databases: models made once, and copies of them.

Three models: ``vide`` (migrated, empty), ``monde`` (``tests.support.monde``) and ``demo`` (the demonstration). On
SQLite a model is a file, made once per run whatever the number of workers; on PostgreSQL a template database, made once
per worker: copying it costs about what truncating forty tables does, and brings the content along.
"""

from __future__ import annotations

import asyncio
import fcntl
import secrets
import shutil
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractContextManager, asynccontextmanager, contextmanager
from pathlib import Path
from typing import Any, Protocol
from urllib.parse import urlsplit, urlunsplit

import asyncpg

from backend.database import ouvrir_moteur
from fne_roadmaps.tables.engines import Moteur, chemin_sqlite, url_sqlite
from fne_roadmaps.tables.migrations import migrer
from tests.support.monde import creer_monde


async def _rien() -> None:
    """The empty model holds nothing but its tables."""


async def _demonstration() -> None:
    # Imported late: the command line brings the whole application along.
    from backend.cli.chargement import charger_demonstration

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

    def neuve(self) -> AbstractContextManager[str]:
        """Address of a new database without any table, removed at the end."""


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
        """A copy of the model's file."""
        with self.neuve() as url:
            fichier = chemin_sqlite(url)
            assert fichier
            shutil.copy(self.modele(modele), fichier)
            yield url

    @contextmanager
    def neuve(self) -> Iterator[str]:
        """No file yet, under a path with a space and an accent, as people have them."""
        dossier = self.dossier / f"base à part {secrets.token_hex(6)}"
        dossier.mkdir()
        try:
            yield url_sqlite(dossier / "fne.sqlite")
        finally:
            shutil.rmtree(dossier)


class BasesPostgresql:
    """Databases of one server, in the order of French words (spaces and signs aside) where it has one.

    Nothing may depend on that order: SQLite has another.
    """

    def __init__(self, serveur: str) -> None:
        self.serveur = serveur
        self.prefixe = f"fne_test_{secrets.token_hex(4)}"
        self.modeles: dict[str, str] = {}
        self.version = 0

    def url(self, base: str) -> str:
        """Address of a database of the server."""
        return urlunsplit(urlsplit(self.serveur)._replace(path=f"/{base}"))

    def _executer(self, ordre: str) -> None:
        async def executer() -> None:
            connexion = await asyncpg.connect(self.serveur)
            try:
                self.version = connexion.get_server_version().major
                await connexion.execute(ordre)
            finally:
                await connexion.close()

        _a_part(executer())

    def modele(self, nom: str) -> str:
        """The template database of a model."""
        if nom not in self.modeles:
            base = f"{self.prefixe}_{nom}"
            self._creer(base)
            self.modeles[nom] = base
            _a_part(_remplir(self.url(base), nom))
        return self.modeles[nom]

    @contextmanager
    def copie(self, modele: str) -> Iterator[str]:
        """A copy of the template database."""
        base, origine = self._nom(), self.modele(modele)
        strategie = "STRATEGY file_copy" if self.version >= 15 else ""
        self._executer(f"CREATE DATABASE {base} TEMPLATE {origine} {strategie}")
        try:
            yield self.url(base)
        finally:
            self._executer(f"DROP DATABASE {base}")

    @contextmanager
    def neuve(self) -> Iterator[str]:
        """A database without any table."""
        base = self._nom()
        self._creer(base)
        try:
            yield self.url(base)
        finally:
            self._executer(f"DROP DATABASE {base}")

    def _nom(self) -> str:
        return f"{self.prefixe}_{secrets.token_hex(4)}"

    def _creer(self, base: str) -> None:
        if not self.version:
            self._executer("SELECT 1")
        langue = "LOCALE_PROVIDER icu ICU_LOCALE 'fr-FR-u-ka-shifted' ENCODING 'UTF8'" if self.version >= 15 else ""
        self._executer(f"CREATE DATABASE {base} TEMPLATE template0 {langue}")

    def vider(self) -> None:
        """Remove the models: the server may be somebody's own."""
        for base in self.modeles.values():
            self._executer(f"DROP DATABASE IF EXISTS {base}")
