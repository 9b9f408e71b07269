"""The page of a roadmap, and its documents."""

from __future__ import annotations

import re

from anyio import to_thread
from litestar import get
from litestar.params import FromPath
from litestar.response import Redirect

from backend.context import Contexte
from backend.queries.fiches_action import FICHES
from backend.queries.listes import lire_demande
from backend.queries.references import charger
from backend.queries.versions import document, versions_de
from backend.queries.vues.cadre import lieu
from backend.queries.vues.feuilles_de_route import lire_vue_feuille
from backend.web import adresses
from backend.web.demonstration import DemoDePage
from backend.web.fichiers import DOCX, repondre_fichier
from backend.web.lecteur import LecteurDePage
from backend.web.pages.commun import (
    Reponse,
    Requete,
    cle_canonique,
    parametres_connus,
    preparer,
    repondre_page,
    vers_la_cle,
)
from backend.web.presentation.cadre import FEUILLE, de_gouvernance
from backend.web.presentation.feuilles_de_route import contexte_feuille
from backend.web.presentation.liste_de_fiches import adresse
from exports.docx import rendre_feuille_de_route
from exports.formats import nombre, typographier
from fne_roadmaps.domain.errors import NonTrouve, RegleViolee

_PARAMETRES = (*(nom for nom in FICHES.filtres if nom != "feuille_de_route"), "tri", "page")
_FICHIER = re.compile(r"([1-9][0-9]{0,3})\.docx")


@get("/feuilles-de-route/{reference:str}", include_in_schema=False)
async def feuille_de_route(request: Requete, ctx: LecteurDePage, demo: DemoDePage, reference: FromPath[str]) -> Reponse:
    """State, headings, published texts, and the fiches that answer the filters of the address."""
    cle = cle_canonique(reference)
    if cle is None:
        return await vers_la_cle(request, ctx, "feuille_de_route", reference, adresses.feuille_de_route)
    parametres = parametres_connus(request, _PARAMETRES)
    demande = lire_demande(FICHES, parametres)
    etat = {nom: valeur for nom, valeur in parametres if valeur}
    if len(etat) < len(parametres):
        return Redirect(adresse(cle, etat), status_code=302)
    vue = await lire_vue_feuille(ctx.acteur, cle, demande, ctx.au)
    if vue.liste and vue.liste.page.total and not vue.liste.page.elements:
        derniere = -(-vue.liste.page.total // demande.par_page)
        raise RegleViolee("page", f"La dernière page de cette liste est la page {nombre(derniere)}.")
    f = vue.feuille
    lecture = await preparer(request, ctx, demo)
    endroit = await lieu(ctx.acteur, f["gouvernance"]["id"])
    cadre = de_gouvernance(lecture, endroit, typographier(f["titre"]), FEUILLE, (), f"Feuille de route {f['code']}")
    return repondre_page(contexte_feuille(vue, cadre, demande, etat, endroit.gouvernance["du_nom"]))


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
