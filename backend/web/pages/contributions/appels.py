"""Calls for fiches, for who writes the roadmap: their list, and one call with its link and what came in."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

from litestar import get, post
from litestar.params import FromPath

from backend.context import Contexte
from backend.queries.contributions import appels_de, axes_de_l_appel, charger_appel, depots_de
from backend.queries.lecture import Ligne
from backend.queries.references import charger
from backend.queries.vues.cadre import lieu
from backend.services.contributions import clore_appel, prolonger_appel, revoquer_le_lien
from backend.services.feuilles_de_route import QUOI
from backend.web import adresses
from backend.web.adresses import contributions as ici
from backend.web.contexts import (
    AppelContexte,
    AppelLigne,
    AppelsContexte,
    Cadre,
    Demo,
    DepotLigne,
    ErreurDeChamp,
    Formulaire,
    Lien,
)
from backend.web.demonstration import DemoDePage
from backend.web.formulaires import REFUS, Saisie, erreurs_de, exiger_un_formulaire, lire_saisie, vers
from backend.web.lecteur import LecteurDePage
from backend.web.pages.commun import Reponse, Requete, preparer, repondre_page
from backend.web.pages.contributions.commun import COPIER, lien_a_copier
from backend.web.presentation.cadre import PROPOSITIONS, de_gouvernance
from backend.web.presentation.contributions.depots import axe_dit
from backend.web.presentation.mots import texte
from exports.formats import typographier
from fne_roadmaps.domain.contributions import etat_appel
from fne_roadmaps.domain.dates import lire_jour_dit
from fne_roadmaps.domain.droits import Droit, droits_sur_gouvernance, exiger
from fne_roadmaps.domain.enums import EtatAppel, EtatDepot
from fne_roadmaps.domain.jetons import creer_jeton

_AIDE = (
    "Partagez-le par courriel, sur votre site, en réunion : qui l’a propose une fiche sans compte tant que l’appel est "
    "ouvert, et n’y lit rien d’autre."
)


@get("/feuilles-de-route/{cle:uuid}/appels", include_in_schema=False)
async def appels(request: Requete, ctx: LecteurDePage, demo: DemoDePage, cle: FromPath[UUID]) -> Reponse:
    """The calls of a roadmap, and the way to open one."""
    feuille = await feuille_a_ecrire(ctx, cle)
    contexte = AppelsContexte(
        cadre=await cadre_de_feuille(request, ctx, demo, feuille, "Appels à fiches"),
        feuille=typographier(feuille["titre"]),
        appels=tuple(_ligne(a, ctx) for a in await appels_de(cle)),
        nouveau=ici.nouvel_appel(cle),
        propositions=ici.propositions(cle),
    )
    return repondre_page(contexte)


@get("/appels/{cle:uuid}", include_in_schema=False)
async def appel(request: Requete, ctx: LecteurDePage, demo: DemoDePage, cle: FromPath[UUID]) -> Reponse:
    """A call: its link to copy, its period, its deposits."""
    return await _page(request, ctx, demo, cle, None, ())


@post("/appels/{cle:uuid}/clore", include_in_schema=False, status_code=303)
async def clore_l_appel(ctx: LecteurDePage, cle: FromPath[UUID]) -> Reponse:
    """Close a call from today on."""
    await clore_appel(ctx, cle)
    return vers(ici.gerer_appel(cle, fait="appel-clos"))


@post("/appels/{cle:uuid}/prolonger", include_in_schema=False, status_code=303)
async def prolonger_l_appel(request: Requete, ctx: LecteurDePage, demo: DemoDePage, cle: FromPath[UUID]) -> Reponse:
    """Give a call a later last day."""
    saisie = await lire_saisie(request)
    try:
        await prolonger_appel(ctx, cle, lire_jour_dit(saisie.un("ferme_le"), "ferme_le"))
    except REFUS as refus:
        return await _page(request, ctx, demo, cle, saisie, erreurs_de(refus, {"ferme_le": "Dernier jour"}))
    return vers(ici.gerer_appel(cle, fait="appel-prolonge"))


@post("/appels/{cle:uuid}/revoquer", include_in_schema=False, status_code=303)
async def revoquer_l_appel(ctx: LecteurDePage, cle: FromPath[UUID]) -> Reponse:
    """Make the shared link open nothing, and give a new one."""
    await revoquer_le_lien(ctx, cle)
    return vers(ici.gerer_appel(cle, fait="lien-revoque"))


async def feuille_a_ecrire(ctx: Contexte, cle: UUID) -> Ligne:
    """A roadmap, for who writes it. Raises NonTrouve or Interdit."""
    feuille = await charger(ctx.acteur, "feuille_de_route", cle)
    exiger(droits_sur_gouvernance(ctx.acteur, feuille["gouvernance"]), Droit.REDIGER, QUOI)
    return feuille


async def cadre_de_feuille(
    request: Requete, ctx: Contexte, demo: Demo | None, feuille: Ligne, titre: str, *parents: Lien
) -> Cadre:
    """Frame of a page below a roadmap, with the script of links to copy."""
    lecture = await preparer(request, ctx, demo)
    endroit = await lieu(ctx.acteur, feuille["gouvernance"])
    tete = Lien(libelle=f"Feuille de route {feuille['code']}", href=adresses.feuille_de_route(feuille["id"]))
    cadre = de_gouvernance(lecture, endroit, titre, PROPOSITIONS, (tete, *parents), titre)
    return replace(cadre, scripts=(COPIER,))


async def _page(
    request: Requete,
    ctx: Contexte,
    demo: Demo | None,
    cle: UUID,
    saisie: Saisie | None,
    erreurs: tuple[ErreurDeChamp, ...],
) -> Reponse:
    a = await charger_appel(ctx.acteur, cle)
    exiger_un_formulaire(erreurs, montre=bool(a["ferme_le"]))
    feuille = {"id": a["feuille"], "code": a["feuille_code"], "gouvernance": a["gouvernance"]}
    retour = Lien(libelle="Appels à fiches", href=ici.appels(a["feuille"]))
    etat = etat_appel(a["ouvre_le"], a["ferme_le"], ctx.au)
    titre = typographier(a["titre"])
    chemin = ici.appel(creer_jeton(ctx.secret, "appel", cle, a["generation"]))
    prolonger = Formulaire(
        action=ici.gerer_appel(cle, "prolonger"),
        retour=ici.gerer_appel(cle),
        valeurs=saisie.valeurs if saisie else {},
        erreurs=erreurs,
    )
    contexte = AppelContexte(
        cadre=await cadre_de_feuille(request, ctx, demo, feuille, titre, retour),
        titre=titre,
        consignes=texte(a["consignes"]),
        etat=etat,
        ouvre_le=a["ouvre_le"],
        ferme_le=a["ferme_le"],
        axes=tuple(axe_dit(x, a["mot_niveau_1"]) for x in await axes_de_l_appel(cle, a["feuille"])),
        mots=str(a["mots_niveau_1"]),
        lien=lien_a_copier(request, "Adresse à partager", chemin, _AIDE),
        apercu=chemin,
        depots=tuple(_depot(d, cle) for d in await depots_de(cle)),
        modifier=ici.gerer_appel(cle, "modifier"),
        clore=ici.gerer_appel(cle, "clore") if etat is not EtatAppel.CLOS else None,
        revoquer=ici.gerer_appel(cle, "revoquer"),
        prolonger=prolonger if a["ferme_le"] else None,
        exemple=a["exemple"],
    )
    return repondre_page(contexte, 422 if erreurs else 200)


def _ligne(a: Ligne, ctx: Contexte) -> AppelLigne:
    return AppelLigne(
        titre=typographier(a["titre"]),
        href=ici.gerer_appel(a["id"]),
        etat=etat_appel(a["ouvre_le"], a["ferme_le"], ctx.au),
        ouvre_le=a["ouvre_le"],
        ferme_le=a["ferme_le"],
        deposes=a[EtatDepot.SOUMIS.value],
        en_cours=a[EtatDepot.EN_COURS.value],
        exemple=a["exemple"],
    )


def _depot(d: Ligne, appel: UUID) -> DepotLigne:
    fiche = None
    if d["fiche"] and d["etat"] is EtatDepot.SOUMIS:
        titre = typographier(d["titre"])
        fiche = Lien(
            libelle=f"{d['numero']}, {titre}" if d["numero"] else titre, href=adresses.fiche_action(d["fiche"])
        )
    return DepotLigne(
        structure=typographier(d["structure_nom"]),
        fonction=texte(d["fonction"]),
        etat=d["etat"],
        le=d["soumis_le"] or d["maj_le"],
        aide=texte(d["aide_nom"]),
        instruction=d["instruction"] if fiche else None,
        fiche=fiche,
        renvoyer=ici.renvoyer(d["id"]) if d["courriel"] and d["etat"] is not EtatDepot.RETIRE else None,
        exemple=d["exemple"],
    )
