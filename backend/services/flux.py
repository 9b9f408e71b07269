"""Calendar feeds of one's own: created, replaced, revoked; whoever holds the address reads what their account may."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from secrets import token_urlsafe
from uuid import UUID

from backend.context import Contexte
from backend.queries.flux import portee_du_flux
from backend.queries.lecture import Ligne, ligne
from backend.queries.references import charger
from backend.services.commands.flux import CreerFlux, ReglerFlux
from backend.services.ecriture import changer, creer, ecriture
from fne_roadmaps.domain.enums import PorteeFlux
from fne_roadmaps.domain.errors import Interdit, NonTrouve, RegleViolee
from fne_roadmaps.domain.flux import OCTETS, empreinte_du_secret, usage_a_noter
from fne_roadmaps.tables.flux import FluxAgenda

QUOI = "Ce flux d’agenda"
_TABLES = {
    PorteeFlux.INSTANCE: "instance",
    PorteeFlux.GOUVERNANCE: "gouvernance",
    PorteeFlux.REGION: "territoire",
    PorteeFlux.STRUCTURE: "structure",
    PorteeFlux.REUNION: "reunion",
}
DEJA = "Cette adresse est déjà ouverte, plus bas : remplacez-la si vous ne l’avez pas copiée."
MAX = 50
"""Living feeds of one account."""


async def creer_flux(ctx: Contexte, cle: UUID, commande: CreerFlux) -> str:
    """Open a feed under a key that serves once; returns its secret, shown once and never stored.

    Raises RegleViolee when the key has served: what was sent twice opens one feed.
    """
    if ctx.acteur.cle is None:
        raise Interdit("Un flux d’agenda est celui d’un compte.")
    async with ecriture():
        if await ligne("SELECT id FROM flux_agenda WHERE id = {}", cle):
            raise RegleViolee("portee", DEJA)
        portee = await portee_du_flux(ctx.acteur, commande.portee, commande.cible)
        cible = None
        if commande.portee in _TABLES and commande.cible is not None:
            cible = (await charger(ctx.acteur, _TABLES[commande.portee], commande.cible))["id"]
        siens = await ligne(
            "SELECT COUNT(*) AS n FROM flux_agenda WHERE compte = {} AND revoque_le IS NULL AND supprime_le IS NULL",
            ctx.acteur.cle,
        )
        if siens and siens["n"] >= MAX:
            raise RegleViolee("portee", f"Vous avez déjà {MAX} adresses : révoquez celles qui ne servent plus.")
        secret = token_urlsafe(OCTETS)
        valeurs = {
            "compte": ctx.acteur.cle,
            "portee": commande.portee.value,
            "cible": cible,
            "nom": portee.nom[:200],
            "rappel_minutes": commande.rappel_minutes,
            "empreinte": empreinte_du_secret(secret),
        }
        nom = f"{ctx.acteur.identifiant}:{ctx.requete}"
        await creer(
            replace(ctx, cle=_sous(ctx, cle)),
            FluxAgenda,
            nom,
            valeurs,
            gouvernance=None,
            saisie={"portee": commande.portee.value},
        )
        return secret


async def regler_flux(ctx: Contexte, cle: UUID, version: int | None, commande: ReglerFlux) -> None:
    """Give a feed another name, or another reminder: its address stays. Raises Conflit."""
    async with ecriture():
        await changer(
            ctx, FluxAgenda, await _sien(ctx, cle), version, commande.model_dump(), gouvernance=None, action="regler"
        )


async def remplacer_flux(ctx: Contexte, cle: UUID) -> str:
    """Give a feed another address: the former one opens nothing any more. Returns the new secret."""
    async with ecriture():
        secret = token_urlsafe(OCTETS)
        neuf = {"empreinte": empreinte_du_secret(secret), "revoque_le": None}
        await changer(ctx, FluxAgenda, await _sien(ctx, cle), None, neuf, gouvernance=None, action="remplacer")
        return secret


async def revoquer_flux(ctx: Contexte, cle: UUID) -> None:
    """Make the address open nothing; it can be opened again."""
    async with ecriture():
        quand = {"revoque_le": ctx.maintenant}
        await changer(ctx, FluxAgenda, await _sien(ctx, cle), None, quand, gouvernance=None, action="revoquer")


async def retablir_flux(ctx: Contexte, cle: UUID) -> None:
    """Open a revoked address again, as it was."""
    async with ecriture():
        ouvert = {"revoque_le": None}
        await changer(ctx, FluxAgenda, await _sien(ctx, cle), None, ouvert, gouvernance=None, action="retablir")


async def noter_usage(ctx: Contexte, flux: Ligne) -> None:
    """Write that a feed was read, at most once an hour: nobody did it, so the journal says nothing of it."""
    if usage_a_noter(flux["dernier_usage_le"], ctx.maintenant):
        await FluxAgenda.update({FluxAgenda.dernier_usage_le: ctx.maintenant}).where(FluxAgenda.id == flux["id"]).run()


def _sous(ctx: Contexte, cle: UUID) -> Callable[[str], UUID]:
    """Keys as the context makes them, but for the feed, which takes the one of its form."""
    return lambda nom: cle if nom.startswith("flux_agenda:") else ctx.cle(nom)


async def _sien(ctx: Contexte, cle: UUID) -> Ligne:
    """A feed of the writer. Raises NonTrouve: those of others do not exist."""
    trouve = await ligne("SELECT * FROM flux_agenda WHERE id = {} AND supprime_le IS NULL", cle)
    if trouve is None or ctx.acteur.cle is None or trouve["compte"] != ctx.acteur.cle:
        raise NonTrouve(QUOI)
    return trouve
