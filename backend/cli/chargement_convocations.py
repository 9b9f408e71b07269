"""Acts of a demonstration around the day of a meeting: a poll, and who is invited."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from backend.context import Contexte
from backend.queries.invitations import invitations_de
from backend.queries.lecture import lignes
from backend.queries.references import charger
from backend.queries.sondages import sondage_de
from backend.services import invitations, sondages
from backend.services.commands import invitations as ci, sondages as cs
from fne_roadmaps.demo.saisie import Donnee


async def ouvrir_un_sondage(ctx: Contexte, donnee: Donnee) -> UUID:
    """A poll on a few days."""
    return await sondages._ouvrir(ctx, cs.OuvrirSondage.model_validate(donnee))


async def repondre_au_sondage(ctx: Contexte, donnee: Donnee) -> UUID:
    """One person's answer, its days by their date."""
    reunion = await charger(ctx.acteur, "reunion", donnee.pop("reunion"))
    sondage = await sondage_de(reunion["id"]) or {}
    options = await lignes("SELECT id, date_edtf FROM option_de_date WHERE reunion = {}", reunion["id"])
    dits: dict[str, str] = donnee.pop("avis")
    avis: list[dict[str, Any]] = [{"option": o["id"], "avis": dits[o["date_edtf"]]} for o in options]
    return await sondages._repondre(ctx, cs.RepondreSondage(sondage=sondage["id"], avis=avis, **donnee))


async def convier_des_invites(ctx: Contexte, donnee: Donnee) -> int:
    """People written in."""
    return await invitations._convier(ctx, ci.ConvierDesInvites.model_validate(donnee))


async def envoyer_invitations(ctx: Contexte, donnee: Donnee) -> int:
    """What is due leaves."""
    return await invitations._envoyer(ctx, donnee["reunion"])


async def repondre_invitation(ctx: Contexte, donnee: Donnee) -> UUID:
    """The answer of one address."""
    reunion = await charger(ctx.acteur, "reunion", donnee.pop("reunion"))
    adresse = donnee.pop("adresse")
    (la,) = [i for i in await invitations_de(reunion["id"]) if i["courriel"] == adresse]
    return await invitations._repondre(ctx, la["id"], ci.RepondreInvitation(**donnee))
