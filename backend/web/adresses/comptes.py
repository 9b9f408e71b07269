"""Entering, one's account, the accounts of a governance, and handing a post over."""

from __future__ import annotations

from urllib.parse import urlencode
from uuid import UUID

DECONNEXION = "/deconnexion"
MOT_DE_PASSE_OUBLIE = "/mot-de-passe-oublie"
COMPTE = "/compte"
MOT_DE_PASSE = "/compte/mot-de-passe"
AUTRES_SESSIONS = "/compte/sessions/fermer-les-autres"


def connexion(retour: str | None = None) -> str:
    """Entering, then going where one was going."""
    return f"/connexion?{urlencode({'retour': retour})}" if retour else "/connexion"


def acces(jeton: str) -> str:
    """A personal link to an account: opening it, or choosing a new password."""
    return f"/acces/{jeton}"


def session(cle: UUID) -> str:
    """Ending one of one's sessions."""
    return f"/compte/sessions/{cle}/fermer"


def comptes(gouvernance: UUID | str, fait: str | None = None) -> str:
    """The accounts of a governance."""
    return f"/gouvernances/{gouvernance}/comptes" + (f"?fait={fait}" if fait else "")


def profil(gouvernance: UUID | str, compte: UUID) -> str:
    """Changing the profile of an account there."""
    return f"/gouvernances/{gouvernance}/comptes/{compte}/profil"


def retirer(gouvernance: UUID | str, compte: UUID) -> str:
    """Ending the profile of an account there."""
    return f"/gouvernances/{gouvernance}/comptes/{compte}/retirer"


def renvoyer(gouvernance: UUID | str, compte: UUID) -> str:
    """A new invitation."""
    return f"/gouvernances/{gouvernance}/comptes/{compte}/invitation"


def passation(gouvernance: UUID | str, poste: UUID | str) -> str:
    """Handing a post over."""
    return f"/gouvernances/{gouvernance}/passation/{poste}"


def annuler_passation(gouvernance: UUID | str, poste: UUID | str) -> str:
    """Undoing it."""
    return f"/gouvernances/{gouvernance}/passation/{poste}/annuler"


def reprendre_la_main(gouvernance: UUID | str, poste: UUID | str, jeton: str) -> str:
    """Undoing it when it was one's own post: no account is left to do it with."""
    return f"/passation/{gouvernance}/{poste}/{jeton}"
