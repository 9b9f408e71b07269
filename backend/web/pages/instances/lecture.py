"""The page of a governance body."""

from __future__ import annotations

from litestar import get
from litestar.params import FromPath

from backend.queries.vues.cadre import lieu
from backend.queries.vues.instances import lire_vue_instance
from backend.web import adresses
from backend.web.demonstration import DemoDePage
from backend.web.lecteur import LecteurDePage
from backend.web.pages.commun import Reponse, Requete, cle_canonique, preparer, repondre_page, vers_la_cle
from backend.web.presentation.cadre import INSTANCES, de_gouvernance
from backend.web.presentation.instances import contexte_instance
from exports.formats import typographier


@get("/instances/{gouvernance:str}/{slug:str}", include_in_schema=False)
async def instance_par_code(
    request: Requete, ctx: LecteurDePage, gouvernance: FromPath[str], slug: FromPath[str]
) -> Reponse:
    """From « 28/copil » to the page."""
    return await vers_la_cle(request, ctx, "instance", f"{gouvernance}/{slug}", adresses.instance)


@get("/instances/{reference:str}", include_in_schema=False)
async def instance(request: Requete, ctx: LecteurDePage, demo: DemoDePage, reference: FromPath[str]) -> Reponse:
    """Who sits, how often it meets, what it decided."""
    cle = cle_canonique(reference)
    if cle is None:
        return await vers_la_cle(request, ctx, "instance", reference, adresses.instance)
    vue = await lire_vue_instance(ctx.acteur, cle, ctx.au)
    lecture = await preparer(request, ctx, demo)
    endroit = await lieu(ctx.acteur, vue.instance["gouvernance"]["id"])
    nom = typographier(vue.instance["nom"])
    cadre = de_gouvernance(lecture, endroit, nom, INSTANCES, (), nom)
    return repondre_page(contexte_instance(vue, cadre, endroit.gouvernance, ctx.au))
