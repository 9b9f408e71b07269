"""Opening an instance, and changing what it is."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from litestar import get, post
from litestar.params import FromPath

from backend.context import Contexte
from backend.queries.instances import lire_instance
from backend.queries.lecture import Ligne
from backend.queries.vues.instances import comitologie, deployer
from backend.services.commands.instances import CreerInstance, ModifierInstance
from backend.services.idempotence import creer_une_fois
from backend.services.instances import modifier_instance
from backend.web import adresses
from backend.web.adresses import instances as ici
from backend.web.contexts import Demo, ErreurDeChamp, Formulaire, InstanceFormulaireContexte
from backend.web.demonstration import DemoDePage
from backend.web.edition.choix import Noms, charger_territoires
from backend.web.formulaires import REFUS, Saisie, erreurs_de, lire_commande, lire_saisie, nouvelle_cle, vers
from backend.web.lecteur import LecteurDePage
from backend.web.pages.commun import Reponse, Requete, repondre_page
from backend.web.pages.instances.commun import (
    Lecture,
    cadre_d_instance,
    cadre_de_comitologie,
    changee,
    en_texte,
    enregistres,
    gouvernance_tenue,
    tenue,
)
from exports.formats import typographier
from fne_roadmaps.domain.enums import ModeDecision, TypeInstance
from fne_roadmaps.domain.errors import Conflit
from fne_roadmaps.domain.instances import LONGUEUR_SLUG
from fne_roadmaps.domain.textes import slugifier

LIBELLES = {
    "nom": "Nom",
    "type": "Type",
    "slug": "Code court",
    "parent": "Sous quelle instance",
    "rang": "Place parmi ses voisines",
    "role": "Rôle de l’instance",
    "territoire": "Territoire",
    "mode_decision": "Mode de décision",
    "quorum": "Quorum",
    "debut": "Premier jour",
    "fin": "Dernier jour",
    "note": "Note",
    "source": "Source",
}
_TYPES = tuple((t.value, t.libelle) for t in TypeInstance)
_MODES = tuple((m.value, m.libelle) for m in ModeDecision)
_CHANGE = "Quelqu’un a modifié cette instance entre-temps : vérifiez votre texte, puis enregistrez de nouveau."


@get("/gouvernances/{reference:str}/instances/nouvelle", include_in_schema=False)
async def nouvelle_instance(
    request: Requete, ctx: LecteurDePage, demo: DemoDePage, reference: FromPath[str]
) -> Reponse:
    """The form of a new instance; « ?parent= » places it under another one."""
    gouvernance = await gouvernance_tenue(ctx, reference)
    return await _nouvelle(request, ctx, demo, gouvernance, None, ())


@post("/gouvernances/{reference:str}/instances/nouvelle", include_in_schema=False, status_code=303)
async def ouvrir_l_instance(
    request: Requete, ctx: LecteurDePage, demo: DemoDePage, reference: FromPath[str]
) -> Reponse:
    """Open it, once however often the form is sent."""
    gouvernance = await gouvernance_tenue(ctx, reference)
    saisie = await lire_saisie(request)
    try:
        donnees = _donnees(saisie, await charger_territoires(gouvernance["id"]))
        donnees["slug"] = saisie.un("slug").strip() or slugifier(saisie.un("nom"))[:LONGUEUR_SLUG].strip("-")
        presents = {champ: valeur for champ, valeur in donnees.items() if valeur is not None}
        commande = lire_commande(CreerInstance, {**presents, "gouvernance": str(gouvernance["id"])})

        recu = await creer_une_fois(ctx, "instance", saisie.cle, commande)
    except REFUS as refus:
        return await _nouvelle(request, ctx, demo, gouvernance, saisie, erreurs_de(refus, LIBELLES))
    return vers(ici.instance(recu.texte, fait="instance-ouverte"))


@get("/instances/{cle:uuid}/modifier", include_in_schema=False)
async def modifier_une_instance(request: Requete, ctx: LecteurDePage, demo: DemoDePage, cle: FromPath[UUID]) -> Reponse:
    """The form of an instance, as it stands."""
    return await _modifier(request, ctx, demo, await tenue(ctx, cle), None, ())


@post("/instances/{cle:uuid}/modifier", include_in_schema=False, status_code=303)
async def enregistrer_l_instance(
    request: Requete, ctx: LecteurDePage, demo: DemoDePage, cle: FromPath[UUID]
) -> Reponse:
    """Change an instance."""
    instance = await tenue(ctx, cle)
    saisie = await lire_saisie(request)
    try:
        donnees = _donnees(saisie, await charger_territoires(instance["gouvernance"]))
        if donnees["rang"] is None:
            del donnees["rang"]
        version = instance["version"] if saisie.version is None else saisie.version
        await modifier_instance(ctx, str(cle), version, ModifierInstance.model_validate(donnees))
    except Conflit:
        return await _modifier(request, ctx, demo, instance, saisie, changee("nom", "Instance", _CHANGE), perime=True)
    except REFUS as refus:
        return await _modifier(request, ctx, demo, instance, saisie, erreurs_de(refus, LIBELLES))
    return vers(ici.instance(cle, fait="instance-modifiee"))


def _donnees(saisie: Saisie, territoires: Noms) -> dict[str, Any]:
    """Fields of the command, None for what is left empty. Raises ReglesViolees naming each one that cannot be read."""
    lecture = Lecture(saisie)
    territoire = lecture.texte("territoire")
    donnees = {
        "nom": saisie.un("nom"),
        "type": saisie.un("type"),
        "parent": lecture.texte("parent"),
        "rang": lecture.entier("rang", 9999),
        "role": lecture.texte("role"),
        "territoire": str(territoires.lire(territoire) or territoire) if territoire else None,
        "mode_decision": lecture.texte("mode_decision"),
        "quorum": lecture.entier("quorum", 1000),
        "debut": lecture.jour("debut"),
        "fin": lecture.jour("fin"),
        "note": lecture.texte("note"),
        "source": lecture.texte("source"),
    }
    lecture.finir()
    return donnees


async def _nouvelle(
    request: Requete,
    ctx: Contexte,
    demo: Demo | None,
    gouvernance: Ligne,
    saisie: Saisie | None,
    erreurs: tuple[ErreurDeChamp, ...],
) -> Reponse:
    cle, titre = gouvernance["id"], "Ouvrir une instance"
    parent = request.query_params.get("parent", "")
    formulaire = Formulaire(
        action=ici.nouvelle(cle),
        retour=adresses.gouvernance(cle, "instances"),
        valeurs=saisie.valeurs if saisie else {"parent": (parent,)},
        erreurs=erreurs,
        cle=saisie.cle if saisie else nouvelle_cle(),
    )
    contexte = InstanceFormulaireContexte(
        cadre=await cadre_de_comitologie(request, ctx, demo, cle, titre),
        lieu=typographier(gouvernance["nom"]),
        titre=titre,
        bouton="Ouvrir l’instance",
        neuve=True,
        prefixe=f"{gouvernance['code']}/",
        types=_TYPES,
        modes=_MODES,
        parents=await _parents(ctx, cle, None),
        territoires=tuple((await charger_territoires(cle)).libelles.values()),
        voix=0,
        formulaire=formulaire,
    )
    return repondre_page(contexte, 422 if erreurs else 200)


async def _modifier(
    request: Requete,
    ctx: Contexte,
    demo: Demo | None,
    instance: Ligne,
    saisie: Saisie | None,
    erreurs: tuple[ErreurDeChamp, ...],
    *,
    perime: bool = False,
) -> Reponse:
    cle, titre = instance["id"], "Modifier l’instance"
    territoires = await charger_territoires(instance["gouvernance"])
    entiere = await lire_instance(ctx.acteur, cle, ctx.au)
    parents = await _parents(ctx, instance["gouvernance"], cle)
    tenues = _valeurs(entiere, territoires)
    formulaire = Formulaire(
        action=ici.modifier(cle),
        retour=ici.instance(cle),
        valeurs=saisie.valeurs if saisie else tenues,
        erreurs=erreurs,
        version=entiere["version"] if saisie is None or perime else saisie.version,
    )
    contexte = InstanceFormulaireContexte(
        cadre=await cadre_d_instance(request, ctx, demo, instance, titre),
        lieu=typographier(instance["nom"]),
        titre=titre,
        bouton="Enregistrer l’instance",
        neuve=False,
        prefixe=instance["code"],
        types=_TYPES,
        modes=_MODES,
        parents=parents,
        territoires=tuple(territoires.libelles.values()),
        voix=entiere["voix"],
        formulaire=formulaire,
        enregistres=enregistres(tenues, LIBELLES, {"type": _TYPES, "mode_decision": _MODES, "parent": parents})
        if perime
        else (),
    )
    return repondre_page(contexte, (409 if perime else 422) if erreurs else 200)


def _valeurs(instance: Ligne, territoires: Noms) -> Mapping[str, tuple[str, ...]]:
    directs = ("nom", "rang", "role", "quorum", "debut", "fin", "note", "source")
    territoire = instance["territoire"]
    return {
        **{champ: en_texte(instance[champ]) for champ in directs},
        "type": (instance["type"].value,),
        "mode_decision": (instance["mode_decision"].value if instance["mode_decision"] else "",),
        "parent": (str(instance["parent"]["id"]) if instance["parent"] else "",),
        "territoire": (territoires.nommer(territoire["id"], territoire["code"]) if territoire else "",),
    }


async def _parents(ctx: Contexte, gouvernance: UUID, sauf: UUID | None) -> tuple[tuple[str, str], ...]:
    """The bodies one may be placed under, in the order of the tree; never itself nor those under it."""
    arbre = await comitologie(ctx.acteur, gouvernance, ctx.au)
    return tuple(
        (str(noeud.instance["id"]), "\u2003" * niveau + typographier(noeud.instance["nom"]))
        for noeud, niveau in deployer(arbre.racines, sauf)
    )
