"""Calendars (iCalendar, RFC 5545 and 7986): from meetings as known to bytes that all clients read alike."""

from exports.ical.bloc import Bloc
from exports.ical.calendrier import (
    FORME,
    CalendrierRendu,
    EvenementEcarte,
    assembler,
    rendre_agenda,
    rendre_blocs,
    rendre_evenement,
)
from exports.ical.couleurs import COULEURS
from exports.ical.fuseaux import FUSEAUX
from exports.ical.invitation import Invitation, Methode, rendre_invitation
from exports.ical.reserve import Reserve

__all__ = [
    "COULEURS",
    "FORME",
    "FUSEAUX",
    "Bloc",
    "CalendrierRendu",
    "EvenementEcarte",
    "Invitation",
    "Methode",
    "Reserve",
    "assembler",
    "rendre_agenda",
    "rendre_blocs",
    "rendre_evenement",
    "rendre_invitation",
]
