"""Answers about meetings and decisions."""

from __future__ import annotations

import datetime as dt

from backend.api.schemas.base import AuJour, Date, Droits, Objet, Phrase, Ref, Rendu, RenduDeCodes
from backend.api.schemas.seances import Quorum
from fne_roadmaps.domain.enums import (
    EtatAdoption,
    EtatOption,
    EtatReunion,
    GenreEffet,
    GenreReunion,
    ModeDecision,
    NatureDecision,
    PorteeReunion,
    RoleInstance,
    SuiviDecision,
)


class OptionDeDate(RenduDeCodes):
    """One possible day of a meeting; ``uid`` is its identity in calendars."""

    rang: int
    date: Date | None
    etat: EtatOption
    uid: str


class ReunionResume(Objet):
    """A meeting in a list; hours are local « HH:MM » in ``fuseau``."""

    code: str
    gouvernance: Ref
    instance: Ref | None
    genre: GenreReunion
    portee: PorteeReunion
    territoire: Ref | None
    titre: str
    etat: EtatReunion
    date: Date | None
    confirmee: bool
    heure_debut: str | None
    heure_fin: str | None
    fuseau: str
    lieu: str | None
    lien_visio: str | None
    options: tuple[OptionDeDate, ...]


class DateAnterieure(Rendu):
    """A date the meeting had before, when it was left, and why."""

    date: Date | None
    heure_debut: str | None
    heure_fin: str | None
    motif: str | None
    changee_le: dt.datetime


class RoleEnReunion(RenduDeCodes):
    """A role a structure held at the meeting."""

    role: RoleInstance
    structure: Ref
    temps_minutes: int | None
    source: str | None


class Reunion(ReunionResume):
    """A meeting whole; ``alertes`` are contradictions noticed, never corrected, ``quorum`` what its body asks for."""

    jour_annonce: str | None
    motif: str | None
    presidence: str | None
    secretariat: str | None
    note: str | None
    source: str | None
    uid: str
    sequence: int
    gouvernances_associees: tuple[Ref, ...]
    dates_anterieures: tuple[DateAnterieure, ...]
    roles: tuple[RoleEnReunion, ...]
    decisions: tuple[Ref, ...]
    quorum: Quorum | None
    alertes: tuple[Phrase, ...]
    au: AuJour
    droits: Droits


class DecisionResume(Objet):
    """A decision; ``fiches`` are those the reader may follow, ``retard`` the days it is late."""

    code: str
    annee: int
    numero: int
    gouvernance: Ref
    instance: Ref | None
    reunion: Ref | None
    texte: str | None
    date: Date | None
    mode_decision: ModeDecision | None
    nature: NatureDecision
    adoption: EtatAdoption
    voix_pour: int | None
    voix_contre: int | None
    abstentions: int | None
    suivi: SuiviDecision
    suivi_note: str | None
    suivi_le: dt.date | None
    retard: int
    remplace: Ref | None
    remplacee_par: Ref | None
    responsable: Ref | None
    echeance: Date | None
    fiches: tuple[Ref, ...]
    source: str | None


class EffetDeDecision(RenduDeCodes):
    """A change the decision carries. ``valeur`` is the key of an axe, the code of a state, or the JSON of a cadence."""

    genre: GenreEffet
    fiche: Ref | None
    instance: Ref | None
    valeur: str | None
    motif: str | None
    applique_le: dt.datetime | None


class Decision(DecisionResume):
    """A decision read alone, with what it carries."""

    effets: tuple[EffetDeDecision, ...]

    au: AuJour
    droits: Droits
