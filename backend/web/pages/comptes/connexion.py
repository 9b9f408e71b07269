"""Entering and leaving; a new password; a personal link."""

from __future__ import annotations

from litestar import get, post
from litestar.params import FromPath
from litestar.response import Redirect

from backend.context import Contexte
from backend.queries.comptes import LienLu, lire_acces
from backend.services.comptes import (
    fermer_session,
    reinitialiser_le_mot_de_passe,
    se_connecter,
    utiliser_un_acces,
)
from backend.web import adresses
from backend.web.adresses import comptes as acces_comptes
from backend.web.adresses.suivi import MON_SUIVI
from backend.web.contexts import (
    AccesContexte,
    AccesMortContexte,
    Cadre,
    ConnexionContexte,
    Demo,
    ErreurDeChamp,
    Formulaire,
    OublieContexte,
    SaisieGardee,
    SaisieGardeeContexte,
)
from backend.web.demonstration import DemoDePage
from backend.web.formulaires import REFUS, Saisie, erreurs_de, lire_saisie, vers
from backend.web.lecteur import LecteurDePage
from backend.web.origine import chemin_sur
from backend.web.pages.commun import Reponse, Requete, preparer, repondre_page
from backend.web.pages.contributions.commun import cadre_public, repondre_publique
from backend.web.presentation.cadre import de_region
from backend.web.session import agent_de, poser_temoin, temoin_de
from backend.web.session_perdue import TITRE, cadre_sans_base, saisie_gardee
from exports.formats import typographier
from fne_roadmaps.demo.comptes import MOT_DE_PASSE
from fne_roadmaps.domain.errors import NonTrouve, RegleViolee

GARDEE = "Votre saisie est gardée"
ENTREE_MAX = 3_000_000
"""Bytes of a request: the largest form another page takes, and what carrying it adds."""
_INCONNU = "Il a peut-être été coupé en chemin, ou remplacé depuis par un autre."
LIBELLES = {
    "courriel": "Adresse de courriel",
    "mot_de_passe": "Mot de passe",
    "confirmation": "Le même mot de passe",
    "lien": "Lien",
}


@get("/connexion", include_in_schema=False)
async def connexion(request: Requete, ctx: LecteurDePage, demo: DemoDePage) -> Reponse:
    """The form; who has entered already goes on, to what they have to do unless they were going somewhere."""
    retour = chemin_sur(request.query_params.get("retour") or MON_SUIVI)
    if ctx.acteur.cle:
        return Redirect(retour, status_code=302)
    return await _page(request, ctx, demo, Saisie((("retour", retour),)), ())


@post("/connexion", include_in_schema=False, status_code=303, request_max_body_size=ENTREE_MAX)
async def entrer(request: Requete, ctx: LecteurDePage, demo: DemoDePage) -> Reponse:
    """Open a session, then go on: where one was going, or with what one had typed."""
    saisie = await lire_saisie(request)
    try:
        temoin = await se_connecter(
            ctx, saisie.un("courriel"), saisie.un("mot_de_passe"), agent_de(request), temoin_de(request)
        )
    except REFUS as refus:
        return await _page(request, ctx, demo, saisie, erreurs_de(refus, LIBELLES))
    gardee = saisie_gardee(saisie)
    reponse: Reponse = _rendre(request, demo, gardee) if gardee else vers(chemin_sur(saisie.un("retour") or MON_SUIVI))
    poser_temoin(request, reponse, temoin)
    return reponse


def _rendre(request: Requete, demo: Demo | None, gardee: SaisieGardee) -> Reponse:
    """What had been typed, to be sent where it was going."""
    contexte = SaisieGardeeContexte(
        cadre=cadre_sans_base(request, GARDEE, demo),
        gardee=gardee,
        textes=Saisie(gardee.champs).textes,
        abandonner=adresses.REGION,
    )
    reponse = repondre_page(contexte)
    reponse.headers["cache-control"] = "private, no-store"
    return reponse


@post(acces_comptes.DECONNEXION, include_in_schema=False, status_code=303)
async def deconnexion(request: Requete, ctx: LecteurDePage) -> Reponse:
    """End the session in hand."""
    temoin = temoin_de(request)
    if temoin:
        await fermer_session(ctx, temoin)
    reponse = vers(adresses.REGION)
    poser_temoin(request, reponse, None)
    return reponse


@get(acces_comptes.MOT_DE_PASSE_OUBLIE, include_in_schema=False)
async def mot_de_passe_oublie(request: Requete, ctx: LecteurDePage, demo: DemoDePage) -> Reponse:
    """Asking for a link."""
    return await _oublie(request, ctx, demo, {}, envoye=False)


@post(acces_comptes.MOT_DE_PASSE_OUBLIE, include_in_schema=False, status_code=200)
async def demander_un_mot_de_passe(request: Requete, ctx: LecteurDePage, demo: DemoDePage) -> Reponse:
    """Send it when there is an account; the page says the same when there is none."""
    saisie = await lire_saisie(request)
    await reinitialiser_le_mot_de_passe(ctx, saisie.un("courriel"))
    return await _oublie(request, ctx, demo, saisie.valeurs, envoye=True)


@get("/acces/{jeton:str}", include_in_schema=False)
async def acces(request: Requete, ctx: LecteurDePage, demo: DemoDePage, jeton: FromPath[str]) -> Reponse:
    """What a personal link opens. Nothing is used up by reading it: mail programs open links by themselves."""
    try:
        lien = await lire_acces(ctx.secret, jeton, ctx.maintenant)
    except (NonTrouve, RegleViolee) as mort:
        return _lien_mort(request, ctx, demo, mort)
    return _acces(request, ctx, demo, jeton, lien, ())


@post("/acces/{jeton:str}", include_in_schema=False, status_code=303)
async def utiliser(request: Requete, ctx: LecteurDePage, demo: DemoDePage, jeton: FromPath[str]) -> Reponse:
    """Choose the password and enter."""
    saisie = await lire_saisie(request)
    try:
        lien = await lire_acces(ctx.secret, jeton, ctx.maintenant)
    except (NonTrouve, RegleViolee) as mort:
        return _lien_mort(request, ctx, demo, mort)
    try:
        if saisie.un("mot_de_passe") != saisie.un("confirmation"):
            raise RegleViolee("confirmation", "Les deux mots de passe sont différents.")
        temoin = await utiliser_un_acces(ctx, jeton, saisie.un("mot_de_passe"), agent_de(request), temoin_de(request))
    except REFUS as refus:
        return _acces(request, ctx, demo, jeton, lien, erreurs_de(refus, LIBELLES))
    reponse = vers(f"{adresses.REGION}?fait=entree")
    poser_temoin(request, reponse, temoin)
    return reponse


async def _page(
    request: Requete, ctx: Contexte, demo: Demo | None, saisie: Saisie, erreurs: tuple[ErreurDeChamp, ...]
) -> Reponse:
    gardes = {nom: valeurs for nom, valeurs in saisie.valeurs.items() if nom in {"courriel", "retour"}}
    contexte = ConnexionContexte(
        cadre=await _cadre(request, ctx, demo, TITRE),
        oublie=acces_comptes.MOT_DE_PASSE_OUBLIE,
        formulaire=Formulaire(
            action=acces_comptes.connexion(), retour=adresses.REGION, valeurs=gardes, erreurs=erreurs
        ),
        gardee=saisie_gardee(saisie),
        essai=MOT_DE_PASSE if demo else None,
    )
    return repondre_page(contexte, 422 if erreurs else 200)


async def _cadre(request: Requete, ctx: Contexte, demo: Demo | None, titre: str) -> Cadre:
    return de_region(await preparer(request, ctx, demo), titre, None)


async def _oublie(
    request: Requete, ctx: Contexte, demo: Demo | None, valeurs: dict[str, tuple[str, ...]], *, envoye: bool
) -> Reponse:
    formulaire = Formulaire(action=acces_comptes.MOT_DE_PASSE_OUBLIE, retour=acces_comptes.connexion(), valeurs=valeurs)
    cadre = await _cadre(request, ctx, demo, "Mot de passe oublié")
    return repondre_page(OublieContexte(cadre=cadre, formulaire=formulaire, envoye=envoye))


def _acces(
    request: Requete,
    ctx: Contexte,
    demo: Demo | None,
    jeton: str,
    lien: LienLu,
    erreurs: tuple[ErreurDeChamp, ...],
) -> Reponse:
    contexte = AccesContexte(
        cadre=cadre_public(request, ctx, demo, lien.usage.libelle),
        usage=lien.usage,
        nom=lien.nom,
        courriel=lien.courriel or "",
        formulaire=Formulaire(action=acces_comptes.acces(jeton), retour=adresses.REGION, erreurs=erreurs),
    )
    return repondre_publique(contexte, 422 if erreurs else 200)


def _lien_mort(request: Requete, ctx: Contexte, demo: Demo | None, mort: NonTrouve | RegleViolee) -> Reponse:
    """A link of ours that has served or expired says so; of any other text, nothing is said."""
    expire = isinstance(mort, RegleViolee)
    contexte = AccesMortContexte(
        cadre=cadre_public(request, ctx, demo, "Ce lien n’ouvre rien"),
        explication=typographier(mort.message if isinstance(mort, RegleViolee) else _INCONNU),
        connexion=acces_comptes.connexion(),
        oublie=acces_comptes.MOT_DE_PASSE_OUBLIE,
    )
    return repondre_publique(contexte, 410 if expire else 404)
