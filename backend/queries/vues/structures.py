"""Structures as forms propose them."""

from __future__ import annotations

from backend.queries.lecture import lignes
from backend.queries.references import visible
from fne_roadmaps.domain.droits import Acteur
from fne_roadmaps.domain.textes import replier


async def noms_de_structures(acteur: Acteur) -> list[str]:
    """Names of every structure, in order, each once. One statement."""
    clause = visible(acteur, "structure")
    rangees = await lignes(
        f"SELECT DISTINCT nom FROM structure WHERE supprime_le IS NULL AND {clause.sql}", *clause.valeurs
    )
    return sorted((r["nom"] for r in rangees), key=lambda nom: (replier(nom), nom))
