"""The page of a decision, at its key; its code leads there."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

from litestar import get
from litestar.params import FromPath

from backend.context import Contexte
from backend.queries.vues.cadre import lieu
from backend.queries.vues.decisions import lire_vue_decision
from backend.web.adresses import decisions as ici
from backend.web.contexts import Cadre, Demo, Lien
from backend.web.demonstration import DemoDePage
from backend.web.lecteur import LecteurDePage
from backend.web.pages.commun import Reponse, Requete, cle_canonique, preparer, repondre_page, vers_la_cle
from backend.web.presentation.cadre import INSTANCES, de_gouvernance
from backend.web.presentation.page_de_decision import Forme, contexte_decision


@get("/decisions/{gouvernance:str}/{numero:str}", include_in_schema=False)
async def decision_sans_instance(
    request: Requete, ctx: LecteurDePage, gouvernance: FromPath[str], numero: FromPath[str]
) -> Reponse:
    """From « 28/2024-1 » to the page."""
    return await vers_la_cle(request, ctx, "decision", f"{gouvernance}/{numero}", ici.decision)


@get("/decisions/{gouvernance:str}/{instance:str}/{numero:str}", include_in_schema=False)
async def decision_d_instance(
    request: Requete, ctx: LecteurDePage, gouvernance: FromPath[str], instance: FromPath[str], numero: FromPath[str]
) -> Reponse:
    """From « 28/copil/2024-2 » to the page."""
    return await vers_la_cle(request, ctx, "decision", f"{gouvernance}/{instance}/{numero}", ici.decision)


@get("/decisions/{reference:str}", include_in_schema=False)
async def decision(request: Requete, ctx: LecteurDePage, demo: DemoDePage, reference: FromPath[str]) -> Reponse:
    """Its text, where it was taken, what it changes, where it stands."""
    cle = cle_canonique(reference)
    if cle is None:
        return await vers_la_cle(request, ctx, "decision", reference, ici.decision)
    return await page_de_decision(request, ctx, demo, cle)


async def page_de_decision(
    request: Requete, ctx: Contexte, demo: Demo | None, cle: UUID, refusee: Forme | None = None
) -> Reponse:
    """The page, with the form that was refused when one was."""
    vue = await lire_vue_decision(ctx.acteur, cle, ctx.au)
    code = vue.decision["code"]
    cadre = await cadre_de_decision(request, ctx, demo, vue.decision["gouvernance"]["id"], f"Décision {code}", code)
    if refusee:
        cadre = replace(cadre, titre=f"Erreur : {cadre.titre}")
    return repondre_page(contexte_decision(vue, ctx.acteur, cadre, refusee), 422 if refusee else 200)


async def cadre_de_decision(
    request: Requete, ctx: Contexte, demo: Demo | None, gouvernance: UUID, titre: str, ici_dit: str, *suite: Lien
) -> Cadre:
    """Frame of a page about a decision, under the register."""
    lecture = await preparer(request, ctx, demo)
    endroit = await lieu(ctx.acteur, gouvernance)
    registre = Lien(libelle="Décisions", href=ici.registre({"gouvernance": endroit.gouvernance["code"]}))
    return de_gouvernance(lecture, endroit, titre, INSTANCES, (registre, *suite), ici_dit)
