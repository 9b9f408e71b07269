"""Ranks and proposal numbers: given once, never reused after a signature."""

from __future__ import annotations

import json
from uuid import UUID

from backend.queries.lecture import ligne, lignes
from fne_roadmaps.domain.errors import RegleViolee
from fne_roadmaps.domain.fiches_action import prochain_rang


async def rangs_figes(feuille: UUID, rang_axe: int) -> set[int]:
    """Ranks of the axe that a published version printed: they belong to their fiche for ever."""
    rangs: set[int] = set()
    for version in await lignes("SELECT contenu FROM version_publiee WHERE feuille_de_route = {}", feuille):
        for axe in json.loads(version["contenu"])["axes"]:
            if axe["rang"] == rang_axe:
                rangs |= {int(fiche["numero"].rpartition(".")[2]) for fiche in axe["fiches"]}
    return rangs


async def rang_dans_l_axe(feuille: UUID, axe: UUID, voulu: int | None, *, sauf: UUID | None = None) -> int:
    """The rank ``voulu`` if it is free, else the next one of the axe. Raises RegleViolee when it is taken."""
    pris = {
        r["rang"]
        for r in await lignes("SELECT id, rang FROM fiche_action WHERE axe = {} AND rang IS NOT NULL", axe)
        if r["id"] != sauf
    }
    trouve = await ligne("SELECT rang FROM axe WHERE id = {}", axe)
    figes = await rangs_figes(feuille, trouve["rang"]) if trouve else set()
    if voulu is None:
        return prochain_rang(pris, figes)
    if voulu in pris:
        raise RegleViolee("rang", f"Une autre fiche porte déjà le numéro {voulu} dans cet axe.")
    if voulu in figes:
        raise RegleViolee("rang", f"Le numéro {voulu} figure dans un texte publié : il n’est jamais réattribué.")
    return voulu


async def prochaine_proposition(feuille: UUID) -> int:
    """The next proposal number of the roadmap."""
    trouve = await ligne("SELECT MAX(numero_proposition) AS n FROM fiche_action WHERE feuille_de_route = {}", feuille)
    return int((trouve and trouve["n"]) or 0) + 1
