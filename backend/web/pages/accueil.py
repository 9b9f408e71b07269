"""The home page: the region at a glance."""

from __future__ import annotations

from litestar import get

from backend.queries.vues.accueil import lire_accueil
from backend.web.demonstration import DemoDePage
from backend.web.lecteur import LecteurDePage
from backend.web.pages.commun import Reponse, Requete, preparer, repondre_page
from backend.web.presentation.accueil import contexte_accueil
from backend.web.presentation.cadre import de_region


@get("/", include_in_schema=False)
async def accueil(request: Requete, ctx: LecteurDePage, demo: DemoDePage) -> Reponse:
    """Each governance, its state, what awaits somebody, the next meetings."""
    lecture = await preparer(request, ctx, demo)
    vue = await lire_accueil(ctx.acteur, ctx.au)
    cadre = de_region(lecture, lecture.accueil, lecture.accueil)
    return repondre_page(contexte_accueil(vue, cadre, lecture))
