"""Acts of a demonstration that prepare and hold meetings: agenda, notes, attendance."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from backend.context import Contexte
from backend.services.commands import seances as cse
from backend.services.reunions import notes, points, presences, reports


async def creer_point(ctx: Contexte, donnee: dict[str, Any]) -> UUID:
    """An item of an agenda."""
    return await points._creer(ctx, cse.CreerPoint.model_validate(donnee))


async def noter_point(ctx: Contexte, donnee: dict[str, Any]) -> str:
    """What was said on an item."""
    return await notes._noter(ctx, UUID(donnee["point"]), cse.NoterPoint(notes=donnee["notes"]))


async def changer_etat_point(ctx: Contexte, donnee: dict[str, Any]) -> UUID:
    """An item treated."""
    return await points._changer_etat(ctx, UUID(donnee["point"]), cse.ChangerEtatPoint(etat=donnee["etat"]))


async def reporter_point(ctx: Contexte, donnee: dict[str, Any]) -> UUID:
    """An item carried over."""
    return await reports._reporter(ctx, UUID(donnee["point"]), donnee["vers"])


async def ajouter_invite(ctx: Contexte, donnee: dict[str, Any]) -> UUID:
    """Somebody who was there without a seat."""
    return await presences._ajouter(ctx, cse.AjouterInvite.model_validate(donnee))
