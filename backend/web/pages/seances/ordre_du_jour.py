"""The agenda: read, added to, put in order."""

from __future__ import annotations

from uuid import UUID

from litestar import get, post
from litestar.handlers import HTTPRouteHandler
from litestar.params import FromPath

from backend.context import Contexte
from backend.queries.seances import charger_point
from backend.queries.vues.seances import SeanceVue
from backend.services.commands.seances import ChangerEtatPoint, CreerPoint
from backend.services.idempotence import creer_une_fois
from backend.services.reunions import changer_etat_point, placer_point
from backend.web import adresses
from backend.web.adresses import seances as acces
from backend.web.contexts import Demo, ErreurDeChamp, Formulaire
from backend.web.contexts.seances import OrdreDuJourContexte
from backend.web.demonstration import DemoDePage
from backend.web.formulaires import REFUS, Saisie, erreurs_de, lire_commande, lire_saisie, nouvelle_cle, vers
from backend.web.lecteur import LecteurDePage
from backend.web.origine import chemin_sur
from backend.web.pages.commun import Reponse, Requete, repondre_page
from backend.web.pages.seances.commun import (
    cadre_de_seance,
    choix_de_structures,
    lire_duree,
    lire_structure,
    ouvrir_seance,
)
from backend.web.presentation.seances.points import en_tete, points_de_seance, points_retires, tenue_de
from exports.formats import typographier
from fne_roadmaps.domain.droits import Droit
from fne_roadmaps.domain.enums import EtatPoint
from fne_roadmaps.domain.errors import RegleViolee

LIBELLES = {
    "titre": "Titre",
    "nature": "Ce qui est attendu",
    "duree": "Durée",
    "presentateur": "Structure qui présente",
    "presentateur_nom": "Qui présente",
    "texte": "Préparation",
    "objets": "Ce dont il s’agit",
    "etat": "Point",
    "ordre": "Ordre",
    "reunion": "Réunion",
}
PERIME = "Ce geste vient d’une page trop ancienne : rechargez-la."


@get("/reunions/{cle:uuid}/ordre-du-jour", include_in_schema=False)
async def ordre_du_jour(request: Requete, ctx: LecteurDePage, demo: DemoDePage, cle: FromPath[UUID]) -> Reponse:
    """The agenda of a meeting, for who follows it; who holds it may change it."""
    vue = await ouvrir_seance(ctx, cle, Droit.SUIVRE)
    return await page_de_l_ordre(request, ctx, demo, vue, None, ())


@post("/reunions/{cle:uuid}/points", include_in_schema=False, status_code=303)
async def ajouter_un_point(request: Requete, ctx: LecteurDePage, demo: DemoDePage, cle: FromPath[UUID]) -> Reponse:
    """Add an item at the end, once however often the form is sent."""
    saisie = await lire_saisie(request)
    vue = await ouvrir_seance(ctx, cle)
    try:
        choix = await choix_de_structures()
        donnees = {
            "reunion": str(cle),
            "titre": saisie.un("titre"),
            "nature": saisie.un("nature"),
            "duree": lire_duree(saisie) or "",
            "presentateur": lire_structure(choix, saisie.un("presentateur"), "presentateur") or "",
        }
        await creer_une_fois(ctx, "point_ordre_du_jour", saisie.cle, lire_commande(CreerPoint, donnees))
    except REFUS as refus:
        return await page_de_l_ordre(request, ctx, demo, vue, saisie, erreurs_de(refus, LIBELLES))
    return vers(acces.ordre_du_jour(cle, fait="point"))


@post("/points/{cle:uuid}/place", include_in_schema=False, status_code=303)
async def placer_un_point(request: Requete, ctx: LecteurDePage, cle: FromPath[UUID]) -> Reponse:
    """Move an item before another one, or last."""
    saisie = await lire_saisie(request)
    await _exiger(ctx, cle)
    avant = _cle(saisie.un("avant"), "ordre") if saisie.un("avant") else None
    reunion = await placer_point(ctx, cle, avant)
    return vers(f"{acces.ordre_du_jour(reunion, fait='place')}#point-{cle}")


@post("/points/{cle:uuid}/etat", include_in_schema=False, status_code=303)
async def changer_l_etat(request: Requete, ctx: LecteurDePage, cle: FromPath[UUID]) -> Reponse:
    """Treat an item, take it off the agenda, or bring it back; then to the page it was asked from."""
    saisie = await lire_saisie(request)
    await _exiger(ctx, cle)
    etat = _etat(saisie.un("etat"))
    reunion = await changer_etat_point(ctx, cle, ChangerEtatPoint(etat=etat))
    if chemin_sur(saisie.un("retour"), "") == acces.seance(reunion):
        return vers(acces.seance(reunion, point=cle))
    return vers(acces.ordre_du_jour(reunion, fait=f"point-{etat.value}", objet=cle))


@post("/points/{cle:uuid}/retour", include_in_schema=False, status_code=303)
async def retablir_un_point(ctx: LecteurDePage, cle: FromPath[UUID]) -> Reponse:
    """Bring back an item taken off the agenda."""
    reunion = await changer_etat_point(ctx, cle, ChangerEtatPoint(etat=EtatPoint.A_TRAITER))
    return vers(acces.ordre_du_jour(reunion, fait="point-a_traiter"))


async def _exiger(ctx: Contexte, point: UUID) -> None:
    """The right comes before what was typed. Raises NonTrouve or Interdit."""
    _, reunion = await charger_point(ctx.acteur, point)
    await ouvrir_seance(ctx, reunion["id"])


def _etat(texte: str) -> EtatPoint:
    try:
        return EtatPoint(texte)
    except ValueError:
        raise RegleViolee("etat", PERIME) from None


def _cle(texte: str, champ: str) -> UUID:
    try:
        return UUID(texte)
    except ValueError:
        raise RegleViolee(champ, PERIME) from None


async def page_de_l_ordre(
    request: Requete,
    ctx: Contexte,
    demo: Demo | None,
    vue: SeanceVue,
    saisie: Saisie | None,
    erreurs: tuple[ErreurDeChamp, ...],
) -> Reponse:
    """The page, with what was typed of a new item."""
    scripts = ("js/ordre_du_jour.js",) if vue.ecrit else ()
    cadre = await cadre_de_seance(request, ctx, demo, vue, "Ordre du jour", scripts=scripts, refuse=bool(erreurs))
    choix = await choix_de_structures() if vue.ecrit else None
    cle = vue.reunion["id"]
    contexte = OrdreDuJourContexte(
        cadre=cadre,
        tete=en_tete(vue),
        cle=str(cle),
        points=points_de_seance(vue),
        retires=points_retires(vue),
        tenue=tenue_de(vue),
        ecrit=vue.ecrit,
        structures=tuple(typographier(n) for n in choix.structures.libelles.values()) if choix else (),
        formulaire=Formulaire(
            action=acces.points(cle),
            retour=adresses.reunion(cle),
            valeurs=saisie.valeurs if saisie else {"nature": ("information",)},
            erreurs=erreurs,
            cle=saisie.cle if saisie else nouvelle_cle(),
        ),
    )
    return repondre_page(contexte, 422 if erreurs else 200)


ORDRE_DU_JOUR: tuple[HTTPRouteHandler, ...] = (
    ajouter_un_point,
    changer_l_etat,
    ordre_du_jour,
    placer_un_point,
    retablir_un_point,
)
