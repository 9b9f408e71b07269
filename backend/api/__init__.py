"""JSON controllers: one declaration a concept, routes and description made from it."""

from __future__ import annotations

from litestar.types import ControllerRouterHandler

from backend.api.catalogue import RESSOURCES
from backend.api.description import openapi
from backend.api.feuilles_de_route import ANNEXES
from backend.api.journal import journal
from backend.api.routes import controleur

ROUTES: tuple[ControllerRouterHandler, ...] = (*map(controleur, RESSOURCES), *ANNEXES, journal, openapi)
"""Every route of the API."""
