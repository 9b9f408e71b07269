"""A date poll answered by its link: no account, and nobody else's name."""

from __future__ import annotations

from uuid import UUID

from litestar import get, post
from litestar.params import FromPath

from backend.context import Contexte
from backend.queries.sondages import REPONSE, SondageVue, lire_sondage, reponse_du_lien, sondage_du_lien
from backend.services.commands.sondages import RepondreSondage
from backend.services.idempotence import creer_une_fois
from backend.services.sondages import repondre_sondage
from backend.web.adresses import reunions as ici
from backend.web.contexts import Demo, ErreurDeChamp, Formulaire, SondagePublicContexte
from backend.web.demonstration import DemoDePage
from backend.web.formulaires import REFUS, Saisie, erreurs_de, lire_commande, lire_saisie, nouvelle_cle, vers
from backend.web.lecteur import LecteurDePage
from backend.web.pages.commun import Reponse, Requete
from backend.web.pages.contributions.commun import (
    LIEN_MORT,
    cadre_public,
    lien_a_copier,
    repondre_publique,
)
from backend.web.presentation.mots import texte, titre_sans_mention
from backend.web.presentation.sondages import jours_sondes
from exports.formats import typographier
from fne_roadmaps.domain.jetons import creer_jeton

_LIBELLES = {
    "nom": "Votre nom",
    "structure_nom": "Votre organisation",
    "commentaire": "Un mot",
    "avis": "Vos réponses",
    "avis.*": "Vos réponses",
    "etat": "Sondage",
}
_AIDE = "Gardez-le : il est à vous, et change votre réponse tant que le sondage est ouvert."


@get("/public/sondages/{jeton:str}", include_in_schema=False, exception_handlers=LIEN_MORT)
async def sondage_par_lien(request: Requete, ctx: LecteurDePage, demo: DemoDePage, jeton: FromPath[str]) -> Reponse:
    """The days, how many said what, and the form while it takes answers."""
    porteur, cle = await sondage_du_lien(ctx, jeton)
    return await _page(request, porteur, demo, await lire_sondage(cle, ctx.au), ici.sondage_public(jeton), None, ())


@post("/public/sondages/{jeton:str}", include_in_schema=False, status_code=303, exception_handlers=LIEN_MORT)
async def repondre(request: Requete, ctx: LecteurDePage, demo: DemoDePage, jeton: FromPath[str]) -> Reponse:
    """Answer, once however often the form is sent, and get one's own link."""
    porteur, cle = await sondage_du_lien(ctx, jeton)
    saisie = await lire_saisie(request)
    vue = await lire_sondage(cle, ctx.au)
    try:
        commande = lire_commande(RepondreSondage, _donnees(saisie, vue))
        faite = await creer_une_fois(porteur, "reponse_sondage", saisie.cle, commande)
    except REFUS as refus:
        adresse = ici.sondage_public(jeton)
        return await _page(request, porteur, demo, vue, adresse, saisie, erreurs_de(refus, _LIBELLES))
    personnel = creer_jeton(ctx.secret, REPONSE, UUID(faite.texte))
    return vers(ici.reponse_publique(personnel, "reponse-sondage"))


@get("/public/reponses/{jeton:str}", include_in_schema=False, exception_handlers=LIEN_MORT)
async def ma_reponse(request: Requete, ctx: LecteurDePage, demo: DemoDePage, jeton: FromPath[str]) -> Reponse:
    """One's answer, to be changed while the poll is open."""
    porteur, cle, reponse = await reponse_du_lien(ctx, jeton)
    vue = await lire_sondage(cle, ctx.au)
    return await _page(request, porteur, demo, vue, ici.reponse_publique(jeton), None, (), reponse)


@post("/public/reponses/{jeton:str}", include_in_schema=False, status_code=303, exception_handlers=LIEN_MORT)
async def changer_ma_reponse(request: Requete, ctx: LecteurDePage, demo: DemoDePage, jeton: FromPath[str]) -> Reponse:
    """Change it."""
    porteur, cle, reponse = await reponse_du_lien(ctx, jeton)
    saisie = await lire_saisie(request)
    vue = await lire_sondage(cle, ctx.au)
    try:
        await repondre_sondage(porteur, lire_commande(RepondreSondage, {**_donnees(saisie, vue), "reponse": reponse}))
    except REFUS as refus:
        adresse = ici.reponse_publique(jeton)
        return await _page(request, porteur, demo, vue, adresse, saisie, erreurs_de(refus, _LIBELLES), reponse)
    return vers(ici.reponse_publique(jeton, "reponse-sondage"))


def _donnees(saisie: Saisie, vue: SondageVue) -> dict[str, object]:
    dits = [(o["id"], saisie.un(f"avis-{o['id']}")) for o in vue.options]
    return {
        "sondage": vue.sondage["id"],
        **{champ: saisie.un(champ).strip() for champ in ("nom", "structure_nom", "commentaire")},
        "avis": [{"option": option, "avis": avis} for option, avis in dits if avis],
    }


async def _page(
    request: Requete,
    ctx: Contexte,
    demo: Demo | None,
    vue: SondageVue,
    adresse: str,
    saisie: Saisie | None,
    erreurs: tuple[ErreurDeChamp, ...],
    reponse: UUID | None = None,
) -> Reponse:
    r = vue.reunion
    mienne = next((x for x in vue.reponses if x["id"] == reponse), None)
    valeurs: dict[str, tuple[str, ...]] = {}
    if mienne:
        valeurs = {champ: (mienne[champ] or "",) for champ in ("nom", "structure_nom", "commentaire")}
        valeurs |= {f"avis-{option}": (avis.value,) for option, avis in mienne["avis"].items()}
    formulaire = Formulaire(
        action=adresse,
        retour=adresse,
        valeurs=saisie.valeurs if saisie else valeurs,
        erreurs=erreurs,
        cle=None if reponse else saisie.cle if saisie else nouvelle_cle(),
    )
    contexte = SondagePublicContexte(
        cadre=cadre_public(request, ctx, demo, "Sondage de dates"),
        reunion=titre_sans_mention(r["titre"], r["exemple"]),
        gouvernance=typographier(r["g_nom"]),
        message=texte(vue.sondage["message"]),
        ouvert=vue.ouvert,
        ferme_le=vue.sondage["ferme_le"],
        jours=jours_sondes(vue),
        formulaire=formulaire if vue.ouvert else None,
        personnel=lien_a_copier(request, "Votre lien personnel", adresse, _AIDE) if mienne else None,
    )
    return repondre_publique(contexte, 422 if erreurs else 200)
