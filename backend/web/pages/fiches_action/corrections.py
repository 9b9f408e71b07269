"""News corrected by the organisation that signed them, taken back, and back again."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from uuid import UUID

from litestar import get, post
from litestar.handlers import HTTPRouteHandler
from litestar.params import FromPath

from backend.context import Contexte
from backend.queries.fiches_action.nouvelles import QUOI, lire_nouvelle
from backend.queries.lecture import Ligne
from backend.services.commands.suivi import CorrigerNouvelle
from backend.services.fiches_action.nouvelles import corriger_nouvelle, retablir_nouvelle, retirer_nouvelle
from backend.web import adresses
from backend.web.adresses import fiches_action as acces
from backend.web.adresses.textes import apercu
from backend.web.contexts import CorrectionContexte, Demo, ErreurDeChamp, Formulaire
from backend.web.demonstration import DemoDePage
from backend.web.edition.gestes import GESTE
from backend.web.formulaires import REFUS, Saisie, erreurs_de, lire_commande, lire_saisie, vers
from backend.web.lecteur import LecteurDePage
from backend.web.pages.commun import Reponse, Requete, repondre_page
from backend.web.pages.fiches_action.commun import cadre_de_fiche, ouvrir_fiche
from backend.web.pages.fiches_action.nouvelles import LIBELLES, nommer, titre_de_page
from exports.formats import date_longue, typographier
from fne_roadmaps.domain.dates import lire_jour_dit
from fne_roadmaps.domain.droits import Droit, exiger
from fne_roadmaps.domain.errors import Conflit, RegleViolee

CORRIGEE = "Quelqu’un de votre organisation vient de corriger cette nouvelle : son texte est ci-dessous."


@get("/nouvelles/{cle:uuid}/modifier", include_in_schema=False)
async def corriger(request: Requete, ctx: LecteurDePage, demo: DemoDePage, cle: FromPath[UUID]) -> Reponse:
    """The words of news, for those who signed them."""
    nouvelle, fiche, _ = await lire_nouvelle(ctx.acteur, cle)
    valeurs = {"texte": (nouvelle["texte"],), "le": (date_longue(nouvelle["le"]),)}
    return await _correction(request, ctx, demo, nouvelle, fiche, valeurs, (), nouvelle["version"])


@post("/nouvelles/{cle:uuid}/modifier", include_in_schema=False, status_code=303)
async def enregistrer_correction(
    request: Requete, ctx: LecteurDePage, demo: DemoDePage, cle: FromPath[UUID]
) -> Reponse:
    """Change them; when somebody corrected them meanwhile, both texts are shown."""
    saisie = await lire_saisie(request)
    if saisie.un(GESTE):
        nouvelle, fiche, _ = await lire_nouvelle(ctx.acteur, cle)
        return await _correction(request, ctx, demo, nouvelle, fiche, saisie.valeurs, (), _version(saisie, nouvelle))
    try:
        le = lire_jour_dit(saisie.un("le"), "le")
        commande = lire_commande(CorrigerNouvelle, {"texte": saisie.un("texte"), "le": le})
        fiche_cle = await corriger_nouvelle(ctx, cle, saisie.version, commande)
    except (Conflit, *REFUS) as refus:
        nouvelle, fiche, _ = await lire_nouvelle(ctx.acteur, cle)
        conflit = isinstance(refus, Conflit)
        dit = RegleViolee("texte", CORRIGEE) if conflit else refus
        return await _correction(
            request,
            ctx,
            demo,
            nouvelle,
            fiche,
            saisie.valeurs,
            erreurs_de(dit, LIBELLES),
            nouvelle["version"] if conflit else _version(saisie, nouvelle),
            autre=nouvelle["texte"] if conflit else None,
        )
    return vers(adresses.fiche_action(fiche_cle, "nouvelles", fait="nouvelle-corrigee"))


def _version(saisie: Saisie, nouvelle: Ligne) -> int:
    try:
        return saisie.version or int(nouvelle["version"])
    except RegleViolee:
        return int(nouvelle["version"])


async def _correction(
    request: Requete,
    ctx: Contexte,
    demo: Demo | None,
    nouvelle: Ligne,
    fiche: Ligne,
    valeurs: Mapping[str, tuple[str, ...]],
    erreurs: tuple[ErreurDeChamp, ...],
    version: int,
    *,
    autre: str | None = None,
) -> Reponse:
    exiger(nouvelle["droits"], Droit.RENSEIGNER, QUOI)
    ouverte = await ouvrir_fiche(ctx, fiche["id"], Droit.SUIVRE)
    cadre = await cadre_de_fiche(request, ctx, demo, ouverte, "Corriger une nouvelle")
    action = acces.corriger_nouvelle(nouvelle["id"])
    contexte = CorrectionContexte(
        cadre=replace(cadre, titre=titre_de_page(cadre.titre, erreurs)),
        fiche=nommer(ouverte),
        le=nouvelle["le"],
        auteur=typographier(nouvelle["auteur"]),
        autre=autre,
        apercu=apercu(action),
        formulaire=Formulaire(
            action=action,
            retour=adresses.fiche_action(fiche["id"], "nouvelles"),
            valeurs=valeurs,
            erreurs=erreurs,
            version=version,
        ),
    )
    return repondre_page(contexte, 409 if autre else 422 if erreurs else 200)


@post("/nouvelles/{cle:uuid}/retirer", include_in_schema=False, status_code=303)
async def retirer(ctx: LecteurDePage, cle: FromPath[UUID]) -> Reponse:
    """Take news back; they can return."""
    fiche = await retirer_nouvelle(ctx, cle)
    return vers(adresses.fiche_action(fiche, "nouvelles", fait="nouvelle-retiree", objet=cle))


@post("/nouvelles/{cle:uuid}/retablir", include_in_schema=False, status_code=303)
async def retablir(ctx: LecteurDePage, cle: FromPath[UUID]) -> Reponse:
    """Bring them back."""
    fiche = await retablir_nouvelle(ctx, cle)
    return vers(adresses.fiche_action(fiche, "nouvelles", fait="nouvelle-retablie"))


CORRECTIONS: tuple[HTTPRouteHandler, ...] = (corriger, enregistrer_correction, retablir, retirer)
