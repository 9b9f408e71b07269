"""A merge that stands: what came from whom, and undoing it."""

from __future__ import annotations

from uuid import UUID

from litestar import get, post
from litestar.params import FromPath

from backend.queries.fiches_action.contenus import contenu_de_fiche
from backend.queries.fiches_action.noms import noms_de
from backend.queries.fiches_action.reunies import lire_fusion
from backend.services.fiches_action import defusionner_fiches
from backend.web import adresses
from backend.web.adresses import arbitrage as acces
from backend.web.contexts import FusionFaiteContexte
from backend.web.demonstration import DemoDePage
from backend.web.formulaires import lire_saisie, vers
from backend.web.lecteur import LecteurDePage
from backend.web.pages.commun import Reponse, Requete, repondre_page
from backend.web.pages.fiches_action.commun import cadre_de_fiche, ouvrir_fiche
from backend.web.presentation.arbitrage import fusion as dire
from fne_roadmaps.domain.arbitrage import defaire
from fne_roadmaps.domain.droits import Droit


@get("/fusions/{cle:uuid}", include_in_schema=False)
async def fusion_faite(request: Requete, ctx: LecteurDePage, demo: DemoDePage, cle: FromPath[UUID]) -> Reponse:
    """Open with the fiche that received."""
    fusion = await lire_fusion(cle)
    ouverte = await ouvrir_fiche(ctx, fusion.cible, Droit.SUIVRE)
    mot = ouverte.feuille["mot_niveau_1"]
    actuel = await contenu_de_fiche(fusion.cible)
    noms = await noms_de([fusion.avant, fusion.apres, actuel, *(s["contenu"]["apport"] for s in fusion.sources)])
    defait = defaire(fusion.avant, fusion.apres, actuel)
    contexte = FusionFaiteContexte(
        cadre=await cadre_de_fiche(request, ctx, demo, ouverte, "Fiches réunies"),
        cible=dire.lien_de(ouverte.fiche, ouverte.fiche["code"]),
        date=dire.date_de_fusion(fusion),
        pourquoi=dire.pourquoi(fusion),
        apports=dire.apports(fusion, noms, mot),
        rendu=dire.rendus(defait, mot),
        retouches=dire.retouches(defait, noms, mot),
        annuler=acces.annuler_fusion(cle) if Droit.ARBITRER in ouverte.droits else None,
    )
    return repondre_page(contexte)


@post("/fusions/{cle:uuid}/annuler", include_in_schema=False, status_code=303)
async def defaire_la_fusion(request: Requete, ctx: LecteurDePage, cle: FromPath[UUID]) -> Reponse:
    """Undo it; the points ticked are given back though somebody has rewritten them."""
    saisie = await lire_saisie(request)
    fusion = await lire_fusion(cle)
    defait = await defusionner_fiches(ctx, cle, saisie.tous("reprendre"))
    fait = "defusion-partielle" if defait.retouches else "defusion"
    return vers(adresses.fiche_action(fusion.cible, fait=fait))
