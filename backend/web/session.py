"""The cookie of a session: never one the browser chose, sent over https only where the site is, gone when it ends."""

from __future__ import annotations

from typing import Any

from litestar import Request, Response
from litestar.datastructures import Cookie

from fne_roadmaps.domain.comptes import DUREE_MAX

TEMOIN, TEMOIN_SUR = "fne_session", "__Host-fne_session"
_LONGUEUR_MAX = 100


def temoin_de(requete: Request[Any, Any, Any]) -> str | None:
    """The secret the browser holds, if it looks like one of ours."""
    valeur = requete.cookies.get(_nom(requete), "")
    return valeur if 0 < len(valeur) <= _LONGUEUR_MAX and valeur.isascii() and valeur.isprintable() else None


def poser_temoin(requete: Request[Any, Any, Any], reponse: Response[Any], temoin: str | None) -> None:
    """Give the browser its session, or take it away."""
    reponse.set_cookie(
        Cookie(
            key=_nom(requete),
            value=temoin or "",
            max_age=int(DUREE_MAX.total_seconds()) if temoin else 0,
            path="/",
            httponly=True,
            samesite="lax",
            secure=_sur(requete),
        )
    )


def agent_de(requete: Request[Any, Any, Any]) -> str:
    """The browser as it calls itself."""
    return requete.headers.get("user-agent", "")[:400]


def _sur(requete: Request[Any, Any, Any]) -> bool:
    """Over https, or behind a proxy that is: the public address says so."""
    base = str(requete.app.state.settings.base_url)
    return requete.scope["scheme"] == "https" or base.startswith("https://")


def _nom(requete: Request[Any, Any, Any]) -> str:
    return TEMOIN_SUR if _sur(requete) else TEMOIN
