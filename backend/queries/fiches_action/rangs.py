"""The order of a roadmap: its axes, its numbered fiches, and the numbers its published texts printed."""

from __future__ import annotations

import json
from collections.abc import Sequence
from uuid import UUID

from backend.queries.lecture import Ligne, lignes
from fne_roadmaps.domain.fiches_action import numero


async def rangs_signes(feuille: UUID) -> dict[int, set[int]]:
    """Ranks that published versions printed, by rank of axe: they belong to their fiche for ever. One statement."""
    rangs: dict[int, set[int]] = {}
    for version in await lignes("SELECT contenu FROM version_publiee WHERE feuille_de_route = {}", feuille):
        for axe in json.loads(version["contenu"])["axes"]:
            rangs.setdefault(axe["rang"], set()).update(int(f["numero"].rpartition(".")[2]) for f in axe["fiches"])
    return rangs


async def axes_a_ranger(feuille: UUID) -> list[Ligne]:
    """Level-1 headings in order. One statement."""
    return await lignes(
        "SELECT * FROM axe WHERE feuille_de_route = {} AND parent IS NULL AND supprime_le IS NULL ORDER BY rang",
        feuille,
    )


async def fiches_a_ranger(feuille: UUID) -> list[Ligne]:
    """Numbered fiches, in the order of their numbers. One statement."""
    return await lignes(
        "SELECT f.id, f.titre, f.axe, f.rang, f.version, f.instruction, f.avancement, f.exemple, a.rang AS axe_rang "
        "FROM fiche_action f JOIN axe a ON a.id = f.axe WHERE f.feuille_de_route = {} AND f.rang IS NOT NULL "
        "AND f.supprime_le IS NULL ORDER BY a.rang, f.rang",
        feuille,
    )


async def numeros_signes(
    feuille: UUID, axes: Sequence[Ligne], fiches: Sequence[Ligne]
) -> tuple[dict[UUID, str], dict[UUID, set[int]]]:
    """Fiches whose number a published text prints, with it; and ranks printed, by axe. One statement."""
    figes = await rangs_signes(feuille)
    signees = {
        f["id"]: numero(f["axe_rang"], f["rang"]) for f in fiches if f["rang"] in figes.get(f["axe_rang"], set())
    }
    return signees, {a["id"]: figes.get(a["rang"], set()) for a in axes}
