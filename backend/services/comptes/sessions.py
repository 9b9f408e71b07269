"""Sessions: a random secret in the browser, its digest here; opened anew at each change of who one is.

Opening and closing leave no trace in the journal: they change nothing of what people share.
"""

from __future__ import annotations

import secrets
from hashlib import sha256
from uuid import UUID

from piccolo.columns.combination import And, Where

from backend.context import Contexte
from backend.queries.lecture import ligne
from backend.services.ecriture import ecriture
from fne_roadmaps.domain.comptes import DUREE_MAX, appareil as decrire_appareil
from fne_roadmaps.domain.errors import NonTrouve
from fne_roadmaps.tables.comptes import SessionDeCompte

OCTETS = 32


def empreinte_de(temoin: str) -> str:
    """What is stored of a session's secret."""
    return sha256(temoin.encode()).hexdigest()


async def ouvrir_session(ctx: Contexte, compte: UUID, agent: str, remplace: str | None = None) -> str:
    """A new session for the account; returns the secret of its cookie. ``remplace`` is the one given up for it."""
    async with ecriture():
        return await _ouvrir(ctx, compte, agent, remplace)


async def _ouvrir(ctx: Contexte, compte: UUID, agent: str, remplace: str | None = None) -> str:
    if remplace:
        await _fermer(ctx, SessionDeCompte.empreinte == empreinte_de(remplace))
    await _oublier_les_vieilles(ctx, compte)
    temoin = secrets.token_urlsafe(OCTETS)
    session = SessionDeCompte(
        id=ctx.cle(f"session:{compte}:{temoin}"),
        compte=compte,
        empreinte=empreinte_de(temoin),
        appareil=decrire_appareil(agent),
        ouverte_le=ctx.maintenant,
        vue_le=ctx.maintenant,
        expire_le=ctx.maintenant + DUREE_MAX,
    )
    await SessionDeCompte.insert(session).run()
    return temoin


async def _oublier_les_vieilles(ctx: Contexte, compte: UUID) -> None:
    """Sessions that ended for good are not kept: nobody looks at them."""
    await (
        SessionDeCompte.delete()
        .where(SessionDeCompte.compte == compte, SessionDeCompte.expire_le < ctx.maintenant)
        .run()
    )


async def rafraichir_session(ctx: Contexte, session: UUID) -> None:
    """Write that the session is used: pages do it at most once in five minutes."""
    async with ecriture():
        await (
            SessionDeCompte.update({SessionDeCompte.vue_le: ctx.maintenant}).where(SessionDeCompte.id == session).run()
        )


async def fermer_session(ctx: Contexte, temoin: str) -> None:
    """End the session of a cookie; nothing happens when there is none."""
    async with ecriture():
        await _fermer(ctx, SessionDeCompte.empreinte == empreinte_de(temoin))


async def revoquer_session(ctx: Contexte, session: UUID) -> None:
    """End one of one's own sessions. Raises NonTrouve for anybody else's."""
    async with ecriture():
        if (
            await ligne("SELECT id FROM session_de_compte WHERE id = {} AND compte = {}", session, ctx.acteur.cle)
            is None
        ):
            raise NonTrouve("Cette session")
        await _fermer(ctx, SessionDeCompte.id == session)


async def fermer_les_autres(ctx: Contexte, temoin: str) -> None:
    """End every session of one's account but the one in hand."""
    async with ecriture():
        await _fermer(
            ctx,
            (SessionDeCompte.compte == ctx.acteur.cle) & (SessionDeCompte.empreinte != empreinte_de(temoin)),
        )


async def _fermer_toutes(ctx: Contexte, compte: UUID) -> None:
    await _fermer(ctx, SessionDeCompte.compte == compte)


async def _fermer(ctx: Contexte, lesquelles: Where | And) -> None:
    await (
        SessionDeCompte.update({SessionDeCompte.fermee_le: ctx.maintenant})
        .where(lesquelles, SessionDeCompte.fermee_le.is_null())
        .run()
    )
