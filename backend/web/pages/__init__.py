"""The pages people read, each at the key of what it shows; a code people can type leads to it."""

from __future__ import annotations

from litestar.handlers import HTTPRouteHandler

from backend.web.pages.accessibilite import accessibilite
from backend.web.pages.accueil import accueil
from backend.web.pages.agenda import agenda, agenda_ics
from backend.web.pages.apercu import apercu
from backend.web.pages.arbitrage import ARBITRAGE
from backend.web.pages.brouillons import BROUILLONS
from backend.web.pages.comptes import COMPTES
from backend.web.pages.comptes_rendus import COMPTES_RENDUS
from backend.web.pages.contributions import CONTRIBUTIONS
from backend.web.pages.courriels import COURRIELS
from backend.web.pages.decisions import DECISIONS
from backend.web.pages.feuilles_de_route import feuille_de_route, projet_docx, version_docx
from backend.web.pages.fiches_action import FICHES_ACTION
from backend.web.pages.flux import FLUX
from backend.web.pages.gouvernances import gouvernance
from backend.web.pages.imports_agenda import IMPORTS_AGENDA
from backend.web.pages.instances import INSTANCES
from backend.web.pages.invitations import INVITATIONS
from backend.web.pages.liste_de_fiches import LISTE_DE_FICHES
from backend.web.pages.participation import PARTICIPATION
from backend.web.pages.reunions import REUNIONS
from backend.web.pages.seances import SEANCES
from backend.web.pages.sondages import SONDAGES
from backend.web.pages.suivi import SUIVIS

PAGES: tuple[HTTPRouteHandler, ...] = (
    accessibilite,
    accueil,
    agenda,
    agenda_ics,
    apercu,
    feuille_de_route,
    gouvernance,
    projet_docx,
    version_docx,
    *ARBITRAGE,
    *BROUILLONS,
    *COMPTES,
    *COURRIELS,
    *COMPTES_RENDUS,
    *CONTRIBUTIONS,
    *DECISIONS,
    *FICHES_ACTION,
    *INSTANCES,
    *INVITATIONS,
    *FLUX,
    *IMPORTS_AGENDA,
    *PARTICIPATION,
    *REUNIONS,
    *SEANCES,
    *SONDAGES,
    *SUIVIS,
    *LISTE_DE_FICHES,
)
