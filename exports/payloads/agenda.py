"""What a calendar says."""

from __future__ import annotations

from datetime import datetime

from exports.payloads.base import Payload
from fne_roadmaps.domain.dates import DateIncertaine
from fne_roadmaps.domain.enums import EtatOption, EtatReunion, ReponseInvitation
from fne_roadmaps.domain.invitations import RolePresence


class OptionDoc(Payload):
    """One proposed date of a meeting, with the calendar identity it keeps for life."""

    uid: str
    date: DateIncertaine
    etat: EtatOption
    sequence: int


class EvenementDoc(Payload):
    """A meeting as a calendar needs it. Hours are local « HH:MM » in ``fuseau``; ``maj_le`` and ``cree_le`` are UTC.

    ``date`` is None when withdrawn or unknown. ``supprimee`` meetings stay as cancelled. ``confirmee`` is False when
    the day is known but not yet certain.
    """

    uid: str
    code: str
    titre: str
    etat: EtatReunion
    date: DateIncertaine | None
    date_precedente: DateIncertaine | None = None
    heure_debut: str | None = None
    heure_fin: str | None = None
    fuseau: str
    lieu: str | None = None
    lien_visio: str | None = None
    url: str | None = None
    compte_rendu: str | None = None
    description: tuple[str, ...] = ()
    categories: tuple[str, ...] = ()
    couleur: str | None = None
    confirmee: bool = True
    supprimee: bool = False
    publique: bool = False
    sequence: int = 0
    cree_le: datetime
    maj_le: datetime
    options: tuple[OptionDoc, ...] = ()


class InviteDoc(Payload):
    """Whom an invitation is for: the name shown, the address, what is expected, what was answered."""

    nom: str
    courriel: str
    role: RolePresence
    reponse: ReponseInvitation


class AgendaDoc(Payload):
    """A calendar: its printed name and description, its default zone, its meetings in any order."""

    nom: str
    description: str
    fuseau: str
    evenements: tuple[EvenementDoc, ...]
