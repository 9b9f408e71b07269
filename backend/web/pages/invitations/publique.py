"""An invitation answered by its link: no account, nobody else's name."""

from __future__ import annotations

from litestar import get, post
from litestar.params import FromPath

from backend.context import Contexte
from backend.queries.invitations import invitation_du_lien
from backend.queries.lecture import Ligne, date_de
from backend.services.commands.invitations import RepondreInvitation
from backend.services.invitations import repondre_invitation
from backend.web.adresses import invitations as ici
from backend.web.contexts import Demo, ErreurDeChamp, Formulaire, InvitationPubliqueContexte
from backend.web.demonstration import DemoDePage
from backend.web.formulaires import REFUS, Saisie, erreurs_de, lire_commande, lire_saisie, vers
from backend.web.lecteur import LecteurDePage
from backend.web.pages.commun import Reponse, Requete
from backend.web.pages.contributions.commun import LIEN_MORT, cadre_public, repondre_publique
from backend.web.presentation.mots import texte, titre_sans_mention
from exports.formats import typographier
from fne_roadmaps.domain.enums import EtatReunion, ReponseInvitation
from fne_roadmaps.domain.invitations import repondable

_LIBELLES = {"reponse": "Votre réponse", "commentaire": "Un mot"}


@get("/public/invitations/{jeton:str}", include_in_schema=False, exception_handlers=LIEN_MORT)
async def invitation_par_lien(request: Requete, ctx: LecteurDePage, demo: DemoDePage, jeton: FromPath[str]) -> Reponse:
    """The meeting as it stands now, and one's answer."""
    porteur, invitation, reunion = await invitation_du_lien(ctx, jeton)
    return _page(request, porteur, demo, jeton, invitation, reunion, None, ())


@post("/public/invitations/{jeton:str}", include_in_schema=False, status_code=303, exception_handlers=LIEN_MORT)
async def repondre_par_lien(request: Requete, ctx: LecteurDePage, demo: DemoDePage, jeton: FromPath[str]) -> Reponse:
    """Answer, or change one's answer."""
    porteur, invitation, reunion = await invitation_du_lien(ctx, jeton)
    saisie = await lire_saisie(request)
    try:
        dite = {champ: saisie.un(champ).strip() for champ in _LIBELLES}
        await repondre_invitation(porteur, invitation["id"], lire_commande(RepondreInvitation, dite))
    except REFUS as refus:
        return _page(request, porteur, demo, jeton, invitation, reunion, saisie, erreurs_de(refus, _LIBELLES))
    return vers(ici.publique(jeton, "reponse-invitation"))


def _page(
    request: Requete,
    ctx: Contexte,
    demo: Demo | None,
    jeton: str,
    invitation: Ligne,
    reunion: Ligne,
    saisie: Saisie | None,
    erreurs: tuple[ErreurDeChamp, ...],
) -> Reponse:
    etat, reponse = EtatReunion(reunion["etat"]), ReponseInvitation(invitation["reponse"])
    dite = "" if reponse is ReponseInvitation.EN_ATTENTE else reponse.value
    formulaire = Formulaire(
        action=ici.publique(jeton),
        retour=ici.publique(jeton),
        valeurs=saisie.valeurs if saisie else {"reponse": (dite,), "commentaire": (invitation["commentaire"] or "",)},
        erreurs=erreurs,
    )
    ouverte = repondable(etat, reunion["date_dernier"], ctx.au)
    contexte = InvitationPubliqueContexte(
        cadre=cadre_public(request, ctx, demo, "Invitation à une réunion"),
        reunion=titre_sans_mention(reunion["titre"] or reunion["i_nom"] or "", reunion["exemple"]),
        gouvernance=typographier(reunion["g_nom"]),
        nom=typographier(invitation["libelle"]),
        date=date_de(reunion),
        debut=reunion["heure_debut"],
        fin=reunion["heure_fin"],
        lieu=texte(reunion["lieu"]) or ("Visioconférence" if reunion["lien_visio"] else None),
        annulee=etat in {EtatReunion.ANNULEE, EtatReunion.REPORTEE},
        exemple=bool(reunion["exemple"]),
        reponse=reponse,
        formulaire=formulaire if ouverte else None,
    )
    return repondre_publique(contexte, 422 if erreurs else 200)
