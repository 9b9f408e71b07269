"""The follow-up of a roadmap, what changed in it, and one's own."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from uuid import UUID

from litestar import get
from litestar.handlers import HTTPRouteHandler
from litestar.params import FromPath
from litestar.response import Redirect

from backend.context import Contexte
from backend.queries.lecture import Ligne
from backend.queries.vues.actes import lire_actes
from backend.queries.vues.cadre import Lieu, lieu
from backend.queries.vues.mon_suivi import lire_mon_suivi
from backend.queries.vues.tableau import Repere, charger_suivie, lire_tableau, repere_par_defaut, reperes_de
from backend.web import adresses
from backend.web.adresses import comptes, suivi as acces
from backend.web.contexts import Cadre, Demo, Lien
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
from backend.web.presentation.cadre import MON_SUIVI, SUIVI, de_gouvernance, de_region
from backend.web.presentation.mon_suivi import contexte_mon_suivi
from backend.web.presentation.tableau import SCRIPT, contexte_suivi
from backend.web.presentation.tableau.changements import PAR_PAGE, Lu, contexte_changements
from fne_roadmaps.domain.dates import lire_jour_dit
from fne_roadmaps.domain.errors import RegleViolee

ANNEE_MIN = 1900
DERNIERS = 8
"""Acts shown beside the rest; every one has a page."""


@get("/feuilles-de-route/{reference:str}/suivi", include_in_schema=False)
async def suivi(request: Requete, ctx: LecteurDePage, demo: DemoDePage, reference: FromPath[str]) -> Reponse:
    """Where the roadmap stands, compared with the last COPIL."""
    cle = cle_canonique(reference)
    if cle is None:
        return await vers_la_cle(request, ctx, "feuille_de_route", reference, acces.suivi)
    feuille, endroit = await _ouvrir(ctx, cle)
    fuseau = endroit.gouvernance["fuseau"]
    vue = await lire_tableau(feuille, ctx.au, fuseau)
    actes = await lire_actes(cle, vue.repere.debut(fuseau), par_page=DERNIERS, creations=False)
    cadre = await _cadre(request, ctx, demo, feuille, endroit, "Suivi de la feuille de route")
    return repondre_page(contexte_suivi(vue, actes, replace(cadre, scripts=(SCRIPT,)), ctx.au, fuseau))


@get("/feuilles-de-route/{reference:str}/changements", include_in_schema=False)
async def changements(request: Requete, ctx: LecteurDePage, demo: DemoDePage, reference: FromPath[str]) -> Reponse:
    """Every act on its fiches since the last COPIL, the signature or a day, newest first."""
    cle = cle_canonique(reference)
    if cle is None:
        return await vers_la_cle(request, ctx, "feuille_de_route", reference, acces.changements)
    feuille, endroit = await _ouvrir(ctx, cle)
    lu = Lu(request.query_params.get("depuis", "").strip() or None, ctx.au, endroit.gouvernance["fuseau"])
    connus = await reperes_de(feuille, ctx.au)
    repere = _repere(lu.depuis, connus, ctx.au)
    page = numero_de_page(request)
    actes = await lire_actes(cle, repere.debut(lu.fuseau), page=page, par_page=PAR_PAGE)
    parent = Lien(libelle="Suivi", href=acces.suivi(cle))
    cadre = await _cadre(request, ctx, demo, feuille, endroit, "Ce qui a changé", parent)
    return repondre_page(contexte_changements(cadre, cle, repere, connus, actes, page, lu))


async def _ouvrir(ctx: Contexte, cle: UUID) -> tuple[Ligne, Lieu]:
    """The roadmap and its governance, for who follows it. Two statements."""
    feuille = await charger_suivie(ctx.acteur, cle)
    return feuille, await lieu(ctx.acteur, feuille["gouvernance"])


async def _cadre(
    request: Requete, ctx: Contexte, demo: Demo | None, feuille: Ligne, endroit: Lieu, titre: str, *suite: Lien
) -> Cadre:
    parent = Lien(libelle=f"Feuille de route {feuille['code']}", href=adresses.feuille_de_route(feuille["id"]))
    lecture = await preparer(request, ctx, demo)
    ici = titre if suite else "Suivi"
    return de_gouvernance(lecture, endroit, f"{titre}, {feuille['code']}", SUIVI, (parent, *suite), ici)


def _repere(depuis: str | None, connus: tuple[Repere, ...], au: date) -> Repere:
    """The day the address asks for. Raises RegleViolee for what never happened, or no day at all."""
    if depuis is None:
        return repere_par_defaut(connus, au)
    par_nom = {repere.nom: repere for repere in connus}
    if depuis in par_nom:
        return par_nom[depuis]
    if depuis in {"copil", "signature"}:
        raise RegleViolee("depuis", "Aucune date n’est connue pour ce repère : donnez un jour, par exemple 2025-01-28.")
    jour = lire_jour_dit(depuis, "depuis")
    if jour.year < ANNEE_MIN:
        raise RegleViolee("depuis", f"Donnez un jour à partir de {ANNEE_MIN}.")
    return Repere("jour", jour)


@get(acces.MON_SUIVI, include_in_schema=False)
async def mon_suivi(request: Requete, ctx: LecteurDePage, demo: DemoDePage) -> Reponse:
    """What one has to do; who has not entered is asked to."""
    if ctx.acteur.cle is None:
        return Redirect(comptes.connexion(acces.MON_SUIVI), status_code=302)
    vue = await lire_mon_suivi(ctx.acteur, ctx.au)
    cadre = de_region(await preparer(request, ctx, demo), MON_SUIVI, MON_SUIVI)
    return repondre_page(contexte_mon_suivi(vue, cadre, ctx))


SUIVIS: tuple[HTTPRouteHandler, ...] = (mon_suivi, suivi, changements)
