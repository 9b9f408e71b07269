"""Who reads a page: on a demonstration, the account chosen with « Entrer comme … »; else an account of elsewhere."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from litestar import Request
from litestar.di import NamedDependency

from backend.context import Contexte, jour_de_reference, maintenant
from backend.database import Base
from backend.queries.comptes import acteur_de
from fne_roadmaps.domain.droits import COMPTE_SANS_PROFIL

TEMOIN = "fne_lecteur"
"""Cookie of a demonstration: the key of the chosen account, opaque, good for nothing elsewhere."""


LecteurDePage = NamedDependency[Contexte]
"""Type of the parameter ``ctx`` of a page handler."""


def base_de(requete: Request[Any, Any, Any]) -> Base:
    """The open database."""
    base: Base = requete.app.state.base
    return base


def compte_choisi(requete: Request[Any, Any, Any]) -> UUID | None:
    """The account chosen on a demonstration, if any."""
    if not base_de(requete).demo:
        return None
    try:
        return UUID(requete.cookies.get(TEMOIN, ""))
    except ValueError:
        return None


async def contexte_de_page(request: Request[Any, Any, Any]) -> Contexte:
    """The context of a page: the dependency `ctx` of their handlers. Two statements on a demonstration."""
    instant = maintenant()
    au = jour_de_reference(base_de(request).au, instant)
    choisi = compte_choisi(request)
    acteur = await acteur_de(choisi, au) if choisi else None
    return Contexte(
        acteur or COMPTE_SANS_PROFIL,
        instant,
        au,
        str(request.scope["state"]["requete"]),
        secret=request.app.state.secret,
    )
