"""Opening a call for fiches, and changing one."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from litestar import get, post
from litestar.params import FromPath

from backend.context import Contexte
from backend.queries.contributions import axes_de_l_appel, charger_appel
from backend.queries.contributions.appels import axes_de_la_feuille
from backend.queries.lecture import Ligne
from backend.services.commands.contributions import CreerAppel, ModifierAppel
from backend.services.contributions import modifier_appel
from backend.services.idempotence import creer_une_fois
from backend.web.adresses import contributions as ici
from backend.web.contexts import AppelFormulaireContexte, Demo, ErreurDeChamp, Formulaire, Lien, TexteEnregistre
from backend.web.demonstration import DemoDePage
from backend.web.formulaires import REFUS, Saisie, erreurs_de, lire_commande, lire_saisie, nouvelle_cle, vers
from backend.web.lecteur import LecteurDePage
from backend.web.pages.commun import Reponse, Requete, repondre_page
from backend.web.pages.contributions.appels import cadre_de_feuille, feuille_a_ecrire
from backend.web.presentation.contributions.depots import axe_dit
from exports.formats import date_longue, typographier
from fne_roadmaps.domain.dates import lire_jour_dit
from fne_roadmaps.domain.errors import Conflit, ReglesViolees, RegleViolee

LIBELLES = {
    "titre": "Titre",
    "consignes": "Consignes",
    "ouvre_le": "Premier jour",
    "ferme_le": "Dernier jour",
    "axes": "Axes",
    "feuille_de_route": "Feuille de route",
}
_CHANGE = "Quelqu’un a modifié cet appel entre-temps : vérifiez votre texte, puis enregistrez de nouveau."


@get("/feuilles-de-route/{cle:uuid}/appels/nouveau", include_in_schema=False)
async def nouvel_appel(request: Requete, ctx: LecteurDePage, demo: DemoDePage, cle: FromPath[UUID]) -> Reponse:
    """The form of a new call."""
    return await _nouveau(request, ctx, demo, await feuille_a_ecrire(ctx, cle), None, ())


@post("/feuilles-de-route/{cle:uuid}/appels/nouveau", include_in_schema=False, status_code=303)
async def creer_l_appel(request: Requete, ctx: LecteurDePage, demo: DemoDePage, cle: FromPath[UUID]) -> Reponse:
    """Open a call, once however often the form is sent."""
    feuille = await feuille_a_ecrire(ctx, cle)
    saisie = await lire_saisie(request)
    try:
        commande = lire_commande(CreerAppel, {"feuille_de_route": str(cle), **_donnees(saisie)})

        recu = await creer_une_fois(ctx, "appel_a_fiches", saisie.cle, commande)
    except REFUS as refus:
        return await _nouveau(request, ctx, demo, feuille, saisie, erreurs_de(refus, LIBELLES))
    return vers(ici.gerer_appel(UUID(recu.texte), fait="appel-ouvert"))


@get("/appels/{cle:uuid}/modifier", include_in_schema=False)
async def modifier_un_appel(request: Requete, ctx: LecteurDePage, demo: DemoDePage, cle: FromPath[UUID]) -> Reponse:
    """The form of a call, as it stands."""
    return await _modifier(request, ctx, demo, await charger_appel(ctx.acteur, cle), None, ())


@post("/appels/{cle:uuid}/modifier", include_in_schema=False, status_code=303)
async def enregistrer_l_appel(request: Requete, ctx: LecteurDePage, demo: DemoDePage, cle: FromPath[UUID]) -> Reponse:
    """Change a call."""
    appel = await charger_appel(ctx.acteur, cle)
    saisie = await lire_saisie(request)
    try:
        donnees = dict.fromkeys(("consignes", "ouvre_le", "ferme_le")) | _donnees(saisie)
        await modifier_appel(ctx, cle, saisie.version, ModifierAppel.model_validate(donnees))
    except Conflit:
        erreur = ErreurDeChamp(champ="titre", libelle="Appel", message=typographier(_CHANGE))
        return await _modifier(request, ctx, demo, appel, saisie, (erreur,), 409)
    except REFUS as refus:
        return await _modifier(request, ctx, demo, appel, saisie, erreurs_de(refus, LIBELLES))
    return vers(ici.gerer_appel(cle, fait="appel-modifie"))


def _donnees(saisie: Saisie) -> dict[str, Any]:
    """Fields of the command; days are typed in words. Raises ReglesViolees naming each one that cannot be read."""
    donnees: dict[str, Any] = {"titre": saisie.un("titre"), "axes": saisie.tous("axes")}
    if saisie.un("consignes").strip():
        donnees["consignes"] = saisie.un("consignes")
    refus: list[RegleViolee] = []
    for champ in ("ouvre_le", "ferme_le"):
        if saisie.un(champ).strip():
            try:
                donnees[champ] = lire_jour_dit(saisie.un(champ), champ)
            except RegleViolee as violation:
                refus.append(violation)
    if refus:
        raise ReglesViolees(refus)
    return donnees


async def _nouveau(
    request: Requete,
    ctx: Contexte,
    demo: Demo | None,
    feuille: Ligne,
    saisie: Saisie | None,
    erreurs: tuple[ErreurDeChamp, ...],
) -> Reponse:
    cle = feuille["id"]
    formulaire = Formulaire(
        action=ici.nouvel_appel(cle),
        retour=ici.appels(cle),
        valeurs=saisie.valeurs if saisie else {},
        erreurs=erreurs,
        cle=saisie.cle if saisie else nouvelle_cle(),
    )
    parent = Lien(libelle="Appels à fiches", href=ici.appels(cle))
    cadre = await cadre_de_feuille(request, ctx, demo, feuille, "Ouvrir un appel à fiches", parent)
    contexte = AppelFormulaireContexte(
        cadre=cadre,
        feuille=typographier(feuille["titre"]),
        titre="Ouvrir un appel à fiches",
        bouton="Ouvrir l’appel",
        axes=await _axes(feuille, cle),
        mots=str(feuille["mots_niveau_1"]),
        formulaire=formulaire,
        enregistres=(),
    )
    return repondre_page(contexte, 422 if erreurs else 200)


async def _modifier(
    request: Requete,
    ctx: Contexte,
    demo: Demo | None,
    appel: Ligne,
    saisie: Saisie | None,
    erreurs: tuple[ErreurDeChamp, ...],
    statut: int = 422,
) -> Reponse:
    cle, feuille = appel["id"], {**appel, "id": appel["feuille"], "code": appel["feuille_code"]}
    perime = statut == 409
    formulaire = Formulaire(
        action=ici.gerer_appel(cle, "modifier"),
        retour=ici.gerer_appel(cle),
        valeurs=saisie.valeurs if saisie else await _valeurs(appel),
        erreurs=erreurs,
        version=appel["version"] if saisie is None or perime else saisie.version,
    )
    parents = (
        Lien(libelle="Appels à fiches", href=ici.appels(appel["feuille"])),
        Lien(libelle=typographier(appel["titre"]), href=ici.gerer_appel(cle)),
    )
    contexte = AppelFormulaireContexte(
        cadre=await cadre_de_feuille(request, ctx, demo, feuille, "Modifier l’appel", *parents),
        feuille=typographier(appel["feuille_titre"]),
        titre="Modifier l’appel",
        bouton="Enregistrer l’appel",
        axes=await _axes(appel, appel["feuille"]),
        mots=str(appel["mots_niveau_1"]),
        formulaire=formulaire,
        enregistres=_enregistres(await _valeurs(appel)) if perime else (),
    )
    return repondre_page(contexte, statut if erreurs else 200)


def _enregistres(valeurs: Mapping[str, tuple[str, ...]]) -> tuple[TexteEnregistre, ...]:
    """What is kept, beside what was typed."""
    return tuple(
        TexteEnregistre(libelle=LIBELLES[champ], texte=typographier(valeurs[champ][0]))
        for champ in ("titre", "consignes", "ouvre_le", "ferme_le")
        if valeurs[champ][0]
    )


async def _valeurs(appel: Ligne) -> Mapping[str, tuple[str, ...]]:
    choisis = [a for a in await axes_de_l_appel(appel["id"], appel["feuille"]) if a["choisi"]]
    return {
        "titre": (appel["titre"],),
        "consignes": (appel["consignes"] or "",),
        "axes": tuple(str(a["id"]) for a in choisis),
        **{c: (date_longue(appel[c]) if appel[c] else "",) for c in ("ouvre_le", "ferme_le")},
    }


async def _axes(feuille: Ligne, cle: UUID) -> tuple[tuple[str, str], ...]:
    return tuple((str(a["id"]), axe_dit(a, feuille["mot_niveau_1"])) for a in await axes_de_la_feuille(cle))
