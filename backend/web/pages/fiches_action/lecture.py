"""The page of a fiche action."""

from __future__ import annotations

from litestar import get
from litestar.params import FromPath

from backend.queries.vues.cadre import lieu
from backend.queries.vues.fiches_action import lire_vue_fiche
from backend.web import adresses
from backend.web.contexts import Lien
from backend.web.demonstration import DemoDePage
from backend.web.lecteur import LecteurDePage
from backend.web.pages.commun import (
    Reponse,
    Requete,
    cle_canonique,
    numero_de_page,
    preparer,
    repondre_page,
    vers_la_cle,
)
from backend.web.presentation.cadre import FEUILLE, de_gouvernance
from backend.web.presentation.decisions import nom_de_fiche
from backend.web.presentation.fiches_action import contexte_fiche
from exports.formats import typographier


@get("/fiches-action/{reference:str}/{numero:str}", include_in_schema=False)
async def fiche_action_par_code(
    request: Requete, ctx: LecteurDePage, reference: FromPath[str], numero: FromPath[str]
) -> Reponse:
    """From « 28-2024/1.3 » to the page."""
    return await vers_la_cle(request, ctx, "fiche_action", f"{reference}/{numero}", adresses.fiche_action)


@get("/fiches-action/{reference:str}", include_in_schema=False)
async def fiche_action(request: Requete, ctx: LecteurDePage, demo: DemoDePage, reference: FromPath[str]) -> Reponse:
    """Everything its people write and follow."""
    cle = cle_canonique(reference)
    if cle is None:
        return await vers_la_cle(request, ctx, "fiche_action", reference, adresses.fiche_action)
    vue = await lire_vue_fiche(ctx.acteur, cle, ctx.au, page=numero_de_page(request, "nouvelles"))
    lecture = await preparer(request, ctx, demo)
    endroit = await lieu(ctx.acteur, vue.feuille["gouvernance"])
    parent = Lien(libelle=f"Feuille de route {vue.feuille['code']}", href=adresses.feuille_de_route(vue.feuille["id"]))
    titre = typographier(vue.fiche["titre"])
    ici = nom_de_fiche(vue.fiche["code"], titre)
    cadre = de_gouvernance(lecture, endroit, f"{ici}, {titre}" if ici != titre else titre, FEUILLE, (parent,), ici)
    return repondre_page(contexte_fiche(vue, cadre, endroit.gouvernance["fuseau"], ctx.au))
