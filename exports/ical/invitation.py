"""The calendar file of one invitation, for one person (iTIP, RFC 5546): come, or do not come any more.

It is the event of the feeds, with the same UID and SEQUENCE, so that whoever follows a feed too sees one meeting. One
ATTENDEE, whom it is for: nobody learns the address of another. RSVP is FALSE: no mailbox reads replies, one answers by
the link of the mail.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum

from icalendar import Calendar, vCalAddress, vText

from exports.ical.bloc import composer
from exports.ical.calendrier import PRODID
from exports.ical.fuseaux import rendre_fuseau
from exports.ical.placement import principale
from exports.ical.texte import sur_une_ligne
from exports.payloads import EvenementDoc, InviteDoc
from fne_roadmaps.domain.enums import ReponseInvitation


class Methode(StrEnum):
    """METHOD of the file, and of the part of the mail that carries it."""

    DEMANDE = "REQUEST"
    ANNULATION = "CANCEL"


_PARTSTAT = {
    ReponseInvitation.EN_ATTENTE: "NEEDS-ACTION",
    ReponseInvitation.ACCEPTEE: "ACCEPTED",
    ReponseInvitation.INCERTAINE: "TENTATIVE",
    ReponseInvitation.DECLINEE: "DECLINED",
}
_EVENEMENT = b"BEGIN:VEVENT\r\n"


@dataclass(frozen=True, slots=True)
class Invitation:
    """One mail to one person: who sends it, to whom, and when (UTC), which orders those of one SEQUENCE."""

    organisateur: str
    adresse: str
    invite: InviteDoc
    methode: Methode
    ecrite_le: datetime


def rendre_invitation(doc: EvenementDoc, envoi: Invitation) -> bytes | None:
    """The file; None when the meeting has no day to invite to. ValueError for a draft."""
    place = principale(doc)
    if place is None:
        return None
    event, horaire = composer(doc, place)
    del event["dtstamp"]
    event.add("dtstamp", envoi.ecrite_le.astimezone(UTC))
    annulee = envoi.methode is Methode.ANNULATION
    if annulee:
        event["status"] = vText("CANCELLED")
    event.add("organizer", _adresse(envoi.organisateur, envoi.adresse))
    invite = _adresse(envoi.invite.nom, envoi.invite.courriel)
    invite.params["CUTYPE"] = "INDIVIDUAL"
    invite.params["ROLE"] = envoi.invite.role
    if not annulee:
        invite.params["PARTSTAT"] = _PARTSTAT[envoi.invite.reponse]
        invite.params["RSVP"] = "FALSE"
    event.add("attendee", invite)
    calendrier = Calendar()
    calendrier.add("version", "2.0")
    calendrier.add("prodid", PRODID)
    calendrier.add("calscale", "GREGORIAN")
    calendrier.add("method", envoi.methode.value)
    calendrier.add_component(event)
    octets: bytes = calendrier.to_ical()
    fuseau = rendre_fuseau(horaire.tzid) if horaire.tzid else b""
    return octets.replace(_EVENEMENT, fuseau + _EVENEMENT, 1)


def _adresse(nom: str, courriel: str) -> vCalAddress:
    """A quoted name cannot hold a straight quote (RFC 5545 §3.2): a curved one says the same."""
    adresse = vCalAddress(f"mailto:{courriel}")
    adresse.params["CN"] = sur_une_ligne(nom).replace('"', "”")
    return adresse
