"""From a personal link to what it opens, read as somebody who holds that link and nothing else."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import replace
from uuid import UUID

from backend.context import Contexte
from backend.queries.contributions.appels import lire_appel
from backend.queries.contributions.demandes import lire_demande
from backend.queries.contributions.depots import lire_depot
from backend.queries.lecture import Ligne
from fne_roadmaps.domain.droits import Acteur
from fne_roadmaps.domain.errors import NonTrouve
from fne_roadmaps.domain.jetons import QUOI, cle_du_jeton, verifier_jeton

APPEL, DEPOT, NOUVELLES = "appel", "depot", "nouvelles"


async def appel_du_lien(ctx: Contexte, jeton: str) -> tuple[Contexte, Ligne]:
    """The call its shared link opens. One statement. Raises NonTrouve."""
    appel = await _ouvrir(ctx, APPEL, jeton, lire_appel)
    return _porteur(ctx, APPEL, appel["id"], appel["titre"]), appel


async def depot_du_lien(ctx: Contexte, jeton: str) -> tuple[Contexte, Ligne]:
    """The deposit its personal link opens. One statement. Raises NonTrouve."""
    depot = await _ouvrir(ctx, DEPOT, jeton, lire_depot)
    return _porteur(ctx, DEPOT, depot["id"], depot["structure_nom"]), depot


async def demande_du_lien(ctx: Contexte, jeton: str) -> tuple[Contexte, Ligne]:
    """The request for news its personal link opens. One statement. Raises NonTrouve."""
    demande = await _ouvrir(ctx, NOUVELLES, jeton, lire_demande)
    return _porteur(ctx, NOUVELLES, demande["id"], demande["structure_nom"] or "Pilote"), demande


async def _ouvrir(ctx: Contexte, usage: str, jeton: str, lire: Callable[[UUID], Awaitable[Ligne | None]]) -> Ligne:
    """The thing a token names, if the token is the one of its present generation. Raises NonTrouve."""
    if not jeton.isascii():
        raise NonTrouve(QUOI)
    trouve = await lire(cle_du_jeton(jeton))
    if trouve is None:
        raise NonTrouve(QUOI)
    verifier_jeton(ctx.secret, usage, jeton, trouve["generation"])
    return trouve


def _porteur(ctx: Contexte, usage: str, cle: UUID, nom: str) -> Contexte:
    """The same request, by whoever holds the link: no account, no right but those of this one thing."""
    return replace(ctx, acteur=Acteur(f"lien:{usage}:{cle}", nom, liens=frozenset({cle}), compte=False))
