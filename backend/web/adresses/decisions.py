"""Decisions: one, what is done of it, and the register of them all."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import quote, urlencode
from uuid import UUID

REGISTRE = "/decisions"


def registre(requete: Mapping[str, object] | None = None) -> str:
    """The register with its filters, its order and its page."""
    return _avec(REGISTRE, requete)


def fichier(requete: Mapping[str, object] | None = None) -> str:
    """The same as a table."""
    return _avec(f"{REGISTRE}.csv", requete)


def decision(cle: UUID | str, *, fait: str | None = None) -> str:
    """One decision, by key or code (« 28/copil/2024-2 »); ``fait`` tells what was just done there."""
    return _avec(f"{REGISTRE}/{quote(str(cle), safe='/')}", {"fait": fait})


def nouvelle(reunion: UUID | str, point: UUID | str | None = None) -> str:
    """Writing a decision of a meeting, with what it carries; taken on ``point``, when given."""
    return _avec(f"/reunions/{reunion}/decisions/nouvelle", {"point": point})


def modifier(cle: UUID) -> str:
    """Changing a decision."""
    return f"{REGISTRE}/{cle}/modifier"


def adoption(cle: UUID) -> str:
    """Taking it, rejecting it, putting it off."""
    return f"{REGISTRE}/{cle}/adoption"


def suivi(cle: UUID) -> str:
    """Saying where it stands."""
    return f"{REGISTRE}/{cle}/suivi"


def remplacement(cle: UUID) -> str:
    """Saying which decision it supersedes."""
    return f"{REGISTRE}/{cle}/remplacement"


def _avec(chemin: str, requete: Mapping[str, object] | None) -> str:
    paires = [(nom, str(valeur)) for nom, valeur in (requete or {}).items() if valeur not in (None, "")]
    return f"{chemin}?{urlencode(paires)}" if paires else chemin
