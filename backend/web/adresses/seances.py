"""Where a meeting is prepared and held: its agenda, its items, its attendance, its sitting, and its papers."""

from __future__ import annotations

from urllib.parse import urlencode
from uuid import UUID


def _avec(chemin: str, ancre: str = "", **requete: object) -> str:
    paires = [(nom, str(valeur)) for nom, valeur in requete.items() if valeur not in (None, "")]
    return (f"{chemin}?{urlencode(paires)}" if paires else chemin) + (f"#{ancre}" if ancre else "")


def ordre_du_jour(reunion: UUID | str, *, fait: str | None = None, objet: UUID | str | None = None) -> str:
    """The agenda of a meeting; ``fait`` tells what was just done, of ``objet``."""
    return _avec(f"/reunions/{reunion}/ordre-du-jour", fait=fait, objet=objet)


def preparation(reunion: UUID | str) -> str:
    """What is proposed for the agenda."""
    return f"/reunions/{reunion}/preparation"


def points(reunion: UUID | str) -> str:
    """A new item of the agenda."""
    return f"/reunions/{reunion}/points"


def modifier_point(point: UUID | str) -> str:
    """Changing an item, and what it is about."""
    return f"/points/{point}/modifier"


def placer_point(point: UUID | str) -> str:
    """Moving an item before another one."""
    return f"/points/{point}/place"


def etat_du_point(point: UUID | str) -> str:
    """Treating an item, taking it off the agenda, bringing it back."""
    return f"/points/{point}/etat"


def retablir_point(point: UUID | str) -> str:
    """Bringing back an item taken off the agenda."""
    return f"/points/{point}/retour"


def reporter_point(point: UUID | str) -> str:
    """Carrying an item over into a later meeting."""
    return f"/points/{point}/report"


def notes(point: UUID | str) -> str:
    """What is said on an item."""
    return f"/points/{point}/notes"


def seance(
    reunion: UUID | str,
    *,
    point: UUID | str | None = None,
    fait: str | None = None,
    objet: UUID | str | None = None,
    ancre: str = "",
) -> str:
    """The page of a meeting as it is held, at one of its items."""
    return _avec(f"/reunions/{reunion}/seance", ancre, point=point, fait=fait, objet=objet)


def vif(reunion: UUID | str) -> str:
    """What changed there meanwhile, for the page that is open."""
    return f"/reunions/{reunion}/seance.json"


def ouvrir(reunion: UUID | str) -> str:
    """Opening the sitting."""
    return f"/reunions/{reunion}/ouverture"


def clore(reunion: UUID | str) -> str:
    """Closing the sitting."""
    return f"/reunions/{reunion}/cloture"


def decider(reunion: UUID | str) -> str:
    """A decision taken on the spot."""
    return f"/reunions/{reunion}/decisions"


def presences(reunion: UUID | str) -> str:
    """Attendance of a seat."""
    return f"/reunions/{reunion}/presences"


def tous_presents(reunion: UUID | str) -> str:
    """Attendance of all the seats nobody has pointed yet."""
    return f"/reunions/{reunion}/presences-restantes"


def invites(reunion: UUID | str) -> str:
    """A new guest."""
    return f"/reunions/{reunion}/invites"


def invite(presence: UUID | str) -> str:
    """Attendance of a guest."""
    return f"/presences/{presence}"


def retirer_invite(presence: UUID | str) -> str:
    """Taking a guest off the list."""
    return f"/presences/{presence}/retrait"


def retablir_invite(presence: UUID | str) -> str:
    """Bringing a guest back."""
    return f"/presences/{presence}/retour"


def convocation(reunion: UUID | str) -> str:
    """The letter that convenes, with its agenda."""
    return f"/reunions/{reunion}/convocation.docx"


def emargement(reunion: UUID | str) -> str:
    """The sheet to sign."""
    return f"/reunions/{reunion}/emargement.docx"
