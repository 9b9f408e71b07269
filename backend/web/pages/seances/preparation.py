"""The agenda proposed to the secretary: ticked, then added in one act."""

from __future__ import annotations

from uuid import UUID

from litestar import get, post
from litestar.handlers import HTTPRouteHandler
from litestar.params import FromPath

from backend.context import Contexte
from backend.queries.references import charger
from backend.queries.seances import a_traiter
from backend.queries.vues.seances import SeanceVue
from backend.services.commands.seances import PreparerOrdreDuJour
from backend.services.idempotence import creer_une_fois
from backend.web.adresses import seances as acces
from backend.web.contexts import Demo, ErreurDeChamp, Formulaire
from backend.web.contexts.seances import PreparationContexte
from backend.web.demonstration import DemoDePage
from backend.web.formulaires import REFUS, Saisie, erreurs_de, lire_commande, lire_saisie, nouvelle_cle, vers
from backend.web.lecteur import LecteurDePage
from backend.web.pages.commun import Reponse, Requete, repondre_page
from backend.web.pages.seances.commun import cadre_de_seance, ouvrir_seance
from backend.web.presentation.seances.points import en_tete
from backend.web.presentation.seances.preparation import CHAMPS, groupes_proposes

LIBELLES = {champ: genre.libelle for genre, champ in CHAMPS.items()}


@get("/reunions/{cle:uuid}/preparation", include_in_schema=False)
async def preparer_l_ordre(request: Requete, ctx: LecteurDePage, demo: DemoDePage, cle: FromPath[UUID]) -> Reponse:
    """What waits to be treated; minutes to approve, unfinished items and late decisions are ticked first."""
    return await _page(request, ctx, demo, await ouvrir_seance(ctx, cle), None, ())


@post("/reunions/{cle:uuid}/preparation", include_in_schema=False, status_code=303)
async def ajouter_les_propositions(
    request: Requete, ctx: LecteurDePage, demo: DemoDePage, cle: FromPath[UUID]
) -> Reponse:
    """Add what was kept."""
    saisie = await lire_saisie(request)
    vue = await ouvrir_seance(ctx, cle)
    try:
        donnees = {"reunion": str(cle), **{champ: saisie.tous(champ) for champ in CHAMPS.values()}}
        commande = lire_commande(PreparerOrdreDuJour, donnees)
        await creer_une_fois(ctx, "ordre_du_jour", saisie.cle, commande)
    except REFUS as refus:
        return await _page(request, ctx, demo, vue, saisie, erreurs_de(refus, LIBELLES))
    return vers(acces.ordre_du_jour(cle, fait="preparation"))


async def _page(
    request: Requete,
    ctx: Contexte,
    demo: Demo | None,
    vue: SeanceVue,
    saisie: Saisie | None,
    erreurs: tuple[ErreurDeChamp, ...],
) -> Reponse:
    cle = vue.reunion["id"]
    brute = await charger(ctx.acteur, "reunion", cle)
    groupes = groupes_proposes(*await a_traiter(ctx.acteur, brute, ctx.au), ctx.au)
    coches = {g.nom: tuple(f.cle for f in g.faits) for g in groupes if g.nom in {"approbation", "points", "decision"}}
    cadre = await cadre_de_seance(request, ctx, demo, vue, "Préparer un brouillon", refuse=bool(erreurs))
    contexte = PreparationContexte(
        cadre=cadre,
        tete=en_tete(vue),
        groupes=groupes,
        formulaire=Formulaire(
            action=acces.preparation(cle),
            retour=acces.ordre_du_jour(cle),
            valeurs=saisie.valeurs if saisie else coches,
            erreurs=erreurs,
            cle=saisie.cle if saisie else nouvelle_cle(),
        ),
    )
    return repondre_page(contexte, 422 if erreurs else 200)


PREPARATION: tuple[HTTPRouteHandler, ...] = (ajouter_les_propositions, preparer_l_ordre)
