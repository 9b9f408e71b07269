"""Keeping a list under a name, renaming it, removing it and bringing it back."""

from __future__ import annotations

from urllib.parse import parse_qsl
from uuid import UUID

from litestar import post
from litestar.params import FromPath

from backend.services.vues_enregistrees import enregistrer_vue, renommer_vue, retablir_vue, retirer_vue
from backend.web.adresses import liste_de_fiches as acces
from backend.web.contexts import Formulaire
from backend.web.demonstration import DemoDePage
from backend.web.formulaires import REFUS, Saisie, erreurs_de, lire_saisie, vers
from backend.web.lecteur import LecteurDePage
from backend.web.pages.commun import Reponse, Requete
from backend.web.pages.liste_de_fiches.rendu import montrer
from backend.web.presentation.liste_de_fiches import adresse
from backend.web.presentation.liste_de_fiches.etat import EtatDeListe, lire_etat, normaliser
from fne_roadmaps.domain.errors import Conflit, ErreurMetier, RegleViolee

LIBELLES = {"nom": "Nom de la vue"}
ANCRE = "vues"


@post("/feuilles-de-route/{feuille:uuid}/vues", include_in_schema=False, status_code=303)
async def garder_une_vue(request: Requete, ctx: LecteurDePage, demo: DemoDePage, feuille: FromPath[UUID]) -> Reponse:
    """Keep it, or show the list again with the name and why it is refused."""
    saisie = await lire_saisie(request)
    try:
        await enregistrer_vue(ctx, feuille, saisie.un("nom"), saisie.un("requete"))
    except REFUS as refus:
        formulaire = _refuse(acces.vues(feuille), saisie, refus)
        return await montrer(request, ctx, demo, _etat(feuille, saisie), nom_refuse=formulaire, statut=422)
    return vers(adresse(feuille, {**_retour(saisie), "fait": "vue"}, ANCRE))


@post("/feuilles-de-route/{feuille:uuid}/vues/{vue:uuid}", include_in_schema=False, status_code=303)
async def renommer_une_vue(
    request: Requete, ctx: LecteurDePage, demo: DemoDePage, feuille: FromPath[UUID], vue: FromPath[UUID]
) -> Reponse:
    """Another name for a view, or the list again with the name and why it is refused."""
    saisie = await lire_saisie(request)
    try:
        await renommer_vue(ctx, feuille, vue, saisie.version, saisie.un("nom"))
    except (*REFUS, Conflit) as refus:
        cause = RegleViolee("nom", str(refus)) if isinstance(refus, Conflit) else refus
        formulaire = _refuse(acces.renommer_vue(feuille, vue), saisie, cause)
        return await montrer(request, ctx, demo, _etat(feuille, saisie), nom_refuse=formulaire, statut=422)
    return vers(adresse(feuille, {**_retour(saisie), "fait": "vue-renommee"}, ANCRE))


def _refuse(action: str, saisie: Saisie, refus: Exception) -> Formulaire:
    return Formulaire(
        action=action,
        retour="",
        valeurs=saisie.valeurs,
        erreurs=erreurs_de(refus, LIBELLES),
        version=saisie.version,
    )


@post("/vues/{vue:uuid}/retrait", include_in_schema=False, status_code=303)
async def retirer_une_vue(request: Requete, ctx: LecteurDePage, vue: FromPath[UUID]) -> Reponse:
    """Remove a view; the message offers to bring it back."""
    saisie = await lire_saisie(request)
    feuille = await retirer_vue(ctx, vue)
    return vers(adresse(feuille, {**_retour(saisie), "fait": "vue-retiree", "objet": vue}, ANCRE))


@post("/vues/{vue:uuid}/retablissement", include_in_schema=False, status_code=303)
async def retablir_une_vue(ctx: LecteurDePage, vue: FromPath[UUID]) -> Reponse:
    """Bring back a removed view."""
    return vers(adresse(await retablir_vue(ctx, vue), {"fait": "vue-retablie"}, ANCRE))


def _retour(saisie: Saisie) -> dict[str, str]:
    """The list one was on."""
    return dict(normaliser(parse_qsl(saisie.un("requete")[:4000])))


def _etat(feuille: UUID, saisie: Saisie) -> EtatDeListe:
    """The list one was on, or the whole one when its address holds something refused."""
    try:
        return lire_etat(feuille, _retour(saisie).items())
    except ErreurMetier:
        return lire_etat(feuille, ())
