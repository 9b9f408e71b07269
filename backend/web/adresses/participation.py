"""What a structure does in the comitology, and the acts that say it."""

from __future__ import annotations

from urllib.parse import quote, urlencode
from uuid import UUID


def participation(
    structure: UUID | str, annee: int | None = None, *, fait: str | None = None, objet: UUID | None = None
) -> str:
    """A year of a structure, the last one without a year; ``fait`` tells what was just done there."""
    requete = {n: v for n, v in (("annee", annee), ("fait", fait), ("objet", objet)) if v}
    chemin = f"/structures/{quote(str(structure), safe='')}/participation"
    return f"{chemin}?{urlencode(requete)}" if requete else chemin


def fichier(structure: UUID | str, annee: int) -> str:
    """Its meetings as a table."""
    return f"/structures/{quote(str(structure), safe='')}/participation.csv?annee={annee}"


def contribution(structure: UUID | str, annee: int) -> str:
    """Where a contribution is said."""
    return f"/structures/{quote(str(structure), safe='')}/contributions?annee={annee}"


def retirer(contribution: UUID) -> str:
    """Takes a contribution back."""
    return f"/contributions/{contribution}/retirer"


def remettre(contribution: UUID) -> str:
    """Puts it again."""
    return f"/contributions/{contribution}/remettre"


def role(reunion: UUID) -> str:
    """Where a structure says its roles at a meeting."""
    return f"/reunions/{reunion}/roles"
