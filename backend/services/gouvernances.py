"""Writing governances: members with their dated roles, contributions and figures."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from backend.context import Contexte
from backend.queries.lecture import lignes
from backend.queries.references import charger, cle_de, cles_de
from backend.services.commands.champs import Commande
from backend.services.commands.gouvernances import (
    AjouterChiffre,
    AjouterContribution,
    CreerGouvernance,
    MembreSaisi,
    RoleDate,
)
from backend.services.ecriture import changer, colonnes_date, creer, ecriture, inserer
from backend.services.territoires import exiger_systeme
from fne_roadmaps.domain.droits import Droit, droits_sur_gouvernance, exiger
from fne_roadmaps.domain.errors import RegleViolee
from fne_roadmaps.domain.gouvernances import RoleDate as RoleTenu
from fne_roadmaps.domain.gouvernances import verifier_code_gouvernance, verifier_roles
from fne_roadmaps.tables.gouvernances import Chiffre, Contribution, Gouvernance, Membre, RoleDeMembre

QUOI = "Cette gouvernance"


async def creer_gouvernance(ctx: Contexte, commande: CreerGouvernance) -> UUID:
    """Open a governance with its members, in their protocol order."""
    async with ecriture():
        return await _creer(ctx, commande)


async def _creer(ctx: Contexte, commande: CreerGouvernance) -> UUID:
    exiger_systeme(ctx, "Les gouvernances nouvelles")
    verifier_code_gouvernance(commande.code)
    territoire = await cle_de(ctx.acteur, "territoire", commande.territoire, "territoire")
    valeurs = {**commande.model_dump(exclude={"membres"}), "territoire": territoire}
    cle = await creer(ctx, Gouvernance, commande.code, valeurs, gouvernance=None, saisie=commande)
    await _ecrire_membres(ctx, cle, commande.code, commande.membres)
    return cle


async def modifier_gouvernance(ctx: Contexte, reference: str, version: int, commande: Commande) -> int:
    """Change a governance (``ModifierGouvernance``); a given list of members replaces the former one."""
    async with ecriture():
        avant = await charger(ctx.acteur, "gouvernance", reference)
        exiger(droits_sur_gouvernance(ctx.acteur, avant["id"]), Droit.ADMINISTRER, QUOI)
        valeurs = commande.model_dump(exclude_unset=True, exclude={"membres"})
        if "territoire" in valeurs:
            valeurs["territoire"] = await cle_de(ctx.acteur, "territoire", valeurs["territoire"], "territoire")
        autres: dict[str, tuple[Any, Any]] = {}
        membres: Sequence[MembreSaisi] = commande.lire("membres")
        if "membres" in commande.model_fields_set:
            autres["membres"] = (await _membres_actuels(avant["id"]), membres)
        nouvelle = await changer(ctx, Gouvernance, avant, version, valeurs, gouvernance=avant["id"], autres=autres)
        if autres:
            await (
                Membre.update({"supprime_le": ctx.maintenant})
                .where((Membre.gouvernance == avant["id"]) & Membre.supprime_le.is_null())
                .run()
            )
            await _ecrire_membres(ctx, avant["id"], f"{avant['code']}:v{nouvelle}", membres)
        return nouvelle


async def _membres_actuels(gouvernance: UUID) -> list[dict[str, Any]]:
    """Members as the journal keeps them before a change."""
    return await lignes(
        "SELECT s.code AS structure, r.role AS role FROM membre m JOIN structure s ON s.id = m.structure "
        "LEFT JOIN role_de_membre r ON r.membre = m.id "
        "WHERE m.gouvernance = {} AND m.supprime_le IS NULL ORDER BY m.rang, r.role",
        gouvernance,
    )


async def _ecrire_membres(ctx: Contexte, gouvernance: UUID, nom: str, membres: Sequence[MembreSaisi]) -> None:
    structures = await cles_de(ctx.acteur, "structure", [m.structure for m in membres], "membres")
    if len(set(structures)) != len(structures):
        raise RegleViolee("membres", "Une même structure est membre une seule fois, avec tous ses rôles.")
    roles = []
    for i, (membre, structure) in enumerate(zip(membres, structures, strict=True)):
        verifier_roles([_tenu(r) for r in membre.roles], f"membres.{i}.roles")
        cle = ctx.cle(f"membre:{nom}:{membre.structure}")
        commun = {"cree_le": ctx.maintenant, "maj_le": ctx.maintenant, "precision": membre.precision}
        await inserer(
            Membre, [{"id": cle, "gouvernance": gouvernance, "structure": structure, "rang": i + 1, **commun}]
        )
        roles += [
            {
                "id": ctx.cle(f"role_de_membre:{nom}:{membre.structure}:{r.role}:{r.debut}"),
                "membre": cle,
                **r.model_dump(),
            }
            for r in membre.roles
        ]
    await inserer(RoleDeMembre, roles)


def _tenu(role: RoleDate) -> RoleTenu:
    return RoleTenu(role.role, role.debut, role.fin)


async def ajouter_contribution(ctx: Contexte, commande: AjouterContribution) -> UUID:
    """Record what a structure brought to a governance beside meetings."""
    async with ecriture():
        return await _ajouter_contribution(ctx, commande)


async def _ajouter_contribution(ctx: Contexte, commande: AjouterContribution) -> UUID:
    gouvernance = await charger(ctx.acteur, "gouvernance", commande.gouvernance)
    exiger(droits_sur_gouvernance(ctx.acteur, gouvernance["id"]), Droit.REUNIR, QUOI)
    structure = await cle_de(ctx.acteur, "structure", commande.structure, "structure")
    rang = await _suivant("contribution", gouvernance["id"])
    valeurs = {
        **commande.model_dump(exclude={"date"}),
        **colonnes_date("date", commande.date),
        "gouvernance": gouvernance["id"],
        "structure": structure,
        "rang": rang,
    }
    nom = f"{gouvernance['code']}:{rang}"
    return await creer(ctx, Contribution, nom, valeurs, gouvernance=gouvernance["id"], saisie=commande)


async def ajouter_chiffre(ctx: Contexte, commande: AjouterChiffre) -> UUID:
    """Record a sourced figure; a declared one keeps the value printed by its source."""
    async with ecriture():
        return await _ajouter_chiffre(ctx, commande)


async def _ajouter_chiffre(ctx: Contexte, commande: AjouterChiffre) -> UUID:
    gouvernance = await charger(ctx.acteur, "gouvernance", commande.gouvernance)
    exiger(droits_sur_gouvernance(ctx.acteur, gouvernance["id"]), Droit.REDIGER, QUOI)
    territoire = await cle_de(ctx.acteur, "territoire", commande.territoire, "territoire")
    rang = await _suivant("chiffre", gouvernance["id"])
    valeurs = {
        **commande.model_dump(exclude={"date"}),
        **colonnes_date("date", commande.date),
        "gouvernance": gouvernance["id"],
        "territoire": territoire,
        "rang": rang,
    }
    nom = f"{gouvernance['code']}:{rang}"
    return await creer(ctx, Chiffre, nom, valeurs, gouvernance=gouvernance["id"], saisie=commande)


async def _suivant(table: str, gouvernance: UUID) -> int:
    """The next printed rank of a list of the governance (its order, not an identity: a tie only ties)."""
    trouve = await lignes(f"SELECT MAX(rang) AS rang FROM {table} WHERE gouvernance = {{}}", gouvernance)
    return int(trouve[0]["rang"] or 0) + 1
