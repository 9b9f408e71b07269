"""Closing an instance, and opening it again."""

from __future__ import annotations

from uuid import UUID

from litestar import get, post
from litestar.params import FromPath

from backend.context import Contexte
from backend.queries.lecture import Ligne
from backend.queries.vues.instances import comitologie, deployer
from backend.services.commands.instances import FermerInstance
from backend.services.instances import fermer_instance, rouvrir_instance
from backend.web import adresses
from backend.web.adresses import instances as ici
from backend.web.contexts import Demo, ErreurDeChamp, FermetureContexte, Formulaire, Lien
from backend.web.demonstration import DemoDePage
from backend.web.formulaires import REFUS, Saisie, erreurs_de, lire_saisie, vers
from backend.web.lecteur import LecteurDePage
from backend.web.pages.commun import Reponse, Requete, repondre_page
from backend.web.pages.instances.commun import Lecture, cadre_d_instance, changee, tenue
from exports.formats import date_longue, typographier
from fne_roadmaps.domain.errors import Conflit

LIBELLES = {"fin": "Dernier jour", "pourquoi": "Motif"}
_CHANGE = "Quelqu’un a modifié cette instance entre-temps : relisez, puis recommencez."


@get("/instances/{cle:uuid}/fermer", include_in_schema=False)
async def fermer(request: Requete, ctx: LecteurDePage, demo: DemoDePage, cle: FromPath[UUID]) -> Reponse:
    """The last day, and what still depends on it."""
    return await _page(request, ctx, demo, await tenue(ctx, cle), None, ())


@post("/instances/{cle:uuid}/fermer", include_in_schema=False, status_code=303)
async def fermer_une_instance(request: Requete, ctx: LecteurDePage, demo: DemoDePage, cle: FromPath[UUID]) -> Reponse:
    """Close it."""
    instance = await tenue(ctx, cle)
    saisie = await lire_saisie(request)
    try:
        lecture = Lecture(saisie)
        donnees = {"fin": lecture.jour("fin"), "pourquoi": lecture.texte("pourquoi")}
        lecture.finir()
        await fermer_instance(ctx, str(cle), saisie.version, FermerInstance.model_validate(donnees))
    except Conflit:
        return await _page(request, ctx, demo, instance, saisie, changee("fin", "Instance", _CHANGE), 409)
    except REFUS as refus:
        return await _page(request, ctx, demo, instance, saisie, erreurs_de(refus, LIBELLES))
    return vers(ici.instance(cle, fait="instance-fermee", objet=cle))


@post("/instances/{cle:uuid}/rouvrir", include_in_schema=False, status_code=303)
async def rouvrir_une_instance(ctx: LecteurDePage, cle: FromPath[UUID]) -> Reponse:
    """Undo the closing."""
    await rouvrir_instance(ctx, str(cle))
    return vers(ici.instance(cle, fait="instance-rouverte"))


async def _page(
    request: Requete,
    ctx: Contexte,
    demo: Demo | None,
    instance: Ligne,
    saisie: Saisie | None,
    erreurs: tuple[ErreurDeChamp, ...],
    statut: int = 422,
) -> Reponse:
    cle = instance["id"]
    arbre = await comitologie(ctx.acteur, instance["gouvernance"], ctx.au)
    noeud = arbre.par_cle.get(cle)
    dessous = deployer(noeud.enfants) if noeud else ()
    contexte = FermetureContexte(
        cadre=await cadre_d_instance(request, ctx, demo, instance, "Fermer l’instance"),
        nom=typographier(instance["nom"]),
        dessous=tuple(
            Lien(libelle=typographier(n.instance["nom"]), href=adresses.instance(n.instance["id"]))
            for n, _ in dessous
            if n.instance["fin"] is None or n.instance["fin"] > ctx.au
        ),
        formulaire=Formulaire(
            action=ici.fermer(cle),
            retour=ici.instance(cle),
            valeurs=saisie.valeurs if saisie else {"fin": (date_longue(ctx.au),)},
            erreurs=erreurs,
            version=instance["version"] if saisie is None or statut == 409 else saisie.version,
        ),
    )
    return repondre_page(contexte, statut if erreurs else 200)
