"""Writing the bodies of the comitology: their tree, seats, cadences and roles."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from typing import Any
from uuid import UUID

from backend.context import Contexte
from backend.queries.lecture import Ligne, lignes
from backend.queries.references import charger, cle_de, cles_de
from backend.services.commands.champs import Commande
from backend.services.commands.instances import CadenceSaisie, CreerInstance, RoleSaisi, SiegeSaisi
from backend.services.ecriture import changer, creer, ecriture, verrouiller
from backend.services.listes import Liste, changer_avec_listes, ecrire_liste
from fne_roadmaps.domain.droits import Droit, droits_sur_gouvernance, droits_sur_instance, exiger
from fne_roadmaps.domain.errors import RegleViolee
from fne_roadmaps.domain.instances import (
    Cadence as CadenceTenue,
    code_instance,
    verifier_arbre,
    verifier_cadence,
    verifier_slug,
)
from fne_roadmaps.domain.periodes import verifier_periode
from fne_roadmaps.tables.gouvernances import Gouvernance
from fne_roadmaps.tables.instances import Cadence, Instance, RoleEnInstance, Siege

QUOI = "Cette instance"


async def creer_instance(ctx: Contexte, commande: CreerInstance) -> UUID:
    """Open a body of the comitology under its governance and, when given, under another body."""
    async with ecriture():
        return await _creer(ctx, commande)


async def _creer(ctx: Contexte, commande: CreerInstance) -> UUID:
    gouvernance = await charger(ctx.acteur, "gouvernance", commande.gouvernance)
    exiger(droits_sur_gouvernance(ctx.acteur, gouvernance["id"]), Droit.REUNIR, "Cette gouvernance")
    verifier_slug(commande.slug, "slug")
    verifier_periode(commande.debut, commande.fin)
    await verrouiller(Gouvernance, gouvernance["id"])
    voisines = await _instances(gouvernance["id"])
    code = code_instance(gouvernance["code"], commande.slug)
    if any(v["code"] == code for v in voisines):
        raise RegleViolee("slug", f"L’instance {code} existe déjà.")
    parent = await _parent(ctx, gouvernance["id"], commande.parent)
    rang = commande.rang or max((v["rang"] for v in voisines if v["parent"] == parent), default=0) + 1
    valeurs = {
        **commande.model_dump(exclude={*_LISTES, "slug"}),
        "code": code,
        "gouvernance": gouvernance["id"],
        "parent": parent,
        "rang": rang,
        "territoire": await cle_de(ctx.acteur, "territoire", commande.territoire, "territoire"),
    }
    cle = await creer(ctx, Instance, code, valeurs, gouvernance=gouvernance["id"], saisie=commande)
    for champ, preparer in _LISTES.items():
        await ecrire_liste(await preparer(ctx, cle, code, commande.lire(champ)))
    return cle


async def modifier_instance(ctx: Contexte, reference: str, version: int, commande: Commande) -> int:
    """Change an instance (``ModifierInstance``); a given list replaces the former one. Returns the new version."""
    async with ecriture():
        avant = await charger(ctx.acteur, "instance", reference)
        exiger(droits_sur_instance(ctx.acteur, avant["gouvernance"], avant["id"]), Droit.REUNIR, QUOI)
        await verrouiller(Gouvernance, avant["gouvernance"])
        valeurs = commande.model_dump(exclude_unset=True, exclude=set(_LISTES))
        verifier_periode(valeurs.get("debut", avant["debut"]), valeurs.get("fin", avant["fin"]))
        if "parent" in valeurs:
            valeurs["parent"] = await _parent(ctx, avant["gouvernance"], valeurs["parent"])
            arbre = {i["id"]: i["parent"] for i in await _instances(avant["gouvernance"])}
            verifier_arbre(arbre, avant["id"], valeurs["parent"])
        if "territoire" in valeurs:
            valeurs["territoire"] = await cle_de(ctx.acteur, "territoire", valeurs["territoire"], "territoire")
        if valeurs.get("rang", avant["rang"]) is None:
            raise RegleViolee("rang", "Une instance garde toujours un rang.")
        nom = f"{avant['code']}:v{avant['version'] + 1}"
        listes = {
            champ: await _LISTES[champ](ctx, avant["id"], nom, commande.lire(champ))
            for champ in sorted(commande.model_fields_set & _LISTES.keys())
        }
        return await changer_avec_listes(
            ctx, Instance, avant, version, valeurs, listes, gouvernance=avant["gouvernance"]
        )


async def ajouter_cadence(ctx: Contexte, reference: str, commande: CadenceSaisie) -> int:
    """A cadence begins, usually by a decision; the one before keeps its period. Returns the instance's new version."""
    async with ecriture():
        return await _ajouter_cadence(ctx, reference, commande)


async def _ajouter_cadence(ctx: Contexte, reference: str, commande: CadenceSaisie) -> int:
    avant = await charger(ctx.acteur, "instance", reference)
    exiger(droits_sur_instance(ctx.acteur, avant["gouvernance"], avant["id"]), Droit.REUNIR, QUOI)
    liste = await _cadences(ctx, avant["id"], f"{avant['code']}:v{avant['version'] + 1}", [commande], "cadence")
    nouvelle = await changer(
        ctx,
        Instance,
        avant,
        None,
        {},
        gouvernance=avant["gouvernance"],
        action="ajouter_cadence",
        autres={"cadences": (None, commande)},
    )
    await ecrire_liste(liste)
    return nouvelle


async def _instances(gouvernance: UUID) -> list[Ligne]:
    return await lignes("SELECT * FROM instance WHERE gouvernance = {} AND supprime_le IS NULL", gouvernance)


async def _parent(ctx: Contexte, gouvernance: UUID, reference: str | None) -> UUID | None:
    cle = await cle_de(ctx.acteur, "instance", reference, "parent")
    if cle is not None and cle not in {i["id"] for i in await _instances(gouvernance)}:
        raise RegleViolee("parent", "Cette instance appartient à une autre gouvernance.")
    return cle


def _commun(ctx: Contexte, instance: UUID) -> Ligne:
    return {"cree_le": ctx.maintenant, "maj_le": ctx.maintenant, "instance": instance}


async def _sieges(ctx: Contexte, instance: UUID, nom: str, sieges: Sequence[SiegeSaisi]) -> Liste:
    rangees = []
    for i, siege in enumerate(sieges):
        champ = f"sieges.{i}"
        if not (siege.structure or siege.poste or siege.libelle):
            raise RegleViolee(f"{champ}.structure", "Un siège est à une structure, à un poste, ou porte un nom.")
        verifier_periode(siege.debut, siege.fin, f"{champ}.fin")
        rangees.append(
            {
                "id": ctx.cle(f"siege:{nom}:{i + 1}"),
                **_commun(ctx, instance),
                "rang": i + 1,
                **siege.model_dump(),
                "structure": await cle_de(ctx.acteur, "structure", siege.structure, f"{champ}.structure"),
                "poste": await cle_de(ctx.acteur, "poste", siege.poste, f"{champ}.poste"),
                "suppleant": await cle_de(ctx.acteur, "poste", siege.suppleant, f"{champ}.suppleant"),
            }
        )
    return Liste(Siege, "instance", rangees)


async def _cadences(
    ctx: Contexte, instance: UUID, nom: str, cadences: Sequence[CadenceSaisie], champ: str = "cadences.{}"
) -> Liste:
    rangees = []
    for i, cadence in enumerate(cadences):
        saisie = cadence.model_dump(exclude={"decision", "source"})
        verifier_cadence(CadenceTenue(**saisie), champ.format(i))
        rangees.append(
            {
                "id": ctx.cle(f"cadence:{nom}:{cadence.texte}:{cadence.debut}"),
                **_commun(ctx, instance),
                **saisie,
                "source": cadence.source,
                "decision": await cle_de(ctx.acteur, "decision", cadence.decision, f"{champ.format(i)}.decision"),
            }
        )
    return Liste(Cadence, "instance", rangees)


async def _roles(ctx: Contexte, instance: UUID, nom: str, roles: Sequence[RoleSaisi]) -> Liste:
    structures = await cles_de(ctx.acteur, "structure", [r.structure for r in roles], "roles")
    rangees = []
    for i, (role, structure) in enumerate(zip(roles, structures, strict=True)):
        verifier_periode(role.debut, role.fin, f"roles.{i}.fin")
        cle = ctx.cle(f"role_en_instance:{nom}:{i + 1}")
        rangees.append({"id": cle, "instance": instance, **role.model_dump(), "structure": structure})
    return Liste(RoleEnInstance, "instance", rangees)


_LISTES: dict[str, Callable[[Contexte, UUID, str, Any], Awaitable[Liste]]] = {
    "sieges": _sieges,
    "cadences": _cadences,
    "roles": _roles,
}
