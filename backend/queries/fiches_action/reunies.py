"""Fusions that stand, with what came from whom; and splits, with what went where."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from backend.queries.lecture import Ligne, ligne, lignes
from fne_roadmaps.domain.enums import TypeLienFiches
from fne_roadmaps.domain.errors import NonTrouve

_STANDS = "SELECT * FROM lien_fiches WHERE type = {} AND contenu IS NOT NULL AND annule_le IS NULL AND "


@dataclass(frozen=True, slots=True)
class FusionLue:
    """One act of merging: ``sources`` are its links in order, each with its ``contenu`` read.

    ``avant`` and ``apres`` are what the fiche that received said before it and right after.
    """

    cle: UUID
    cible: UUID
    sources: tuple[Ligne, ...]
    avant: Mapping[str, Any]
    apres: Mapping[str, Any]


async def fusions_de(cible: UUID) -> list[FusionLue]:
    """Fusions that stand in a fiche, oldest first. One statement."""
    return _grouper(await lignes(_STANDS + "cible = {}", TypeLienFiches.FUSION.value, cible))


async def lire_fusion(cle: UUID) -> FusionLue:
    """A fusion that stands. Two statements. Raises NonTrouve; the rights are those on its fiche."""
    lien = await ligne(_STANDS + "id = {}", TypeLienFiches.FUSION.value, cle)
    if lien is not None:
        for fusion in await fusions_de(lien["cible"]):
            if fusion.cle == cle:
                return fusion
    raise NonTrouve("Cette fusion")


def _grouper(liens: list[Ligne]) -> list[FusionLue]:
    par_fusion: dict[str, list[Ligne]] = {}
    for lien in liens:
        contenu = json.loads(lien["contenu"])
        par_fusion.setdefault(contenu["fusion"], []).append({**lien, "contenu": contenu})
    fusions = []
    for cle, groupe in par_fusion.items():
        sources = sorted(groupe, key=lambda lien: lien["contenu"]["rang"])
        premiere = sources[0]["contenu"]
        fusions.append(FusionLue(UUID(cle), sources[0]["cible"], tuple(sources), premiere["avant"], premiere["apres"]))
    return sorted(fusions, key=lambda f: (f.sources[0]["date_premier"], str(f.cle)))


@dataclass(frozen=True, slots=True)
class ScissionLue:
    """One act of splitting: ``nouvelles`` are its links in order. ``avant`` and ``apres`` are of the fiche split."""

    cle: UUID
    source: UUID
    nouvelles: tuple[Ligne, ...]
    avant: Mapping[str, Any]
    apres: Mapping[str, Any]


async def lire_scission(cle: UUID) -> ScissionLue:
    """A split that stands. Two statements. Raises NonTrouve; the rights are those on its fiche."""
    lien = await ligne(_STANDS + "id = {}", TypeLienFiches.SCISSION.value, cle)
    if lien is None:
        raise NonTrouve("Cette scission")
    liens = await lignes(_STANDS + "source = {}", TypeLienFiches.SCISSION.value, lien["source"])
    lus = [{**x, "contenu": json.loads(x["contenu"])} for x in liens]
    siens = sorted((x for x in lus if x["contenu"]["scission"] == str(cle)), key=lambda x: x["contenu"]["rang"])
    premiere = siens[0]["contenu"]
    return ScissionLue(cle, lien["source"], tuple(siens), premiere["avant"], premiere["apres"])
