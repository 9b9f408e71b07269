"""Writing a deposit: its own page, its steps, what is read again before it is submitted, and taking it back.

The same pages serve the personal link and the account of who helps; only the link submits and takes back.
"""

from __future__ import annotations

from uuid import UUID

from litestar import get, post
from litestar.params import FromPath

from backend.services.commands.contributions import PresenterDepot
from backend.services.contributions import (
    enregistrer_etape,
    nommer_le_deposant,
    renvoyer_le_lien,
    retirer_depot,
    soumettre_depot,
)
from backend.web.adresses import contributions as ici
from backend.web.contexts import Demo
from backend.web.demonstration import DemoDePage
from backend.web.edition.gestes import GESTE, REPRENDRE
from backend.web.formulaires import REFUS, Saisie, erreurs_de, lire_commande, lire_saisie, vers
from backend.web.lecteur import LecteurDePage
from backend.web.pages.commun import Reponse, Requete
from backend.web.pages.contributions.commun import LIEN_MORT
from backend.web.pages.contributions.etapes import montrer_depot, montrer_etape, relire
from backend.web.pages.contributions.porte import Porte, porte_du_compte, porte_du_lien
from backend.web.pages.contributions.saisies import oublier_la_saisie
from backend.web.presentation.contributions.depots import LIBELLES
from fne_roadmaps.domain.contributions import ETAPES, Etape, etape_de
from fne_roadmaps.domain.errors import Conflit, RegleViolee

_PRESENTATION = ("structure_nom", "fonction", "courriel", "aide")


@get("/public/depots/{jeton:str}", include_in_schema=False, exception_handlers=LIEN_MORT)
async def depot_par_lien(request: Requete, ctx: LecteurDePage, demo: DemoDePage, jeton: FromPath[str]) -> Reponse:
    """Where the deposit stands, its personal link, and the way to go on."""
    return await montrer_depot(request, demo, await porte_du_lien(ctx, jeton))


@get("/public/depots/{jeton:str}/{etape:str}", include_in_schema=False, exception_handlers=LIEN_MORT)
async def etape_par_lien(
    request: Requete, ctx: LecteurDePage, demo: DemoDePage, jeton: FromPath[str], etape: FromPath[str]
) -> Reponse:
    """A step, as it was left."""
    return await _montrer(request, demo, await porte_du_lien(ctx, jeton), etape_de(etape))


@post("/public/depots/{jeton:str}/{etape:str}", include_in_schema=False, status_code=303, exception_handlers=LIEN_MORT)
async def enregistrer_par_lien(
    request: Requete, ctx: LecteurDePage, demo: DemoDePage, jeton: FromPath[str], etape: FromPath[str]
) -> Reponse:
    """Keep a step, or submit from the last one."""
    return await _enregistrer(request, demo, await porte_du_lien(ctx, jeton), etape_de(etape))


@post("/public/depots/{jeton:str}/retirer", include_in_schema=False, status_code=303, exception_handlers=LIEN_MORT)
async def retirer_par_lien(request: Requete, ctx: LecteurDePage, demo: DemoDePage, jeton: FromPath[str]) -> Reponse:
    """Take the deposit back, or say why it is too late."""
    porte = await porte_du_lien(ctx, jeton)
    try:
        await retirer_depot(porte.ctx, porte.depot["id"])
    except RegleViolee as refus:
        return await montrer_depot(request, demo, porte, refus.message)
    await oublier_la_saisie(porte)
    return vers(porte.vers(fait="depot-retire"))


@get("/depots/{cle:uuid}", include_in_schema=False)
async def depot(request: Requete, ctx: LecteurDePage, demo: DemoDePage, cle: FromPath[UUID]) -> Reponse:
    """The deposit, for who helps to write it, or reads it once it is submitted."""
    return await montrer_depot(request, demo, await porte_du_compte(ctx, cle))


@get("/depots/{cle:uuid}/{etape:str}", include_in_schema=False)
async def etape_du_depot(
    request: Requete, ctx: LecteurDePage, demo: DemoDePage, cle: FromPath[UUID], etape: FromPath[str]
) -> Reponse:
    """A step, for who helps."""
    return await _montrer(request, demo, await porte_du_compte(ctx, cle), etape_de(etape))


@post("/depots/{cle:uuid}/{etape:str}", include_in_schema=False, status_code=303)
async def enregistrer_le_depot(
    request: Requete, ctx: LecteurDePage, demo: DemoDePage, cle: FromPath[UUID], etape: FromPath[str]
) -> Reponse:
    """Keep a step, for who helps."""
    return await _enregistrer(request, demo, await porte_du_compte(ctx, cle), etape_de(etape))


@post("/depots/{cle:uuid}/renvoyer", include_in_schema=False, status_code=303)
async def renvoyer_le_depot(ctx: LecteurDePage, cle: FromPath[UUID]) -> Reponse:
    """Send the personal link again, for who writes the roadmap."""
    appel = await renvoyer_le_lien(ctx, cle)
    return vers(ici.gerer_appel(appel, fait="lien-renvoye"))


async def _montrer(request: Requete, demo: Demo | None, porte: Porte, etape: Etape) -> Reponse:
    if etape is ETAPES[-1]:
        return await relire(request, demo, porte)
    return await montrer_etape(request, demo, porte, etape)


async def _enregistrer(request: Requete, demo: Demo | None, porte: Porte, etape: Etape) -> Reponse:
    if etape is ETAPES[-1]:
        return await _soumettre(request, demo, porte)
    saisie = await lire_saisie(request)
    if saisie.un(GESTE).startswith(REPRENDRE):
        return await montrer_etape(request, demo, porte, etape, saisie)
    try:
        await _garder(porte, etape, saisie)
    except Conflit as conflit:
        porte = await _relue(porte)
        return await montrer_etape(request, demo, porte, etape, saisie, (), 409, conflit.actuel)
    except REFUS as refus:
        return await montrer_etape(request, demo, porte, etape, saisie, erreurs_de(refus, LIBELLES), 422)
    await oublier_la_saisie(porte, etape)
    porte = await _relue(porte)
    if saisie.un("suite") == "plus-tard":
        return vers(porte.vers(fait="depot-garde"))
    return await montrer_etape(request, demo, porte, etape, apres=True)


async def _garder(porte: Porte, etape: Etape, saisie: Saisie) -> None:
    lue = saisie.version or 0
    if etape is ETAPES[0]:
        commande = lire_commande(PresenterDepot, {nom: saisie.un(nom) for nom in _PRESENTATION})
        await nommer_le_deposant(porte.ctx, porte.depot["id"], lue, commande)
        return
    await enregistrer_etape(porte.ctx, porte.depot["id"], etape, lue, saisie.valeurs)


async def _soumettre(request: Requete, demo: Demo | None, porte: Porte) -> Reponse:
    try:
        await soumettre_depot(porte.ctx, porte.depot["id"])
    except REFUS as refus:
        return await relire(request, demo, await _relue(porte), refus)
    await oublier_la_saisie(porte)
    return vers(porte.vers(fait="depot-soumis"))


async def _relue(porte: Porte) -> Porte:
    """The same door on the deposit as it stands now."""
    if porte.jeton:
        return await porte_du_lien(porte.ctx, porte.jeton)
    return await porte_du_compte(porte.ctx, porte.depot["id"])
