"""Changing many fiches at once: choose, see what it would do, do it, undo it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any
from uuid import UUID

from litestar import get, post
from litestar.params import FromPath

from backend.context import Contexte
from backend.queries.feuilles_de_route import lire_feuille
from backend.queries.fiches_action import SuiviAxe
from backend.queries.lecture import Ligne
from backend.queries.vues.cadre import lieu
from backend.queries.vues.changements import changements_recents, cles_a_changer, lire_changement
from backend.queries.vues.liste_de_fiches import lire_liste
from backend.queries.vues.structures import noms_de_structures
from backend.services.changements_groupes import annuler_changement, prevoir_changement
from backend.services.commands.changements_groupes import ChangerDesFiches, DemandeDeChangement
from backend.services.idempotence import creer_une_fois
from backend.web import adresses
from backend.web.adresses import liste_de_fiches as acces
from backend.web.contexts import Cadre, ChangementContexte, Demo, ErreurDeChamp, FiltreActif, Formulaire, Lien
from backend.web.dates_saisies import lire_date
from backend.web.demonstration import DemoDePage
from backend.web.formulaires import REFUS, Saisie, erreurs_de, lire_commande, lire_saisie, vers
from backend.web.lecteur import LecteurDePage
from backend.web.pages.commun import Reponse, Requete, preparer, repondre_page
from backend.web.pages.liste_de_fiches.rendu import SCRIPT, etat_de
from backend.web.presentation.cadre import FEUILLE, de_gouvernance
from backend.web.presentation.changements import (
    LIBELLES,
    apercu_en_mots,
    champ_du_formulaire,
    champs,
    cochees,
    contexte_fait,
    lire_lues,
    lire_valeurs,
    options,
    recents_en_mots,
)
from backend.web.presentation.liste_de_fiches.etat import EtatDeListe
from backend.web.presentation.liste_de_fiches.filtres import Barre
from exports.formats import typographier
from fne_roadmaps.domain.droits import Droit, exiger
from fne_roadmaps.domain.errors import Conflit, NonTrouve, RegleViolee

TITRE = "Changer plusieurs fiches"


@get("/feuilles-de-route/{feuille:uuid}/changement", include_in_schema=False)
async def preparer_un_changement(
    request: Requete, ctx: LecteurDePage, demo: DemoDePage, feuille: FromPath[UUID]
) -> Reponse:
    """The form, then the preview of what it asks: a GET, since nothing is written."""
    saisie = Saisie(tuple((n, v) for n, v in request.query_params.multi_items()))
    return await _page(request, ctx, demo, feuille, saisie, ())


@post("/feuilles-de-route/{feuille:uuid}/changement", include_in_schema=False, status_code=303)
async def faire_un_changement(
    request: Requete, ctx: LecteurDePage, demo: DemoDePage, feuille: FromPath[UUID]
) -> Reponse:
    """Do what the preview showed, once however often it is sent; then the page of what was done."""
    saisie = await lire_saisie(request)

    try:
        commande = ChangerDesFiches.model_validate(
            {"feuille_de_route": feuille, "demande": _demande(saisie), "fiches": lire_lues(saisie.un("lues"))}
        )
        reponse = await creer_une_fois(ctx, "changement_groupe", saisie.cle, commande)
    except (*REFUS, Conflit) as refus:
        cause = RegleViolee("fiches", str(refus)) if isinstance(refus, Conflit) else refus
        suite = Saisie((*request.query_params.multi_items(), *saisie.paires))
        return await _page(request, ctx, demo, feuille, suite, _refus(cause))
    return vers(acces.changement_fait(reponse.texte))


@get("/changements-groupes/{changement:uuid}", include_in_schema=False)
async def changement_fait(
    request: Requete, ctx: LecteurDePage, demo: DemoDePage, changement: FromPath[UUID]
) -> Reponse:
    """What was done to each fiche, and undoing it."""
    fait, contenu = await lire_changement(ctx.acteur, changement)
    cadre = await _cadre(
        request, ctx, demo, fait["feuille_de_route"], fait["code"], fait["gouvernance"], "Changement groupé"
    )
    le_mien = fait["auteur"] == ctx.acteur.identifiant
    return repondre_page(contexte_fait(fait, contenu, cadre, le_mien=le_mien))


@post("/changements-groupes/{changement:uuid}/annulation", include_in_schema=False, status_code=303)
async def annuler_un_changement(ctx: LecteurDePage, changement: FromPath[UUID]) -> Reponse:
    """Every fiche still as the change left it goes back to what it was."""
    await annuler_changement(ctx, changement)
    return vers(acces.changement_fait(changement, "changement-annule"))


def _demande(saisie: Saisie) -> DemandeDeChangement:
    """What is asked; a date is read as French writes it. Raises as any form."""
    valeurs: dict[str, Any] = lire_valeurs(saisie)
    dite = valeurs.pop("fin")
    fin = lire_date(dite, "fin") if valeurs["champ"] == "fin" else None
    return lire_commande(DemandeDeChangement, {**valeurs, **({"fin": fin} if fin else {})})


def _refus(refus: Exception) -> tuple[ErreurDeChamp, ...]:
    return tuple(champ_du_formulaire(e) for e in erreurs_de(refus, LIBELLES))


async def _page(
    request: Requete,
    ctx: Contexte,
    demo: Demo | None,
    feuille: UUID,
    saisie: Saisie,
    erreurs: tuple[ErreurDeChamp, ...],
) -> Reponse:
    """The form, with its preview once something is chosen and nothing is refused."""
    f = await lire_feuille(ctx.acteur, feuille, ctx.au)
    if f["suivi"] is None:
        raise NonTrouve("Cette page")
    exiger_d_ecrire(f)
    etat = etat_de(request, feuille)
    choisies = cochees(saisie.tous("fiche"))
    cles = choisies or await cles_a_changer(ctx.acteur, feuille, etat.demande, ctx.au)
    requete = etat.requete
    apercu = None
    if saisie.un("champ") and not erreurs:
        try:
            prevu = await prevoir_changement(ctx, feuille, _demande(saisie), cles)
            apercu = apercu_en_mots(prevu, feuille, saisie, requete)
        except REFUS as refus:
            erreurs = _refus(refus)
    contexte = ChangementContexte(
        cadre=await _cadre(request, ctx, demo, feuille, f["code"], f["gouvernance"]["id"], TITRE),
        titre=typographier(f["titre"]),
        total=len(cles),
        cochees=bool(choisies),
        filtres=() if choisies else await _filtres(ctx, f, etat),
        choix=Formulaire(
            action=acces.changement(feuille),
            retour=etat.lien(page=etat.valeurs.get("page")),
            valeurs={"vers_geste": ("ajouter",), **saisie.valeurs},
            erreurs=erreurs,
        ),
        champs=champs(f["mot_niveau_1"]),
        options=options(a for a in f["axes"] if a["parent"] is None),
        noms=tuple(await noms_de_structures(ctx.acteur)),
        caches=(*requete.items(), *(("fiche", str(c)) for c in choisies)),
        apercu=apercu,
        recents=recents_en_mots(await changements_recents(ctx.acteur, feuille)),
    )
    return repondre_page(contexte, 422 if erreurs else 200)


def exiger_d_ecrire(feuille: Ligne) -> None:
    """Who writes nothing here has no bulk change to make. Raises Interdit."""
    droits: frozenset[Droit] = feuille["droits"]
    if Droit.PROPOSER not in droits:
        exiger(droits, Droit.RENSEIGNER, "Cette feuille de route")


async def _filtres(ctx: Contexte, f: Ligne, etat: EtatDeListe) -> tuple[FiltreActif, ...]:
    """The filters of the set, in words."""
    rangee = {"id": f["id"], "etat": f["etat"], "gouvernance": f["gouvernance"]["id"]}
    liste = await lire_liste(ctx.acteur, rangee, replace(etat.demande, page=1, par_page=1), ctx.au)
    return Barre(etat, liste, f["suivi"] or SuiviAxe(), f, ctx.au).actifs()


async def _cadre(
    request: Requete, ctx: Contexte, demo: Demo | None, feuille: UUID, code: str, gouvernance: UUID, titre: str
) -> Cadre:
    lecture = await preparer(request, ctx, demo)
    endroit = await lieu(ctx.acteur, gouvernance)
    parent = Lien(libelle=f"Feuille de route {code}", href=adresses.feuille_de_route(feuille))
    cadre = de_gouvernance(lecture, endroit, f"{titre}, {code}", FEUILLE, (parent,), titre)
    return replace(cadre, scripts=(*cadre.scripts, SCRIPT))
