"""Where an instance is opened, changed, composed and closed, and where one finds whom to write to."""

from __future__ import annotations

from urllib.parse import urlencode
from uuid import UUID


def _avec(chemin: str, fait: str | None, objet: UUID | str | None = None) -> str:
    paires = [(nom, str(valeur)) for nom, valeur in (("fait", fait), ("objet", objet)) if valeur]
    return f"{chemin}?{urlencode(paires)}" if paires else chemin


def nouvelle(gouvernance: UUID | str) -> str:
    """Opening an instance in a governance."""
    return f"/gouvernances/{gouvernance}/instances/nouvelle"


def instance(cle: UUID | str, *, fait: str | None = None, objet: UUID | str | None = None) -> str:
    """The page of an instance, with what was just done there."""
    return _avec(f"/instances/{cle}", fait, objet)


def modifier(cle: UUID | str, ancre: str = "") -> str:
    """Changing what an instance is; ``ancre`` is one of its fields."""
    return f"/instances/{cle}/modifier" + (f"#{ancre}" if ancre else "")


def fermer(cle: UUID | str) -> str:
    """Saying its last day."""
    return f"/instances/{cle}/fermer"


def rouvrir(cle: UUID | str) -> str:
    """Undoing a closing."""
    return f"/instances/{cle}/rouvrir"


def composition(cle: UUID | str, ancre: str = "", *, fait: str | None = None, objet: UUID | str | None = None) -> str:
    """Its seats, to add, change, move and take out; ``ancre`` is the key of one."""
    return _avec(f"/instances/{cle}/composition", fait, objet) + (f"#siege-{ancre}" if ancre else "")


def nouveau_siege(cle: UUID | str, *, fait: str | None = None) -> str:
    """Adding a seat."""
    return _avec(f"/instances/{cle}/sieges/nouveau", fait)


def siege(instance: UUID | str, cle: UUID | str) -> str:
    """Changing a seat."""
    return f"/instances/{instance}/sieges/{cle}"


def retablir_siege(cle: UUID | str) -> str:
    """Putting a seat taken out back in its place."""
    return f"/sieges/{cle}/retablir"


def nouvelle_cadence(cle: UUID | str) -> str:
    """A cadence that begins."""
    return f"/instances/{cle}/cadences/nouvelle"


def cadence(instance: UUID | str, cle: UUID | str) -> str:
    """Correcting a cadence."""
    return f"/instances/{instance}/cadences/{cle}"


def retirer_cadence(instance: UUID | str, cle: UUID | str) -> str:
    """Taking out a cadence typed by mistake."""
    return f"{cadence(instance, cle)}/retirer"


def retablir_cadence(cle: UUID | str) -> str:
    """Putting it back."""
    return f"/cadences/{cle}/retablir"


def roles(cle: UUID | str) -> str:
    """Roles organisations hold in an instance."""
    return f"/instances/{cle}/roles"


def courriels(cle: UUID | str, qui: str = "") -> str:
    """Whom to write to; ``qui``: titulaires, suppleants."""
    return f"/instances/{cle}/adresses" + (f"?{urlencode({'qui': qui})}" if qui else "")


def courriels_csv(cle: UUID | str, qui: str = "") -> str:
    """The same list as a file for a spreadsheet."""
    return f"/instances/{cle}/adresses.csv" + (f"?{urlencode({'qui': qui})}" if qui else "")
