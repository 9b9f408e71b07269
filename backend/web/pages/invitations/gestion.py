"""Who is invited to a meeting, for who holds it: written in, mailed when asked, taken off, answered for."""

from __future__ import annotations

from uuid import UUID

from litestar import get, post
from litestar.params import FromPath

from backend.context import Contexte
from backend.queries.adresses_des_instances import adresses_de
from backend.queries.invitations import a_repondre, invitations_de
from backend.services.commands.invitations import ConvierDesInvites, ConvierLesSieges, RepondreInvitation
from backend.services.invitations import (
    convier_des_invites,
    convier_les_sieges,
    envoyer_invitations,
    repondre_invitation,
    retablir_invitation,
    retirer_invitation,
)
from backend.web import adresses
from backend.web.adresses import invitations as ici
from backend.web.contexts import Demo, ErreurDeChamp, Formulaire
from backend.web.demonstration import DemoDePage
from backend.web.formulaires import REFUS, Saisie, erreurs_de, lire_commande, lire_saisie, vers
from backend.web.lecteur import LecteurDePage
from backend.web.pages.commun import Reponse, Requete, repondre_page
from backend.web.pages.reunions.formulaire import cadre_de_reunion, reunion_a_tenir
from backend.web.presentation.invitations import contexte_invitations
from fne_roadmaps.domain.invitations import lire_invites

TITRE = "Invitations"
_LIBELLES = {
    "invites": "Invités",
    "invites.*": "Invités, ligne {n}",
    "invites.*.nom": "Invités, ligne {n}",
    "reunion": "Sièges",
    "etat": "Réunion",
    "date": "Date",
    "reponse": "Réponse",
}


@get("/reunions/{cle:uuid}/invitations", include_in_schema=False)
async def invitations(request: Requete, ctx: LecteurDePage, demo: DemoDePage, cle: FromPath[UUID]) -> Reponse:
    """People, their answers, and what is left to send."""
    return await _page(request, ctx, demo, cle, None, ())


@post("/reunions/{cle:uuid}/invitations", include_in_schema=False, status_code=303)
async def ajouter_des_invites(request: Requete, ctx: LecteurDePage, demo: DemoDePage, cle: FromPath[UUID]) -> Reponse:
    """Write in guests, one by line; nobody is told yet."""
    await reunion_a_tenir(ctx, cle)
    saisie = await lire_saisie(request)
    try:
        lus = [{"nom": i.nom, "adresse": i.adresse} for i in lire_invites(saisie.un("invites"))]
        await convier_des_invites(ctx, lire_commande(ConvierDesInvites, {"reunion": str(cle), "invites": lus}))
    except REFUS as refus:
        return await _page(request, ctx, demo, cle, saisie, erreurs_de(refus, _LIBELLES))
    return vers(ici.invitations(cle, "invites-ajoutes"))


@post("/reunions/{cle:uuid}/invitations/sieges", include_in_schema=False, status_code=303)
async def ajouter_les_sieges(request: Requete, ctx: LecteurDePage, demo: DemoDePage, cle: FromPath[UUID]) -> Reponse:
    """Write in who occupies the seats."""
    await reunion_a_tenir(ctx, cle)
    saisie = await lire_saisie(request)
    try:
        voulus = {"reunion": str(cle), "suppleants": bool(saisie.un("suppleants"))}
        nombre = await convier_les_sieges(ctx, lire_commande(ConvierLesSieges, voulus))
    except REFUS as refus:
        return await _page(request, ctx, demo, cle, saisie, erreurs_de(refus, _LIBELLES))
    return vers(ici.invitations(cle, "invites-ajoutes" if nombre else "aucun-invite"))


@post("/reunions/{cle:uuid}/invitations/envoi", include_in_schema=False, status_code=303)
async def envoyer(request: Requete, ctx: LecteurDePage, demo: DemoDePage, cle: FromPath[UUID]) -> Reponse:
    """Send every mail that is due."""
    await reunion_a_tenir(ctx, cle)
    try:
        await envoyer_invitations(ctx, cle)
    except REFUS as refus:
        return await _page(request, ctx, demo, cle, None, erreurs_de(refus, _LIBELLES))
    return vers(ici.invitations(cle, "invitations-envoyees"))


@post("/invitations/{cle:uuid}/retirer", include_in_schema=False, status_code=303)
async def retirer(ctx: LecteurDePage, cle: FromPath[UUID]) -> Reponse:
    """Take somebody off, and tell them if they had been invited."""
    return vers(ici.invitations(await retirer_invitation(ctx, cle), "invite-decommande", cle))


@post("/invitations/{cle:uuid}/retablir", include_in_schema=False, status_code=303)
async def retablir(ctx: LecteurDePage, cle: FromPath[UUID]) -> Reponse:
    """Write somebody in again."""
    return vers(ici.invitations(await retablir_invitation(ctx, cle), "invites-ajoutes"))


@post("/invitations/{cle:uuid}/reponse", include_in_schema=False, status_code=303)
async def repondre(request: Requete, ctx: LecteurDePage, cle: FromPath[UUID]) -> Reponse:
    """Answer as the account invited, or note what somebody said by telephone."""
    await a_repondre(ctx.acteur, cle)
    saisie = await lire_saisie(request)
    dite = {"reponse": saisie.un("reponse"), "commentaire": saisie.un("commentaire").strip()}
    reunion = await repondre_invitation(ctx, cle, lire_commande(RepondreInvitation, dite))
    if saisie.un("retour") == "reunion":
        return vers(adresses.reunion(reunion, fait="reponse-invitation"))
    return vers(ici.invitations(reunion, "reponse-notee"))


async def _page(
    request: Requete,
    ctx: Contexte,
    demo: Demo | None,
    cle: UUID,
    saisie: Saisie | None,
    erreurs: tuple[ErreurDeChamp, ...],
) -> Reponse:
    reunion = await reunion_a_tenir(ctx, cle)
    presentes = await invitations_de(cle)
    sans_adresse = 0
    if reunion["instance"]:
        _, places = await adresses_de(ctx.acteur, reunion["instance"], reunion["date_premier"] or ctx.au)
        sans_adresse = sum(1 for p in places if not p.courriel and not p.suppleant)
    formulaire = Formulaire(
        action=ici.invitations(cle),
        retour=adresses.reunion(cle),
        valeurs=saisie.valeurs if saisie else {},
        erreurs=erreurs,
    )
    contexte = contexte_invitations(
        await cadre_de_reunion(request, ctx, demo, reunion, TITRE),
        reunion,
        presentes,
        au=ctx.au,
        sans_adresse=sans_adresse,
        formulaire=formulaire,
    )
    return repondre_page(contexte, 422 if erreurs else 200)
