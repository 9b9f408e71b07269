"""A whole calendar: header, the time zones that its events name, the events in order, footer.

No METHOD: the file is read by subscription or copied, and answers nobody. No identity of the calendar itself:
clients would take all its events for one. Same payload, same bytes: no clock is read anywhere.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta

from icalendar import Calendar, vText

from exports.ical.bloc import Bloc, rendre_bloc
from exports.ical.fuseaux import rendre_fuseau
from exports.ical.placement import placer
from exports.ical.rappels import sonner
from exports.ical.texte import nettoyer, sur_une_ligne
from exports.payloads import AgendaDoc, EvenementDoc

PRODID = "-//France Numerique Ensemble//Feuilles de route//FR"
FORME = 1
"""Of the bytes: raised when the same meetings are written otherwise, so that readers fetch them again."""
_FIN = b"END:VCALENDAR\r\n"


@dataclass(frozen=True, slots=True)
class EvenementEcarte:
    """A meeting that no day of a calendar can hold honestly, and why, in French."""

    code: str
    titre: str
    raison: str


@dataclass(frozen=True, slots=True)
class CalendrierRendu:
    """The file, and the meetings that it leaves out, in the order received."""

    octets: bytes
    ecartes: tuple[EvenementEcarte, ...]


def rendre_agenda(agenda: AgendaDoc) -> CalendrierRendu:
    """The calendar file. Every meeting is in it or in ``ecartes``; the same one given twice counts once.

    ValueError for a draft, or when two different events claim one identity.
    """
    blocs: list[Bloc] = []
    ecartes: list[EvenementEcarte] = []
    for doc in dict.fromkeys(agenda.evenements):
        placement = placer(doc)
        blocs += [rendre_bloc(doc, place) for place in placement.places]
        if placement.raison:
            ecartes.append(EvenementEcarte(doc.code, sur_une_ligne(doc.titre), placement.raison))
    return CalendrierRendu(assembler(agenda.nom, agenda.description, agenda.fuseau, blocs), tuple(ecartes))


def rendre_blocs(evenement: EvenementDoc) -> tuple[Bloc, ...]:
    """Events of one meeting, for ``assembler``; none when no calendar can hold it. ValueError for a draft."""
    return tuple(rendre_bloc(evenement, place) for place in placer(evenement).places)


def rendre_evenement(evenement: EvenementDoc) -> bytes:
    """VEVENT of one meeting, or one per option, in order; empty when no calendar can hold it."""
    return b"".join(bloc.octets for bloc in _ranger(rendre_blocs(evenement)))


def assembler(
    nom: str, description: str, fuseau: str, blocs: Iterable[Bloc], *, rappel_minutes: int | None = None
) -> bytes:
    """A calendar file from events already rendered. ValueError when two of them have the same UID.

    ``rappel_minutes`` before each event that takes people's time, the calendar rings; never unless asked.
    """
    ranges = _ranger(blocs)
    if len({bloc.uid for bloc in ranges}) < len(ranges):
        raise ValueError("Deux événements différents du calendrier portent le même identifiant (UID).")
    fuseaux = sorted({bloc.tzid for bloc in ranges if bloc.tzid})
    return b"".join(
        (
            _entete(nom, description, fuseau),
            *map(rendre_fuseau, fuseaux),
            *sonner(ranges, rappel_minutes),
            _FIN,
        )
    )


def _ranger(blocs: Iterable[Bloc]) -> list[Bloc]:
    return sorted(blocs, key=lambda bloc: (bloc.debut, bloc.uid))


def _entete(nom: str, description: str, fuseau: str) -> bytes:
    calendrier = Calendar()
    calendrier.add("version", "2.0")
    calendrier.add("prodid", PRODID)
    calendrier.add("calscale", "GREGORIAN")
    # Given as vText: the library escapes no text of the properties that it does not know.
    for propriete in ("name", "x-wr-calname"):
        calendrier.add(propriete, vText(sur_une_ligne(nom)))
    calendrier.add("x-wr-caldesc", vText(nettoyer(description)))
    calendrier.add("x-wr-timezone", vText(sur_une_ligne(fuseau)))
    calendrier.add("refresh-interval", timedelta(hours=1), parameters={"VALUE": "DURATION"})
    calendrier.add("x-published-ttl", "PT1H")
    octets: bytes = calendrier.to_ical()
    return octets.removesuffix(_FIN)
