"""Changing one field of a fiche without leaving the list: the answer is the list again, at the same place."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import replace
from typing import Any
from uuid import UUID

from litestar import post
from litestar.params import FromPath

from backend.context import Contexte
from backend.queries.fiches_action import lire_fiche
from backend.queries.references import charger
from backend.services.commands.fiches_action import ChangerAvancement, ModifierFicheAction
from backend.services.fiches_action import changer_avancement, modifier_fiche_action
from backend.services.fiches_action.pilotes import choisir_pilotes
from backend.web.dates_saisies import dire_date, lire_date
from backend.web.demonstration import DemoDePage
from backend.web.formulaires import REFUS, Saisie, erreurs_de, lire_commande, lire_saisie, vers
from backend.web.lecteur import LecteurDePage
from backend.web.pages.commun import Reponse, Requete
from backend.web.pages.liste_de_fiches.rendu import ENREGISTREE, Refusee, etat_de, montrer
from backend.web.presentation.liste_de_fiches.edition import LIBELLES_DES_CHAMPS
from backend.web.presentation.liste_de_fiches.etat import MODIFIABLES
from backend.web.presentation.liste_de_fiches.lignes import ancre
from fne_roadmaps.domain.errors import Conflit, NonTrouve, RegleViolee


@post("/feuilles-de-route/{feuille:uuid}/fiches/{fiche:uuid}/{champ:str}", include_in_schema=False, status_code=303)
async def enregistrer_une_cellule(
    request: Requete,
    ctx: LecteurDePage,
    demo: DemoDePage,
    feuille: FromPath[UUID],
    fiche: FromPath[UUID],
    champ: FromPath[str],
) -> Reponse:
    """Write it, or show the row again with what was typed, why it is refused, or both texts of a conflict."""
    if champ not in MODIFIABLES:
        raise NonTrouve("Cette page")
    etat = etat_de(request, feuille)
    saisie = await lire_saisie(request)
    ouvert = replace(etat, modifier=(fiche, champ))
    try:
        await _ECRIRE[champ](ctx, fiche, saisie)
    except REFUS as refus:
        # What is refused because the fiche moved on is a conflict first: the rule spoke of another state.
        if not await _perimee(ctx, fiche, saisie):
            erreurs = erreurs_de(refus, LIBELLES_DES_CHAMPS)
            return await montrer(request, ctx, demo, ouvert, refusee=Refusee(saisie, erreurs), statut=422)
        return await montrer(request, ctx, demo, ouvert, refusee=Refusee(saisie, conflit=True), statut=409)
    except Conflit:
        return await montrer(request, ctx, demo, ouvert, refusee=Refusee(saisie, conflit=True), statut=409)
    suite = {"fait": ENREGISTREE, "objet": fiche}
    return vers(etat.lien(ancre(fiche), page=etat.valeurs.get("page"), **suite))


async def _perimee(ctx: Contexte, fiche: UUID, saisie: Saisie) -> bool:
    """The fiche is no longer at the version the form was read at."""
    try:
        lue = saisie.version
    except RegleViolee:
        return False
    return lue is not None and (await charger(ctx.acteur, "fiche_action", fiche))["version"] != lue


async def _avancement(ctx: Contexte, fiche: UUID, saisie: Saisie) -> None:
    commande = lire_commande(
        ChangerAvancement, {"avancement": saisie.un("avancement"), "pourquoi": saisie.un("pourquoi")}
    )
    await changer_avancement(ctx, str(fiche), saisie.version, commande)


async def _pilote(ctx: Contexte, fiche: UUID, saisie: Saisie) -> None:
    await choisir_pilotes(ctx, fiche, saisie.version, saisie.tous("garder"), saisie.un("ajouter"))


async def _dates(ctx: Contexte, fiche: UUID, saisie: Saisie) -> None:
    """A date sent back as it was shown is left as it is stored."""
    tenue = await lire_fiche(ctx.acteur, fiche, ctx.au)
    dites: dict[str, Any] = {
        champ: lire_date(saisie.un(champ), champ)
        for champ in ("debut", "fin")
        if saisie.un(champ).strip() != dire_date(tenue[champ])
    }
    dites["en_continu"] = saisie.un("en_continu") == "oui"
    await modifier_fiche_action(ctx, str(fiche), saisie.version, ModifierFicheAction.model_validate(dites))


def _mot(champ: str) -> Callable[[Contexte, UUID, Saisie], Awaitable[None]]:
    async def ecrire(ctx: Contexte, fiche: UUID, saisie: Saisie) -> None:
        commande = ModifierFicheAction.model_validate({champ: saisie.un(champ) or None})
        await modifier_fiche_action(ctx, str(fiche), saisie.version, commande)

    return ecrire


_ECRIRE: Mapping[str, Callable[[Contexte, UUID, Saisie], Awaitable[None]]] = {
    "avancement": _avancement,
    "pilote": _pilote,
    "dates": _dates,
    "priorite": _mot("priorite"),
    "meteo": _mot("meteo"),
}
