"""Calendar feeds: what agendas read without an account, and where each account keeps its own."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from uuid import UUID

from litestar import Response, get, post
from litestar.handlers import HTTPRouteHandler
from litestar.params import FromPath
from litestar.response import Redirect

from backend.context import Contexte, jour_de_reference, maintenant
from backend.errors import Nature, Refus
from backend.queries.agendas import SANS_ADRESSE
from backend.queries.flux import flux_de, flux_du_secret, portee_du_flux, selection, selection_publique
from backend.queries.vues.flux import choix_de_flux, flux_tenu
from backend.services.commands.flux import CreerFlux, ReglerFlux
from backend.services.flux import (
    QUOI,
    creer_flux,
    noter_usage,
    regler_flux,
    remplacer_flux,
    retablir_flux,
    revoquer_flux,
)
from backend.web.adresses import comptes, flux as ici
from backend.web.contexts import Demo, ErreurDeChamp
from backend.web.debit import Debit
from backend.web.demonstration import DemoDePage
from backend.web.flux import repondre_flux
from backend.web.formulaires import REFUS, Saisie, erreurs_de, lire_commande, lire_saisie, vers
from backend.web.lecteur import LecteurDePage, base_de, contexte
from backend.web.pages.commun import Reponse, Requete, adresses_d_agenda, preparer, racine_du_site, repondre_page
from backend.web.pages.contributions.commun import COPIER
from backend.web.presentation.cadre import de_region
from backend.web.presentation.flux import DEMANDE, contexte_mes_agendas
from fne_roadmaps.domain.enums import PorteeFlux
from fne_roadmaps.domain.errors import NonTrouve
from fne_roadmaps.domain.flux import empreinte_du_secret
from fne_roadmaps.domain.textes import slugifier

_LIBELLES = {"portee": "Ce que je veux suivre", "cible": "Précisément", "nom": "Nom", "rappel_minutes": "Rappel"}
_FIN = ".ics"
_LECTURES = Debit(60, timedelta(minutes=1))
"""Readings of one feed: the most impatient agenda asks every few minutes."""
_FAUSSES = Debit(30, timedelta(minutes=1))
"""Addresses that open nothing, tried from one place. Those that open something are never held back by them."""


@get("/agenda/{fichier:str}", include_in_schema=False)
async def flux_secret(request: Requete, fichier: FromPath[str]) -> Response[bytes]:
    """The feed of a secret address, with the rights its account has now. Nothing tells a wrong address from another."""
    instant = maintenant()
    empreinte = empreinte_du_secret(fichier.removesuffix(_FIN)) if fichier.endswith(_FIN) else None
    au = jour_de_reference(base_de(request).au, instant)
    trouve = await flux_du_secret(empreinte, au) if empreinte else None
    if trouve is None:
        _retenir(_FAUSSES.compter(request.client.host if request.client else "", instant))
        raise NonTrouve(QUOI)
    flux, acteur = trouve
    _retenir(_LECTURES.compter(flux["id"], instant))
    portee = await portee_du_flux(acteur, PorteeFlux(flux["portee"]), flux["cible"])
    choisies = await selection(acteur, portee)
    await noter_usage(contexte(request, acteur), flux)
    return await repondre_flux(
        request,
        choisies.nommee(flux["nom"]),
        slugifier(flux["nom"])[:80] or "agenda",
        adresses_d_agenda(request),
        instant,
        rappel_minutes=flux["rappel_minutes"],
    )


@get("/public/agenda/{fichier:str}", include_in_schema=False)
async def flux_public(request: Requete, fichier: FromPath[str]) -> Response[bytes]:
    """The agenda of a governance that opened itself to the public, without anything personal."""
    if not fichier.endswith(_FIN):
        raise NonTrouve(QUOI)
    choisies = await selection_publique(fichier.removesuffix(_FIN)[:80])
    nom = slugifier(choisies.portee.nom)[:80] or "agenda"
    return await repondre_flux(request, choisies, nom, SANS_ADRESSE, maintenant(), publique=True)


def _retenir(attente: int) -> None:
    """Refuse what comes too often. Raises Refus."""
    if attente:
        detail = "Cette adresse est demandée trop souvent : recommencez dans une minute."
        raise Refus(Nature.TROP_DE_DEMANDES, detail, entetes={"retry-after": str(attente)})


@get(ici.MES_AGENDAS, include_in_schema=False)
async def mes_agendas(request: Requete, ctx: LecteurDePage, demo: DemoDePage) -> Reponse:
    """One's feeds, and the form of another; who has not entered is asked to."""
    if ctx.acteur.cle is None:
        suite = f"?{request.url.query}" if request.url.query else ""
        return Redirect(comptes.connexion(f"{ici.MES_AGENDAS}{suite}"), status_code=302)
    return await _page(request, ctx, demo)


@post(ici.MES_AGENDAS, include_in_schema=False, status_code=200)
async def ouvrir_un_flux(request: Requete, ctx: LecteurDePage, demo: DemoDePage) -> Reponse:
    """Open a feed, and show its address: this once only, since only its digest is kept."""
    saisie = await lire_saisie(request)
    cle = UUID(saisie.cle)
    try:
        portee, _, cible = saisie.un("portee").partition(":")
        lue = {"portee": portee, "cible": cible, "rappel_minutes": saisie.un("rappel_minutes")}
        secret = await creer_flux(ctx, cle, lire_commande(CreerFlux, lue))
    except REFUS as refus:
        return await _page(request, ctx, demo, saisie=saisie, erreurs=erreurs_de(refus, _LIBELLES))
    return await _page(request, ctx, demo, ouvert=(cle, secret))


@post("/compte/agendas/{cle:uuid}/regler", include_in_schema=False, status_code=303)
async def regler(request: Requete, ctx: LecteurDePage, demo: DemoDePage, cle: FromPath[UUID]) -> Reponse:
    """Another name, or another reminder, under the same address."""
    saisie = await lire_saisie(request)
    try:
        lue = {"nom": saisie.un("nom"), "rappel_minutes": saisie.un("rappel_minutes")}
        await regler_flux(ctx, cle, saisie.version, lire_commande(ReglerFlux, lue))
    except REFUS as refus:
        erreurs = erreurs_de(refus, _LIBELLES)
        return await _page(request, ctx, demo, saisie=saisie, erreurs=erreurs, regle=cle)
    return vers(f"{ici.MES_AGENDAS}?fait=flux-regle")


@post("/compte/agendas/{cle:uuid}/remplacer", include_in_schema=False, status_code=200)
async def remplacer(request: Requete, ctx: LecteurDePage, demo: DemoDePage, cle: FromPath[UUID]) -> Reponse:
    """Another address for the same feed."""
    return await _page(request, ctx, demo, ouvert=(cle, await remplacer_flux(ctx, cle)))


@post("/compte/agendas/{cle:uuid}/revoquer", include_in_schema=False, status_code=303)
async def revoquer(ctx: LecteurDePage, cle: FromPath[UUID]) -> Reponse:
    """The address opens nothing any more."""
    await revoquer_flux(ctx, cle)
    return vers(f"{ici.MES_AGENDAS}?fait=flux-revoque&objet={cle}")


@post("/compte/agendas/{cle:uuid}/retablir", include_in_schema=False, status_code=303)
async def retablir(ctx: LecteurDePage, cle: FromPath[UUID]) -> Reponse:
    """The address opens the feed again."""
    await retablir_flux(ctx, cle)
    return vers(f"{ici.MES_AGENDAS}?fait=flux-retabli")


async def _page(
    request: Requete,
    ctx: Contexte,
    demo: Demo | None,
    *,
    saisie: Saisie | None = None,
    erreurs: tuple[ErreurDeChamp, ...] = (),
    ouvert: tuple[UUID, str] | None = None,
    regle: UUID | None = None,
) -> Reponse:
    """``ouvert`` is the feed whose secret is shown now; ``regle`` the one whose settings were refused."""
    demandee = [request.query_params.get(nom, "").strip() for nom in DEMANDE]
    siens = await flux_de(ctx.acteur)
    lecture = await preparer(request, ctx, demo)
    page = contexte_mes_agendas(
        replace(de_region(lecture, "Mes agendas", None), scripts=(COPIER,)),
        siens,
        await choix_de_flux(ctx.acteur, *demandee),
        demandee=":".join(v for v in demandee if v),
        saisie=saisie,
        erreurs=erreurs,
        regle=regle,
        racine=racine_du_site(request),
        ouvert=(flux_tenu(siens, ouvert[0]), ouvert[1]) if ouvert else None,
    )
    return repondre_page(page, 422 if erreurs else 200)


FLUX: tuple[HTTPRouteHandler, ...] = (
    flux_public,
    flux_secret,
    mes_agendas,
    ouvrir_un_flux,
    regler,
    remplacer,
    retablir,
    revoquer,
)
