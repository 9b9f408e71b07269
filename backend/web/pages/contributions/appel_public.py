"""A call for fiches by its shared link, and the first step of a deposit under it. No account, nothing to enter."""

from __future__ import annotations

from uuid import UUID

from litestar import get, post
from litestar.params import FromPath

from backend.context import Contexte
from backend.queries.contributions import aides_possibles, appel_du_lien, axes_de_l_appel
from backend.queries.lecture import Ligne
from backend.services.commands.contributions import CommencerDepot
from backend.services.idempotence import creer_une_fois
from backend.web.adresses import contributions as ici
from backend.web.contexts import AppelPublicContexte, Demo, ErreurDeChamp, EtapeDepotContexte, Formulaire
from backend.web.demonstration import DemoDePage
from backend.web.formulaires import REFUS, Saisie, erreurs_de, lire_commande, lire_saisie, nouvelle_cle, vers
from backend.web.lecteur import LecteurDePage
from backend.web.pages.commun import Reponse, Requete
from backend.web.pages.contributions.commun import LIEN_MORT, cadre_public, repondre_publique
from backend.web.presentation.contributions.depots import LIBELLES, axe_dit, etapes_d_un_debut
from backend.web.presentation.mots import texte
from exports.formats import typographier
from fne_roadmaps.domain.contributions import ETAPES, etat_appel
from fne_roadmaps.domain.enums import EtatAppel
from fne_roadmaps.domain.jetons import creer_jeton

_CHAMPS = ("structure_nom", "fonction", "courriel", "aide")


@get("/public/appels/{jeton:str}", include_in_schema=False, exception_handlers=LIEN_MORT)
async def appel_par_lien(request: Requete, ctx: LecteurDePage, demo: DemoDePage, jeton: FromPath[str]) -> Reponse:
    """What is called for, until when, under which headings, and the way in while the call is open."""
    porteur, appel = await appel_du_lien(ctx, jeton)
    return await _appel(request, porteur, demo, jeton, appel)


@get("/public/appels/{jeton:str}/commencer", include_in_schema=False, exception_handlers=LIEN_MORT)
async def commencer_par_lien(request: Requete, ctx: LecteurDePage, demo: DemoDePage, jeton: FromPath[str]) -> Reponse:
    """Who writes: the first step."""
    porteur, appel = await appel_du_lien(ctx, jeton)
    if _etat(porteur, appel) is not EtatAppel.OUVERT:
        return vers(ici.appel(jeton))
    return await _presenter(request, porteur, demo, jeton, appel, None, ())


@post("/public/appels/{jeton:str}/commencer", include_in_schema=False, status_code=303, exception_handlers=LIEN_MORT)
async def creer_par_lien(request: Requete, ctx: LecteurDePage, demo: DemoDePage, jeton: FromPath[str]) -> Reponse:
    """Begin a deposit, once however often the form is sent, and give its personal link."""
    porteur, appel = await appel_du_lien(ctx, jeton)
    saisie = await lire_saisie(request)
    try:
        donnees = {"appel": str(appel["id"]), **{nom: saisie.un(nom) for nom in _CHAMPS}}
        commande = lire_commande(CommencerDepot, donnees)

        recu = await creer_une_fois(porteur, "depot", saisie.cle, commande)
    except REFUS as refus:
        return await _presenter(request, porteur, demo, jeton, appel, saisie, erreurs_de(refus, LIBELLES))
    # A deposit just begun has the first generation of its link.
    personnel = creer_jeton(ctx.secret, "depot", UUID(recu.texte))
    return vers(ici.depot(personnel, ETAPES[1].code, fait="depot-commence"))


async def _appel(request: Requete, ctx: Contexte, demo: Demo | None, jeton: str, appel: Ligne) -> Reponse:
    etat = _etat(ctx, appel)
    axes = await axes_de_l_appel(appel["id"], appel["feuille"])
    titre = typographier(appel["titre"])
    return repondre_publique(
        AppelPublicContexte(
            cadre=cadre_public(request, ctx, demo, titre),
            lieu=typographier(f"{appel['lieu']} · {appel['feuille_titre']}"),
            titre=titre,
            consignes=texte(appel["consignes"]),
            etat=etat,
            ouvre_le=appel["ouvre_le"],
            ferme_le=appel["ferme_le"],
            axes=tuple(axe_dit(a, appel["mot_niveau_1"]) for a in axes),
            mots=str(appel["mots_niveau_1"]),
            commencer=ici.commencer(jeton) if etat is EtatAppel.OUVERT else None,
            exemple=appel["exemple"],
        )
    )


async def _presenter(
    request: Requete,
    ctx: Contexte,
    demo: Demo | None,
    jeton: str,
    appel: Ligne,
    saisie: Saisie | None,
    erreurs: tuple[ErreurDeChamp, ...],
) -> Reponse:
    aides = await aides_possibles(appel["gouvernance"])
    etape = ETAPES[0]
    contexte = EtapeDepotContexte(
        cadre=cadre_public(request, ctx, demo, etape.titre),
        sur_titre=typographier(f"{appel['lieu']} · {appel['titre']}"),
        titre=etape.titre,
        code=etape.code,
        etapes=etapes_d_un_debut(),
        formulaire=Formulaire(
            action=ici.commencer(jeton),
            retour=ici.appel(jeton),
            valeurs=saisie.valeurs if saisie else {},
            erreurs=erreurs,
            cle=saisie.cle if saisie else nouvelle_cle(),
        ),
        remarques=False,
        enregistres=(),
        axes=(),
        mot="",
        aides=tuple((str(a["code"]), typographier(a["nom"])) for a in aides),
        territoires=(),
        lien=None,
        ferme_le=appel["ferme_le"],
        courriel=True,
    )
    return repondre_publique(contexte, 422 if erreurs else 200)


def _etat(ctx: Contexte, appel: Ligne) -> EtatAppel:
    return etat_appel(appel["ouvre_le"], appel["ferme_le"], ctx.au)
