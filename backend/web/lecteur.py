"""Who reads a page: the account of the open session; without one, what an account of elsewhere sees, or the public."""

from __future__ import annotations

from typing import Any

from litestar import Request
from litestar.di import NamedDependency

from backend.context import Contexte, jour_de_reference, maintenant
from backend.database import Base
from backend.queries.comptes import Session, acteur_de, session_de
from backend.services.comptes.sessions import empreinte_de, rafraichir_session
from backend.web.session import temoin_de
from fne_roadmaps.domain.droits import COMPTE_SANS_PROFIL, PUBLIC, Acteur

LecteurDePage = NamedDependency[Contexte]
"""Type of the parameter ``ctx`` of a page handler."""


def base_de(requete: Request[Any, Any, Any]) -> Base:
    """The open database."""
    base: Base = requete.app.state.base
    return base


async def session_ouverte(requete: Request[Any, Any, Any]) -> Session | None:
    """The open session of the request, read once. One statement, none without a cookie."""
    etat = requete.scope["state"]
    if "session" not in etat:
        temoin = temoin_de(requete)
        etat["session"] = await session_de(empreinte_de(temoin), maintenant()) if temoin else None
    trouvee: Session | None = etat["session"]
    return trouvee


async def contexte_de_page(request: Request[Any, Any, Any]) -> Contexte:
    """The context of a page: the dependency `ctx` of their handlers. Three statements with a session.

    Without one, a demonstration shows what an account of elsewhere sees; a real site shows the public's share.
    """
    instant = maintenant()
    base = base_de(request)
    au = jour_de_reference(base.au, instant)
    session = await session_ouverte(request)
    acteur = await acteur_de(session.compte, au) if session else None
    ctx = contexte(request, acteur or (COMPTE_SANS_PROFIL if base.demo else PUBLIC))
    if session and acteur and session.a_rafraichir:
        await rafraichir_session(ctx, session.cle)
    return ctx


def contexte(request: Request[Any, Any, Any], acteur: Acteur) -> Contexte:
    """The context of a request by somebody."""
    instant = maintenant()
    return Contexte(
        acteur,
        instant,
        jour_de_reference(base_de(request).au, instant),
        str(request.scope["state"]["requete"]),
        secret=request.app.state.secret,
    )
