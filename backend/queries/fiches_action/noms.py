"""Names of what contents of fiches name by key: structures, posts, territories, axes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any
from uuid import UUID

from backend.queries.lecture import lignes, parmi

Noms = Mapping[str, str]


async def noms_de(contenus: Iterable[Mapping[str, Any]]) -> Noms:
    """Key (as text) → name, for every key the contents hold. Four statements."""
    tous = list(contenus)
    acteurs = [a for c in tous for a in c.get("acteurs", ())]
    par_table = {
        "structure": ("nom", [a["structure"] for a in acteurs]),
        "poste": ("fonction", [a["poste"] for a in acteurs if a["poste"]]),
        "territoire": ("nom", [t for c in tous for t in c.get("territoires", ())]),
    }
    noms: dict[str, str] = {}
    for table, (colonne, cles) in par_table.items():
        clause = parmi("id", {UUID(cle) for cle in cles})
        for r in await lignes(f"SELECT id, {colonne} AS nom FROM {table} WHERE {clause.sql}", *clause.valeurs):
            noms[str(r["id"])] = r["nom"]
    axes = {UUID(c["axe"]) for c in tous if c.get("axe")} | {UUID(a) for c in tous for a in c.get("axes_servis", ())}
    clause = parmi("id", axes)
    for r in await lignes(f"SELECT id, rang, titre FROM axe WHERE {clause.sql}", *clause.valeurs):
        noms[str(r["id"])] = f"{r['rang']}, {r['titre']}" if r["titre"] else str(r["rang"])
    return noms
