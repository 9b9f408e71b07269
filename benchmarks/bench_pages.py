"""A page of fifty fiches as JSON: against the same SQL in a bare handler, and the same list in Django REST framework.

All three answer in this process, on the same SQLite file, without a socket, in turn. Requests are counted by second of
processor, threads included: nothing here waits for anything else, and a busy machine weighs less on it.
"""

from __future__ import annotations

import asyncio
import json
import os
import tempfile
import time
from collections.abc import Awaitable, Callable
from contextlib import AsyncExitStack, redirect_stderr
from pathlib import Path
from statistics import median
from typing import Any

import aiosqlite
from litestar import Litestar, get
from litestar.handlers import HTTPRouteHandler
from piccolo.engine.sqlite import dict_factory

from backend.app import application
from backend.settings import Settings
from benchmarks.liste_drf import ouvrir_drf
from fne_roadmaps.tables.engines import chemin_sqlite, moteur_courant
from tests.support.fabriques import BasesSqlite
from tests.support.requetes import requetes_avec_valeurs

TITRE = "Page de cinquante fiches en JSON, sur SQLite"
CHEMIN, NUE, REQUETE = "/api/v1/fiches-action", "/nue", b"feuille_de_route=28-2024&par_page=50"
FICHES = 50
TOURS, PAR_TOUR = 31, 10
MOINS_DU_NU, MOINS_DE_DRF = 0.6, 3.0

Appel = Callable[[], Awaitable[bytes]]


async def _demander(app: Litestar, chemin: str) -> bytes:
    """One GET, straight through the ASGI interface, as the server would make it."""
    scope: Any = {
        "type": "http",
        "asgi": {"version": "3.0", "spec_version": "2.4"},
        "http_version": "1.1",
        "method": "GET",
        "scheme": "http",
        "path": chemin,
        "raw_path": chemin.encode(),
        "root_path": "",
        "query_string": REQUETE,
        "headers": [(b"host", b"testserver"), (b"authorization", b"Bearer alice-28")],
        "client": ("127.0.0.1", 1),
        "server": ("127.0.0.1", 80),
    }
    morceaux: list[Any] = []

    async def recevoir() -> Any:
        return {"type": "http.request", "body": b"", "more_body": False}

    async def envoyer(message: Any) -> None:
        morceaux.append(message)

    await app(scope, recevoir, envoyer)
    if morceaux[0]["status"] != 200:
        raise RuntimeError(f"réponse {morceaux[0]['status']}")
    return b"".join(m.get("body", b"") for m in morceaux[1:])


def _route_nue(connexion: aiosqlite.Connection, requetes: list[tuple[str, list[Any]]]) -> HTTPRouteHandler:
    """The very statements of the real route, one after the other, and their rows as they come: nothing else."""

    @get(NUE)
    async def nue() -> list[Any]:
        return [await connexion.execute_fetchall(sql, valeurs) for sql, valeurs in requetes]

    return nue


async def _temps(appels: dict[str, Appel]) -> dict[str, list[float]]:
    """Seconds of processor of one request, turn by turn, the contenders alternating."""
    temps: dict[str, list[float]] = {nom: [] for nom in appels}
    for _ in range(TOURS):
        for nom, appel in appels.items():
            debut = time.process_time()
            for _ in range(PAR_TOUR):
                await appel()
            temps[nom].append((time.process_time() - debut) / PAR_TOUR)
    return temps


async def _mesurer(url: str) -> dict[str, list[float]]:
    fichier = str(chemin_sqlite(url))
    app = application(Settings(database_url=url))
    async with AsyncExitStack() as pile:
        await pile.enter_async_context(app.lifespan())
        with requetes_avec_valeurs(moteur_courant()) as passees:
            page = json.loads(await _demander(app, CHEMIN))
        connexion = await pile.enter_async_context(aiosqlite.connect(fichier))
        connexion.row_factory = dict_factory  # type: ignore[assignment]
        app.register(_route_nue(connexion, list(passees)))
        drf = ouvrir_drf(fichier, FICHES)

        async def par_drf() -> bytes:
            return drf()

        memes = {f["id"] for f in page["elements"]} == {f["id"] for f in json.loads(drf())["results"]}
        if not memes or len(page["elements"]) != FICHES:
            raise RuntimeError("les listes comparées ne tiennent pas les mêmes fiches")
        return await _temps(
            {"vraie": lambda: _demander(app, CHEMIN), "nue": lambda: _demander(app, NUE), "drf": par_drf}
        )


def mesurer() -> list[tuple[str, str]]:
    """The throughput of each, and the two ratios."""
    with (
        tempfile.TemporaryDirectory(prefix="fne-mesure-") as dossier,
        Path(os.devnull).open("w", encoding="utf-8") as nulle_part,
        redirect_stderr(nulle_part),  # thousands of requests, each logged: written, but not among the measures
        BasesSqlite(Path(dossier)).copie("demo") as url,
    ):
        temps = asyncio.run(_mesurer(url))
    return [
        ("route réelle (droits, filtres, retards, libellés, dates en mots)", _debit(temps["vraie"])),
        (
            "mêmes requêtes SQL par aiosqlite dans une route nue de la même application, lignes brutes en JSON",
            f"{_debit(temps['nue'])} ; la route réelle en tient {_rapport(temps, 'nue')} (≥ {_dit(MOINS_DU_NU)})",
        ),
        (
            "Django REST framework (WSGI sans intergiciel, select_related et prefetch_related, ni retard ni libellé)",
            f"{_debit(temps['drf'])} ; la route réelle fait × {_rapport(temps, 'drf')} (≥ {_dit(MOINS_DE_DRF)})",
        ),
    ]


def _debit(temps: list[float]) -> str:
    return f"{1 / median(temps):.0f} par seconde de processeur"


def _rapport(temps: dict[str, list[float]], reference: str) -> str:
    """Throughput over that of the reference: the median of the turns, each compared with its neighbour."""
    return _dit(median(autre / vraie for vraie, autre in zip(temps["vraie"], temps[reference], strict=True)))


def _dit(valeur: float) -> str:
    return f"{valeur:.2f}".replace(".", ",")
