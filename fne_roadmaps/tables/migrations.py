"""Writing and running migrations: the same hand-written files on SQLite and PostgreSQL.

Rules: tables by ``creer_table``; indexes and triggers in the next file (raw statements run before the tables of
their own file); uniqueness and expressions by ``CREATE UNIQUE INDEX``; immutability by ``immuable``.
"""

from __future__ import annotations

import contextlib
import io
from importlib import import_module
from itertools import groupby
from pathlib import Path
from typing import Any, cast

from piccolo.apps.migrations.auto.migration_manager import MigrationManager
from piccolo.apps.migrations.commands.forwards import run_forwards
from piccolo.apps.migrations.tables import Migration
from piccolo.columns import Column
from piccolo.table import Table, create_table_class

from fne_roadmaps.tables.base import Cle
from fne_roadmaps.tables.engines import MoteurPostgres, moteur_courant

APPLICATION = "fne_roadmaps"
DOSSIER = Path(__file__).parent.parent / "piccolo_migrations"
VERROU = 0x666E65
"""Number of the PostgreSQL lock that keeps two processes from migrating one database at the same time."""


class BaseTropRecente(Exception):
    """The database was made by a newer version of the application than this one."""


def reference(classe: str, table: str) -> type[Table]:
    """A stand-in for a referenced table, independent of today's code."""
    return create_table_class(classe, bases=(Table,), class_kwargs={"tablename": table}, class_members={"id": Cle.id})


def creer_table(manager: MigrationManager, classe: str, table: str, colonnes: dict[str, Column]) -> None:
    """Add a table with its columns to a migration."""
    manager.add_table(class_name=classe, tablename=table)
    for nom, colonne in colonnes.items():
        ajouter_colonne(manager, classe, table, nom, colonne)


def ajouter_colonne(manager: MigrationManager, classe: str, table: str, nom: str, colonne: Column) -> None:
    """Add one column to a table in a migration."""
    manager.add_column(
        table_class_name=classe,
        tablename=table,
        column_name=nom,
        db_column_name=nom,
        column_class_name=type(colonne).__name__,
        column_class=type(colonne),
        params=dict(colonne._meta.params),
    )


async def immuable(table: str) -> None:
    """Refuse every change and deletion of the rows of ``table``, in the dialect of the current engine."""
    moteur = moteur_courant()
    message = f"{table} : ligne immuable"
    if isinstance(moteur, MoteurPostgres):
        await moteur.run_ddl(
            f"CREATE OR REPLACE FUNCTION {table}_immuable() RETURNS trigger AS $$ "
            f"BEGIN RAISE EXCEPTION '{message}'; END; $$ LANGUAGE plpgsql"
        )
        await moteur.run_ddl(
            f"CREATE TRIGGER {table}_immuable BEFORE UPDATE OR DELETE ON {table} "
            f"FOR EACH ROW EXECUTE FUNCTION {table}_immuable()"
        )
        return
    for acte in ("UPDATE", "DELETE"):
        await moteur.run_ddl(
            f"CREATE TRIGGER {table}_immuable_{acte.lower()} BEFORE {acte} ON {table} "
            f"BEGIN SELECT RAISE(ABORT, '{message}'); END"
        )


def connues() -> set[str]:
    """Identifiers of the migrations this code ships."""
    return {
        import_module(f"fne_roadmaps.piccolo_migrations.{fichier.stem}").ID
        for fichier in DOSSIER.glob("fne_roadmaps_*.py")
    }


async def passees() -> set[str]:
    """Identifiers of the migrations the database went through; empty for a new database."""
    if not await Migration.table_exists().run():
        return set()
    return set(await Migration.get_migrations_which_ran(app_name=APPLICATION))


async def a_passer() -> set[str]:
    """Migrations still to run. Raises BaseTropRecente when the database knows one this code does not."""
    faites, livrees = await passees(), connues()
    if inconnues := faites - livrees:
        raise BaseTropRecente(
            "Cette base a été créée par une version plus récente de l’application "
            f"(migration {max(inconnues)}) : mettez l’application à jour, rien n’a été modifié."
        )
    return livrees - faites


async def migrer() -> int:
    """Run what is still to run, all of it or nothing; returns how many.

    Raises BaseTropRecente, or RuntimeError when a migration fails.
    """
    moteur = moteur_courant()
    # One transaction around all: Piccolo writes that a migration ran after committing it, and could be stopped between.
    async with moteur.transaction():
        if isinstance(moteur, MoteurPostgres):
            await moteur.run_ddl(f"SELECT pg_advisory_xact_lock({VERROU})")
        restantes = await a_passer()
        if restantes:
            # Piccolo runs migrations on the engine of its configuration module, not on the one tables are bound to.
            cast(Any, import_module("piccolo_conf")).DB = moteur
            # Piccolo reports by printing; standard output belongs to the caller.
            with contextlib.redirect_stdout(io.StringIO()):
                resultat = await run_forwards(app_name=APPLICATION)
            if not resultat.success:
                raise RuntimeError(resultat.message or "migration interrompue")
            if isinstance(moteur, MoteurPostgres):
                await _trier_par_octets(moteur)
    return len(restantes)


async def _trier_par_octets(moteur: MoteurPostgres) -> None:
    """Text sorts byte by byte, as on SQLite, whatever the locale the database was created with."""
    colonnes = await moteur.run_ddl(
        "SELECT table_name, column_name, character_maximum_length AS longueur FROM information_schema.columns "
        "WHERE table_schema = current_schema() AND data_type IN ('character varying', 'text') "
        "AND collation_name IS DISTINCT FROM 'C' ORDER BY table_name, ordinal_position"
    )
    for table, groupe in groupby(colonnes, key=lambda c: c["table_name"]):
        ordres = [f'ALTER COLUMN "{c["column_name"]}" TYPE {_type(c["longueur"])} COLLATE "C"' for c in groupe]
        await moteur.run_ddl(f'ALTER TABLE "{table}" {", ".join(ordres)}')


def _type(longueur: int | None) -> str:
    return "text" if longueur is None else f"varchar({longueur})"
