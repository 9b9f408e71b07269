"""Acts of a demonstration by which an account writes a fiche: a section saved, a conflict settled, a text begun."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from backend.context import Contexte
from backend.queries.comptes import acteur_de
from backend.queries.references import charger
from backend.services import brouillons
from backend.services.commands.fiches_action import ModifierFicheAction
from backend.services.fiches_action import redaction


async def ecrire_une_fiche(ctx: Contexte, donnee: dict[str, Any]) -> int:
    """Fields of a fiche changed by an account; ``ecartes`` are the texts it set aside to settle a conflict."""
    lui = await _comme(ctx, donnee.pop("compte"))
    fiche, pourquoi, ecartes = donnee.pop("fiche"), donnee.pop("pourquoi"), donnee.pop("ecartes", {})
    return await redaction._ecrire(lui, fiche, None, ModifierFicheAction.model_validate(donnee), pourquoi, ecartes)


async def commencer_une_saisie(ctx: Contexte, donnee: dict[str, Any]) -> None:
    """A section left half typed by an account."""
    lui = await _comme(ctx, donnee["compte"])
    fiche = await charger(lui.acteur, "fiche_action", donnee["fiche"])
    await brouillons._garder(lui, fiche["id"], donnee["section"], fiche["version"], donnee["paires"])


async def _comme(ctx: Contexte, compte: str) -> Contexte:
    acteur = await acteur_de(compte, ctx.au)
    if acteur is None:
        raise LookupError(f"compte {compte}")
    return replace(ctx, acteur=acteur)
