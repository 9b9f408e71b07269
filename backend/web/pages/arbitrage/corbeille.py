"""Throwing a fiche away, and the bin of a roadmap."""

from __future__ import annotations

from uuid import UUID
from zoneinfo import ZoneInfo

from litestar import get, post
from litestar.params import FromPath

from backend.context import Contexte
from backend.queries.vues.arbitrage import lire_corbeille
from backend.queries.vues.cadre import lieu
from backend.services.commands.arbitrage import SupprimerFiche
from backend.services.fiches_action import restaurer_fiche_action, supprimer_fiche_action
from backend.services.fiches_action.corbeille import droit_de_jeter
from backend.web import adresses
from backend.web.adresses import arbitrage as acces
from backend.web.contexts import CorbeilleContexte, Demo, ErreurDeChamp, Formulaire, SuppressionContexte
from backend.web.contexts.rangement import FicheJetee
from backend.web.demonstration import DemoDePage
from backend.web.formulaires import REFUS, Saisie, erreurs_de, lire_commande, lire_saisie, vers
from backend.web.lecteur import LecteurDePage
from backend.web.pages.arbitrage.commun import cadre_de_feuille, en_erreur, relire
from backend.web.pages.commun import Reponse, Requete, cle_canonique, repondre_page, vers_la_cle
from backend.web.pages.fiches_action.commun import FicheOuverte, cadre_de_fiche, ouvrir_fiche
from backend.web.presentation.mots import texte
from exports.formats import typographier
from fne_roadmaps.domain.arbitrage import verifier_supprimable
from fne_roadmaps.domain.droits import Droit, exiger
from fne_roadmaps.domain.enums import Instruction
from fne_roadmaps.domain.errors import Conflit

_LIBELLES = {"pourquoi": "Motif", "instruction": "Fiche"}
_QUOI = "Cette fiche action"


@get("/feuilles-de-route/{reference:str}/corbeille", include_in_schema=False)
async def corbeille(request: Requete, ctx: LecteurDePage, demo: DemoDePage, reference: FromPath[str]) -> Reponse:
    """Fiches thrown away, last first."""
    if cle_canonique(reference) is None:
        return await vers_la_cle(request, ctx, "feuille_de_route", reference, acces.corbeille)
    feuille, jetees = await lire_corbeille(ctx.acteur, reference)
    zone = ZoneInfo((await lieu(ctx.acteur, feuille["gouvernance"])).gouvernance["fuseau"])
    contexte = CorbeilleContexte(
        cadre=await cadre_de_feuille(request, ctx, demo, feuille, "Corbeille"),
        feuille=typographier(feuille["titre"]),
        fiches=tuple(
            FicheJetee(
                code=(f["code"] or "").rpartition("/")[2],
                titre=typographier(f["titre"]),
                instruction=Instruction(f["instruction"]),
                le=f["supprime_le"].astimezone(zone).date(),
                exemple=f["exemple"],
                auteur=texte(f["auteur"]),
                pourquoi=texte(f["pourquoi"]),
                restaurer=acces.restauration(f["id"]) if droit_de_jeter(f["droits"]) in f["droits"] else None,
            )
            for f in jetees
        ),
        retour=acces.arbitrage(feuille["id"]),
    )
    return repondre_page(contexte)


@get("/fiches-action/{cle:uuid}/suppression", include_in_schema=False)
async def supprimer_la_fiche(request: Requete, ctx: LecteurDePage, demo: DemoDePage, cle: FromPath[UUID]) -> Reponse:
    """Asking for it, with a word of why."""
    return await _page(request, ctx, demo, await _ouvrir(ctx, cle), None, ())


@post("/fiches-action/{cle:uuid}/suppression", include_in_schema=False, status_code=303)
async def enregistrer_la_suppression(
    request: Requete, ctx: LecteurDePage, demo: DemoDePage, cle: FromPath[UUID]
) -> Reponse:
    """Throw it away; the roadmap says so, with the way back."""
    saisie = await lire_saisie(request)
    ouverte = await _ouvrir(ctx, cle)
    try:
        commande = lire_commande(SupprimerFiche, {"pourquoi": saisie.un("pourquoi")})
        await supprimer_fiche_action(ctx, str(cle), saisie.version, commande)
    except (Conflit, *REFUS) as refus:
        ouverte = await _ouvrir(ctx, cle)
        vu, saisie = relire(refus, saisie, ouverte.fiche["version"], "instruction")
        return await _page(request, ctx, demo, ouverte, saisie, erreurs_de(vu, _LIBELLES))
    return vers(acces.arbitrage(ouverte.feuille["id"], fait="suppression", objet=cle))


@post("/fiches-action/{cle:uuid}/restauration", include_in_schema=False, status_code=303)
async def restaurer_la_fiche(ctx: LecteurDePage, cle: FromPath[UUID]) -> Reponse:
    """Take it out of the bin."""
    await restaurer_fiche_action(ctx, cle)
    return vers(adresses.fiche_action(cle, fait="restauration"))


async def _ouvrir(ctx: Contexte, cle: UUID) -> FicheOuverte:
    """The fiche, for who may throw it away. Raises NonTrouve, Interdit or RegleViolee."""
    ouverte = await ouvrir_fiche(ctx, cle, Droit.SUIVRE)
    exiger(ouverte.droits, droit_de_jeter(ouverte.droits), _QUOI)
    verifier_supprimable(Instruction(ouverte.fiche["instruction"]))
    return ouverte


async def _page(
    request: Requete,
    ctx: Contexte,
    demo: Demo | None,
    ouverte: FicheOuverte,
    saisie: Saisie | None,
    erreurs: tuple[ErreurDeChamp, ...],
) -> Reponse:
    cle = ouverte.fiche["id"]
    cadre = await cadre_de_fiche(request, ctx, demo, ouverte, "Supprimer la fiche")
    contexte = SuppressionContexte(
        cadre=en_erreur(cadre) if erreurs else cadre,
        fiche=f"{ouverte.nom} · {ouverte.titre}" if ouverte.nom != ouverte.titre else ouverte.titre,
        formulaire=Formulaire(
            action=acces.suppression(cle),
            retour=adresses.fiche_action(cle),
            valeurs=saisie.valeurs if saisie else {},
            erreurs=erreurs,
            version=saisie.version if saisie else ouverte.fiche["version"],
        ),
    )
    return repondre_page(contexte, 422 if erreurs else 200)
