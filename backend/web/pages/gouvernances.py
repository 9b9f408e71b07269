"""The page of a governance."""

from __future__ import annotations

from dataclasses import replace

from litestar import get
from litestar.params import FromPath

from backend.queries.vues.cadre import lieu
from backend.queries.vues.gouvernances import lire_vue_gouvernance
from backend.web import adresses
from backend.web.adresses import imports_agenda
from backend.web.demonstration import DemoDePage
from backend.web.lecteur import LecteurDePage
from backend.web.pages.commun import Reponse, Requete, cle_canonique, preparer, repondre_page, vers_la_cle
from backend.web.presentation.cadre import VUE, de_gouvernance
from backend.web.presentation.gouvernances import contexte_gouvernance
from backend.web.presentation.mots import lieu_dit
from fne_roadmaps.domain.droits import Droit, droits_sur_gouvernance


@get("/gouvernances/{reference:str}", include_in_schema=False)
async def gouvernance(request: Requete, ctx: LecteurDePage, demo: DemoDePage, reference: FromPath[str]) -> Reponse:
    """Who carries it, its roadmaps, its bodies, its figures."""
    cle = cle_canonique(reference)
    if cle is None:
        return await vers_la_cle(request, ctx, "gouvernance", reference, adresses.gouvernance)
    vue = await lire_vue_gouvernance(ctx.acteur, cle, ctx.au)
    lecture = await preparer(request, ctx, demo)
    endroit = await lieu(ctx.acteur, cle)
    g = endroit.gouvernance
    cadre = de_gouvernance(lecture, endroit, lieu_dit(g["nom"], g["type"], g["t_nom"]), VUE)
    contexte = contexte_gouvernance(vue, endroit, cadre, lecture.reperes.hub)
    if Droit.REUNIR in droits_sur_gouvernance(ctx.acteur, cle):
        contexte = replace(contexte, coller=imports_agenda.coller(cle))
    return repondre_page(contexte)
