"""A whole list, without pages: for what a page shows entire."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from backend.queries.lecture import Ligne, ligne, lignes
from backend.queries.listes import Demande, Liste, choix, ordre_de
from fne_roadmaps.domain.droits import Acteur


async def tout_lister(acteur: Acteur, liste: Liste, filtres: Mapping[str, Any], au: date) -> list[Ligne]:
    """Every row that answers the filters, in the default order: one statement, and those of the list's completion."""
    clause = choix(acteur, liste, filtres, au)
    ordre = ordre_de(liste, Demande(liste.tri))
    rangees = await lignes(
        f"SELECT {liste.colonnes} FROM {liste.table} {liste.jointures} WHERE {clause.sql} ORDER BY {ordre}",
        *clause.valeurs,
    )
    return await liste.completer(acteur, au, rangees)


async def compter(acteur: Acteur, liste: Liste, filtres: Mapping[str, Any], au: date) -> int:
    """How many rows answer the filters. One statement."""
    clause = choix(acteur, liste, filtres, au)
    trouvee = await ligne(
        f"SELECT COUNT(*) AS n FROM {liste.table} {liste.jointures} WHERE {clause.sql}", *clause.valeurs
    )
    return trouvee["n"] if trouvee else 0
