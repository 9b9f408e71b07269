"""The two engines: addresses, connections kept and closed, transactions that wait instead of failing."""

from __future__ import annotations

import asyncio
import contextlib
import contextvars
import sqlite3
import threading
from pathlib import Path
from uuid import uuid4

import pytest

from backend.queries.lecture import lignes
from fne_roadmaps.tables.comptes import Reglage
from fne_roadmaps.tables.engines import (
    CONNEXIONS_GARDEES,
    WAL_SUR,
    Moteur,
    MoteurSQLite,
    brancher,
    chemin_sqlite,
    creer_moteur,
    url_sqlite,
)
from tests.support.etat import valeur
from tests.support.fabriques import BasesSqlite, ouverte


def fils() -> set[threading.Thread]:
    """Threads alive now: each SQLite connection has one."""
    return set(threading.enumerate())


def plus_aucun_autre(avant: set[threading.Thread]) -> bool:
    """Every thread started since has ended, or does now: a closed connection needs an instant for that."""
    for fil in fils() - avant:
        fil.join(5)
    return fils() <= avant


@pytest.mark.parametrize("chemin", ["/var/fne.sqlite", "/tmp/été à « Chartres »/100 % sûr?#.sqlite"])  # noqa: S108
def test_l_adresse_d_un_fichier_se_relit(chemin: str) -> None:
    assert chemin_sqlite(url_sqlite(Path(chemin))) == Path(chemin)


def test_les_adresses_relatives_et_absolues() -> None:
    assert chemin_sqlite("sqlite:///var/fne.sqlite") == Path("var/fne.sqlite")
    assert chemin_sqlite("sqlite:////srv/fne.sqlite") == Path("/srv/fne.sqlite")
    assert chemin_sqlite("postgresql://fne@localhost/fne") is None
    with pytest.raises(ValueError, match="pas par « mysql://x »"):
        creer_moteur("mysql://x")


async def test_les_connexions_sont_gardees_puis_toutes_fermees(url_base_sqlite: str) -> None:
    avant = fils()
    async with ouverte(url_base_sqlite) as moteur:
        assert isinstance(moteur, MoteurSQLite)
        await asyncio.gather(*(lignes("SELECT * FROM reglage") for _ in range(3 * CONNEXIONS_GARDEES)))
        assert len(moteur._ouvertes) == CONNEXIONS_GARDEES
        await asyncio.gather(*(lignes("SELECT * FROM reglage") for _ in range(CONNEXIONS_GARDEES)))
        assert len(moteur._ouvertes) == CONNEXIONS_GARDEES
    assert plus_aucun_autre(avant)


def test_une_nouvelle_boucle_repart_avec_ses_connexions(bases_sqlite: BasesSqlite) -> None:
    avant = fils()
    with bases_sqlite.copie("vide") as url:
        moteur = creer_moteur(url)
        brancher(moteur)

        assert isinstance(moteur, MoteurSQLite)

        async def lire() -> int:
            await lignes("SELECT * FROM reglage")
            return len(moteur._ouvertes)

        assert [asyncio.run(lire()) for _ in range(3)] == [1, 1, 1]
        asyncio.run(moteur.fermer())
    assert plus_aucun_autre(avant)


async def test_le_fichier_est_tenu_comme_annonce(base_sqlite: Moteur) -> None:
    async with base_sqlite.transaction():
        (journal,) = await base_sqlite.run_ddl("PRAGMA journal_mode")
        (synchrone,) = await base_sqlite.run_ddl("PRAGMA synchronous")
        (cles,) = await base_sqlite.run_ddl("PRAGMA foreign_keys")
    recent = sqlite3.sqlite_version_info >= WAL_SUR
    assert (journal["journal_mode"], synchrone["synchronous"]) == (("wal", 1) if recent else ("delete", 2))
    assert cles["foreign_keys"] == 1


async def test_lire_puis_ecrire_a_huit_ne_perd_rien(base: Moteur) -> None:
    """On SQLite each waits for its turn from the first read; on PostgreSQL the row is locked first."""
    cle = uuid4()
    await Reglage(id=cle, cle="compteur", valeur="0").save()

    async def compter() -> None:
        async with base.transaction():
            await Reglage.raw("UPDATE reglage SET id = id WHERE id = {}", cle)
            lu = int(await valeur("SELECT valeur FROM reglage WHERE id = {}", cle))
            await asyncio.sleep(0)
            await Reglage.update({"valeur": str(lu + 1)}).where(Reglage.id == cle)

    await asyncio.gather(*(compter() for _ in range(40)))
    assert await valeur("SELECT valeur FROM reglage WHERE id = {}", cle) == "40"


async def test_une_attente_trop_longue_echoue_sans_rien_laisser(url_base_sqlite: str) -> None:
    """The base is held by another transaction of this process, then by another process."""
    avant = fils()
    fichier = chemin_sqlite(url_base_sqlite)
    assert fichier
    async with ouverte(url_base_sqlite) as moteur:
        assert isinstance(moteur, MoteurSQLite)
        moteur.connection_kwargs["timeout"] = 0.05

        async def echouer() -> None:
            with pytest.raises(sqlite3.OperationalError, match="locked"):
                async with moteur.transaction():
                    raise AssertionError("la base est tenue par une autre transaction")

        async with moteur.transaction():
            await asyncio.gather(*(asyncio.create_task(echouer(), context=contextvars.Context()) for _ in range(5)))
        with contextlib.closing(sqlite3.connect(fichier)) as ailleurs:
            ailleurs.execute("BEGIN IMMEDIATE")
            await asyncio.gather(*(echouer() for _ in range(5)))
        assert len(moteur._ouvertes) <= 1
        await Reglage(id=uuid4(), cle="apres", valeur="1").save()
    assert plus_aucun_autre(avant)


async def test_une_attente_abandonnee_ne_garde_pas_la_base(url_base_sqlite: str) -> None:
    avant = fils()
    fichier = chemin_sqlite(url_base_sqlite)
    assert fichier
    async with ouverte(url_base_sqlite) as moteur:

        async def abandonner() -> None:
            async def attendre() -> None:
                async with moteur.transaction():
                    raise AssertionError("la base est tenue par une autre transaction")

            tache = asyncio.create_task(attendre(), context=contextvars.Context())
            await asyncio.sleep(0.05)
            tache.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await asyncio.wait([tache], timeout=0.05)

        async with moteur.transaction():
            await abandonner()
        with contextlib.closing(sqlite3.connect(fichier)) as ailleurs:
            ailleurs.execute("BEGIN IMMEDIATE")
            await abandonner()
        await Reglage(id=uuid4(), cle="apres", valeur="1").save()
    assert plus_aucun_autre(avant)
