"""One item: its words, who presents it, what it is about; and carrying it over."""

from __future__ import annotations

from collections.abc import Mapping
from uuid import UUID

from litestar import get, post
from litestar.handlers import HTTPRouteHandler
from litestar.params import FromPath

from backend.context import Contexte
from backend.queries.lecture import Ligne
from backend.queries.seances import charger_point, chercher_objets
from backend.queries.vues.seances import SeanceVue
from backend.services.commands.seances import ModifierPoint
from backend.services.reunions import modifier_point, reporter_point
from backend.web.adresses import seances as acces
from backend.web.adresses.textes import apercu
from backend.web.contexts import Demo, ErreurDeChamp, Formulaire
from backend.web.contexts.seances import ObjetLie, PointContexte
from backend.web.demonstration import DemoDePage
from backend.web.edition.choix import Choix
from backend.web.edition.gestes import GESTE
from backend.web.formulaires import REFUS, Saisie, erreurs_de, lire_commande, lire_saisie, vers
from backend.web.lecteur import LecteurDePage
from backend.web.pages.commun import Reponse, Requete, repondre_page
from backend.web.pages.seances.commun import (
    cadre_de_seance,
    choix_de_structures,
    lire_duree,
    lire_structure,
    ouvrir_seance,
)
from backend.web.pages.seances.ordre_du_jour import LIBELLES
from backend.web.presentation.seances.points import en_tete, objet
from exports.formats import typographier
from fne_roadmaps.domain.errors import Conflit, RegleViolee

CHERCHER, CHERCHE, OBJET = "chercher", "cherche", "objet"
CHANGE = "Quelqu’un a enregistré ce point pendant votre saisie : son texte est ci-dessous, comparez, puis enregistrez."
_GENRES = ("fiche_action", "axe", "decision")


@get("/points/{cle:uuid}/modifier", include_in_schema=False)
async def modifier_un_point(request: Requete, ctx: LecteurDePage, demo: DemoDePage, cle: FromPath[UUID]) -> Reponse:
    """An item, to be written."""
    point, reunion = await charger_point(ctx.acteur, cle)
    vue = await ouvrir_seance(ctx, reunion["id"])
    return await _page(request, ctx, demo, vue, point, _valeurs(vue, point), (), point["version"])


@post("/points/{cle:uuid}/modifier", include_in_schema=False, status_code=303)
async def enregistrer_un_point(request: Requete, ctx: LecteurDePage, demo: DemoDePage, cle: FromPath[UUID]) -> Reponse:
    """Save it; or look for what it is about, and keep everything that was typed."""
    saisie = await lire_saisie(request)
    point, reunion = await charger_point(ctx.acteur, cle)
    vue = await ouvrir_seance(ctx, reunion["id"])
    valeurs = saisie.valeurs
    if saisie.un(GESTE) == CHERCHER:
        return await _page(request, ctx, demo, vue, point, valeurs, (), _version(saisie, point))
    try:
        commande = lire_commande(ModifierPoint, _donnees(await choix_de_structures(), saisie))
        await modifier_point(ctx, cle, saisie.version, commande)
    except (Conflit, *REFUS) as refus:
        conflit = isinstance(refus, Conflit)
        point, _ = await charger_point(ctx.acteur, cle)
        dit = RegleViolee("titre", CHANGE) if conflit else refus
        version = point["version"] if conflit else _version(saisie, point)
        erreurs = erreurs_de(dit, LIBELLES)
        return await _page(request, ctx, demo, vue, point, valeurs, erreurs, version, conflit=conflit)
    return vers(f"{acces.ordre_du_jour(reunion['id'], fait='point-modifie')}#point-{cle}")


@post("/points/{cle:uuid}/report", include_in_schema=False, status_code=303)
async def reporter_un_point(request: Requete, ctx: LecteurDePage, cle: FromPath[UUID]) -> Reponse:
    """Carry it over into a later meeting."""
    saisie = await lire_saisie(request)
    _, reunion = await charger_point(ctx.acteur, cle)
    await ouvrir_seance(ctx, reunion["id"])
    if not saisie.un("reunion"):
        raise RegleViolee("reunion", "Choisissez la réunion à laquelle reporter ce point.")
    await reporter_point(ctx, cle, saisie.un("reunion"))
    return vers(acces.seance(reunion["id"], point=cle, fait="point-reporte"))


def _version(saisie: Saisie, point: Ligne) -> int:
    try:
        return saisie.version or int(point["version"])
    except RegleViolee:
        return int(point["version"])


def _valeurs(vue: SeanceVue, point: Ligne) -> Mapping[str, tuple[str, ...]]:
    return {
        "titre": (point["titre"],),
        "nature": (point["nature"].value,),
        "duree": (str(point["duree"] or ""),),
        "presentateur": (typographier(point["presentateur_structure"] or ""),),
        "presentateur_nom": (point["presentateur_nom"] or "",),
        "texte": (point["texte"] or "",),
        OBJET: tuple(f"{o['genre']}:{o['cle']}" for o in vue.objets.get(point["id"], ())),
    }


def _donnees(choix: Choix, saisie: Saisie) -> dict[str, object]:
    """What was typed, as the command reads it; an emptied field empties. Raises RegleViolee."""
    objets = []
    for i, dit in enumerate(saisie.tous(OBJET)):
        genre, _, cle = dit.partition(":")
        if genre not in _GENRES:
            raise RegleViolee(f"objets.{i}", "Cet objet ne se lit pas : cherchez-le de nouveau.")
        objets.append({genre: cle})
    return {
        "titre": saisie.un("titre"),
        "nature": saisie.un("nature"),
        "duree": lire_duree(saisie),
        "presentateur": lire_structure(choix, saisie.un("presentateur"), "presentateur"),
        "presentateur_nom": saisie.un("presentateur_nom").strip() or None,
        "texte": saisie.un("texte").strip() or None,
        "objets": objets,
    }


async def _page(
    request: Requete,
    ctx: Contexte,
    demo: Demo | None,
    vue: SeanceVue,
    point: Ligne,
    valeurs: Mapping[str, tuple[str, ...]],
    erreurs: tuple[ErreurDeChamp, ...],
    version: int,
    *,
    conflit: bool = False,
) -> Reponse:
    action = acces.modifier_point(point["id"])
    connus = {o.valeur: o for o in map(objet, (o for liste in vue.objets.values() for o in liste))}
    cherche = next(iter(valeurs.get(CHERCHE, ())), "").strip()
    trouves: tuple[ObjetLie, ...] | None = None
    if cherche:
        lus = await chercher_objets(ctx.acteur, vue.reunion["gouvernance"], cherche)
        trouves = tuple(o for o in map(objet, lus) if o.valeur not in valeurs.get(OBJET, ()))
        connus |= {o.valeur: o for o in map(objet, lus)}
    gardes = tuple(
        connus.get(v) or ObjetLie(libelle="Objet", titre="choisi plus tôt", href=None, valeur=v)
        for v in dict.fromkeys(valeurs.get(OBJET, ()))
        if v
    )
    choix = await choix_de_structures()
    cadre = await cadre_de_seance(request, ctx, demo, vue, "Modifier un point", refuse=bool(erreurs))
    contexte = PointContexte(
        cadre=cadre,
        tete=en_tete(vue),
        formulaire=Formulaire(
            action=action,
            retour=acces.ordre_du_jour(vue.reunion["id"]),
            valeurs=valeurs,
            erreurs=erreurs,
            version=version,
            focus=CHERCHE if cherche and not erreurs else None,
        ),
        objets=gardes,
        trouves=trouves,
        structures=tuple(typographier(n) for n in choix.structures.libelles.values()),
        autre=_enregistre(point) if conflit else (),
        apercu=apercu(action),
    )
    return repondre_page(contexte, 409 if conflit else 422 if erreurs else 200)


def _enregistre(point: Ligne) -> tuple[tuple[str, str], ...]:
    """The stored item, field by field, for who wrote over it."""
    dits = (
        ("Titre", point["titre"]),
        ("Ce qui est attendu", point["nature"].libelle),
        ("Durée", f"{point['duree']} min" if point["duree"] else None),
        ("Structure qui présente", point["presentateur_structure"]),
        ("Qui présente", point["presentateur_nom"]),
        ("Préparation", point["texte"]),
    )
    return tuple((mot, typographier(valeur)) for mot, valeur in dits if valeur)


POINTS: tuple[HTTPRouteHandler, ...] = (enregistrer_un_point, modifier_un_point, reporter_un_point)
