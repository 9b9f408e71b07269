"""JSON controllers: one declaration a concept, routes and description made from it."""

from __future__ import annotations

from litestar.handlers import HTTPRouteHandler

from backend.api import description, feuilles_de_route, journal, routes
from backend.api.catalogue import RESSOURCES

ROUTES: tuple[HTTPRouteHandler, ...] = (
    *(route for ressource in RESSOURCES for route in routes.routes_de(ressource)),
    *feuilles_de_route.ANNEXES,
    journal.journal,
    description.openapi,
)
"""Every route of the API."""
