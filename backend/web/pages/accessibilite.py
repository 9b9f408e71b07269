"""What was checked of the accessibility of the site, what was not, and how to tell of an obstacle."""

from __future__ import annotations

from litestar import get
from litestar.routes import HTTPRoute

from backend.web.adresses import textes as ici
from backend.web.contexts import AccessibiliteContexte
from backend.web.demonstration import DemoDePage
from backend.web.lecteur import LecteurDePage
from backend.web.pages.commun import Reponse, Requete, preparer, repondre_page
from backend.web.presentation.accessibilite import VERIFIEES, noms_de, pages_parmi
from backend.web.presentation.cadre import de_region

TITRE = "Accessibilité"


@get(ici.ACCESSIBILITE, include_in_schema=False)
async def accessibilite(request: Requete, ctx: LecteurDePage, demo: DemoDePage) -> Reponse:
    """The state of things, page by page."""
    routes = (r for r in request.app.routes if isinstance(r, HTTPRoute) and "GET" in r.methods)
    pages = pages_parmi(route.path_format for route in routes)
    contexte = AccessibiliteContexte(
        cadre=de_region(await preparer(request, ctx, demo), TITRE, None),
        verifiees=noms_de(pages & VERIFIEES),
        autres=noms_de(pages - VERIFIEES),
        contact=request.app.state.settings.contact or None,
    )
    return repondre_page(contexte)
