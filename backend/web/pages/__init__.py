"""The pages people read, each at the key of what it shows; a code people can type leads to it."""

from __future__ import annotations

from litestar.handlers import HTTPRouteHandler

from backend.web.pages.accueil import accueil
from backend.web.pages.agenda import agenda, agenda_ics
from backend.web.pages.feuilles_de_route import feuille_de_route, projet_docx, version_docx
from backend.web.pages.fiches_action import FICHES_ACTION
from backend.web.pages.gouvernances import gouvernance
from backend.web.pages.instances import instance
from backend.web.pages.reunions import reunion

PAGES: tuple[HTTPRouteHandler, ...] = (
    accueil,
    agenda,
    agenda_ics,
    feuille_de_route,
    gouvernance,
    instance,
    projet_docx,
    reunion,
    version_docx,
    *FICHES_ACTION,
)
