"""The two engines: addresses, connections kept and closed, transactions that wait instead of failing."""

from __future__ import annotations

import asyncio
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
        assert len(fils() - avant) == CONNEXIONS_GARDEES
        await asyncio.gather(*(lignes("SELECT * FROM reglage") for _ in range(CONNEXIONS_GARDEES)))
        assert len(fils() - avant) == CONNEXIONS_GARDEES
    assert fils() == avant


def test_une_nouvelle_boucle_repart_avec_ses_connexions(bases_sqlite: BasesSqlite) -> None:
    avant = fils()
    with bases_sqlite.copie("vide") as url:
        moteur = creer_moteur(url)
        brancher(moteur)

        async def lire() -> int:
            await lignes("SELECT * FROM reglage")
            return len(fils() - avant)

        assert [asyncio.run(lire()) for _ in range(3)] == [1, 1, 1]
        asyncio.run(moteur.fermer())
    assert fils() == avant


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
    avant = fils()
    async with ouverte(url_base_sqlite) as moteur:
        assert isinstance(moteur, MoteurSQLite)
        moteur.connection_kwargs["timeout"] = 0.05

        async def echouer() -> None:
            with pytest.raises(sqlite3.OperationalError, match="locked"):
                async with moteur.transaction():
                    raise AssertionError("la base est tenue par une autre transaction")

        async with moteur.transaction():
            taches = [asyncio.create_task(echouer(), context=_contexte_neuf()) for _ in range(5)]
            await asyncio.gather(*taches)
        assert len(fils() - avant) == 1
        await Reglage(id=uuid4(), cle="apres", valeur="1").save()
    assert fils() == avant


async def test_une_attente_abandonnee_ne_garde_pas_la_base(url_base_sqlite: str) -> None:
    avant = fils()
    async with ouverte(url_base_sqlite) as moteur:

        async def attendre() -> None:
            async with moteur.transaction():
                raise AssertionError("la base est tenue par une autre transaction")

        async with moteur.transaction():
            tache = asyncio.create_task(attendre(), context=_contexte_neuf())
            await asyncio.sleep(0.05)
            tache.cancel()
        with pytest.raises(asyncio.CancelledError):
            await tache
        await Reglage(id=uuid4(), cle="apres", valeur="1").save()
    assert fils() == avant


def _contexte_neuf() -> contextvars.Context:
    """A context where no transaction is current: another request's."""
    return contextvars.Context()
