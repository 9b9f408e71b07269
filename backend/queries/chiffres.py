"""Reading the figures of governances and what structures contribute to them."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from backend.queries.filtres import choix, exemples, vers
from backend.queries.lecture import Ligne, lignes
from backend.queries.listes import Liste
from backend.queries.references import charger
from backend.queries.valeurs import Forme, former, former_toutes
from fne_roadmaps.domain.droits import Acteur
from fne_roadmaps.domain.enums import ComparateurChiffre, NatureChiffre, TypeContribution, UsageChiffre

FORME = Forme(
    mots={"usage": UsageChiffre, "nature": NatureChiffre, "comparateur": ComparateurChiffre},
    dates=("date",),
    refs=("gouvernance", "territoire"),
)
COLONNES = (
    "chiffre.*, gouvernance.code AS gouvernance_code, gouvernance.nom AS gouvernance_nom, "
    "territoire.code AS territoire_code, territoire.nom AS territoire_nom"
)
JOINTURES = (
    "JOIN gouvernance ON gouvernance.id = chiffre.gouvernance "
    "LEFT JOIN territoire ON territoire.id = chiffre.territoire"
)
_CONTRIBUTION = Forme(mots={"type": TypeContribution}, dates=("date",), refs=("gouvernance", "structure"))
_CONTRIBUTION_COLONNES = (
    "contribution.*, gouvernance.code AS gouvernance_code, gouvernance.nom AS gouvernance_nom, "
    "structure.code AS structure_code, structure.nom AS structure_nom"
)
_CONTRIBUTION_JOINTURES = (
    "JOIN gouvernance ON gouvernance.id = contribution.gouvernance "
    "JOIN structure ON structure.id = contribution.structure"
)


async def lire_chiffre(acteur: Acteur, reference: str | UUID, au: date) -> Ligne:
    """One figure of a governance, by its key. One statement. Raises NonTrouve."""
    return former(await charger(acteur, "chiffre", reference, colonnes=COLONNES, jointures=JOINTURES), FORME)


async def lire_contribution(acteur: Acteur, reference: str | UUID, au: date) -> Ligne:
    """One contribution, by its key. One statement. Raises NonTrouve."""
    rangee = await charger(
        acteur, "contribution", reference, colonnes=_CONTRIBUTION_COLONNES, jointures=_CONTRIBUTION_JOINTURES
    )
    return former(rangee, _CONTRIBUTION)


async def diagnostic_de(acteur: Acteur, feuille: str) -> list[Ligne]:
    """Figures of the diagnostic a roadmap leans on, in their order. Two statements. Raises NonTrouve."""
    gouvernance = (await charger(acteur, "feuille_de_route", feuille))["gouvernance"]
    rangees = await lignes(
        f"SELECT {COLONNES} FROM chiffre {JOINTURES} WHERE chiffre.gouvernance = {{}} AND chiffre.usage = {{}} "
        "AND chiffre.supprime_le IS NULL ORDER BY chiffre.rang, chiffre.id",
        gouvernance,
        UsageChiffre.DIAGNOSTIC.value,
    )
    return former_toutes(rangees, FORME)


async def _completer_chiffres(acteur: Acteur, au: date, rangees: list[Ligne]) -> list[Ligne]:
    return former_toutes(rangees, FORME)


async def _completer_contributions(acteur: Acteur, au: date, rangees: list[Ligne]) -> list[Ligne]:
    return former_toutes(rangees, _CONTRIBUTION)


CHIFFRES = Liste(
    table="chiffre",
    colonnes=COLONNES,
    jointures=JOINTURES,
    filtres={
        "gouvernance": vers("gouvernance", "chiffre.gouvernance = §", "Gouvernance, par clé ou code."),
        "territoire": vers("territoire", "chiffre.territoire = §", "Territoire mesuré, par clé ou code."),
        "usage": choix(UsageChiffre, "chiffre.usage", "À quoi sert le chiffre."),
        "nature": choix(NatureChiffre, "chiffre.nature", "Déclaré par une source, ou calculé."),
        "exemple": exemples("chiffre"),
    },
    tris={"rang": ("gouvernance.code", "chiffre.rang"), "maj": ("chiffre.maj_le",)},
    completer=_completer_chiffres,
)
CONTRIBUTIONS = Liste(
    table="contribution",
    colonnes=_CONTRIBUTION_COLONNES,
    jointures=_CONTRIBUTION_JOINTURES,
    filtres={
        "gouvernance": vers("gouvernance", "contribution.gouvernance = §", "Gouvernance, par clé ou code."),
        "structure": vers("structure", "contribution.structure = §", "Structure qui contribue, par clé ou code."),
        "type": choix(TypeContribution, "contribution.type", "Type de contribution."),
        "exemple": exemples("contribution"),
    },
    tris={"rang": ("gouvernance.code", "contribution.rang"), "maj": ("contribution.maj_le",)},
    completer=_completer_contributions,
)
