"""Calendar feeds: one's own list of them, and the addresses agendas read."""

from __future__ import annotations

from urllib.parse import urlencode
from uuid import UUID

MES_AGENDAS = "/compte/agendas"


def abonner(portee: str, cible: UUID | str | None = None) -> str:
    """Where a feed of that is opened, the form already filled."""
    requete = {n: v for n, v in (("portee", portee), ("cible", cible)) if v}
    return f"{MES_AGENDAS}?{urlencode(requete)}"


def acte(flux: UUID | str, nom: str) -> str:
    """One of the acts on a feed: regler, remplacer, revoquer, retablir."""
    return f"{MES_AGENDAS}/{flux}/{nom}"


def retablir(flux: UUID) -> str:
    """Opens a revoked address again."""
    return acte(flux, "retablir")


def secret(valeur: str) -> str:
    """What an agenda reads."""
    return f"/agenda/{valeur}.ics"


def public(code: str) -> str:
    """The agenda of a governance open to the public."""
    return f"/public/agenda/{code}.ics"
