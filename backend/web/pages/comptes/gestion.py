"""The accounts of a governance: who has which rights, invitations, changes."""

from __future__ import annotations

from uuid import UUID

from litestar import get, post
from litestar.params import FromPath

from backend.context import Contexte
from backend.queries.comptes import comptes_de_gouvernance, postes_de_gouvernance, structures_a_servir
from backend.queries.lecture import Ligne
from backend.services.commands.comptes import Inviter
from backend.services.comptes import (
    changer_profil,
    inviter,
    ouvrir_session,
    renvoyer_invitation,
    retirer_profil,
)
from backend.web import adresses
from backend.web.adresses import comptes as acces, courriels as adresses_des_courriels
from backend.web.contexts import (
    CompteLigne,
    ComptesContexte,
    Demo,
    ErreurDeChamp,
    Formulaire,
    PosteLigne,
)
from backend.web.demonstration import DemoDePage
from backend.web.formulaires import REFUS, Saisie, erreurs_de, lire_commande, lire_saisie, vers
from backend.web.lecteur import LecteurDePage
from backend.web.pages.commun import Reponse, Requete, repondre_page
from backend.web.pages.comptes.commun import administree, cadre_des_comptes, lien_d_acces
from backend.web.session import agent_de, poser_temoin
from fne_roadmaps.domain.droits import Droit, droits_du_profil
from fne_roadmaps.domain.enums import Profil
from fne_roadmaps.domain.errors import RegleViolee

TITRE = "Comptes et droits"
_CHAMPS = ("nom", "courriel", "profil", "structure", "poste")
LIBELLES = {
    "nom": "Nom",
    "courriel": "Adresse de courriel",
    "profil": "Profil",
    "structure": "Organisation",
    "poste": "Fonction",
    "compte": "Compte",
}


@get("/gouvernances/{cle:uuid}/comptes", include_in_schema=False)
async def comptes(request: Requete, ctx: LecteurDePage, demo: DemoDePage, cle: FromPath[UUID]) -> Reponse:
    """Everybody who has a profile here, and the form that invites somebody else."""
    return await _page(request, ctx, demo, cle, None, ())


@post("/gouvernances/{cle:uuid}/comptes", include_in_schema=False, status_code=200)
async def inviter_quelqu_un(request: Requete, ctx: LecteurDePage, demo: DemoDePage, cle: FromPath[UUID]) -> Reponse:
    """Invite: the link is shown once, to be copied, and sent by mail."""
    saisie = await lire_saisie(request)
    try:
        commande = lire_commande(
            Inviter, {n: saisie.un(n) for n in ("nom", "courriel", "profil", "structure", "poste")}
        )
        jeton = await inviter(ctx, cle, commande)
    except REFUS as refus:
        return await _page(request, ctx, demo, cle, saisie, erreurs_de(refus, LIBELLES))
    if jeton is None:
        return vers(acces.comptes(cle, fait="profil"))
    return await _page(request, ctx, demo, cle, None, (), lien=jeton)


@post("/gouvernances/{cle:uuid}/comptes/{compte:uuid}/invitation", include_in_schema=False, status_code=200)
async def reinviter(
    request: Requete, ctx: LecteurDePage, demo: DemoDePage, cle: FromPath[UUID], compte: FromPath[UUID]
) -> Reponse:
    """A new link; the ones before stop working."""
    jeton = await renvoyer_invitation(ctx, cle, compte)
    return await _page(request, ctx, demo, cle, None, (), lien=jeton)


@post("/gouvernances/{cle:uuid}/comptes/{compte:uuid}/profil", include_in_schema=False, status_code=303)
async def changer(
    request: Requete, ctx: LecteurDePage, demo: DemoDePage, cle: FromPath[UUID], compte: FromPath[UUID]
) -> Reponse:
    """Change somebody's profile."""
    saisie = await lire_saisie(request)
    try:
        voulu = saisie.un("profil")
        if voulu not in set(Profil):
            raise RegleViolee("profil", "Choisissez un profil de la liste.")
        await changer_profil(ctx, cle, compte, Profil(voulu))
    except REFUS as refus:
        return await _page(request, ctx, demo, cle, None, erreurs_de(refus, LIBELLES))
    garde = Droit.ADMINISTRER in droits_du_profil(Profil(voulu)) or compte != ctx.acteur.cle
    reponse = vers(acces.comptes(cle, fait="profil") if garde else adresses.gouvernance(cle))
    if compte == ctx.acteur.cle:
        poser_temoin(request, reponse, await ouvrir_session(ctx, compte, agent_de(request)))
    return reponse


@post("/gouvernances/{cle:uuid}/comptes/{compte:uuid}/retirer", include_in_schema=False, status_code=303)
async def retirer(
    request: Requete, ctx: LecteurDePage, demo: DemoDePage, cle: FromPath[UUID], compte: FromPath[UUID]
) -> Reponse:
    """End somebody's profile here."""
    try:
        await retirer_profil(ctx, cle, compte)
    except REFUS as refus:
        return await _page(request, ctx, demo, cle, None, erreurs_de(refus, LIBELLES))
    if compte == ctx.acteur.cle:
        reponse = vers(adresses.REGION)
        poser_temoin(request, reponse, None)
        return reponse
    return vers(acces.comptes(cle, fait="retrait"))


async def _page(
    request: Requete,
    ctx: Contexte,
    demo: Demo | None,
    cle: UUID,
    saisie: Saisie | None,
    erreurs: tuple[ErreurDeChamp, ...],
    lien: str | None = None,
) -> Reponse:
    await administree(ctx, cle)
    tenus = await comptes_de_gouvernance(cle, ctx.au)
    postes = await postes_de_gouvernance(cle, ctx.au)
    structures = await structures_a_servir()
    contexte = ComptesContexte(
        cadre=await cadre_des_comptes(request, ctx, demo, cle, TITRE),
        comptes=tuple(_ligne(ctx, cle, c) for c in tenus),
        postes=tuple(
            PosteLigne(
                structure=p["structure"],
                fonction=p["fonction"],
                compte=p["compte"],
                passer=acces.passation(cle, p["id"]),
            )
            for p in postes
            if p["ici"]
        ),
        profils=tuple((p.value, p.libelle) for p in Profil),
        choix_structures=tuple((str(s["id"]), s["nom"]) for s in structures),
        choix_postes=tuple((str(p["id"]), f"{p['structure']}, {p['fonction']}") for p in postes),
        formulaire=Formulaire(
            action=acces.comptes(cle),
            retour=acces.comptes(cle),
            valeurs=saisie.valeurs if saisie else {},
            erreurs=erreurs,
        ),
        courriels=adresses_des_courriels.courriels(cle),
        lien=lien_d_acces(request, lien) if lien else None,
    )
    return repondre_page(contexte, 422 if erreurs else 200)


def _ligne(ctx: Contexte, gouvernance: UUID, compte: Ligne) -> CompteLigne:
    return CompteLigne(
        nom=compte["nom"],
        courriel=compte["courriel"],
        structure=compte["structure"],
        fonction=compte["fonction"],
        profil=Profil(compte["profil"]),
        ouvert=bool(compte["ouvert"]),
        moi=compte["id"] == ctx.acteur.cle,
        changer=acces.profil(gouvernance, compte["id"]),
        retirer=acces.retirer(gouvernance, compte["id"]),
        inviter=acces.renvoyer(gouvernance, compte["id"]) if not compte["ouvert"] and compte["courriel"] else None,
        passer=acces.passation(gouvernance, compte["poste"]) if compte["poste"] else None,
    )
