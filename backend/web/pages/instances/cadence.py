"""How often an instance meets: a cadence that begins by a decision, or one to correct."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from litestar import get, post
from litestar.params import FromPath

from backend.context import Contexte
from backend.queries.instances import lire_instance
from backend.queries.lecture import Ligne
from backend.queries.vues.instances import decisions_a_citer, lire_cadence
from backend.services.cadences import modifier_cadence, retablir_cadence, retirer_cadence
from backend.services.commands.instances import AjouterCadence, CadenceSaisie
from backend.services.idempotence import creer_une_fois
from backend.web.adresses import instances as ici
from backend.web.contexts import CadenceFormulaireContexte, Demo, ErreurDeChamp, Formulaire
from backend.web.demonstration import DemoDePage
from backend.web.formulaires import REFUS, Saisie, erreurs_de, lire_saisie, nouvelle_cle, vers
from backend.web.lecteur import LecteurDePage
from backend.web.pages.commun import Reponse, Requete, repondre_page
from backend.web.pages.instances.commun import Lecture, cadre_d_instance, changee, en_texte, enregistres, tenue
from backend.web.presentation.mots import texte
from exports.formats import typographier
from fne_roadmaps.domain.cadences import Rythme, dire_mois, dire_nombres, lire_mois, nombres_de, rythme_de
from fne_roadmaps.domain.errors import Conflit, RegleViolee

LIBELLES = {
    "rythme": "Rythme",
    "min_par_an": "Au moins, par an",
    "max_par_an": "Au plus, par an",
    "mois": "Tous les … mois",
    "texte": "Comme on la dit",
    "debut": "À partir du",
    "fin": "Jusqu’au",
    "decision": "Décision qui la fixe",
    "source": "Source",
}
_RYTHMES = tuple((r.value, r.libelle) for r in Rythme)
_CHANGE = "Quelqu’un a modifié cette cadence entre-temps : vérifiez votre texte, puis enregistrez de nouveau."


@get("/instances/{cle:uuid}/cadences/nouvelle", include_in_schema=False)
async def nouvelle_cadence(request: Requete, ctx: LecteurDePage, demo: DemoDePage, cle: FromPath[UUID]) -> Reponse:
    """The form of a cadence that begins."""
    return await _page(request, ctx, demo, await tenue(ctx, cle), None, None, ())


@post("/instances/{cle:uuid}/cadences/nouvelle", include_in_schema=False, status_code=303)
async def ajouter_une_cadence(request: Requete, ctx: LecteurDePage, demo: DemoDePage, cle: FromPath[UUID]) -> Reponse:
    """Begin it once, however often the form is sent."""
    instance = await tenue(ctx, cle)
    saisie = await lire_saisie(request)
    try:
        commande = AjouterCadence.model_validate({**_donnees(saisie, None), "instance": str(cle)})

        await creer_une_fois(ctx, "cadence", saisie.cle, commande)
    except REFUS as refus:
        return await _page(request, ctx, demo, instance, None, saisie, _erreurs(refus))
    return vers(ici.instance(cle, fait="cadence-ajoutee"))


@get("/instances/{cle:uuid}/cadences/{cadence:uuid}", include_in_schema=False)
async def modifier_la_cadence(
    request: Requete, ctx: LecteurDePage, demo: DemoDePage, cle: FromPath[UUID], cadence: FromPath[UUID]
) -> Reponse:
    """The form of a cadence, as it stands."""
    instance = await tenue(ctx, cle)
    return await _page(request, ctx, demo, instance, await lire_cadence(cle, cadence), None, ())


@post("/instances/{cle:uuid}/cadences/{cadence:uuid}", include_in_schema=False, status_code=303)
async def enregistrer_la_cadence(
    request: Requete, ctx: LecteurDePage, demo: DemoDePage, cle: FromPath[UUID], cadence: FromPath[UUID]
) -> Reponse:
    """Correct a cadence."""
    instance = await tenue(ctx, cle)
    lue = await lire_cadence(cle, cadence)
    saisie = await lire_saisie(request)
    try:
        commande = CadenceSaisie.model_validate(_donnees(saisie, lue))
        await modifier_cadence(ctx, cadence, saisie.version, commande)
    except Conflit:
        erreurs = changee("rythme", "Cadence", _CHANGE)
        return await _page(request, ctx, demo, instance, lue, saisie, erreurs, perime=True)
    except REFUS as refus:
        return await _page(request, ctx, demo, instance, lue, saisie, _erreurs(refus))
    return vers(ici.instance(cle, fait="cadence-modifiee"))


@post("/instances/{cle:uuid}/cadences/{cadence:uuid}/retirer", include_in_schema=False, status_code=303)
async def retirer_une_cadence(ctx: LecteurDePage, cle: FromPath[UUID], cadence: FromPath[UUID]) -> Reponse:
    """Take out a cadence typed by mistake."""
    await tenue(ctx, cle)
    await lire_cadence(cle, cadence)
    await retirer_cadence(ctx, cadence)
    return vers(ici.instance(cle, fait="cadence-retiree", objet=cadence))


@post("/cadences/{cle:uuid}/retablir", include_in_schema=False, status_code=303)
async def retablir_une_cadence(ctx: LecteurDePage, cle: FromPath[UUID]) -> Reponse:
    """Put it back."""
    return vers(ici.instance(await retablir_cadence(ctx, cle), fait="cadence-retablie"))


def _erreurs(refus: Exception) -> tuple[ErreurDeChamp, ...]:
    """Fields of the command as the form names them."""
    noms = {f"cadence.{champ}": libelle for champ, libelle in LIBELLES.items()} | LIBELLES
    noms |= {"cadence.intervalle_demi_mois": LIBELLES["mois"], "intervalle_demi_mois": LIBELLES["mois"]}
    montres = {"intervalle_demi_mois": "mois"}
    return tuple(
        ErreurDeChamp(champ=montres.get(nu, nu), libelle=e.libelle, message=e.message)
        for e in erreurs_de(refus, noms)
        for nu in (e.champ.removeprefix("cadence."),)
    )


def _donnees(saisie: Saisie, lue: Ligne | None) -> dict[str, Any]:
    """Fields of the command. Numbers left as they were shown are those stored. Raises RegleViolee or ReglesViolees."""
    lecture = Lecture(saisie)
    try:
        rythme = Rythme(saisie.un("rythme"))
    except ValueError:
        raise RegleViolee("rythme", "Choisissez un rythme.") from None
    mini, maxi = lecture.entier("min_par_an", 366), lecture.entier("max_par_an", 366)
    demi_mois = lecture.avec("mois", lambda valeur: lire_mois(valeur, "mois"))
    donnees = {"debut": lecture.jour("debut"), "fin": lecture.jour("fin"), "source": lecture.texte("source")}
    lecture.finir()
    nombres = nombres_de(rythme, mini, maxi, demi_mois)
    if lue is not None and _rythme(lue) is rythme and nombres_de(rythme, *_nombres(lue)) == nombres:
        nombres = _nombres(lue)
    return {
        **donnees,
        **dict(zip(("min_par_an", "max_par_an", "intervalle_demi_mois"), nombres, strict=True)),
        "texte": lecture.texte("texte") or dire_nombres(rythme, nombres),
        "decision": lecture.texte("decision"),
    }


def _nombres(cadence: Ligne) -> tuple[int | None, int | None, int | None]:
    return cadence["min_par_an"], cadence["max_par_an"], cadence["intervalle_demi_mois"]


def _rythme(cadence: Ligne) -> Rythme:
    return rythme_de(_nombres(cadence))


async def _page(
    request: Requete,
    ctx: Contexte,
    demo: Demo | None,
    instance: Ligne,
    cadence: Ligne | None,
    saisie: Saisie | None,
    erreurs: tuple[ErreurDeChamp, ...],
    *,
    perime: bool = False,
) -> Reponse:
    cle = instance["id"]
    tenues = _valeurs(cadence) if cadence else {}
    decisions = tuple(
        (str(d["id"]), typographier(f"{d['code']} : {d['texte'][:80]}{'…' if len(d['texte']) > 80 else ''}"))
        for d in await decisions_a_citer(ctx.acteur, instance["gouvernance"], cle)
    )
    titre = "Corriger la cadence" if cadence else "Changer de cadence"
    version = (cadence["version"] if saisie is None or perime else saisie.version) if cadence else None
    contexte = CadenceFormulaireContexte(
        cadre=await cadre_d_instance(request, ctx, demo, instance, titre),
        nom=typographier(instance["nom"]),
        titre=titre,
        bouton="Enregistrer la cadence",
        rythmes=_RYTHMES,
        decisions=decisions,
        courante=None if cadence else texte((await lire_instance(ctx.acteur, cle, ctx.au))["cadence"]),
        retirer=ici.retirer_cadence(cle, cadence["id"]) if cadence else None,
        formulaire=Formulaire(
            action=ici.cadence(cle, cadence["id"]) if cadence else ici.nouvelle_cadence(cle),
            retour=ici.instance(cle),
            valeurs=saisie.valeurs if saisie else tenues,
            erreurs=erreurs,
            cle=None if cadence else saisie.cle if saisie else nouvelle_cle(),
            version=version,
        ),
        enregistres=enregistres(tenues, LIBELLES, {"rythme": _RYTHMES, "decision": decisions}) if perime else (),
    )
    return repondre_page(contexte, (409 if perime else 422) if erreurs else 200)


def _valeurs(cadence: Ligne) -> Mapping[str, tuple[str, ...]]:
    rythme = _rythme(cadence)
    demi_mois = cadence["intervalle_demi_mois"]
    return {
        **{c: en_texte(cadence[c]) for c in ("texte", "debut", "fin", "source", "decision")},
        **{c: en_texte(cadence[c] if rythme is Rythme.PAR_AN else None) for c in ("min_par_an", "max_par_an")},
        "rythme": (rythme.value,),
        "mois": (dire_mois(demi_mois) if demi_mois and rythme is Rythme.INTERVALLE else "",),
    }
