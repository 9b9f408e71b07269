"""Back to a day gone: the changes of the journal taken back one by one, from the newest to the oldest."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any
from uuid import UUID

from fne_roadmaps.domain.dates import depuis_colonnes
from fne_roadmaps.domain.enums import Avancement, Instruction, RoleActeur
from fne_roadmaps.domain.suivi.chiffres import FicheSuivie, JalonSuivi


@dataclass(frozen=True, slots=True)
class Changement:
    """One change of one field, as the journal keeps it (JSON values). Without ``champ``, the fiche was created."""

    fiche: UUID
    champ: str | None
    avant: Any = None


def remonter(fiches: Mapping[UUID, FicheSuivie], changements: Iterable[Changement]) -> dict[UUID, FicheSuivie]:
    """The fiches as they were before the changes, which come newest first. A field the figures ignore is left alone.

    A fiche created meanwhile was not there; one thrown away meanwhile was: give it, with ``presente`` false.
    """
    etats = dict(fiches)
    for c in changements:
        tenue = etats.get(c.fiche)
        if tenue is None:
            continue
        if c.champ is None:
            del etats[c.fiche]
        elif c.champ in _DEFAIRE:
            etats[c.fiche] = _DEFAIRE[c.champ](tenue, c.avant)
    return etats


def _jalons(tenue: FicheSuivie, avant: Any) -> FicheSuivie:
    jalons = tuple(JalonSuivi(j["titre"], _dernier(j.get("date_edtf")), bool(j.get("fait_le"))) for j in avant or ())
    return replace(tenue, jalons=jalons)


def _jalon(tenue: FicheSuivie, avant: Any) -> FicheSuivie:
    """A step ticked or unticked: the first of that title that is not yet as it was."""
    fait = bool(avant.get("fait_le"))
    jalons = list(tenue.jalons)
    for i, jalon in enumerate(jalons):
        if jalon.titre == avant.get("titre") and jalon.fait is not fait:
            jalons[i] = replace(jalon, fait=fait)
            break
    return replace(tenue, jalons=tuple(jalons))


def _dernier(edtf: str | None) -> date | None:
    """The last possible day of a stored text; the columns worked out from it are not in the journal."""
    date_ = depuis_colonnes(edtf, None, None)
    return date_.forme.bornes[1] if date_ and date_.forme else None


def _pilotee(avant: Any) -> bool:
    return any(acteur.get("role") == RoleActeur.PILOTE.value for acteur in avant or ())


_DEFAIRE: Mapping[str, Callable[[FicheSuivie, Any], FicheSuivie]] = {
    "instruction": lambda f, avant: replace(f, instruction=Instruction(avant)),
    "avancement": lambda f, avant: replace(f, avancement=Avancement(avant)),
    "nouvelles_le": lambda f, avant: replace(f, nouvelles_le=date.fromisoformat(avant) if avant else None),
    "fin_edtf": lambda f, avant: replace(f, fin=_dernier(avant)),
    "acteurs": lambda f, avant: replace(f, pilotee=_pilotee(avant)),
    "jalons": _jalons,
    "jalon": _jalon,
    "supprime_le": lambda f, avant: replace(f, presente=avant is None),
}
CHAMPS_REJOUES = tuple(_DEFAIRE)
"""Fields of the journal that move the figures."""
