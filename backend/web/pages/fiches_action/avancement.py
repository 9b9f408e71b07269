"""Changing how far a fiche is, with a word of why."""

from __future__ import annotations

from uuid import UUID

from litestar import get, post
from litestar.params import FromPath

from backend.context import Contexte
from backend.services.commands.fiches_action import ChangerAvancement
from backend.services.fiches_action import changer_avancement
from backend.web import adresses
from backend.web.adresses import fiches_action as acces
from backend.web.contexts import AvancementContexte, Demo, ErreurDeChamp, Formulaire
from backend.web.demonstration import DemoDePage
from backend.web.formulaires import REFUS, Saisie, erreurs_de, lire_commande, lire_saisie, vers
from backend.web.lecteur import LecteurDePage
from backend.web.pages.commun import Reponse, Requete, repondre_page
from backend.web.pages.fiches_action.commun import FicheOuverte, cadre_de_fiche, ouvrir_fiche
from fne_roadmaps.domain.droits import Droit
from fne_roadmaps.domain.enums import Avancement
from fne_roadmaps.domain.errors import Conflit, RegleViolee
from fne_roadmaps.domain.fiches_action import EXPLIQUES, TERMINES, avancements_permis

CHANGE = "La fiche a changé pendant votre saisie : vérifiez où elle en est, puis enregistrez."
LIBELLES = {"avancement": "Statut", "pourquoi": "Pourquoi"}


@get("/fiches-action/{cle:uuid}/avancement", include_in_schema=False)
async def changer_l_avancement(request: Requete, ctx: LecteurDePage, demo: DemoDePage, cle: FromPath[UUID]) -> Reponse:
    """The form, at the avancement of today."""
    return await _page(request, ctx, demo, cle, None, ())


@post("/fiches-action/{cle:uuid}/avancement", include_in_schema=False, status_code=303)
async def enregistrer_l_avancement(
    request: Requete, ctx: LecteurDePage, demo: DemoDePage, cle: FromPath[UUID]
) -> Reponse:
    """Change it, or show again what was typed and why it is refused."""
    saisie = await lire_saisie(request)
    try:
        commande = lire_commande(ChangerAvancement, {nom: saisie.un(nom) for nom in LIBELLES})
        await changer_avancement(ctx, str(cle), saisie.version, commande)
    except (Conflit, *REFUS) as refus:
        ouverte = await ouvrir_fiche(ctx, cle, Droit.RENSEIGNER)
        if not _depassee(saisie, ouverte):
            return await _page(request, ctx, demo, cle, saisie, erreurs_de(refus, LIBELLES))
        if ouverte.fiche["avancement"] != saisie.un("avancement"):
            relue = saisie.a_version(ouverte.fiche["version"])
            change = RegleViolee("avancement", CHANGE)
            return await _page(request, ctx, demo, cle, relue, erreurs_de(change, LIBELLES))
    return vers(adresses.fiche_action(cle, fait="avancement"))


def _depassee(saisie: Saisie, ouverte: FicheOuverte) -> bool:
    """The fiche changed since the form was read: the same answer sent twice, somebody else’s, or nobody knows."""
    try:
        return bool(saisie.version != ouverte.fiche["version"])
    except RegleViolee:
        return True


async def _page(
    request: Requete,
    ctx: Contexte,
    demo: Demo | None,
    cle: UUID,
    saisie: Saisie | None,
    erreurs: tuple[ErreurDeChamp, ...],
) -> Reponse:
    ouverte = await ouvrir_fiche(ctx, cle, Droit.RENSEIGNER)
    actuel = Avancement(ouverte.fiche["avancement"])
    contexte = AvancementContexte(
        cadre=await cadre_de_fiche(request, ctx, demo, ouverte, "Changer le statut"),
        fiche=f"{ouverte.nom} · {ouverte.titre}" if ouverte.nom != ouverte.titre else ouverte.titre,
        actuel=actuel,
        permis=avancements_permis(actuel),
        expliques=frozenset(avancements_permis(actuel)) if actuel in TERMINES else EXPLIQUES - {actuel},
        formulaire=Formulaire(
            action=acces.avancement(cle),
            retour=adresses.fiche_action(cle),
            valeurs=saisie.valeurs if saisie else {},
            erreurs=erreurs,
            version=saisie.version if saisie else ouverte.fiche["version"],
        ),
    )
    return repondre_page(contexte, 422 if erreurs else 200)
