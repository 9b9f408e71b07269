"""Eight concurrent writers, 480 read-then-write transactions: all must succeed, on both engines.

Against what a user would get from Piccolo as it comes: the same work with DEFERRED transactions on SQLite.
"""

from __future__ import annotations

import asyncio
import sqlite3
import tempfile
import time
from collections.abc import Awaitable, Callable
from pathlib import Path

from piccolo.engine.sqlite import SQLiteEngine

from backend.services import fiches_action
from backend.services.commands.fiches_action import CreerFicheAction
from fne_roadmaps.tables.engines import brancher, chemin_sqlite, moteur_courant
from fne_roadmaps.tables.fiches_action import FicheAction
from tests.support.fabriques import BasesPostgresql, BasesSqlite, ouverte
from tests.support.outils import trouver
from tests.support.personnes import ALICE, contexte
from tests.support.postgresql import serveur_prive

TITRE = "Huit personnes écrivent en même temps (480 transactions qui lisent puis écrivent)"
PERSONNES = 8
CHACUNE = 60


async def _par_le_service(qui: int, combien: int) -> None:
    commande = CreerFicheAction(feuille_de_route="28-2024", titre=f"Fiche exemple {qui}.{combien}", exemple=True)
    await fiches_action.creer_fiche_action(contexte(ALICE), commande)


async def _huit(travail: Callable[[int, int], Awaitable[None]]) -> tuple[int, float]:
    """How many of the 480 succeed, and the seconds they took together."""

    async def une(qui: int) -> int:
        reussies = 0
        for combien in range(CHACUNE):
            try:
                await travail(qui, combien)
            except sqlite3.OperationalError:
                continue
            reussies += 1
        return reussies

    debut = time.perf_counter()
    reussies = sum(await asyncio.gather(*(une(qui) for qui in range(PERSONNES))))
    return reussies, time.perf_counter() - debut


async def _mesurer_service(url: str) -> tuple[int, float]:
    async with ouverte(url):
        return await _huit(_par_le_service)


async def _mesurer_differees(url: str) -> tuple[int, float]:
    """The same pattern (read, then write) through Piccolo's own engine and default transactions."""
    moteur = SQLiteEngine(path=str(chemin_sqlite(url)), timeout=5)
    brancher(moteur)  # type: ignore[arg-type]

    async def travail(qui: int, combien: int) -> None:
        async with moteur_courant().transaction():
            fiche = await FicheAction.select(FicheAction.id, FicheAction.version).first().run()
            await (
                FicheAction.update({FicheAction.version: FicheAction.version + 1})
                .where(FicheAction.id == (fiche or {})["id"])
                .run()
            )

    return await _huit(travail)


def mesurer() -> list[tuple[str, str]]:
    """Success counts and rates, each engine on a fresh copy of the same small database."""
    total = PERSONNES * CHACUNE
    with tempfile.TemporaryDirectory(prefix="fne-mesure-") as dossier:
        bases = BasesSqlite(Path(dossier))
        with bases.copie("monde") as url:
            reussies, duree = asyncio.run(_mesurer_service(url))
        with bases.copie("monde") as url:
            differees, _ = asyncio.run(_mesurer_differees(url))
    lignes = [
        ("SQLite, tel que livré", f"{reussies} sur {total} réussies, {reussies / duree:.0f} par seconde"),
        ("SQLite, moteur et transactions d’origine de Piccolo", f"{differees} sur {total} réussies"),
    ]
    initdb = trouver("postgresql")
    if initdb is None:
        return [*lignes, ("PostgreSQL", "non mesuré : programmes du serveur absents")]
    with serveur_prive(initdb.parent) as serveur:
        bases_postgresql = BasesPostgresql(serveur)
        with bases_postgresql.copie("monde") as url:
            reussies_pg, duree_pg = asyncio.run(_mesurer_service(url))
        bases_postgresql.vider()
    lignes.append(("PostgreSQL", f"{reussies_pg} sur {total} réussies, {reussies_pg / duree_pg:.0f} par seconde"))
    lignes.append(("PostgreSQL / SQLite", f"× {(reussies_pg / duree_pg) / (reussies / duree):.1f}"))
    return lignes
