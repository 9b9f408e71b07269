"""Attendance, pointed at the door or during the meeting."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

from litestar import post
from litestar.handlers import HTTPRouteHandler
from litestar.params import FromPath

from backend.services.commands.seances import AjouterInvite, PointerInvite, PointerSiege
from backend.services.idempotence import creer_une_fois
from backend.services.reunions import (
    pointer_invite,
    pointer_les_autres,
    pointer_siege,
    retablir_presence,
    retirer_presence,
)
from backend.web.adresses import seances as acces
from backend.web.demonstration import DemoDePage
from backend.web.formulaires import REFUS, Saisie, erreurs_de, lire_commande, lire_saisie, vers
from backend.web.lecteur import LecteurDePage
from backend.web.pages.commun import Reponse, Requete
from backend.web.pages.seances.commun import choix_de_structures, lire_structure, ouvrir_seance
from backend.web.pages.seances.tenue import page_de_seance
from backend.web.presentation.seances.presences import A_DISTANCE
from fne_roadmaps.domain.enums import EtatPresence
from fne_roadmaps.domain.errors import Conflit, RegleViolee

LIBELLES = {
    "etat": "Présence",
    "a_distance": "Présence",
    "represente_par": "Pouvoir",
    "representant": "Représenté par",
    "siege": "Siège",
    "structure": "Structure",
    "libelle": "Nom ou fonction",
}
CHANGE = "Quelqu’un vient de pointer ce siège autrement : vérifiez ce qui est dit, puis recommencez."


@post("/reunions/{cle:uuid}/presences", include_in_schema=False, status_code=303)
async def pointer_un_siege(request: Requete, ctx: LecteurDePage, demo: DemoDePage, cle: FromPath[UUID]) -> Reponse:
    """Say whether a seat is there; nothing chosen takes back what was said."""
    saisie = await lire_saisie(request)
    await ouvrir_seance(ctx, cle)
    point = saisie.un("point") or None
    try:
        etat, a_distance = _etat(saisie.un("etat"))
        represente = etat == EtatPresence.REPRESENTE
        donnees = {
            "siege": saisie.un("siege"),
            "etat": etat or "",
            "a_distance": a_distance,
            "represente_par": saisie.un("represente_par") if represente else "",
            "representant": saisie.un("representant").strip() if represente else "",
        }
        await pointer_siege(ctx, cle, saisie.version, lire_commande(PointerSiege, donnees))
    except (Conflit, *REFUS) as refus:
        dit = RegleViolee("siege", CHANGE) if isinstance(refus, Conflit) else refus
        vue = await ouvrir_seance(ctx, cle)
        statut = 409 if isinstance(refus, Conflit) else 422
        # Every seat has the same fields: what is refused leads to their list.
        erreurs = tuple(replace(e, champ="siege") for e in erreurs_de(dit, LIBELLES))
        return await page_de_seance(request, ctx, demo, vue, pointer=(saisie.valeurs, erreurs), statut=statut)
    return vers(acces.seance(cle, point=point, ancre="presences"))


def _etat(texte: str) -> tuple[str, bool]:
    """The state chosen, and whether at a distance."""
    return (EtatPresence.PRESENT.value, True) if texte == A_DISTANCE else (texte, False)


@post("/reunions/{cle:uuid}/presences-restantes", include_in_schema=False, status_code=303)
async def pointer_les_restants(request: Requete, ctx: LecteurDePage, cle: FromPath[UUID]) -> Reponse:
    """Say the same of every seat nobody has pointed yet."""
    saisie = await lire_saisie(request)
    await ouvrir_seance(ctx, cle)
    etat = EtatPresence.ABSENT if saisie.un("etat") == EtatPresence.ABSENT else EtatPresence.PRESENT
    await pointer_les_autres(ctx, cle, etat)
    return vers(acces.seance(cle, point=saisie.un("point") or None, ancre="presences"))


@post("/reunions/{cle:uuid}/invites", include_in_schema=False, status_code=303)
async def inviter(request: Requete, ctx: LecteurDePage, demo: DemoDePage, cle: FromPath[UUID]) -> Reponse:
    """Add a guest, once however often the form is sent."""
    saisie = await lire_saisie(request)
    vue = await ouvrir_seance(ctx, cle)
    try:
        etat, a_distance = _etat_d_invite(saisie)
        structure = lire_structure(await choix_de_structures(), saisie.un("structure"), "structure")
        donnees = {
            "reunion": str(cle),
            "structure": structure or "",
            "libelle": saisie.un("libelle").strip(),
            "etat": etat,
            "a_distance": a_distance,
        }
        await creer_une_fois(ctx, "presence", saisie.cle, lire_commande(AjouterInvite, donnees))
    except REFUS as refus:
        refuse = (saisie.valeurs, erreurs_de(refus, LIBELLES))
        return await page_de_seance(request, ctx, demo, vue, inviter=refuse)
    return vers(acces.seance(cle, fait="invite", ancre="presences"))


@post("/presences/{cle:uuid}", include_in_schema=False, status_code=303)
async def pointer_un_invite(request: Requete, ctx: LecteurDePage, cle: FromPath[UUID]) -> Reponse:
    """Say whether a guest is there."""
    saisie = await lire_saisie(request)
    etat, a_distance = _etat_d_invite(saisie)
    commande = lire_commande(PointerInvite, {"etat": etat, "a_distance": a_distance})
    reunion = await pointer_invite(ctx, cle, saisie.version, commande)
    return vers(acces.seance(reunion, point=saisie.un("point") or None, ancre="presences"))


def _etat_d_invite(saisie: Saisie) -> tuple[str, bool]:
    texte = saisie.un("etat") or EtatPresence.INVITE.value
    return (EtatPresence.INVITE.value, True) if texte == A_DISTANCE else (texte, False)


@post("/presences/{cle:uuid}/retrait", include_in_schema=False, status_code=303)
async def retirer_un_invite(ctx: LecteurDePage, cle: FromPath[UUID]) -> Reponse:
    """Take a guest off the list; they can come back."""
    reunion = await retirer_presence(ctx, cle)
    return vers(acces.seance(reunion, fait="invite-retire", objet=cle))


@post("/presences/{cle:uuid}/retour", include_in_schema=False, status_code=303)
async def retablir_un_invite(ctx: LecteurDePage, cle: FromPath[UUID]) -> Reponse:
    """Bring a guest back."""
    reunion = await retablir_presence(ctx, cle)
    return vers(acces.seance(reunion, fait="invite-revenu"))


PRESENCES: tuple[HTTPRouteHandler, ...] = (
    inviter,
    pointer_les_restants,
    pointer_un_invite,
    pointer_un_siege,
    retablir_un_invite,
    retirer_un_invite,
)
