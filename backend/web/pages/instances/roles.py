"""Roles organisations hold in an instance: member, animator, expert, rapporteur, guest…"""

from __future__ import annotations

from typing import Any
from uuid import UUID

from litestar import get, post
from litestar.params import FromPath

from backend.context import Contexte
from backend.queries.instances import lire_instance
from backend.queries.lecture import Ligne
from backend.services.commands.instances import ModifierInstance
from backend.services.instances import modifier_instance
from backend.web.adresses import instances as ici
from backend.web.contexts import Demo, ErreurDeChamp, Formulaire, RolesContexte
from backend.web.demonstration import DemoDePage
from backend.web.edition.choix import Choix, Noms, charger_structures
from backend.web.edition.gestes import faire
from backend.web.edition.sections import Champ, Nature, Section
from backend.web.edition.textes import Textes, a_plat
from backend.web.formulaires import REFUS, Saisie, erreurs_de, lire_saisie, vers
from backend.web.lecteur import LecteurDePage
from backend.web.pages.commun import Reponse, Requete, repondre_page
from backend.web.pages.instances.commun import Lecture, cadre_d_instance, changee, en_texte, enregistres, tenue
from exports.formats import typographier
from fne_roadmaps.domain.enums import RoleInstance
from fne_roadmaps.domain.errors import Conflit, RegleViolee

_COLONNES = {
    "role": "Rôle",
    "structure": "Organisation",
    "debut": "Début",
    "fin": "Fin",
    "source": "Source",
}
_SECTION = Section(
    code="roles",
    titre="Rôles",
    objet="les rôles",
    champs=(Champ(nom="roles", libelle="Rôles", nature=Nature.LISTE, ligne="Rôle", colonnes=_COLONNES),),
)
_ROLES = tuple((r.value, r.libelle) for r in RoleInstance)
_CHANGE = "Quelqu’un a modifié cette instance entre-temps : vérifiez votre texte, puis enregistrez de nouveau."


@get("/instances/{cle:uuid}/roles", include_in_schema=False)
async def roles(request: Requete, ctx: LecteurDePage, demo: DemoDePage, cle: FromPath[UUID]) -> Reponse:
    """The roles, line by line."""
    return await _page(request, ctx, demo, await tenue(ctx, cle), None, ())


@post("/instances/{cle:uuid}/roles", include_in_schema=False, status_code=303)
async def enregistrer_les_roles(request: Requete, ctx: LecteurDePage, demo: DemoDePage, cle: FromPath[UUID]) -> Reponse:
    """Keep the roles, or add, move and take out a line before."""
    instance = await tenue(ctx, cle)
    saisie = await lire_saisie(request)
    geste = faire(_SECTION, saisie)
    if geste is not None:
        return await _page(request, ctx, demo, instance, saisie, (), textes=geste.textes, focus=geste.focus)
    try:
        donnees = _donnees(saisie, await charger_structures())
        version = instance["version"] if saisie.version is None else saisie.version
        await modifier_instance(ctx, str(cle), version, ModifierInstance.model_validate({"roles": donnees}))
    except Conflit:
        erreurs = changee("roles", "Rôles", _CHANGE)
        return await _page(request, ctx, demo, instance, saisie, erreurs, perime=True)
    except REFUS as refus:
        return await _page(request, ctx, demo, instance, saisie, _erreurs(refus))
    return vers(ici.instance(cle, fait="roles"))


def _erreurs(refus: Exception) -> tuple[ErreurDeChamp, ...]:
    """A refusal of a whole line is shown at its organisation."""
    return tuple(
        ErreurDeChamp(
            champ=f"{e.champ}.structure" if e.champ.rpartition(".")[2].isdigit() else e.champ,
            libelle=e.libelle,
            message=e.message,
        )
        for e in erreurs_de(refus, _SECTION.libelles)
    )


def _donnees(saisie: Saisie, structures: Noms) -> list[dict[str, Any]]:
    """Lines of the command: one whose organisation is empty is left out. Raises ReglesViolees."""
    lecture, choix = Lecture(saisie), Choix(structures=structures)
    lignes = []
    for ligne in saisie.lignes("roles", ("structure", "debut", "fin", "source")):
        champ = f"roles.{ligne['rang']}"
        if not ligne["structure"].strip():
            lecture.refus.append(RegleViolee(f"{champ}.structure", "Choisissez une organisation dans la liste."))
            continue
        structure = lecture.avec(f"{champ}.structure", lambda t, c=champ: choix.lire_structure(t, f"{c}.structure"))  # type: ignore[misc]
        lignes.append(
            {
                "role": saisie.un(f"{champ}.role"),
                "structure": str(structure),
                "debut": lecture.jour(f"{champ}.debut"),
                "fin": lecture.jour(f"{champ}.fin"),
                "source": lecture.texte(f"{champ}.source"),
            }
        )
    lecture.finir()
    return lignes


async def _page(
    request: Requete,
    ctx: Contexte,
    demo: Demo | None,
    instance: Ligne,
    saisie: Saisie | None,
    erreurs: tuple[ErreurDeChamp, ...],
    *,
    textes: Textes | None = None,
    focus: str | None = None,
    perime: bool = False,
) -> Reponse:
    cle = instance["id"]
    structures = await charger_structures()
    entiere = await lire_instance(ctx.acteur, cle, ctx.au)
    tenues = _valeurs(entiere, structures)
    contexte = RolesContexte(
        cadre=await cadre_d_instance(request, ctx, demo, instance, "Rôles"),
        nom=typographier(instance["nom"]),
        roles=_ROLES,
        structures=tuple(structures.libelles.values()),
        formulaire=Formulaire(
            action=ici.roles(cle),
            retour=ici.instance(cle),
            valeurs=textes if textes is not None else saisie.valeurs if saisie else tenues,
            erreurs=erreurs,
            version=entiere["version"] if saisie is None or perime else saisie.version,
            focus=focus,
        ),
        enregistres=enregistres(_en_phrases(tenues), {"roles": "Rôles enregistrés"}) if perime else (),
    )
    return repondre_page(contexte, (409 if perime else 422) if erreurs else 200)


def _valeurs(instance: Ligne, structures: Noms) -> Textes:
    return a_plat(
        "roles",
        [
            {
                "role": r["role"].value,
                "structure": structures.nommer(r["structure"]["id"], r["structure"]["code"]),
                **{champ: next(iter(en_texte(r[champ])), "") for champ in ("debut", "fin", "source")},
            }
            for r in instance["roles"]
        ],
    )


def _en_phrases(tenues: Textes) -> Textes:
    """The roles kept, one per line."""
    mots = dict(_ROLES)
    rangs = sorted({int(nom.split(".")[1]) for nom in tenues})
    lignes = [f"{tenues[f'roles.{n}.structure'][0]} : {mots[tenues[f'roles.{n}.role'][0]].lower()}" for n in rangs]
    return {"roles": ("\n".join(lignes),)}
