"""The page of a meeting."""

from __future__ import annotations

from dataclasses import replace

from litestar import get
from litestar.params import FromPath

from backend.queries.vues.cadre import lieu
from backend.queries.vues.reunions import lire_vue_reunion
from backend.queries.vues.seances import lire_seance
from backend.web import adresses
from backend.web.contexts import Lien
from backend.web.demonstration import DemoDePage
from backend.web.lecteur import LecteurDePage
from backend.web.pages.commun import Reponse, Requete, cle_canonique, preparer, repondre_page, vers_la_cle
from backend.web.presentation.cadre import INSTANCES, de_gouvernance
from backend.web.presentation.reunions import contexte_reunion
from backend.web.presentation.seances import resume_de_seance
from exports.formats import date_incertaine, date_sans_preposition, majuscule, typographier


@get("/reunions/{gouvernance:str}/{numero:str}", include_in_schema=False)
async def reunion_sans_instance(
    request: Requete, ctx: LecteurDePage, gouvernance: FromPath[str], numero: FromPath[str]
) -> Reponse:
    """From « 28/r12 » to the page."""
    return await vers_la_cle(request, ctx, "reunion", f"{gouvernance}/{numero}", adresses.reunion)


@get("/reunions/{gouvernance:str}/{instance:str}/{numero:str}", include_in_schema=False)
async def reunion_d_instance(
    request: Requete, ctx: LecteurDePage, gouvernance: FromPath[str], instance: FromPath[str], numero: FromPath[str]
) -> Reponse:
    """From « 28/copil/r7 » to the page."""
    return await vers_la_cle(request, ctx, "reunion", f"{gouvernance}/{instance}/{numero}", adresses.reunion)


@get("/reunions/{reference:str}", include_in_schema=False)
async def reunion(request: Requete, ctx: LecteurDePage, demo: DemoDePage, reference: FromPath[str]) -> Reponse:
    """When as known, where, with whom, and what was decided."""
    cle = cle_canonique(reference)
    if cle is None:
        return await vers_la_cle(request, ctx, "reunion", reference, adresses.reunion)
    vue = await lire_vue_reunion(ctx.acteur, cle, ctx.au)
    r = vue.reunion
    lecture = await preparer(request, ctx, demo)
    endroit = await lieu(ctx.acteur, r["gouvernance"]["id"])
    suite: tuple[Lien, ...] = ()
    if r["instance"]:
        suite = (Lien(libelle=typographier(r["instance"]["nom"]), href=adresses.instance(r["instance"]["id"])),)
    titre = f"{typographier(r['titre'])}, {date_incertaine(r['date'])}"
    cadre = de_gouvernance(lecture, endroit, titre, INSTANCES, suite, majuscule(date_sans_preposition(r["date"])))
    seance = resume_de_seance(await lire_seance(ctx.acteur, cle, ctx.au, vue.decisions))
    return repondre_page(replace(contexte_reunion(vue, cadre, ctx.acteur.structure), seance=seance))
