"""Reading territories: reference data open to every account."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from backend.queries.filtres import choix, exemples, jour, vers
from backend.queries.lecture import Clause, Ligne, lignes
from backend.queries.listes import Liste
from backend.queries.references import charger
from backend.queries.valeurs import Forme, former, former_toutes
from fne_roadmaps.domain.droits import Acteur
from fne_roadmaps.domain.enums import TypeTerritoire

FORME = Forme(mots={"type": TypeTerritoire}, refs=("parent",))
COLONNES = "territoire.*, p.code AS parent_code, p.nom AS parent_nom"
JOINTURES = "LEFT JOIN territoire p ON p.id = territoire.parent"


async def lire_territoire(acteur: Acteur, reference: str | UUID, au: date) -> Ligne:
    """A territory with those it holds. Two statements. Raises NonTrouve."""
    rangee = await charger(acteur, "territoire", reference, colonnes=COLONNES, jointures=JOINTURES)
    enfants = await lignes(
        "SELECT id, code, nom FROM territoire WHERE parent = {} AND supprime_le IS NULL ORDER BY code", rangee["id"]
    )
    return {**former(rangee, FORME), "enfants": enfants}


async def _completer(acteur: Acteur, au: date, rangees: list[Ligne]) -> list[Ligne]:
    return former_toutes(rangees, FORME)


TERRITOIRES = Liste(
    table="territoire",
    colonnes=COLONNES,
    jointures=JOINTURES,
    filtres={
        "type": choix(TypeTerritoire, "territoire.type", "Type de territoire."),
        "parent": vers("territoire", "territoire.parent = §", "Territoire qui les contient, par clé ou code."),
        "valide_le": jour(
            lambda valeur, au: Clause(
                "(territoire.valide_du IS NULL OR territoire.valide_du <= {}) "
                "AND (territoire.valide_au IS NULL OR territoire.valide_au >= {})",
                (valeur, valeur),
            ),
            "Territoires valides ce jour-là.",
        ),
        "exemple": exemples("territoire"),
    },
    tris={"code": ("territoire.code",), "nom": ("territoire.nom",), "maj": ("territoire.maj_le",)},
    completer=_completer,
)
