"""Where one contributes without an account, by a personal link, and where what came in is worked on.

``appel``, ``depot`` and ``nouvelles`` take the token of the link (``domain.jetons``, uses of the same names).
"""

from __future__ import annotations

from urllib.parse import urlencode
from uuid import UUID


def _avec(chemin: str, fait: str | None) -> str:
    return f"{chemin}?{urlencode({'fait': fait})}" if fait else chemin


def appel(jeton: str) -> str:
    """A call for fiches, as whoever was given its link reads it."""
    return f"/public/appels/{jeton}"


def commencer(jeton: str) -> str:
    """Beginning a fiche under a call."""
    return f"{appel(jeton)}/commencer"


def depot(jeton: str, etape: str = "", *, fait: str | None = None) -> str:
    """A deposit by its personal link; ``etape`` names one of its steps."""
    return _avec(f"/public/depots/{jeton}" + (f"/{etape}" if etape else ""), fait)


def saisie(jeton: str, etape: str) -> str:
    """Where a step of a deposit keeps what is being typed."""
    return f"{depot(jeton, etape)}/saisie"


def abandon(jeton: str, etape: str) -> str:
    """Dropping what a step kept so."""
    return f"{saisie(jeton, etape)}/abandon"


def retirer(jeton: str) -> str:
    """Taking a deposit back."""
    return f"{depot(jeton)}/retirer"


def nouvelles(jeton: str, *, fait: str | None = None) -> str:
    """Answering a request for news."""
    return _avec(f"/public/nouvelles/{jeton}", fait)


def appels(feuille: UUID | str, *, fait: str | None = None) -> str:
    """The calls of a roadmap."""
    return _avec(f"/feuilles-de-route/{feuille}/appels", fait)


def nouvel_appel(feuille: UUID | str) -> str:
    """Opening a call in a roadmap."""
    return f"{appels(feuille)}/nouveau"


def gerer_appel(cle: UUID | str, acte: str = "", *, fait: str | None = None) -> str:
    """A call for who writes the roadmap; ``acte``: modifier, clore, prolonger, revoquer."""
    return _avec(f"/appels/{cle}" + (f"/{acte}" if acte else ""), fait)


def aider(cle: UUID | str, etape: str = "", *, fait: str | None = None) -> str:
    """A deposit for an account: of who helps to write it, or reads it once submitted."""
    return _avec(f"/depots/{cle}" + (f"/{etape}" if etape else ""), fait)


def renvoyer(cle: UUID | str) -> str:
    """Sending the personal link of a deposit again."""
    return f"/depots/{cle}/renvoyer"


def propositions(feuille: UUID | str, *, fait: str | None = None) -> str:
    """What came in for a roadmap and waits."""
    return _avec(f"/feuilles-de-route/{feuille}/propositions", fait)


def demander(fiche: UUID | str, *, fait: str | None = None) -> str:
    """Asking for news of a fiche, and what was asked before."""
    return _avec(f"/fiches-action/{fiche}/demander-des-nouvelles", fait)


def demande(cle: UUID | str, acte: str = "", *, fait: str | None = None) -> str:
    """A request for news; ``acte``: accepter, modifier, decliner, relancer, annuler."""
    return _avec(f"/demandes-de-nouvelles/{cle}" + (f"/{acte}" if acte else ""), fait)
