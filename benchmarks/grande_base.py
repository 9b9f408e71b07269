"""The demonstration, then with a hundred times its fiches in other roadmaps: what must cost the same in both."""

from __future__ import annotations

import asyncio
import tempfile
import time
from collections.abc import Awaitable, Callable, Mapping
from pathlib import Path
from uuid import UUID, uuid4

from piccolo.table import Table

from backend.queries.lecture import Ligne, ligne, lignes
from backend.services.ecriture import inserer
from fne_roadmaps.tables.engines import MoteurPostgres
from fne_roadmaps.tables.feuilles_de_route import Axe, FeuilleDeRoute
from fne_roadmaps.tables.fiches_action import Acteur, FicheAction, Financement, Jalon, PublicCible
from fne_roadmaps.tables.journal import EntreeJournal
from tests.support.fabriques import Bases, BasesPostgresql, BasesSqlite, ouverte
from tests.support.outils import trouver
from tests.support.postgresql import serveur_prive

AUTRES = 99
ATTACHEES: tuple[type[Table], ...] = (Acteur, Financement, Jalon, PublicCible)
REPETITIONS = 15
TOURS = 3

Appels = Mapping[str, Callable[[], Awaitable[object]]]


async def _attachees(table: type[Table], feuille: UUID) -> list[Ligne]:
    """Rows of a list that hang on the fiches of a roadmap."""
    nom = table._meta.tablename
    return await lignes(
        f"SELECT x.* FROM {nom} x JOIN fiche_action f ON f.id = x.fiche_action "  # noqa: S608 - our own table names
        "WHERE f.feuille_de_route = {}",
        feuille,
    )


async def _grossir() -> int:
    """Copy the roadmap 28-2024, its axes, fiches, their journal and what filters read, into 99 others elsewhere."""
    feuille = await ligne("SELECT * FROM feuille_de_route WHERE code = '28-2024'") or {}
    axes = await lignes("SELECT * FROM axe WHERE feuille_de_route = {}", feuille["id"])
    fiches = await lignes("SELECT * FROM fiche_action WHERE feuille_de_route = {}", feuille["id"])
    attachees = {table: await _attachees(table, feuille["id"]) for table in ATTACHEES}
    actes = await lignes(
        "SELECT j.* FROM entree_journal j JOIN fiche_action f ON f.id = j.objet WHERE f.feuille_de_route = {}",
        feuille["id"],
    )
    autre = await ligne("SELECT id FROM gouvernance WHERE code = '41'") or {}
    for rang in range(AUTRES):
        cles = {r["id"]: uuid4() for r in [feuille, *axes, *fiches]}
        copie = {"id": cles[feuille["id"]], "code": f"copie-{rang}", "gouvernance": autre["id"]}
        await inserer(FeuilleDeRoute, [{**feuille, **copie}])
        await inserer(Axe, [{**a, "id": cles[a["id"]], "feuille_de_route": cles[feuille["id"]]} for a in axes])
        liens = [{"id": cles[f["id"]], "feuille_de_route": cles[feuille["id"]], "axe": cles[f["axe"]]} for f in fiches]
        await inserer(FicheAction, [{**f, **lien} for f, lien in zip(fiches, liens, strict=True)])
        for table, siennes in attachees.items():
            await inserer(table, [{**x, "id": uuid4(), "fiche_action": cles[x["fiche_action"]]} for x in siennes])
        siens = [{**j, "id": uuid4(), "objet": cles[j["objet"]], "gouvernance": autre["id"]} for j in actes]
        await inserer(EntreeJournal, siens)
    compte = await ligne("SELECT COUNT(*) AS n FROM fiche_action") or {}
    return int(compte["n"])


async def _agrandir(url: str) -> int:
    async with ouverte(url) as moteur:
        total = await _grossir()
        if isinstance(moteur, MoteurPostgres):
            await moteur.run_ddl("ANALYZE")
        return total


async def _chronometrer(url: str, appels: Appels) -> dict[str, float]:
    """Least seconds of each call, after a first one to warm up."""
    async with ouverte(url):
        moindres = {}
        for nom, appel in appels.items():
            await appel()
            durees = []
            for _ in range(REPETITIONS):
                debut = time.perf_counter()
                await appel()
                durees.append(time.perf_counter() - debut)
            moindres[nom] = min(durees)
    return moindres


def _comparer(bases: Bases, moteur: str, appels: Appels) -> list[tuple[str, str]]:
    """Both databases in turn, several times, so that a busy moment of the machine weighs on both."""
    with bases.copie("demo") as petite, bases.copie("demo") as grande:
        total = asyncio.run(_agrandir(grande))
        tours = [
            (asyncio.run(_chronometrer(petite, appels)), asyncio.run(_chronometrer(grande, appels)))
            for _ in range(TOURS)
        ]
    lignes_ = []
    for nom in appels:
        avant, apres = min(t[0][nom] for t in tours), min(t[1][nom] for t in tours)
        mesure = f"× {apres / avant:.2f} ({avant * 1000:.1f} ms puis {apres * 1000:.1f} ms)"
        lignes_.append((f"{moteur}, {nom}, {total} fiches", mesure))
    return lignes_


def comparer(appels: Appels) -> list[tuple[str, str]]:
    """Time with 13,000 fiches over time with those of the demonstration, per call and engine."""
    with tempfile.TemporaryDirectory(prefix="fne-mesure-") as dossier:
        resultats = _comparer(BasesSqlite(Path(dossier)), "SQLite", appels)
    initdb = trouver("postgresql")
    if initdb is None:
        return [*resultats, ("PostgreSQL", "non mesuré : programmes du serveur absents")]
    with serveur_prive(initdb.parent) as serveur:
        bases = BasesPostgresql(serveur)
        resultats += _comparer(bases, "PostgreSQL", appels)
        bases.vider()
    return resultats
