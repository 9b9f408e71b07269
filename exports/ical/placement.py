"""Where a meeting stands in a calendar, from what is known of its date; or why it stands nowhere.

An exact day or consecutive days are an event. One of a few proposed days: one tentative event each. One day
of a span of at most seven: a tentative event over it. Up to a season: a tentative marker on its first day.
Beyond: not in the calendar. What is tentative takes nobody's time, unless its day is known and only to be
confirmed. What was cancelled, deleted or withdrawn stays where it last was, as cancelled.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from exports.formats import FINE, INSECABLE, a_dater, date_sans_preposition
from exports.ical.texte import sur_une_ligne
from exports.payloads import EvenementDoc, OptionDoc
from fne_roadmaps.domain.dates import DateIncertaine, NatureDate, cle_tri
from fne_roadmaps.domain.enums import EtatOption, EtatReunion

JOURS_SAISON = 92
AUCUNE_DATE = "aucune date"
_FERMES = frozenset({NatureDate.JOUR, NatureDate.DUREE})
_A_CONFIRMER = "[Date à confirmer]"


class Statut(StrEnum):
    """STATUS of an event (RFC 5545 §3.8.1.11)."""

    CONFIRME = "CONFIRMED"
    PROVISOIRE = "TENTATIVE"
    ANNULE = "CANCELLED"


@dataclass(frozen=True, slots=True)
class Place:
    """What one VEVENT is: its identity, its days (both included), and how it is said.

    ``jour_exact`` tells that the hours of the meeting hold for it; ``mention`` goes before the title.
    """

    uid: str
    sequence: int
    premier: date
    dernier: date
    jour_exact: bool
    statut: Statut
    transparent: bool
    mention: str | None


@dataclass(frozen=True, slots=True)
class Placement:
    """All events of one meeting, or the French reason why it has none."""

    places: tuple[Place, ...]
    raison: str | None


@dataclass(frozen=True, slots=True)
class _Repere:
    """Days that a date takes in a calendar; ``mention`` is None when the date is firm."""

    premier: date
    dernier: date
    jour_exact: bool = False
    mention: str | None = None


@dataclass(frozen=True, slots=True)
class _Reunion:
    """A meeting and what its options change.

    ``retenue`` is the one that carries the meeting; ``vote`` tells that open ones stand for its date.
    """

    doc: EvenementDoc
    annulee: bool
    retenue: OptionDoc | None
    date: DateIncertaine | None
    vote: bool

    @classmethod
    def lire(cls, doc: EvenementDoc) -> _Reunion:
        """An open option counts only while none is retained and the meeting has no firm day."""
        retenue = next((o for o in _rangees(doc) if o.etat is EtatOption.RETENUE), None)
        connue = doc.date
        if retenue and connue and connue.nature is NatureDate.OPTIONS:
            connue = retenue.date
        ferme = connue is not None and connue.nature in _FERMES
        vote = not (retenue or ferme) and any(o.etat is EtatOption.OUVERTE for o in doc.options)
        return cls(doc, doc.supprimee or doc.etat is EtatReunion.ANNULEE, retenue, connue, vote)

    @property
    def uid(self) -> str:
        """Identity of the main event: the retained option goes on under its own, whatever happens next."""
        return self.retenue.uid if self.retenue else self.doc.uid

    @property
    def sequence(self) -> int:
        """Grows with each change of the meeting and of the option that carries it, by one when both change at once."""
        return max(self.doc.sequence, self.retenue.sequence if self.retenue else 0)

    @property
    def quittee(self) -> DateIncertaine | None:
        """Date where a cancelled or postponed meeting last was; None for one that took place."""
        if not self.annulee and self.doc.etat in {EtatReunion.EN_SEANCE, EtatReunion.TENUE}:
            return None
        return self.doc.date_precedente or (self.retenue.date if self.retenue else None)


def placer(doc: EvenementDoc) -> Placement:
    """Events of a meeting. ValueError for a draft: it belongs to no calendar, the caller must not send it."""
    if doc.etat is EtatReunion.BROUILLON:
        raise ValueError("Une réunion à l’état de brouillon ne va dans aucun calendrier.")
    reunion = _Reunion.lire(doc)
    principale = _principale(reunion)
    trouvees = [principale, *_options(reunion)]
    places = tuple(p for p in trouvees if isinstance(p, Place))
    raisons = (r for r in trouvees if isinstance(r, str))
    return Placement(places, None if places else next(raisons, AUCUNE_DATE))


def principale(doc: EvenementDoc) -> Place | None:
    """Where the meeting itself stands, its possible days set apart; None when it stands nowhere, or is still polled."""
    place = _principale(_Reunion.lire(doc))
    return place if isinstance(place, Place) else None


def situer(d: DateIncertaine) -> _Repere | str:
    """Days of a date in a calendar, or why it has none there."""
    if d.nature is NatureDate.INCONNUE:
        recu = sur_une_ligne(d.recu or "")
        return f"{AUCUNE_DATE} (reçu{INSECABLE}: «{FINE}{recu}{FINE}»)" if recu else AUCUNE_DATE
    if d.premier is None or d.dernier is None:
        return f"période ouverte ({date_sans_preposition(d)})"
    if d.nature is NatureDate.ANNEE:
        return f"année seule connue ({date_sans_preposition(d)})"
    if d.nature in _FERMES:
        mention = _A_CONFIRMER if d.approximative else None
        return _Repere(d.premier, d.dernier, d.nature is NatureDate.JOUR, mention)
    if d.nature is NatureDate.PLAGE_COURTE:
        return _Repere(d.premier, d.dernier, mention="[À dater]" if d.premier < d.dernier else _A_CONFIRMER)
    if (d.dernier - d.premier).days >= JOURS_SAISON:
        return f"période trop longue ({date_sans_preposition(d)})"
    return _Repere(d.premier, d.premier, mention=f"[À dater{INSECABLE}: {a_dater(d)}]")


def _principale(reunion: _Reunion) -> Place | str | None:
    """Event under the meeting's own identity; None while options stand for it."""
    doc = reunion.doc
    if reunion.vote and reunion.date is not None:
        return None
    repere = AUCUNE_DATE if reunion.date is None else situer(reunion.date)
    if not reunion.annulee and isinstance(repere, _Repere):
        return _place_vivante(reunion, repere)
    if isinstance(repere, str) and reunion.quittee is not None:
        precedent = situer(reunion.quittee)
        repere = precedent if isinstance(precedent, _Repere) else repere
    if isinstance(repere, _Repere):
        mention = "[Annulée]" if reunion.annulee else "[Reportée, nouvelle date à fixer]"
        return _place(reunion.uid, reunion.sequence, repere, Statut.ANNULE, mention)
    if doc.etat is EtatReunion.REPORTEE and reunion.date is None and not reunion.annulee:
        return "reportée, nouvelle date à fixer"
    return repere


def _place_vivante(reunion: _Reunion, repere: _Repere) -> Place:
    """A meeting that still stands: confirmed, unless its date, its state or the people say otherwise."""
    doc = reunion.doc
    mentions = ["[Reportée]"] if doc.etat is EtatReunion.REPORTEE else []
    if repere.mention:
        mentions.append(repere.mention)
    elif not doc.confirmee or doc.etat is EtatReunion.A_DATER:
        mentions.append(_A_CONFIRMER)
    statut = Statut.PROVISOIRE if mentions else Statut.CONFIRME
    return _place(reunion.uid, reunion.sequence, repere, statut, " ".join(mentions) or None)


def _options(reunion: _Reunion) -> list[Place | str]:
    """Events of all options but the retained one: tentative while they stand for the date, else cancelled."""
    rangees = [o for o in _rangees(reunion.doc) if o is not reunion.retenue]
    en_lice = reunion.vote and not reunion.annulee
    ouvertes = [o for o in rangees if en_lice and o.etat is EtatOption.OUVERTE]
    places: list[Place | str] = []
    for option in rangees:
        repere = situer(option.date)
        if isinstance(repere, str):
            places.append(repere)
            continue
        sequence = max(reunion.doc.sequence, option.sequence)
        if option in ouvertes:
            rang = f"[Option {ouvertes.index(option) + 1}/{len(ouvertes)}]"
            mention = rang if len(ouvertes) > 1 else _A_CONFIRMER
            places.append(_place(option.uid, sequence, repere, Statut.PROVISOIRE, mention, proposee=True))
        else:
            mention = "[Annulée]" if reunion.annulee else "[Option écartée]"
            places.append(_place(option.uid, sequence, repere, Statut.ANNULE, mention, proposee=True))
    return places


def _place(
    uid: str, sequence: int, repere: _Repere, statut: Statut, mention: str | None, *, proposee: bool = False
) -> Place:
    """An event: it takes people's time when its day is firm, neither cancelled nor merely proposed."""
    vague = repere.mention is not None
    return Place(
        uid=uid,
        sequence=sequence,
        premier=repere.premier,
        dernier=repere.dernier,
        jour_exact=repere.jour_exact and not proposee,
        statut=statut,
        transparent=vague or proposee or statut is Statut.ANNULE,
        mention=mention,
    )


def _rangees(doc: EvenementDoc) -> list[OptionDoc]:
    """Options in the order of their dates, which is the order they are numbered in."""
    return sorted(doc.options, key=lambda o: (cle_tri(o.date), o.uid))
