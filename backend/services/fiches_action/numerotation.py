"""Ranks and proposal numbers: given once, never reused after a signature."""

from __future__ import annotations

from uuid import UUID

from backend.queries.fiches_action.rangs import rangs_signes
from backend.queries.lecture import Ligne, ligne, lignes
from fne_roadmaps.domain.arbitrage import NUMERO_SIGNE
from fne_roadmaps.domain.errors import RegleViolee
from fne_roadmaps.domain.fiches_action import numero, prochain_rang


async def rangs_figes(feuille: UUID, rang_axe: int) -> set[int]:
    """Ranks of one axe that a published version printed."""
    return (await rangs_signes(feuille)).get(rang_axe, set())


async def refuser_numero_signe(feuille: UUID, fiche: Ligne, champ: str) -> None:
    """A fiche a published text prints keeps its number and its axe. Raises RegleViolee on ``champ``."""
    axe = await ligne("SELECT rang FROM axe WHERE id = {}", fiche["axe"]) if fiche["axe"] else None
    if axe and fiche["rang"] in await rangs_figes(feuille, axe["rang"]):
        raise RegleViolee(champ, NUMERO_SIGNE.format(numero=numero(axe["rang"], fiche["rang"])))


async def rang_dans_l_axe(feuille: UUID, axe: UUID, voulu: int | None, *, sauf: UUID | None = None) -> int:
    """The rank ``voulu`` if it is free, else the next one of the axe. Raises RegleViolee when it is taken."""
    pris, figes = await _rangs(feuille, axe, sauf)
    if voulu is None:
        return prochain_rang(pris, figes)
    if voulu in pris:
        raise RegleViolee("rang", f"Une autre fiche porte déjà le numéro {voulu} dans cet axe.")
    if voulu in figes:
        raise RegleViolee("rang", f"Le numéro {voulu} figure dans un texte publié : il n’est jamais réattribué.")
    return voulu


async def rang_libre(feuille: UUID, axe: UUID, rang: int) -> bool:
    """No fiche of the axe has this rank, and no published text printed it."""
    pris, figes = await _rangs(feuille, axe, None)
    return rang not in pris and rang not in figes


async def _rangs(feuille: UUID, axe: UUID, sauf: UUID | None) -> tuple[set[int], set[int]]:
    """Ranks taken in the axe today (``sauf`` one fiche), and those published texts printed."""
    fiches = await lignes(
        "SELECT id, rang FROM fiche_action WHERE axe = {} AND rang IS NOT NULL AND supprime_le IS NULL", axe
    )
    trouve = await ligne("SELECT rang FROM axe WHERE id = {}", axe)
    figes = await rangs_figes(feuille, trouve["rang"]) if trouve else set()
    return {r["rang"] for r in fiches if r["id"] != sauf}, figes


async def prochaine_proposition(feuille: UUID) -> int:
    """The next proposal number of the roadmap."""
    trouve = await ligne("SELECT MAX(numero_proposition) AS n FROM fiche_action WHERE feuille_de_route = {}", feuille)
    return int((trouve and trouve["n"]) or 0) + 1
