"""Handing a post over: what goes with it is shown first, then it is one act."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from uuid import UUID

from litestar import get, post
from litestar.params import FromPath

from backend.context import Contexte
from backend.queries.comptes import derniere_passation, lire_passation
from backend.services.commands.comptes import PasserLaMain
from backend.services.comptes import annuler_passation, jeton_de_retour, passer_la_main, reprendre_la_main
from backend.web import adresses
from backend.web.adresses import comptes as acces
from backend.web.contexts import Demo, ErreurDeChamp, Formulaire, Lien, PassationContexte, PassationFaiteLigne
from backend.web.demonstration import DemoDePage
from backend.web.formulaires import REFUS, Saisie, erreurs_de, lire_commande, lire_saisie, vers
from backend.web.lecteur import LecteurDePage
from backend.web.pages.commun import Reponse, Requete, repondre_page
from backend.web.pages.comptes.commun import administree, cadre_des_comptes, lien_d_acces
from backend.web.pages.comptes.gestion import TITRE as COMPTES
from backend.web.session import poser_temoin
from exports.formats import date_longue, typographier
from fne_roadmaps.domain.dates import lire_jour_dit
from fne_roadmaps.domain.enums import Profil

TITRE = "Passer la main"
LIBELLES = {
    "le": "À partir du",
    "nom": "Qui arrive",
    "courriel": "Adresse de courriel",
    "poste": "Poste",
    "debut": "À partir du",
}


@get("/gouvernances/{cle:uuid}/passation/{poste:uuid}", include_in_schema=False)
async def passation(
    request: Requete, ctx: LecteurDePage, demo: DemoDePage, cle: FromPath[UUID], poste: FromPath[UUID]
) -> Reponse:
    """What the post holds here, and who takes it."""
    return await _page(request, ctx, demo, cle, poste, None, ())


@post("/gouvernances/{cle:uuid}/passation/{poste:uuid}", include_in_schema=False, status_code=200)
async def passer(
    request: Requete, ctx: LecteurDePage, demo: DemoDePage, cle: FromPath[UUID], poste: FromPath[UUID]
) -> Reponse:
    """Hand it over; the invitation of who arrives is shown once, to be copied."""
    saisie = await lire_saisie(request)
    try:
        donnees = {
            "le": lire_jour_dit(saisie.un("le"), "le"),
            "nom": saisie.un("nom"),
            "courriel": saisie.un("courriel"),
        }
        jeton = await passer_la_main(ctx, cle, poste, lire_commande(PasserLaMain, donnees))
    except REFUS as refus:
        return await _page(request, ctx, demo, cle, poste, saisie, erreurs_de(refus, LIBELLES))
    return await _page(request, ctx, demo, cle, poste, None, (), fraiche=True, jeton=jeton)


@post("/gouvernances/{cle:uuid}/passation/{poste:uuid}/annuler", include_in_schema=False, status_code=303)
async def annuler(
    request: Requete, ctx: LecteurDePage, demo: DemoDePage, cle: FromPath[UUID], poste: FromPath[UUID]
) -> Reponse:
    """Undo the last handing over of the post."""
    try:
        await annuler_passation(ctx, cle, poste)
    except REFUS as refus:
        return await _page(request, ctx, demo, cle, poste, None, erreurs_de(refus, LIBELLES))
    return vers(acces.comptes(cle, fait="passation-annulee"))


@post("/passation/{cle:uuid}/{poste:uuid}/{jeton:str}", include_in_schema=False, status_code=303)
async def reprendre(ctx: LecteurDePage, cle: FromPath[UUID], poste: FromPath[UUID], jeton: FromPath[str]) -> Reponse:
    """Take one’s own post back, with what was shown when it was handed over: no account is left to do it with."""
    await reprendre_la_main(ctx, cle, poste, jeton)
    return vers(f"{acces.connexion()}?fait=passation-annulee")


async def _page(
    request: Requete,
    ctx: Contexte,
    demo: Demo | None,
    cle: UUID,
    poste: UUID,
    saisie: Saisie | None,
    erreurs: tuple[ErreurDeChamp, ...],
    *,
    fraiche: bool = False,
    jeton: str | None = None,
) -> Reponse:
    await administree(ctx, cle)
    vue = await lire_passation(cle, poste, ctx.au)
    faite = await _faite(request, ctx, cle, poste, fraiche=fraiche, jeton=jeton)
    parents = (Lien(libelle=COMPTES, href=acces.comptes(cle)),)
    cadre = await cadre_des_comptes(request, ctx, demo, cle, TITRE, parents)
    sortie = faite is not None and faite.sortie
    contexte = PassationContexte(
        cadre=replace(cadre, compte=None, demo=None) if sortie else cadre,
        poste=vue.poste["fonction"],
        structure=vue.poste["structure_nom"],
        part=vue.compte["nom"] if vue.compte else None,
        profils=tuple(f"{Profil(p['profil']).libelle}, {p['nom']}" for p in vue.profils),
        sieges=tuple(Lien(libelle=s["nom"], href=adresses.instance(s["id"])) for s in vue.sieges),
        fiches=tuple(Lien(libelle=typographier(f["titre"]), href=adresses.fiche_action(f["id"])) for f in vue.fiches),
        demandes=tuple(typographier(d["titre"]) for d in vue.demandes),
        formulaire=Formulaire(
            action=acces.passation(cle, poste),
            retour=acces.comptes(cle),
            valeurs=saisie.valeurs if saisie else {"le": (date_longue(ctx.au),)},
            erreurs=erreurs,
        ),
        mien=vue.compte is not None and vue.compte["id"] == ctx.acteur.cle,
        faite=faite,
        fraiche=fraiche,
    )
    reponse = repondre_page(contexte, 422 if erreurs else 200)
    if sortie:
        poser_temoin(request, reponse, None)
    return reponse


async def _faite(
    request: Requete, ctx: Contexte, cle: UUID, poste: UUID, *, fraiche: bool, jeton: str | None
) -> PassationFaiteLigne | None:
    """The last handing over; whoever gave their own post up a moment ago undoes it with what this page holds."""
    faite = await derniere_passation(cle, poste)
    if faite is None:
        return None
    sortie = fraiche and faite.fait["part"] == str(ctx.acteur.cle)
    annuler = acces.annuler_passation(cle, poste)
    if sortie:
        annuler = acces.reprendre_la_main(cle, poste, jeton_de_retour(ctx, faite))
    return PassationFaiteLigne(
        le=date.fromisoformat(faite.fait["le"]),
        vacant=not faite.fait["occupation"] and "arrive" not in faite.fait,
        annuler=None if faite.ouvert else annuler,
        lien=lien_d_acces(request, jeton) if jeton else None,
        sortie=sortie,
    )
