"""The minutes of a year of a governance, body by body, and the way to them as one document."""

from __future__ import annotations

from uuid import UUID

from litestar import get
from litestar.params import FromPath

from backend.queries.comptes_rendus import annees_de_comptes_rendus, groupes_lisibles
from backend.queries.comptes_rendus.liste import de_la_gouvernance, sans_compte_rendu
from backend.queries.gouvernances import lire_gouvernance
from backend.queries.vues.cadre import lieu
from backend.queries.vues.reunions import reunions
from backend.web.demonstration import DemoDePage
from backend.web.lecteur import LecteurDePage
from backend.web.pages.commun import Reponse, Requete, preparer, repondre_page
from backend.web.pages.comptes_rendus.documents import annee_demandee
from backend.web.presentation.annee_de_comptes_rendus import contexte_annee
from backend.web.presentation.cadre import INSTANCES, de_gouvernance


@get("/gouvernances/{cle:uuid}/comptes-rendus", include_in_schema=False)
async def comptes_rendus_de_l_annee(
    request: Requete, ctx: LecteurDePage, demo: DemoDePage, cle: FromPath[UUID]
) -> Reponse:
    """A year of it, the latest that holds minutes unless the address says otherwise."""
    gouvernance = await lire_gouvernance(ctx.acteur, cle, ctx.au)
    annees = await annees_de_comptes_rendus(ctx.acteur, cle)
    annee = annee_demandee(request, annees[0] if annees else ctx.au.year)
    groupes = await groupes_lisibles(ctx.acteur, gouvernance, annee)
    manquants = await reunions(ctx.acteur, de_la_gouvernance(cle) & sans_compte_rendu(annee), ctx.au)
    lecture = await preparer(request, ctx, demo)
    endroit = await lieu(ctx.acteur, cle)
    cadre = de_gouvernance(lecture, endroit, f"Comptes rendus de {annee}", INSTANCES, (), f"Comptes rendus de {annee}")
    return repondre_page(contexte_annee(gouvernance, cadre, annee, annees, groupes, manquants))
