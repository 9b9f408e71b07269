"""Writing governances: members with their dated roles, contributions and figures."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from backend.context import Contexte
from backend.queries.lecture import ligne, lignes
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
from backend.services.listes import Details, Liste, changer_avec_listes, ecrire_liste
from fne_roadmaps.domain.droits import Droit, droits_sur_gouvernance, exiger, peut_ouvrir
from fne_roadmaps.domain.enums import Profil
from fne_roadmaps.domain.errors import Interdit, NonTrouve, RegleViolee
from fne_roadmaps.domain.gouvernances import (
    RoleDate as RoleTenu,
    verifier_code_du_lieu,
    verifier_code_gouvernance,
    verifier_roles,
)
from fne_roadmaps.tables.comptes import ProfilDeCompte
from fne_roadmaps.tables.gouvernances import Chiffre, Contribution, Gouvernance, Membre, RoleDeMembre

QUOI = "Cette gouvernance"


async def creer_gouvernance(ctx: Contexte, commande: CreerGouvernance) -> UUID:
    """Open a governance with its members, in their protocol order."""
    async with ecriture():
        return await _creer(ctx, commande)


async def _creer(ctx: Contexte, commande: CreerGouvernance) -> UUID:
    verifier_code_gouvernance(commande.code)
    territoire = await cle_de(ctx.acteur, "territoire", commande.territoire, "territoire")
    if not ctx.acteur.systeme:
        await _exiger_ouverture(ctx, commande.code, territoire)
    if await lignes("SELECT id FROM gouvernance WHERE code = {}", commande.code):
        raise RegleViolee("code", f"La gouvernance {commande.code} existe déjà.")
    valeurs = {**commande.model_dump(exclude={"membres"}), "territoire": territoire}
    cle = await creer(ctx, Gouvernance, commande.code, valeurs, gouvernance=None, saisie=commande)
    await ecrire_liste(await _membres(ctx, cle, commande.code, commande.membres))
    await _confier(ctx, cle)
    return cle


async def _exiger_ouverture(ctx: Contexte, code: str, territoire: UUID | None) -> None:
    """Who administers the governance of the same ground, or of what holds it, may open one. Raises Interdit."""
    lieu = await ligne(
        "SELECT t.parent, t.code, p.code AS parent_code FROM territoire t LEFT JOIN territoire p ON p.id = t.parent "
        "WHERE t.id = {}",
        territoire,
    )
    voisines = await lignes(
        "SELECT id FROM gouvernance WHERE supprime_le IS NULL AND (territoire = {} OR territoire = {})",
        territoire,
        lieu and lieu["parent"],
    )
    if lieu is None or not peut_ouvrir(ctx.acteur, [v["id"] for v in voisines]):
        raise Interdit(
            "Une gouvernance s’ouvre par qui administre déjà celle de son territoire, ou du territoire qui le contient."
        )
    verifier_code_du_lieu(code, {lieu["code"], lieu["parent_code"]})


async def _confier(ctx: Contexte, gouvernance: UUID) -> None:
    """The account that opens a governance administers it; the system needs no profile."""
    compte = await ligne("SELECT id FROM compte WHERE identifiant = {}", ctx.acteur.identifiant)
    if compte and not ctx.acteur.systeme:
        cle = ctx.cle(f"profil:{ctx.acteur.identifiant}:{gouvernance}")
        profil = {"id": cle, "compte": compte["id"], "gouvernance": gouvernance, "profil": Profil.ADMINISTRATEUR}
        await inserer(ProfilDeCompte, [profil])


async def modifier_gouvernance(ctx: Contexte, reference: str, version: int, commande: Commande) -> int:
    """Change a governance (``ModifierGouvernance``); a given list of members replaces the former one."""
    async with ecriture():
        avant = await charger(ctx.acteur, "gouvernance", reference)
        exiger(droits_sur_gouvernance(ctx.acteur, avant["id"]), Droit.ADMINISTRER, QUOI)
        valeurs = commande.model_dump(exclude_unset=True, exclude={"membres"})
        if "territoire" in valeurs:
            valeurs["territoire"] = await cle_de(ctx.acteur, "territoire", valeurs["territoire"], "territoire")
        listes = {}
        if "membres" in commande.model_fields_set:
            nom = f"{avant['code']}:v{avant['version'] + 1}"
            listes["membres"] = await _membres(ctx, avant["id"], nom, commande.lire("membres"))
        return await changer_avec_listes(ctx, Gouvernance, avant, version, valeurs, listes, gouvernance=avant["id"])


async def _membres(ctx: Contexte, gouvernance: UUID, nom: str, membres: Sequence[MembreSaisi]) -> Liste:
    """The members, in their protocol order, with their roles. Raises RegleViolee on the faulty line."""
    structures = await cles_de(ctx.acteur, "structure", [m.structure for m in membres], "membres")
    if len(set(structures)) != len(structures):
        raise RegleViolee("membres", "Une même structure est membre une seule fois, avec tous ses rôles.")
    rangees, roles = [], []
    for i, (membre, structure) in enumerate(zip(membres, structures, strict=True)):
        verifier_roles([_tenu(r) for r in membre.roles], f"membres.{i}.roles")
        cle = ctx.cle(f"membre:{nom}:{membre.structure}")
        rangees.append(
            {
                "id": cle,
                "cree_le": ctx.maintenant,
                "maj_le": ctx.maintenant,
                "gouvernance": gouvernance,
                "structure": structure,
                "rang": i + 1,
                "precision": membre.precision,
            }
        )
        roles += [
            {
                "id": ctx.cle(f"role_de_membre:{nom}:{membre.structure}:{r.role}:{r.debut}"),
                "membre": cle,
                **r.model_dump(),
            }
            for r in membre.roles
        ]
    return Liste(Membre, "gouvernance", rangees, Details(RoleDeMembre, "membre", roles))


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


async def retirer_contribution(ctx: Contexte, contribution: UUID) -> int:
    """Take back what was said of a contribution; it can be put again. Returns the new version."""
    return await _garder_ou_non(ctx, contribution, retiree=True)


async def remettre_contribution(ctx: Contexte, contribution: UUID) -> int:
    """Put a contribution taken back again, as it was. Returns the new version."""
    return await _garder_ou_non(ctx, contribution, retiree=False)


async def _garder_ou_non(ctx: Contexte, contribution: UUID, *, retiree: bool) -> int:
    async with ecriture():
        avant = await ligne("SELECT * FROM contribution WHERE id = {}", contribution)
        if avant is None:
            raise NonTrouve("Cette contribution")
        exiger(droits_sur_gouvernance(ctx.acteur, avant["gouvernance"]), Droit.REUNIR, "Cette contribution")
        return await changer(
            ctx,
            Contribution,
            avant,
            None,
            {"supprime_le": ctx.maintenant if retiree else None},
            gouvernance=avant["gouvernance"],
            action="retirer" if retiree else "remettre",
        )


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
