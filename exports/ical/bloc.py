"""One event of a calendar as bytes: its VEVENT, serialised by the icalendar library.

A meeting has hours when its day is exact, its start is known and its zone is one of ours; otherwise it takes
whole days and its hours, if any, are words of the description.

When only the start is known no end is invented: the event has a null DURATION. Measured: with it ical.js,
node-ical, vobject, libical and khal show the start alone; without DTEND nor DURATION khal makes it one hour.
Exchange then refuses the event, by its own documentation ([MS-STANXICAL]).

An hour that does not exist or that occurs twice (changes of summer time) is read as RFC 5545 §3.3.5 says, and
written in UTC because clients disagree on it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from icalendar import Event

from exports.formats import INSECABLE, date_sans_preposition, heure, plage_horaire
from exports.ical.fuseaux import FUSEAUX
from exports.ical.placement import Place, Statut
from exports.ical.texte import abreger, adresse_sure, nettoyer, sur_une_ligne
from exports.payloads import EvenementDoc

DESCRIPTION_MAX = 4000


@dataclass(frozen=True, slots=True)
class Bloc:
    """A VEVENT ready to be joined.

    ``debut`` is its DTSTART as written, less its zone; ``tzid`` the zone that it names. ``retient`` tells that it takes
    people's time, ``journee`` that it takes whole days: what a reminder depends on.
    """

    debut: datetime
    uid: str
    tzid: str | None
    octets: bytes
    retient: bool = False
    journee: bool = False


@dataclass(frozen=True, slots=True)
class Horaire:
    """DTSTART and its end as written, and what to say of hours that a reader could not guess."""

    debut: date | datetime
    fin: date | datetime | None
    tzid: str | None
    notes: tuple[str, ...]


def rendre_bloc(doc: EvenementDoc, place: Place) -> Bloc:
    """The VEVENT of one place of a meeting."""
    event, horaire = composer(doc, place)
    debut = horaire.debut if isinstance(horaire.debut, datetime) else datetime.combine(horaire.debut, time())
    return Bloc(
        debut.replace(tzinfo=None),
        str(event["uid"]),
        horaire.tzid,
        event.to_ical(),
        retient=not place.transparent,
        journee=not isinstance(horaire.debut, datetime),
    )


def composer(doc: EvenementDoc, place: Place) -> tuple[Event, Horaire]:
    """The VEVENT before it is serialised, and its times."""
    horaire = _horaire(doc, place)
    event = Event()
    event.add("uid", sur_une_ligne(place.uid))
    _ajouter_temps(event, doc, place, horaire)
    titre = sur_une_ligne(doc.titre) or sur_une_ligne(doc.code)
    event.add("summary", f"{place.mention} {titre}" if place.mention else titre)
    event.add("status", place.statut)
    event.add("transp", "TRANSPARENT" if place.transparent else "OPAQUE")
    event.add("x-microsoft-cdo-busystatus", _occupation(place))
    event.add("class", "PUBLIC" if doc.publique else "PRIVATE")
    categories = list(dict.fromkeys(c for c in map(sur_une_ligne, doc.categories) if c))
    if categories:
        event.add("categories", categories)
    if doc.couleur and doc.couleur.isascii() and doc.couleur.isalpha():
        event.add("color", doc.couleur.lower())
    if not doc.supprimee:
        _ajouter_contenu(event, doc, (*_note_deplacement(doc, place), *horaire.notes))
    return event, horaire


def _occupation(place: Place) -> str:
    """Outlook reads neither TRANSP nor STATUS when this is present, so it says the same."""
    if place.transparent:
        return "FREE"
    return "TENTATIVE" if place.statut is Statut.PROVISOIRE else "BUSY"


def _ajouter_temps(event: Event, doc: EvenementDoc, place: Place, horaire: Horaire) -> None:
    fuseau = {"TZID": horaire.tzid} if horaire.tzid else {}
    event.add("dtstart", horaire.debut, parameters=fuseau)
    if horaire.fin is None:
        event.add("duration", timedelta(0))
    else:
        event.add("dtend", horaire.fin, parameters=fuseau)
    maj = _en_utc(doc.maj_le)
    event.add("dtstamp", maj)
    event.add("last-modified", maj)
    event.add("created", _en_utc(doc.cree_le))
    event.add("sequence", place.sequence)


def _ajouter_contenu(event: Event, doc: EvenementDoc, notes: tuple[str, ...]) -> None:
    """Place, links and description; links are in the latter too: many clients ignore URL and CONFERENCE."""
    lieu, visio, page = sur_une_ligne(doc.lieu or ""), adresse_sure(doc.lien_visio), adresse_sure(doc.url)
    compte_rendu = adresse_sure(doc.compte_rendu)
    lignes = list(notes)
    if visio:
        lignes.append(f"Visioconférence{INSECABLE}: {visio}")
        event.add("conference", visio, parameters={"VALUE": "URI", "FEATURE": "VIDEO", "LABEL": "Visioconférence"})
    if compte_rendu:
        lignes.append(f"Compte rendu{INSECABLE}: {compte_rendu}")
    if lieu or visio:
        event.add("location", lieu or visio)
    lignes += abreger([nettoyer(ligne) for ligne in doc.description], DESCRIPTION_MAX)
    if page:
        event.add("url", page)
        lignes.append(f"Détail et mises à jour{INSECABLE}: {page}")
    if lignes:
        event.add("description", "\n".join(lignes))


def _note_deplacement(doc: EvenementDoc, place: Place) -> list[str]:
    """What a meeting that was moved says of the day it left."""
    if doc.date_precedente is None or place.statut is Statut.ANNULE:
        return []
    return [f"Date précédente{INSECABLE}: {date_sans_preposition(doc.date_precedente)}."]


def _en_utc(instant: datetime) -> datetime:
    """Instants of payloads are UTC; a naive one is taken as such."""
    return instant.replace(tzinfo=UTC) if instant.tzinfo is None else instant.astimezone(UTC)


def _horaire(doc: EvenementDoc, place: Place) -> Horaire:
    """Timed when everything is known for that, whole days with an exclusive end otherwise."""
    if place.jour_exact and doc.heure_debut and doc.fuseau in FUSEAUX:
        return _horaire_precis(doc, place.premier, doc.heure_debut)
    notes = []
    if doc.heure_debut:
        ailleurs = "" if doc.fuseau in FUSEAUX else f" (heure de {sur_une_ligne(doc.fuseau)})"
        notes.append(f"Horaire prévu{INSECABLE}: {plage_horaire(doc.heure_debut, doc.heure_fin)}{ailleurs}.")
    elif doc.heure_fin:
        notes.append(f"Fin prévue{INSECABLE}: {heure(doc.heure_fin)}.")
    return Horaire(place.premier, place.dernier + timedelta(days=1), None, tuple(notes))


def _horaire_precis(doc: EvenementDoc, jour: date, heure_debut: str) -> Horaire:
    zone = ZoneInfo(doc.fuseau)
    debut = datetime.combine(jour, time.fromisoformat(heure_debut), zone)
    fin = datetime.combine(jour, time.fromisoformat(doc.heure_fin), zone) if doc.heure_fin else None
    notes = [_note_changement(debut, heure_debut)] if _douteux(debut) else []
    if not (fin and doc.heure_fin):
        notes.append("Heure de fin non précisée.")
    elif fin.astimezone(UTC) <= debut.astimezone(UTC):
        notes.append(f"Heure de fin reçue, qui ne suit pas le début{INSECABLE}: {heure(doc.heure_fin)}.")
        fin = None
    if _douteux(debut) or (fin and _douteux(fin)):
        return Horaire(debut.astimezone(UTC), fin.astimezone(UTC) if fin else None, None, tuple(notes))
    return Horaire(debut.replace(tzinfo=None), fin.replace(tzinfo=None) if fin else None, doc.fuseau, tuple(notes))


def _douteux(local: datetime) -> bool:
    """Whether this wall-clock time does not exist or occurs twice: its two readings differ."""
    return local.utcoffset() != local.replace(fold=1).utcoffset()


def _note_changement(debut: datetime, heure_debut: str) -> str:
    reelle = debut.astimezone(UTC).astimezone(debut.tzinfo)
    if reelle.time() == debut.time():
        return (
            f"Ce jour-là, {heure(heure_debut)} a lieu deux fois (passage à l’heure d’hiver){INSECABLE}: "
            "la première est retenue."
        )
    return (
        f"Ce jour-là, {heure(heure_debut)} n’existe pas (passage à l’heure d’été){INSECABLE}: "
        f"lire {heure(reelle.strftime('%H:%M'))}."
    )
