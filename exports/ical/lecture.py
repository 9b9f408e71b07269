"""Reads a calendar file into the propositions of a pasted text; repetitions are told, not unfolded."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from icalendar import Calendar, Component
from icalendar.error import BrokenCalendarProperty

from exports.ical.texte import nettoyer, sur_une_ligne
from fne_roadmaps.domain.agenda_colle import AgendaColle, LigneLue, Proposition, indices
from fne_roadmaps.domain.agenda_colle.modele import TITRE_MAX
from fne_roadmaps.domain.dates import DateIncertaine, lire_date
from fne_roadmaps.domain.enums import EtatReunion, GenreReunion
from fne_roadmaps.domain.errors import RegleViolee
from fne_roadmaps.domain.textes import grouper

OCTETS_MAX = 2_000_000
EVENEMENTS_MAX = 2_000
_NOTE_MAX, _LIEU_MAX, _UID_MAX = 4_000, 300, 200
_EVENEMENT = re.compile(rb"^BEGIN:VEVENT", re.IGNORECASE | re.MULTILINE)
_TROMPEURS = re.compile("[\u202a-\u202e\u2066-\u2069]")
_AUTRES = {"VTODO": "Une tâche n’est pas une réunion.", "VJOURNAL": "Une note n’est pas une réunion."}
_PAS_UN_AGENDA = "Ce fichier n’est pas un agenda (.ics)."
_TROP = "{} au plus : exportez une période plus courte."
DOUBLON = "Le fichier porte deux fois cet évènement (même identifiant)."


def lire_ics(octets: bytes, fuseau: str) -> AgendaColle:
    """The events of a calendar file, their hours told in ``fuseau``, the zone of the ground.

    Raises RegleViolee when it is no calendar, too heavy, or holds more events than one import takes.
    """
    agendas = _analyser(octets)
    propositions: list[Proposition] = []
    sequences: list[int] = []
    non_compris: list[LigneLue] = []
    for rang, composant in enumerate(_composants(agendas), start=1):
        if composant.name == "VEVENT":
            propositions.append(_Evenement(composant, rang, ZoneInfo(fuseau)).proposition())
            sequences.append(_sequence(composant))
        else:
            nom = composant.name or ""
            non_compris.append(LigneLue(rang, _texte(composant, "SUMMARY") or nom, _AUTRES[nom]))
    return AgendaColle(tuple(_sans_doublon(propositions, sequences)), (), tuple(non_compris))


def _analyser(octets: bytes) -> list[Component]:
    if len(octets) > OCTETS_MAX:
        raise RegleViolee(
            "fichier", f"Ce fichier pèse {grouper(len(octets))} octets, {_TROP}".format(grouper(OCTETS_MAX))
        )
    nombre = sum(1 for _ in _EVENEMENT.finditer(octets))
    if nombre > EVENEMENTS_MAX:
        raise RegleViolee(
            "fichier", f"Ce fichier compte {grouper(nombre)} évènements, {_TROP}".format(grouper(EVENEMENTS_MAX))
        )
    try:
        texte = octets.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise RegleViolee(
            "fichier", "Ce fichier n’est pas du texte UTF-8 : réexportez-le depuis votre agenda."
        ) from None
    if "BEGIN:VCALENDAR" not in texte[:10_000].upper():
        raise RegleViolee("fichier", _PAS_UN_AGENDA)
    try:
        lus = Calendar.from_ical(texte, multiple=True)
    except Exception as cause:  # the library lets any error of its own out on a file that is not sound
        raise RegleViolee("fichier", f"{_PAS_UN_AGENDA} Sa lecture s’arrête sur une ligne mal formée.") from cause
    if not nombre or not lus:
        raise RegleViolee("fichier", "Ce fichier d’agenda ne contient aucun évènement complet.")
    return list(lus)


def _composants(agendas: list[Component]) -> Iterator[Component]:
    for agenda in agendas:
        yield from (c for c in agenda.subcomponents if c.name in {"VEVENT", *_AUTRES})


def _sans_doublon(propositions: list[Proposition], sequences: list[int]) -> Iterator[Proposition]:
    """Of events that bear one identifier, the one changed last is kept; the others stay in the list, told."""
    gardees: dict[str, int] = {}
    for rang in sorted(range(len(propositions)), key=lambda r: -sequences[r]):
        identifiant = propositions[rang].identifiant
        if identifiant:
            gardees.setdefault(identifiant, rang)
    for rang, p in enumerate(propositions):
        double = p.identifiant is not None and gardees[p.identifiant] != rang
        yield replace(p, deja=DOUBLON, alertes=(*p.alertes, DOUBLON)) if double else p


def _sequence(composant: Component) -> int:
    valeur = composant.get("SEQUENCE")
    return valeur if isinstance(valeur, int) else 0


def _dt(valeur: object) -> object:
    """What a date property holds; None when the file wrote it badly."""
    try:
        return getattr(valeur, "dt", None)
    except BrokenCalendarProperty:
        return None


def _texte(composant: Component, nom: str) -> str:
    valeur = composant.get(nom)
    valeur = valeur[0] if isinstance(valeur, list) and valeur else valeur
    return sur_une_ligne(_net(str(valeur))) if valeur is not None else ""


def _net(texte: str) -> str:
    """Without what makes a text read otherwise than it is written (bidirectional overrides), nor controls."""
    return _TROMPEURS.sub("", nettoyer(texte))


def _est_une_adresse(texte: str) -> bool:
    return len(texte) <= indices.ADRESSE_MAX and indices.ADRESSE.fullmatch(texte) is not None


@dataclass(slots=True)
class _Evenement:
    """One event being read; ``alertes`` and ``notes`` grow on the way."""

    composant: Component
    rang: int
    fuseau: ZoneInfo
    alertes: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    def proposition(self) -> Proposition:
        """All that it says, and what it says that we do not hold."""
        titre = self._titre()
        date_, debut, fin = self._quand()
        lieu, lien = self._ou()
        etat, confirmee = self._etat()
        if self.composant.get("RRULE") or self.composant.get("RDATE"):
            self.alertes.append("Cet évènement se répète : seule sa première date est proposée.")
        genre, type_ = indices.genre_de(titre)
        if lien and genre is GenreReunion.AUTRE:
            genre = GenreReunion.VISIO
        quand = (date_.edtf if date_ else "") + (f" {debut}" if debut else "")
        return Proposition(
            rang=self.rang,
            ligne=f"{titre} — {quand}" if quand else titre,
            titre=titre,
            date=date_,
            heure_debut=debut,
            heure_fin=fin,
            confirmee=confirmee,
            lieu=lieu,
            lien_visio=lien,
            genre=genre,
            type_instance=type_,
            etat=etat,
            note=self._note(),
            identifiant=self._identifiant(),
            alertes=tuple(self.alertes),
        )

    def _titre(self) -> str:
        titre = _texte(self.composant, "SUMMARY")
        brut = self.composant.get("SUMMARY")
        if isinstance(brut, str) and titre != " ".join(brut.split()):
            self.alertes.append("Des caractères invisibles ont été retirés de l’intitulé.")
        if not titre:
            self.alertes.append("L’intitulé de la réunion manque.")
            return "Réunion"
        if len(titre) > TITRE_MAX:
            self.notes.append(titre)
            self.alertes.append("L’intitulé est trop long : sa suite est dans la note.")
            return f"{titre[: TITRE_MAX - 1].rsplit(' ', 1)[0]}…"
        return titre

    def _quand(self) -> tuple[DateIncertaine | None, str | None, str | None]:
        debut, fin = self._instant("DTSTART"), self._instant("DTEND")
        if debut is None:
            self.alertes.append("La date de cet évènement ne se lit pas.")
            return None, None, None
        if fin is None and isinstance(duree := _dt(self.composant.get("DURATION")), timedelta):
            try:
                fin = debut + duree
            except OverflowError:
                fin = None
        if isinstance(debut, datetime):
            return self._avec_heures(debut, fin if isinstance(fin, datetime) else None)
        dernier = fin - timedelta(1) if fin is not None and not isinstance(fin, datetime) else debut
        if dernier < debut:
            if fin is not None and fin < debut:
                self.alertes.append("La fin vient avant le début : seul le début est gardé.")
            dernier = debut
        return self._date(debut, dernier), None, None

    def _avec_heures(
        self, debut: datetime, fin: datetime | None
    ) -> tuple[DateIncertaine | None, str | None, str | None]:
        if fin is not None and fin <= debut:
            if fin < debut:
                self.alertes.append("La fin vient avant le début : seul le début est gardé.")
            fin = None
        if fin is None or fin.date() == debut.date():
            heure_fin = f"{fin:%H:%M}" if fin and f"{fin:%H:%M}" > f"{debut:%H:%M}" else None
            d = self._date(debut.date(), debut.date())
            return (d, f"{debut:%H:%M}", heure_fin) if d else (None, None, None)
        self.notes.append(f"Du {debut:%d/%m/%Y} à {debut:%H:%M} au {fin:%d/%m/%Y} à {fin:%H:%M}.")
        self.alertes.append("La réunion dure plusieurs jours : ses heures sont dans la note.")
        dernier = fin.date() - timedelta(1) if f"{fin:%H%M}" == "0000" else fin.date()
        return self._date(debut.date(), dernier), None, None

    def _instant(self, nom: str) -> date | None:
        """A day, or an instant in the zone of the ground; None when it cannot be read."""
        valeur = self.composant.get(nom)
        valeur = valeur[0] if isinstance(valeur, list) and valeur else valeur
        instant = _dt(valeur)
        if not isinstance(instant, datetime):
            return instant if isinstance(instant, date) else None
        if instant.tzinfo is None:
            if "TZID" in getattr(valeur, "params", {}):
                self.alertes.append("Le fuseau horaire du fichier est inconnu : vérifiez l’heure.")
            return instant
        try:
            return instant.astimezone(self.fuseau).replace(tzinfo=None)
        except (OverflowError, ValueError):
            return None

    def _date(self, premier: date, dernier: date) -> DateIncertaine | None:
        try:
            return lire_date(f"{premier}" if premier == dernier else f"{premier}/{dernier}")
        except RegleViolee as refus:
            self.alertes.append(refus.message)
            return None

    def _ou(self) -> tuple[str | None, str | None]:
        """The place, and the address of the video meeting wherever the file puts it."""
        lieu = _texte(self.composant, "LOCATION")
        description = _net(str(self.composant.get("DESCRIPTION") or ""))
        candidates = [
            _texte(self.composant, n) for n in ("CONFERENCE", "X-GOOGLE-CONFERENCE", "X-MICROSOFT-SKYPETEAMSMEETINGURL")
        ]
        sans_adresse, visio, autres = indices.retirer_lien(lieu)
        _, decrite, _ = indices.retirer_lien(description[:_NOTE_MAX])
        lien = next((a for a in (*candidates, visio, *autres, decrite) if a and _est_une_adresse(a)), None)
        lieu = sans_adresse if lien and (visio or autres) else lieu
        if len(lieu) > _LIEU_MAX:
            self.notes.append(lieu)
            lieu = ""
        adresse = _texte(self.composant, "URL")
        if adresse:
            self.notes.append(adresse)
        return lieu or None, lien

    def _etat(self) -> tuple[EtatReunion | None, bool]:
        statut = _texte(self.composant, "STATUS").upper()
        if statut == "CANCELLED":
            self.alertes.append("La ligne dit que la réunion est annulée.")
            return EtatReunion.ANNULEE, True
        if statut == "TENTATIVE":
            self.alertes.append("L’évènement est provisoire : la réunion est notée à confirmer.")
            return None, False
        return None, True

    def _note(self) -> str | None:
        description = _net(str(self.composant.get("DESCRIPTION") or "")).strip()
        if len(description) > _NOTE_MAX:
            self.alertes.append("La description est trop longue : son début seul est gardé.")
            description = description[:_NOTE_MAX]
        return "\n".join([*self.notes, *([description] if description else [])]) or None

    def _identifiant(self) -> str | None:
        uid = _texte(self.composant, "UID")
        occurrence = _dt(self.composant.get("RECURRENCE-ID"))
        if isinstance(occurrence, date):
            self.alertes.append("Cet évènement est une occurrence déplacée d’un évènement répété.")
            uid = f"{uid} {occurrence.isoformat()}"
        return uid[:_UID_MAX] or None
