"""Reading organisations and their posts: reference data open to every account. People are never listed here."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from backend.queries.filtres import choix, exemples, vers
from backend.queries.lecture import Ligne, lignes
from backend.queries.listes import Liste
from backend.queries.references import charger
from backend.queries.valeurs import Forme, former, former_toutes
from fne_roadmaps.domain.droits import Acteur
from fne_roadmaps.domain.enums import TypeStructure

FORME = Forme(mots={"type": TypeStructure}, refs=("territoire",))
COLONNES = "structure.*, territoire.code AS territoire_code, territoire.nom AS territoire_nom"
JOINTURES = "LEFT JOIN territoire ON territoire.id = structure.territoire"


async def lire_structure(acteur: Acteur, reference: str | UUID, au: date) -> Ligne:
    """An organisation with its posts. Two statements. Raises NonTrouve."""
    rangee = await charger(acteur, "structure", reference, colonnes=COLONNES, jointures=JOINTURES)
    postes = await lignes(
        "SELECT id, code, fonction AS nom FROM poste WHERE structure = {} AND supprime_le IS NULL ORDER BY code",
        rangee["id"],
    )
    return {**former(rangee, FORME), "postes": postes}


async def _completer(acteur: Acteur, au: date, rangees: list[Ligne]) -> list[Ligne]:
    return former_toutes(rangees, FORME)


STRUCTURES = Liste(
    table="structure",
    colonnes=COLONNES,
    jointures=JOINTURES,
    filtres={
        "type": choix(TypeStructure, "structure.type", "Type de structure."),
        "territoire": vers("territoire", "structure.territoire = §", "Territoire, par clé ou code."),
        "gouvernance": vers(
            "gouvernance",
            "EXISTS (SELECT 1 FROM membre m WHERE m.structure = structure.id AND m.supprime_le IS NULL "
            "AND m.gouvernance = §)",
            "Gouvernance dont elles sont membres, par clé ou code.",
        ),
        "exemple": exemples("structure"),
    },
    tris={"code": ("structure.code",), "nom": ("structure.nom",), "maj": ("structure.maj_le",)},
    completer=_completer,
)
