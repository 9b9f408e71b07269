"""What a structure did in the comitology: at meetings, between them, and in the bodies it belongs to."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from backend.queries.chiffres import CHIFFRES, CONTRIBUTIONS
from backend.queries.lecture import Clause, Ligne, date_de, instance_suivie, lignes, par_cle, parmi
from backend.queries.references import charger
from backend.queries.vues.listes import tout_lister
from backend.queries.vues.reunions import reunions
from fne_roadmaps.domain.droits import Acteur
from fne_roadmaps.domain.enums import EtatReunion, RoleInstance, TypeInstance, UsageChiffre
from fne_roadmaps.domain.participation import RoleTenu, annee_sure, tient


@dataclass(frozen=True, slots=True)
class Participation:
    """One year of a structure, as far as the reader may follow it.

    ``reunions`` are the meetings of the year where it held a role, each with its ``roles`` and ``minutes``; ``tenus``
    the roles that count: meetings held, no example. ``incertaines`` are meetings that may be of another year.
    ``contributions`` are those of the year and those without a date; ``declares`` the figures sources declare of it.
    """

    structure: Ligne
    annee: int
    annees: list[int]
    reunions: list[Ligne]
    incertaines: list[Ligne]
    tenus: list[RoleTenu]
    contributions: list[Ligne]
    instances: list[Ligne]
    declares: list[Ligne]


async def lire_participation(acteur: Acteur, structure: str, annee: int | None, au: date) -> Participation:
    """A fixed number of statements. ``annee`` None is the last year with a meeting held. Raises NonTrouve."""
    trouvee = await charger(acteur, "structure", structure)
    siennes = await reunions(
        acteur, Clause("r.id IN (SELECT reunion FROM role_en_reunion WHERE structure = {})", (trouvee["id"],)), au
    )
    roles = await _roles(trouvee["id"], [r["id"] for r in siennes])
    for reunion in siennes:
        reunion["roles"] = [RoleInstance(x["role"]) for x in roles[reunion["id"]]]
        comptees = [x["temps_minutes"] for x in roles[reunion["id"]] if x["temps_minutes"] is not None]
        reunion["minutes"] = sum(comptees) if comptees else None
    contributions = await tout_lister(acteur, CONTRIBUTIONS, {"structure": str(trouvee["id"])}, au)
    annees = sorted({n for r in siennes if (n := annee_sure(date_de(r)))} | _annees_de(contributions), reverse=True)
    choisie = annee if annee is not None else (annees[0] if annees else au.year)
    de_l_annee = [r for r in siennes if annee_sure(date_de(r)) == choisie]
    return Participation(
        structure=trouvee,
        annee=choisie,
        annees=annees,
        reunions=de_l_annee,
        incertaines=[r for r in siennes if annee_sure(date_de(r)) is None and _peut_etre(r, choisie)],
        tenus=[role for r in de_l_annee if _compte(r) for role in _tenus(r, roles[r["id"]])],
        contributions=[c for c in contributions if c["date"] is None or annee_sure(c["date"]) == choisie],
        instances=await _instances(acteur, trouvee["id"], choisie),
        declares=[
            c
            for c in await tout_lister(acteur, CHIFFRES, {"usage": (UsageChiffre.ACTIVITE,)}, au)
            if annee_sure(c["date"]) == choisie
        ],
    )


def _annees_de(contributions: list[Ligne]) -> set[int]:
    return {n for c in contributions if (n := annee_sure(c["date"]))}


def _compte(reunion: Ligne) -> bool:
    return reunion["etat"] == EtatReunion.TENUE and not reunion["exemple"]


def _peut_etre(reunion: Ligne, annee: int) -> bool:
    quand = date_de(reunion)
    return (
        quand is not None
        and (quand.premier is None or quand.premier.year <= annee)
        and (quand.dernier is None or quand.dernier.year >= annee)
    )


def _tenus(reunion: Ligne, roles: list[Ligne]) -> list[RoleTenu]:
    type_ = TypeInstance(reunion["i_type"]) if reunion["i_type"] else None
    return [
        RoleTenu(reunion["id"], reunion["d_nom"], type_, RoleInstance(x["role"]), x["temps_minutes"]) for x in roles
    ]


async def _roles(structure: UUID, cles: list[UUID]) -> dict[UUID, list[Ligne]]:
    clause = parmi("reunion", cles)
    return par_cle(
        await lignes(
            f"SELECT reunion, role, temps_minutes FROM role_en_reunion WHERE structure = {{}} AND {clause.sql} "
            "ORDER BY role",
            structure,
            *clause.valeurs,
        ),
        "reunion",
    )


async def _instances(acteur: Acteur, structure: UUID, annee: int) -> list[Ligne]:
    """Roles held in bodies during the year, by code. One statement."""
    suivie = instance_suivie(acteur)
    tenues = await lignes(
        "SELECT instance.id, instance.code, instance.nom, instance.type, x.role, x.debut, x.fin, g.nom AS g_nom, "
        "g.type AS g_type, gt.nom AS gt_nom FROM role_en_instance x JOIN instance ON instance.id = x.instance "
        "JOIN gouvernance g ON g.id = instance.gouvernance JOIN territoire gt ON gt.id = g.territoire "
        f"WHERE x.structure = {{}} AND instance.supprime_le IS NULL AND ({suivie.sql}) ORDER BY instance.code, x.role",
        structure,
        *suivie.valeurs,
    )
    return [x for x in tenues if tient(x["debut"], x["fin"], annee)]
