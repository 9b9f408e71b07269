"""What a database holds: to compare before and after, and to read the journal."""

from __future__ import annotations

from typing import Any

from backend.queries.lecture import Ligne, lignes
from fne_roadmaps.tables.engines import toutes_les_tables


async def contenu_de_la_base() -> dict[str, list[Ligne]]:
    """Every row of every table, in the order of keys."""
    return {
        nom: await lignes(f"SELECT * FROM {nom} ORDER BY id")  # noqa: S608 - our own table names
        for nom in (table._meta.tablename for table in toutes_les_tables())
    }


async def lignes_du_journal(requete: str = "essai") -> list[Ligne]:
    """Entries one request left, in the order of their fields."""
    return await lignes(
        "SELECT * FROM entree_journal WHERE requete = {} ORDER BY concept, objet, action, champ", requete
    )


async def valeur(sql: str, *parametres: Any) -> Any:
    """The only value of the only row of a SELECT."""
    (rangee,) = await lignes(sql, *parametres)
    (unique,) = rangee.values()
    return unique
