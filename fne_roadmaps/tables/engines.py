"""The two storage engines: a SQLite file by default, PostgreSQL for more than one machine.

Piccolo opens a SQLite connection and a thread per query and starts transactions DEFERRED, which loses most concurrent
read-then-write transactions. Here connections are kept and closed at shutdown, foreign keys are on, waiting is bounded,
and every write transaction is IMMEDIATE. WAL is used only from SQLite 3.51.3 on (earlier versions can corrupt a WAL
database); before, the DELETE journal with synchronous=FULL.
"""

from __future__ import annotations

import asyncio
import sqlite3
from datetime import UTC, date, datetime
from functools import lru_cache
from importlib import import_module
from pathlib import Path
from typing import Any, cast
from urllib.parse import quote, unquote, urlsplit
from uuid import UUID

import aiosqlite
from piccolo.engine import Engine
from piccolo.engine.postgres import PostgresEngine
from piccolo.engine.sqlite import SQLiteEngine, SQLiteTransaction, TransactionType
from piccolo.table import Table

from fne_roadmaps.tables import MODULES

ATTENTE_S = 30.0
WAL_SUR = (3, 51, 3)
CONNEXIONS_GARDEES = 8


@lru_cache(maxsize=32_768)
def _cle(octets: bytes) -> UUID:
    return UUID(octets.decode())


@lru_cache(maxsize=8_192)
def _jour(octets: bytes) -> date:
    return date.fromisoformat(octets.decode())


@lru_cache(maxsize=8_192)
def _instant(octets: bytes) -> datetime:
    return datetime.fromisoformat(octets.decode()).replace(tzinfo=UTC)


# Piccolo's own do the same, at several times the cost: reading fifty fiches converts a thousand values.
# Our INTEGER columns hold whole numbers only: what is not one must not pass in silence.
_CONVERSIONS = (
    *(("UUID", _cle), ("DATE", _jour), ("TIMESTAMPTZ", _instant)),
    *(("INTEGER", int), ("BOOLEAN", b"1".__eq__)),
)
for _type, _lire in _CONVERSIONS:
    sqlite3.register_converter(_type, _lire)


def _rangees(connexion: sqlite3.Connection, sql: str, valeurs: list[Any]) -> list[dict[str, Any]]:
    """What a statement gives, in the thread of its connection; names are read once, not once a row."""
    curseur = connexion.execute(sql, valeurs)
    rangees = curseur.fetchall()
    noms = [colonne[0] for colonne in curseur.description or ()]
    return [dict(zip(noms, rangee, strict=False)) for rangee in rangees]


class TransactionSQLite(SQLiteTransaction):
    """A transaction on a kept connection, IMMEDIATE whatever is asked; the connection is given back even on failure.

    SQLite has one writer at a time and makes the others poll. Here the transactions of a process wait in line, first
    come first served, so that only another process is polled for.
    """

    async def __aenter__(self) -> SQLiteTransaction:
        """Wait in line, take a connection and begin. Raises sqlite3.OperationalError when the wait is too long."""
        if self._parent is not None:
            return self._parent
        moteur = cast(MoteurSQLite, self.engine)
        await moteur.prendre_son_tour()
        try:
            self.connection = await moteur.emprunter()
            try:
                await self.begin()  # type: ignore[no-untyped-call]
            except BaseException:
                await moteur.jeter(self.connection)
                raise
        except BaseException:
            moteur.passer_son_tour()
            raise
        self.context = self.engine.current_transaction.set(self)
        return self

    async def __aexit__(self, exception_type: Any, exception: Any, traceback: Any) -> bool:
        """Commit or roll back, then give the connection back (or drop it if even that failed)."""
        if self._parent:
            return exception is None
        moteur = cast(MoteurSQLite, self.engine)
        self.engine.current_transaction.reset(self.context)
        try:
            if exception is None:
                if not self._committed and not self._rolled_back:
                    await self.commit()  # type: ignore[no-untyped-call]
            elif not self._rolled_back:
                await self.rollback()  # type: ignore[no-untyped-call]
            await moteur.rendre(self.connection)
        except BaseException:
            await moteur.jeter(self.connection)
            raise
        finally:
            moteur.passer_son_tour()
        return exception is None


class MoteurSQLite(SQLiteEngine):
    """SQLite with kept connections. ``fermer`` must be awaited at shutdown, else the process does not end."""

    __slots__ = ("_boucle", "_libres", "_ouvertes", "_tour")

    def __init__(self, path: str) -> None:
        """``path`` is a file; its folder must exist."""
        self._libres: list[aiosqlite.Connection] = []
        self._ouvertes: set[aiosqlite.Connection] = set()
        self._boucle: asyncio.AbstractEventLoop | None = None
        self._tour = asyncio.Lock()
        super().__init__(path=path, timeout=ATTENTE_S)

    async def emprunter(self) -> aiosqlite.Connection:
        """A ready connection, kept from before or newly opened."""
        await self._suivre_la_boucle()
        if self._libres:
            return self._libres.pop()
        ouverture = asyncio.ensure_future(aiosqlite.connect(**self.connection_kwargs))
        try:
            connexion = await asyncio.shield(ouverture)
            self._ouvertes.add(connexion)
            await self._preparer(connexion)
        except BaseException:
            # Given up while it opens, it is opened all the same, then closed: its thread must not outlive the loop.
            await self.jeter(await ouverture)
            raise
        return connexion

    async def _suivre_la_boucle(self) -> None:
        """Connections and locks belong to the loop that made them; a command that runs a new loop starts afresh."""
        boucle = asyncio.get_running_loop()
        if boucle is not self._boucle:
            self._boucle, self._tour = boucle, asyncio.Lock()
            anciennes, self._libres = self._libres, []
            for ancienne in anciennes:
                await self.jeter(ancienne)

    async def prendre_son_tour(self) -> None:
        """Wait until no other transaction of this process runs, no longer than for another process.

        Raises sqlite3.OperationalError after that.
        """
        await self._suivre_la_boucle()
        try:
            async with asyncio.timeout(self.connection_kwargs["timeout"]):
                await self._tour.acquire()
        except TimeoutError:
            raise sqlite3.OperationalError("database is locked: another transaction of this process holds it") from None

    def passer_son_tour(self) -> None:
        """Let the next transaction in."""
        self._tour.release()

    async def _preparer(self, connexion: aiosqlite.Connection) -> None:
        voulu = "wal" if sqlite3.sqlite_version_info >= WAL_SUR else "delete"
        await connexion.execute("PRAGMA foreign_keys = ON")
        async with connexion.execute("PRAGMA journal_mode") as curseur:
            actuel = next(iter(await curseur.fetchone() or [""]))
        if actuel != voulu:
            # Asked only when it differs: the change wants the file for itself.
            await connexion.execute(f"PRAGMA journal_mode = {voulu}")
        await connexion.execute(f"PRAGMA synchronous = {'NORMAL' if voulu == 'wal' else 'FULL'}")

    async def rendre(self, connexion: aiosqlite.Connection) -> None:
        """Keep the connection for the next caller, or close it when enough are kept."""
        if len(self._libres) < CONNEXIONS_GARDEES:
            self._libres.append(connexion)
        else:
            await self.jeter(connexion)

    async def jeter(self, connexion: aiosqlite.Connection) -> None:
        """Close a connection for good, once what it runs is over; given up while waiting, it is closed all the same."""
        self._ouvertes.discard(connexion)
        fermeture = connexion.stop()
        if fermeture is not None:
            await fermeture

    async def fermer(self) -> None:
        """Close every connection."""
        self._libres.clear()
        for connexion in tuple(self._ouvertes):
            await self.jeter(connexion)

    async def _run_in_new_connection(
        self,
        query: str,
        args: list[Any] | None = None,
        query_type: str = "generic",
        table: type[Table] | None = None,
    ) -> Any:
        connexion = await self.emprunter()
        try:
            return await self._run_in_existing_connection(connexion, query, args, query_type, table)
        finally:
            await self.rendre(connexion)

    async def _run_in_existing_connection(
        self,
        connection: aiosqlite.Connection,
        query: str,
        args: list[Any] | None = None,
        query_type: str = "generic",
        table: type[Table] | None = None,
    ) -> Any:
        # In one trip to the thread of the connection and back: each step of a cursor would cost one.
        return await connection._execute(  # type: ignore[no-untyped-call]
            _rangees, connection._conn, query, args or []
        )

    def transaction(
        self, transaction_type: TransactionType = TransactionType.immediate, allow_nested: bool = True
    ) -> TransactionSQLite:
        """A transaction, always IMMEDIATE."""
        return TransactionSQLite(self, TransactionType.immediate, allow_nested)


# Days and instants compare in UTC, as they do on SQLite, whatever the zone of the server. The database fits in memory:
# at the price of a turning disc the planner would read a whole table of every département for the rows of one roadmap.
REGLAGES_POSTGRES = {"timezone": "UTC", "random_page_cost": "1.1"}


class MoteurPostgres(PostgresEngine):
    """PostgreSQL behind a pool opened by ``ouvrir``."""

    async def fermer(self) -> None:
        """Close the pool, when one is open."""
        if self.pool:
            await self.close_connection_pool()


Moteur = MoteurSQLite | MoteurPostgres


def chemin_sqlite(url: str) -> Path | None:
    """The file of a ``sqlite:///`` URL (percent-decoded; ``sqlite:////abs``), or None for another engine."""
    parties = urlsplit(url)
    return Path(unquote(parties.path)[1:]) if parties.scheme == "sqlite" else None


def url_sqlite(fichier: Path) -> str:
    """The ``FNE_DATABASE_URL`` of a file, spaces and accents quoted as URLs are."""
    return f"sqlite:///{quote(str(fichier.resolve()))}"


def creer_moteur(url: str) -> Moteur:
    """The engine of ``FNE_DATABASE_URL``. Raises ValueError for any scheme but sqlite and postgresql."""
    fichier = chemin_sqlite(url)
    if fichier is not None:
        return MoteurSQLite(str(fichier))
    if urlsplit(url).scheme in {"postgresql", "postgres"}:
        return MoteurPostgres({"dsn": url, "server_settings": REGLAGES_POSTGRES}, extensions=())
    raise ValueError(f"FNE_DATABASE_URL commence par « sqlite:/// » ou « postgresql:// », pas par « {url[:20]} ».")


def toutes_les_tables() -> list[type[Table]]:
    """Every table class of the application, in the order of the modules."""
    tables: list[type[Table]] = []
    for nom in MODULES:
        module = import_module(nom)
        tables += [
            objet
            for objet in vars(module).values()
            if isinstance(objet, type) and issubclass(objet, Table) and objet.__module__ == nom
        ]
    return tables


def brancher(moteur: Moteur) -> None:
    """Bind every table (and Piccolo's own migration record) to ``moteur``."""
    from piccolo.apps.migrations.tables import Migration

    tables: list[type[Table]] = [*toutes_les_tables(), Migration]
    for table in tables:
        table._meta.db = cast(Engine[Any], moteur)


def moteur_courant() -> Moteur:
    """The engine the tables are bound to."""
    return cast(Moteur, toutes_les_tables()[0]._meta.db)
