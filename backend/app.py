"""The application: one database, the pages, the API, and what watches over them."""

from __future__ import annotations

import gc
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from litestar import Litestar, Request, Response, Router, get
from litestar.config.compression import CompressionConfig
from litestar.datastructures import CacheControlHeader
from litestar.di import Provide
from litestar.routes import HTTPRoute
from litestar.static_files import create_static_files_router

from backend.api import ROUTES as API
from backend.database import base_joignable, base_ouverte, secret_de
from backend.enveloppe import envelopper
from backend.errors import traducteur
from backend.logs import configurer_journaux
from backend.settings import Settings
from backend.web.adresses import STATIQUES
from backend.web.courriels.envoi import expediteur
from backend.web.demonstration import DEMONSTRATION, demo_de_page
from backend.web.erreurs import page_d_erreur
from backend.web.lecteur import contexte_de_page
from backend.web.origine import exiger_meme_origine
from backend.web.pages import PAGES
from backend.web.session_perdue import exiger_session, sans_session
from fne_roadmaps.domain.errors import NonTrouve

CORPS_MAX = 1_000_000
"""Bytes of a request body."""

STATIQUES_CACHE = CacheControlHeader(public=True, max_age=31_536_000, immutable=True)
"""Files of the site carry the mark of their content in their address."""


COMPRESSION = CompressionConfig(
    backend="gzip", gzip_compress_level=6, minimum_size=1000, exclude=[r"\.(?:woff2|docx)$"]
)
"""Text travels compressed; fonts and documents already are."""


@get("/health", name="health")
async def health() -> Response[dict[str, Any]]:
    """Whether the service can serve: for machines that watch it."""
    joignable = await base_joignable()
    etat = "ok" if joignable else "base injoignable"
    return Response(
        {"etat": etat, "base": {"joignable": joignable}},
        status_code=200 if joignable else 503,
        headers={"cache-control": "no-store"},
    )


@asynccontextmanager
async def base(app: Litestar) -> AsyncIterator[None]:
    """Keep the database open while the application runs."""
    settings: Settings = app.state.settings
    async with base_ouverte(settings.database_url) as ouverte:
        app.state.base = ouverte
        app.state.secret = secret_de(settings, ouverte)
        async with expediteur(settings, ouverte, app.state.secret):
            yield


def _fichier_impossible(requete: Request[Any, Any, Any], _: ValueError) -> Response[bytes]:
    """An address no file can have (a null character): the system refuses it before looking."""
    return traducteur(page_d_erreur)(requete, NonTrouve("Ce fichier"))


def create_app(settings: Settings | None = None) -> Litestar:
    """The application of ``settings`` (those of the environment by default). The database opens when it starts.

    Starting raises BaseAbsente or BaseTropRecente when the database cannot be used.
    """
    configurer_journaux()
    statiques = create_static_files_router(
        "/static", [STATIQUES], cache_control=STATIQUES_CACHE, exception_handlers={ValueError: _fichier_impossible}
    )
    pages = Router(
        "/",
        route_handlers=[*PAGES],
        guards=[exiger_meme_origine, exiger_session],
        exception_handlers=sans_session(traducteur(page_d_erreur)),
        dependencies={"ctx": Provide(contexte_de_page), "demo": Provide(demo_de_page)},
    )
    app = Litestar(
        route_handlers=[health, statiques, *API, *DEMONSTRATION, pages],
        lifespan=[base],
        exception_handlers={Exception: traducteur(page_d_erreur)},
        request_max_body_size=CORPS_MAX,
        compression_config=COMPRESSION,
        openapi_config=None,
        logging_config=None,
        debug=False,
    )
    app.state.settings = settings or Settings()
    methodes = {route.path_format: route.methods for route in app.routes if isinstance(route, HTTPRoute)}
    app.asgi_handler = envelopper(app.asgi_handler, methodes)
    return app


def application(settings: Settings | None = None) -> Litestar:
    """What a server runs: routes, templates and models live as long as it does, and no collection visits them again."""
    app = create_app(settings)
    gc.collect()
    gc.freeze()
    return app
