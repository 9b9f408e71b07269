"""The agenda: groups of meetings or the grid of a month, then what no group holds, then what no calendar can carry."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from backend.web.contexts.cadre import Cadre
from backend.web.contexts.commun import LigneReunion
from backend.web.contexts.liste import Filtres, Onglet, Raccourci
from fne_roadmaps.domain.dates import DateIncertaine
from fne_roadmaps.domain.enums import EtatReunion


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupeAgenda:
    """Meetings of a month, an instance or a département. ``ancre`` is the identifier of its heading.

    ``du_mois``: the heading already says the month.
    """

    titre: str
    ancre: str
    reunions: tuple[LigneReunion, ...]
    href: str | None = None
    du_mois: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ReunionDuJour:
    """A meeting in a day of the grid; ``option``: one of several possible days."""

    titre: str
    href: str
    etat: EtatReunion
    debut: str | None = None
    option: bool = False
    exemple: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class JourDeGrille:
    """A day of the month, in its week; ``colonne`` is 1 for Monday."""

    jour: date
    colonne: int
    reunions: tuple[ReunionDuJour, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class GrilleDuMois:
    """A month day by day, and the addresses of the months around it."""

    premier: date
    jours: tuple[JourDeGrille, ...]
    href_avant: str
    href_apres: str
    href_ce_mois: str | None = None


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
    ``reservees`` tells that meetings of some governances are not open to the reader; ``coller`` is where to paste one.
    """

    cadre: Cadre
    titre: str
    sous_titre: str
    ics_href: str
    abonner_href: str
    evenements: int
    filtres: Filtres
    groupes: tuple[GroupeAgenda, ...]
    sans_groupe: tuple[LigneReunion, ...]
    sans_groupe_titre: str = "Plus tard, ou sans mois"
    grille: GrilleDuMois | None = None
    presentations: tuple[Onglet, ...] = ()
    raccourcis: tuple[Raccourci, ...] = ()
    hors_calendrier: tuple[HorsCalendrier, ...] = ()
    reservees: bool = False
    coller: str | None = None
    comptes_rendus: str | None = None
