"""Throwing a fiche away, and taking it back."""

from __future__ import annotations

from uuid import UUID

from backend.context import Contexte
from backend.queries.fiches_action.droits import droits_de_fiche
from backend.queries.fiches_action.reunies import fusions_de
from backend.queries.lecture import Ligne, ligne
from backend.queries.references import QUOI, charger
from backend.services.commands.arbitrage import SupprimerFiche
from backend.services.ecriture import changer, ecriture
from backend.services.fiches_action.acces import charger_fiche
from fne_roadmaps.domain.arbitrage import verifier_supprimable
from fne_roadmaps.domain.droits import Droit, exiger
from fne_roadmaps.domain.enums import Instruction
from fne_roadmaps.domain.errors import NonTrouve, RegleViolee
from fne_roadmaps.tables.fiches_action import FicheAction


def droit_de_jeter(droits: frozenset[Droit]) -> Droit:
    """The arbitration throws away; and who wrote a fiche, as long as it may still write it."""
    return Droit.REDIGER if Droit.REDIGER in droits else Droit.ARBITRER


async def supprimer_fiche_action(ctx: Contexte, reference: str, version: int | None, commande: SupprimerFiche) -> int:
    """The fiche leaves every list and waits in the bin of its roadmap, with its number. Returns the new version."""
    async with ecriture():
        return await _supprimer(ctx, reference, version, commande)


async def _supprimer(ctx: Contexte, reference: str, version: int | None, commande: SupprimerFiche) -> int:
    fiche, feuille = await charger_fiche(ctx, reference, Droit.SUIVRE)
    droits = await droits_de_fiche(ctx.acteur, fiche, feuille)
    exiger(droits, droit_de_jeter(droits), QUOI["fiche_action"])
    verifier_supprimable(Instruction(fiche["instruction"]))
    if await fusions_de(fiche["id"]):
        raise RegleViolee("instruction", "Des fiches sont fusionnées dans celle-ci : défaites la fusion avant.")
    return await changer(
        ctx,
        FicheAction,
        fiche,
        version,
        {"supprime_le": ctx.maintenant},
        gouvernance=feuille["gouvernance"],
        action="supprimer",
        pourquoi=commande.pourquoi,
    )


async def restaurer_fiche_action(ctx: Contexte, fiche: UUID) -> int:
    """Take a fiche out of the bin, as it was. Returns the new version."""
    async with ecriture():
        jetee, feuille = await charger_jetee(ctx, fiche)
        droits = await droits_de_fiche(ctx.acteur, jetee, feuille)
        exiger(droits, droit_de_jeter(droits), QUOI["fiche_action"])
        return await changer(
            ctx,
            FicheAction,
            jetee,
            None,
            {"supprime_le": None},
            gouvernance=feuille["gouvernance"],
            action="restaurer",
        )


async def charger_jetee(ctx: Contexte, fiche: UUID) -> tuple[Ligne, Ligne]:
    """A fiche in the bin and its roadmap, for who follows it. Raises NonTrouve."""
    jetee = await ligne("SELECT * FROM fiche_action WHERE id = {} AND supprime_le IS NOT NULL", fiche)
    if jetee is None:
        raise NonTrouve(QUOI["fiche_action"])
    feuille = await charger(ctx.acteur, "feuille_de_route", jetee["feuille_de_route"])
    exiger(await droits_de_fiche(ctx.acteur, jetee, feuille), Droit.SUIVRE, QUOI["fiche_action"])
    return jetee, feuille
