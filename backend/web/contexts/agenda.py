"""The agenda: meetings month by month, then those without a month, then what no calendar can carry."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from backend.web.contexts.cadre import Cadre
from backend.web.contexts.commun import LigneReunion
from backend.web.contexts.liste import Filtres, Raccourci
from fne_roadmaps.domain.dates import DateIncertaine


@dataclass(frozen=True, slots=True, kw_only=True)
class MoisAgenda:
    """``premier`` is the first day of the month."""

    premier: date
    reunions: tuple[LigneReunion, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class HorsCalendrier:
    """A meeting the calendar file leaves out, with the reason in words."""

    titre: str
    href: str
    date: DateIncertaine | None
    raison: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaContexte:
    """``ics_href`` downloads the selection on screen; ``evenements`` counts what the file holds.
    ``reservees`` tells that meetings of some governances are not open to the reader.
    """

    cadre: Cadre
    titre: str
    sous_titre: str
    ics_href: str
    evenements: int
    filtres: Filtres
    mois: tuple[MoisAgenda, ...]
    sans_mois: tuple[LigneReunion, ...]
    sans_mois_titre: str = "Plus tard, ou sans mois"
    raccourcis: tuple[Raccourci, ...] = ()
    hors_calendrier: tuple[HorsCalendrier, ...] = ()
    reservees: bool = False
