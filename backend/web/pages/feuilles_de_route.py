"""The page of a roadmap, and its documents."""

from __future__ import annotations

import re

from anyio import to_thread
from litestar import get
from litestar.params import FromPath
from litestar.response import Redirect

from backend.context import Contexte
from backend.queries.references import charger
from backend.queries.versions import document, versions_de
from backend.web import adresses
from backend.web.demonstration import DemoDePage
from backend.web.fichiers import DOCX, repondre_fichier
from backend.web.lecteur import LecteurDePage
from backend.web.pages.commun import Reponse, Requete, cle_canonique, vers_la_cle
from backend.web.pages.liste_de_fiches.rendu import etat_de, montrer, paires_de
from backend.web.presentation.liste_de_fiches import adresse
from exports.docx import rendre_feuille_de_route
from fne_roadmaps.domain.errors import NonTrouve

_FICHIER = re.compile(r"([1-9][0-9]{0,3})\.docx")


@get("/feuilles-de-route/{reference:str}", include_in_schema=False)
async def feuille_de_route(request: Requete, ctx: LecteurDePage, demo: DemoDePage, reference: FromPath[str]) -> Reponse:
    """State, headings, published texts, and the fiches that answer the filters of the address."""
    cle = cle_canonique(reference)
    if cle is None:
        return await vers_la_cle(request, ctx, "feuille_de_route", reference, adresses.feuille_de_route)
    paires, normales = paires_de(request)
    if not normales:
        return Redirect(adresse(cle, dict(paires)), status_code=302)
    return await montrer(request, ctx, demo, etat_de(request, cle))


@get("/feuilles-de-route/{reference:str}/versions/{fichier:str}", include_in_schema=False)
async def version_docx(
    request: Requete, ctx: LecteurDePage, reference: FromPath[str], fichier: FromPath[str]
) -> Reponse:
    """The document of a published version, the same for every account; a code of roadmap will do."""
    trouve = _FICHIER.fullmatch(fichier)
    if not trouve:
        raise NonTrouve("Ce document")
    return await _document(request, ctx, reference, int(trouve[1]))


@get("/feuilles-de-route/{reference:str}/projet.docx", include_in_schema=False)
async def projet_docx(request: Requete, ctx: LecteurDePage, reference: FromPath[str]) -> Reponse:
    """The text of a roadmap not yet published, marked « PROJET », for those who follow the governance."""
    return await _document(request, ctx, reference, None)


async def _document(request: Requete, ctx: Contexte, reference: str, version: int | None) -> Reponse:
    feuille = await charger(ctx.acteur, "feuille_de_route", reference)
    if version is None and await versions_de(feuille["id"]):
        raise NonTrouve("Ce projet")
    doc, empreinte = await document(ctx.acteur, str(feuille["id"]), version=version, au=ctx.au)
    octets = await to_thread.run_sync(rendre_feuille_de_route, doc, empreinte)
    suite = f"v{version}" if version else "projet"
    return repondre_fichier(request, octets, f"{feuille['code']}-{suite}.docx", DOCX)
