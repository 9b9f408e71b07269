"""The date poll of a meeting, for who holds it: opened, read, closed by the day that is kept."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import replace
from uuid import UUID

from litestar import get, post
from litestar.params import FromPath

from backend.context import Contexte
from backend.queries.sondages import SONDAGE, lire_sondage, reunion_du_sondage, sondage_de
from backend.services.commands.sondages import ChoisirLaDate, OuvrirSondage
from backend.services.sondages import (
    abandonner_sondage,
    choisir_la_date,
    ouvrir_sondage,
    remplacer_le_lien,
    rouvrir_sondage,
)
from backend.web import adresses
from backend.web.adresses import reunions as ici
from backend.web.contexts import Cadre, Demo, ErreurDeChamp, Formulaire, SondageContexte
from backend.web.demonstration import DemoDePage
from backend.web.formulaires import REFUS, Saisie, erreurs_de, lire_commande, lire_saisie, vers
from backend.web.lecteur import LecteurDePage
from backend.web.pages.commun import Reponse, Requete, repondre_page
from backend.web.pages.contributions.commun import COPIER, lien_a_copier
from backend.web.pages.reunions.formulaire import cadre_de_reunion, reunion_a_tenir
from backend.web.presentation.mots import titre_sans_mention
from backend.web.presentation.sondages import jours_sondes, reponses_lues
from fne_roadmaps.domain.dates import lire_jour_dit
from fne_roadmaps.domain.enums import EtatSondage
from fne_roadmaps.domain.jetons import creer_jeton

_LIBELLES = {
    "jours": "Jours possibles",
    "jours.*": "Jours possibles, ligne {n}",
    "message": "Message",
    "ferme_le": "Réponses jusqu’au",
    "option": "Jour choisi",
    "heure_debut": "Début",
    "heure_fin": "Fin",
    "etat": "Sondage",
}
_AIDE = "Partagez-le par courriel ou en réunion : qui l’a répond sans compte, et ne voit le nom de personne."
Acte = Callable[[Contexte, UUID], Awaitable[UUID]]


@get("/reunions/{cle:uuid}/sondage", include_in_schema=False)
async def sondage_de_la_reunion(request: Requete, ctx: LecteurDePage, demo: DemoDePage, cle: FromPath[UUID]) -> Reponse:
    """The poll of a meeting, or the form that opens one."""
    await reunion_a_tenir(ctx, cle)
    return await _page(request, ctx, demo, cle, None, ())


@post("/reunions/{cle:uuid}/sondage", include_in_schema=False, status_code=303)
async def ouvrir(request: Requete, ctx: LecteurDePage, demo: DemoDePage, cle: FromPath[UUID]) -> Reponse:
    """Open a poll on a few days."""
    await reunion_a_tenir(ctx, cle)
    saisie = await lire_saisie(request)
    try:
        lignes = [texte.strip() for texte in saisie.un("jours").splitlines() if texte.strip()]
        jours = [lire_jour_dit(texte, f"jours.{rang}") for rang, texte in enumerate(lignes)]
        limite = saisie.un("ferme_le").strip()
        champs = {
            "reunion": str(cle),
            "jours": jours,
            "message": saisie.un("message").strip(),
            "ferme_le": lire_jour_dit(limite, "ferme_le") if limite else "",
        }
        await ouvrir_sondage(ctx, lire_commande(OuvrirSondage, champs))
    except REFUS as refus:
        return await _page(request, ctx, demo, cle, saisie, erreurs_de(refus, _LIBELLES))
    return vers(ici.sondage(cle, "sondage-ouvert"))


@post("/sondages/{cle:uuid}/choix", include_in_schema=False, status_code=303)
async def choisir(request: Requete, ctx: LecteurDePage, demo: DemoDePage, cle: FromPath[UUID]) -> Reponse:
    """Keep a day: the poll is closed and the meeting convened."""
    reunion = await _reunion_de(ctx, cle)
    saisie = await lire_saisie(request)
    try:
        champs = {c: saisie.un(c).strip() for c in ("option", "heure_debut", "heure_fin")}
        await choisir_la_date(ctx, cle, lire_commande(ChoisirLaDate, champs))
    except REFUS as refus:
        return await _page(request, ctx, demo, reunion, saisie, erreurs_de(refus, _LIBELLES), choix=True)
    return vers(adresses.reunion(reunion, fait="date-choisie"))


@post("/sondages/{cle:uuid}/abandon", include_in_schema=False, status_code=303)
async def abandonner(ctx: LecteurDePage, cle: FromPath[UUID]) -> Reponse:
    """Close it without keeping a day."""
    return await _faire(ctx, cle, abandonner_sondage, "sondage-ferme")


@post("/sondages/{cle:uuid}/reouverture", include_in_schema=False, status_code=303)
async def rouvrir(ctx: LecteurDePage, cle: FromPath[UUID]) -> Reponse:
    """Take answers again."""
    return await _faire(ctx, cle, rouvrir_sondage, "sondage-rouvert")


@post("/sondages/{cle:uuid}/lien", include_in_schema=False, status_code=303)
async def remplacer_lien(ctx: LecteurDePage, cle: FromPath[UUID]) -> Reponse:
    """Give another shared link: the former one opens nothing any more."""
    return await _faire(ctx, cle, remplacer_le_lien, "lien-revoque")


async def _faire(ctx: Contexte, cle: UUID, acte: Acte, fait: str) -> Reponse:
    await _reunion_de(ctx, cle)
    return vers(ici.sondage(await acte(ctx, cle), fait))


async def _reunion_de(ctx: Contexte, sondage: UUID) -> UUID:
    """The meeting of a poll, for who holds it. Raises NonTrouve or Interdit."""
    reunion = await reunion_du_sondage(sondage)
    await reunion_a_tenir(ctx, reunion)
    return reunion


async def _page(
    request: Requete,
    ctx: Contexte,
    demo: Demo | None,
    cle: UUID,
    saisie: Saisie | None,
    erreurs: tuple[ErreurDeChamp, ...],
    *,
    choix: bool = False,
) -> Reponse:
    reunion = await reunion_a_tenir(ctx, cle)
    trouve = await sondage_de(cle)
    vue = await lire_sondage(trouve["id"], ctx.au) if trouve else None
    etat = EtatSondage(vue.sondage["etat"]) if vue else None
    vif = etat is EtatSondage.OUVERT

    def forme(action: str, *, siennes: bool) -> Formulaire:
        return Formulaire(
            action=action,
            retour=adresses.reunion(cle),
            valeurs=saisie.valeurs if saisie and siennes else {},
            erreurs=erreurs if siennes else (),
        )

    sondage = vue.sondage if vue else None
    jeton = creer_jeton(ctx.secret, SONDAGE, sondage["id"], sondage["generation"]) if sondage and vif else None
    cadre = await cadre_de_reunion(request, ctx, demo, reunion, "Sondage de dates")
    contexte = SondageContexte(
        cadre=cadre if not jeton else _avec_copie(cadre),
        reunion=titre_sans_mention(reunion["titre"], reunion["exemple"]),
        etat=etat,
        ouvert=vue.ouvert if vue else False,
        ferme_le=sondage["ferme_le"] if sondage else None,
        lien=lien_a_copier(request, "Lien du sondage", ici.sondage_public(jeton), _AIDE) if jeton else None,
        jours=jours_sondes(vue) if vue else (),
        reponses=reponses_lues(vue) if vue else (),
        ouvrir=None if vif else forme(ici.sondage(cle), siennes=not choix),
        choisir=forme(ici.acte_de_sondage(sondage["id"], "choix"), siennes=choix) if sondage and vif else None,
        abandonner=ici.acte_de_sondage(sondage["id"], "abandon") if sondage and vif else None,
        rouvrir=ici.acte_de_sondage(sondage["id"], "reouverture")
        if sondage and etat is EtatSondage.ABANDONNE
        else None,
        remplacer_le_lien=ici.acte_de_sondage(sondage["id"], "lien") if sondage and vif else None,
        retour=adresses.reunion(cle),
    )
    return repondre_page(contexte, 422 if erreurs else 200)


def _avec_copie(cadre: Cadre) -> Cadre:
    """With the script of links to copy."""
    return replace(cadre, scripts=(COPIER,))
