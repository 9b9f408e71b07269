"""One's own account: what it may do, where it is open, its password."""

from __future__ import annotations

from uuid import UUID

from litestar import get, post
from litestar.params import FromPath

from backend.context import Contexte
from backend.queries.comptes import mon_compte, sessions_de
from backend.services.comptes import changer_mot_de_passe, fermer_les_autres, revoquer_session
from backend.services.comptes.sessions import empreinte_de
from backend.web import adresses
from backend.web.adresses import comptes as acces
from backend.web.contexts import (
    CompteContexte,
    Demo,
    ErreurDeChamp,
    Formulaire,
    Lien,
    ProfilLigne,
    SessionLigne,
)
from backend.web.demonstration import DemoDePage
from backend.web.formulaires import REFUS, erreurs_de, lire_saisie, vers
from backend.web.lecteur import LecteurDePage
from backend.web.pages.commun import Reponse, Requete, preparer, repondre_page
from backend.web.presentation.cadre import de_region
from backend.web.session import agent_de, poser_temoin, temoin_de
from backend.web.session_perdue import exiger_compte
from fne_roadmaps.domain.enums import Profil
from fne_roadmaps.domain.errors import RegleViolee

LIBELLES = {"actuel": "Mot de passe actuel", "nouveau": "Nouveau mot de passe", "confirmation": "Le même mot de passe"}


@get(acces.COMPTE, include_in_schema=False)
async def compte(request: Requete, ctx: LecteurDePage, demo: DemoDePage) -> Reponse:
    """The page."""
    return await _page(request, ctx, demo, ())


@post(acces.MOT_DE_PASSE, include_in_schema=False, status_code=303)
async def changer_le_mien(request: Requete, ctx: LecteurDePage, demo: DemoDePage) -> Reponse:
    """Change one's password: other sessions end, this one is renewed."""
    saisie = await lire_saisie(request)
    try:
        if saisie.un("nouveau") != saisie.un("confirmation"):
            raise RegleViolee("confirmation", "Les deux mots de passe sont différents.")
        temoin = await changer_mot_de_passe(ctx, saisie.un("actuel"), saisie.un("nouveau"), agent_de(request))
    except REFUS as refus:
        return await _page(request, ctx, demo, erreurs_de(refus, LIBELLES))
    reponse = vers(f"{acces.COMPTE}?fait=mot-de-passe")
    poser_temoin(request, reponse, temoin)
    return reponse


@post("/compte/sessions/{cle:uuid}/fermer", include_in_schema=False, status_code=303)
async def fermer_une(ctx: LecteurDePage, cle: FromPath[UUID]) -> Reponse:
    """End one of one's sessions."""
    await revoquer_session(ctx, cle)
    return vers(f"{acces.COMPTE}?fait=session")


@post(acces.AUTRES_SESSIONS, include_in_schema=False, status_code=303)
async def fermer_autres(request: Requete, ctx: LecteurDePage) -> Reponse:
    """End every session but the one in hand."""
    await fermer_les_autres(ctx, temoin_de(request) or "")
    return vers(f"{acces.COMPTE}?fait=session")


async def _page(request: Requete, ctx: Contexte, demo: Demo | None, erreurs: tuple[ErreurDeChamp, ...]) -> Reponse:
    exiger_compte(ctx)
    mien, profils = await mon_compte(ctx.acteur.cle, ctx.au)
    en_main = empreinte_de(temoin_de(request) or "")
    sessions = await sessions_de(ctx.acteur.cle, ctx.maintenant)
    contexte = CompteContexte(
        cadre=de_region(await preparer(request, ctx, demo), "Mon compte", None),
        nom=mien["nom"],
        courriel=mien["courriel"],
        structure=mien["structure"],
        fonction=mien["fonction"],
        profils=tuple(
            ProfilLigne(
                gouvernance=Lien(libelle=p["nom"], href=adresses.gouvernance(p["id"])), profil=Profil(p["profil"])
            )
            for p in profils
        ),
        sessions=tuple(
            SessionLigne(
                appareil=s["appareil"] or "Navigateur",
                ouverte_le=s["ouverte_le"],
                vue_le=s["vue_le"],
                fermer=None if s["empreinte"] == en_main else acces.session(s["id"]),
            )
            for s in sessions
        ),
        fermer_les_autres=acces.AUTRES_SESSIONS if len(sessions) > 1 else None,
        deconnexion=acces.DECONNEXION,
        formulaire=Formulaire(action=acces.MOT_DE_PASSE, retour=acces.COMPTE, erreurs=erreurs),
    )
    return repondre_page(contexte, 422 if erreurs else 200)
