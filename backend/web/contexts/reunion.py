"""A meeting: when as known, where, with whom, and what was decided."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from uuid import UUID

from backend.web.contexts.cadre import Cadre, Lien
from backend.web.contexts.commun import DecisionPrise
from backend.web.contexts.participation import RoleADire
from backend.web.contexts.seances import SeanceResume
from fne_roadmaps.domain.dates import DateIncertaine
from fne_roadmaps.domain.enums import EtatOption, EtatReunion, GenreReunion, PorteeReunion, ReponseInvitation


@dataclass(frozen=True, slots=True, kw_only=True)
class OptionDate:
    """A proposed date and its state."""

    date: DateIncertaine
    etat: EtatOption


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleReunion:
    """A structure and its roles at the meeting, in words."""

    nom: str
    roles: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DateAnterieure:
    """A date the meeting had before, the day it was changed, and why."""

    date: DateIncertaine
    changee_le: datetime.date | None = None
    motif: str | None = None
    debut: str | None = None
    fin: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class GestionDeReunion:
    """What who holds a meeting does with it. ``etats`` are the moves allowed; ``expliques`` those that ask why.

    ``a_prevenir`` says which mails are due to people who know the meeting otherwise (« 12 changements »).
    """

    cle: UUID
    version: int
    etats: tuple[EtatReunion, ...]
    expliques: frozenset[EtatReunion]
    sondage: bool
    invites: int
    a_prevenir: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class InvitationRecue:
    """The reader is invited: what was answered, and where one answers while it counts."""

    reponse: ReponseInvitation
    repondre: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReunionContexte:
    """``alerte`` is the question raised by a contradiction; ``hors_calendrier`` the reason why no calendar
    file carries it. ``seance`` is its agenda and its attendance.
    """

    cadre: Cadre
    titre: str
    code: str
    etat: EtatReunion
    genre: GenreReunion
    portee: PorteeReunion
    date: DateIncertaine | None
    gouvernances: tuple[Lien, ...]
    exemple: bool = False
    debut: str | None = None
    fin: str | None = None
    instance: Lien | None = None
    territoire: str | None = None
    lieu: str | None = None
    visio: bool = False
    options: tuple[OptionDate, ...] = ()
    alerte: str | None = None
    cadence: str | None = None
    a_confirmer: bool = False
    note: str | None = None
    source: str | None = None
    motif_annulation: str | None = None
    hors_calendrier: str | None = None
    roles: tuple[RoleReunion, ...] = ()
    decisions: tuple[DecisionPrise, ...] = ()
    dates_anterieures: tuple[DateAnterieure, ...] = ()
    ics_href: str | None = None
    abonner_href: str | None = None
    role_a_dire: RoleADire | None = None
    decider: str | None = None
    gerer: GestionDeReunion | None = None
    compte_rendu: Lien | None = None
    ouvrir_compte_rendu: str | None = None
    retard_compte_rendu: int = 0
    a_approuver: tuple[Lien, ...] = ()
    seance: SeanceResume | None = None
    invitation: InvitationRecue | None = None
