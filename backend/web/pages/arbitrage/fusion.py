"""Merging fiches: choosing them, comparing them point by point, seeing the result, doing it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from litestar import get, post
from litestar.params import FromPath

from backend.context import Contexte
from backend.queries.fiches_action.noms import noms_de
from backend.queries.fiches_action.plusieurs import fiches_en_lice
from backend.services.commands.arbitrage import FusionnerFiches
from backend.services.fiches_action.fusion import Preparee, composer_fusion, fusionner_fiches, preparer_fusion
from backend.web import adresses
from backend.web.adresses import arbitrage as acces
from backend.web.contexts import ChoixDesFichesContexte, Demo, ErreurDeChamp, Formulaire, FusionContexte
from backend.web.contexts.arbitrage import FicheAReunir, PointDit
from backend.web.demonstration import DemoDePage
from backend.web.formulaires import REFUS, Saisie, erreurs_de, lire_saisie, vers
from backend.web.lecteur import LecteurDePage
from backend.web.pages.arbitrage.commun import cadre_de_feuille, ouvrir_feuille, relire
from backend.web.pages.commun import Reponse, Requete, repondre_page
from backend.web.presentation.arbitrage import fusion as dire
from backend.web.presentation.arbitrage.mots import LIBELLES, tout_dire
from exports.formats import typographier
from fne_roadmaps.domain.arbitrage import CHOISIS, FUSIONNABLES, reunir
from fne_roadmaps.domain.arbitrage.contenus import LISTES
from fne_roadmaps.domain.droits import Droit
from fne_roadmaps.domain.enums import Instruction
from fne_roadmaps.domain.errors import Conflit, RegleViolee

_LIBELLES = {
    **{f"choix.{c}": mot for c, mot in LIBELLES.items()},
    **LIBELLES,
    "cible": "Fiche qui reçoit",
    "fiches": "Fiches",
    "pourquoi": "Motif",
}
_DEUX = "Choisissez au moins deux fiches à réunir."


@get("/feuilles-de-route/{reference:str}/fusion", include_in_schema=False)
async def fusion(request: Requete, ctx: LecteurDePage, demo: DemoDePage, reference: FromPath[str]) -> Reponse:
    """Comparing the fiches the address names; without two of them, choosing some: a fiche's own page names it alone."""
    feuille = await ouvrir_feuille(ctx, reference, Droit.ARBITRER)
    choisies = list(dict.fromkeys(request.query_params.getall("fiche", [])))
    if len(choisies) < 2:
        erreur = _DEUX if "geste" in request.query_params else None
        return await _choisir(request, ctx, demo, feuille, choisies, erreur)
    try:
        preparee = await _preparer(ctx, choisies, None)
    except RegleViolee as refus:
        return await _choisir(request, ctx, demo, feuille, choisies, refus.message)
    return await _comparer(request, ctx, demo, preparee, None, ())


@post("/feuilles-de-route/{reference:str}/fusion", include_in_schema=False, status_code=303)
async def enregistrer_la_fusion(
    request: Requete, ctx: LecteurDePage, demo: DemoDePage, reference: FromPath[str]
) -> Reponse:
    """Show the result of the choices, or merge; a refusal shows again what was chosen and why."""
    saisie = await lire_saisie(request)
    feuille = await ouvrir_feuille(ctx, reference, Droit.ARBITRER)
    choisies = list(dict.fromkeys(saisie.tous("fiche")))
    try:
        if len(choisies) < 2:
            raise RegleViolee("fiches", _DEUX)
        if saisie.un("geste") == "fusionner":
            cible = saisie.un("cible")
            cle = await fusionner_fiches(ctx, _commande(saisie, choisies))
            return vers(adresses.fiche_action(cible, fait="fusion", objet=cle))
        preparee = await _preparer(ctx, choisies, saisie.un("cible"))
        return await _comparer(request, ctx, demo, preparee, saisie, ())
    except (Conflit, *REFUS) as refus:
        vu, saisie = relire(refus, saisie, 0, "fiches")
        erreurs = erreurs_de(vu, _LIBELLES)
    try:
        preparee = await _preparer(ctx, choisies, saisie.un("cible"))
    except RegleViolee as encore:
        return await _choisir(request, ctx, demo, feuille, choisies, encore.message)
    return await _comparer(request, ctx, demo, preparee, saisie, erreurs)


async def _preparer(ctx: Contexte, choisies: Sequence[str], cible: str | None) -> Preparee:
    """The fiches; by default the numbered one receives, or else the one proposed first."""
    if len(choisies) < 2:
        raise RegleViolee("fiches", _DEUX)
    if cible is not None and cible in choisies:
        return await preparer_fusion(ctx, cible, [c for c in choisies if c != cible])
    preparee = await preparer_fusion(ctx, choisies[0], choisies[1:])
    numerotees = [f for f in preparee.fiches if f["rang"] is not None]
    recoit = str((numerotees or preparee.fiches)[0]["id"])
    return await preparer_fusion(ctx, recoit, [str(f["id"]) for f in preparee.fiches if str(f["id"]) != recoit])


def _commande(saisie: Saisie, choisies: Sequence[str]) -> FusionnerFiches:
    """The choices of the form. Raises RegleViolee or ValidationError."""
    cible = saisie.un("cible")
    if cible not in choisies:
        raise RegleViolee("cible", "Choisissez la fiche qui reçoit les autres.")
    return FusionnerFiches.model_validate(
        {
            "cible": cible,
            "sources": [c for c in choisies if c != cible],
            "champs": {c: _choix(saisie, c) for c in CHOISIS if saisie.un(f"choix.{c}")},
            "ecartes": {c: _ecartes(saisie, c) for c in LISTES if saisie.un(f"vu.{c}")},
            "sommer": saisie.un("sommer") == "oui",
            "versions": {
                nom.removeprefix("version."): int(v)
                for nom, v in saisie.paires
                if nom.startswith("version.") and v.isascii() and v.isdigit() and len(v) < 10
            },
            "pourquoi": saisie.un("pourquoi"),
        }
    )


def _choix(saisie: Saisie, champ: str) -> dict[str, Any]:
    geste, _, cle = saisie.un(f"choix.{champ}").partition(":")
    return {"geste": geste, "garder": cle or None, "texte": saisie.un(f"texte.{champ}")}


def _ecartes(saisie: Saisie, champ: str) -> list[int]:
    """Lines shown and left unticked: a box that is not ticked sends nothing."""
    vus = saisie.un(f"vu.{champ}")
    gardes = set(saisie.tous(f"garde.{champ}"))
    n = int(vus) if vus.isascii() and vus.isdigit() and len(vus) < 5 else 0
    return [i for i in range(n) if str(i) not in gardes]


async def _choisir(
    request: Requete, ctx: Contexte, demo: Demo | None, feuille: Any, choisies: Sequence[str], erreur: str | None
) -> Reponse:
    fiches = await fiches_en_lice(feuille["id"], feuille["code"], [e.value for e in FUSIONNABLES])
    contexte = ChoixDesFichesContexte(
        cadre=await cadre_de_feuille(request, ctx, demo, feuille, "Réunir des fiches", refuse=erreur is not None),
        feuille=typographier(feuille["titre"]),
        fiches=tuple(
            FicheAReunir(
                cle=str(f["id"]),
                libelle=dire.lien_de(f, f["code"]).libelle,
                precision=Instruction(f["instruction"]).libelle,
                choisie=str(f["id"]) in choisies,
            )
            for f in fiches
        ),
        action=acces.fusion(feuille["id"]),
        retour=acces.arbitrage(feuille["id"]),
        erreur=erreur,
    )
    return repondre_page(contexte, 422 if erreur else 200)


async def _comparer(
    request: Requete,
    ctx: Contexte,
    demo: Demo | None,
    preparee: Preparee,
    saisie: Saisie | None,
    erreurs: tuple[ErreurDeChamp, ...],
) -> Reponse:
    feuille, mot = preparee.feuille, preparee.feuille["mot_niveau_1"]
    noms = await noms_de(preparee.contenus)
    codes = [f["code"] for f in preparee.fiches]
    vu: tuple[PointDit, ...] = ()
    if saisie and not erreurs:
        try:
            commande = _commande(saisie, [str(f["id"]) for f in preparee.fiches])
            vu = tout_dire(composer_fusion(preparee, commande).resultat, noms, mot)
        except REFUS as refus:
            erreurs = erreurs_de(refus, _LIBELLES)
    valeurs = {**dire.valeurs_par_defaut(preparee), **(saisie.valeurs if saisie else {})}
    if saisie:
        valeurs |= {f"garde.{c}": tuple(saisie.tous(f"garde.{c}")) for c in LISTES}
    sommer = saisie is not None and saisie.un("sommer") == "oui"
    montants = reunir("financements", [c["financements"] for c in preparee.contenus])
    contexte = FusionContexte(
        cadre=await cadre_de_feuille(request, ctx, demo, feuille, "Réunir des fiches", refuse=bool(erreurs)),
        feuille=typographier(feuille["titre"]),
        fiches=tuple(dire.lien_de(f, f["code"]) for f in preparee.fiches),
        cibles=tuple((str(f["id"]), dire.lien_de(f, f["code"]).libelle) for f in preparee.fiches),
        points=dire.points(preparee, codes, noms, mot),
        identiques=dire.identiques(preparee, mot),
        listes=dire.listes(preparee, codes, noms, mot, sommer=sommer),
        partage=any(m.partage for m in montants),
        apercu=vu,
        formulaire=Formulaire(
            action=acces.fusion(feuille["id"]),
            retour=acces.arbitrage(feuille["id"]),
            valeurs=valeurs,
            erreurs=erreurs,
        ),
        caches=_caches(preparee),
    )
    return repondre_page(contexte, 422 if erreurs else 200)


def _caches(preparee: Preparee) -> tuple[tuple[str, str], ...]:
    """What the form sends back unseen: the fiches, and the versions the choices are made on."""
    paires = [("fiche", str(f["id"])) for f in preparee.fiches]
    paires += [(f"version.{f['id']}", str(f["version"])) for f in preparee.fiches]
    return tuple(paires)
