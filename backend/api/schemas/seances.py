"""Answers about the agenda of a meeting and who was there."""

from __future__ import annotations

from typing import Literal

from backend.api.schemas.base import AuJour, Droits, Objet, Phrase, Ref, Rendu
from fne_roadmaps.domain.enums import EtatPoint, EtatPresence, NaturePoint


class PointResume(Objet):
    """An item in a list; ``duree`` in minutes, ``texte`` prepares it, ``notes`` tell what was said (Markdown)."""

    reunion: Ref
    rang: int
    titre: str
    nature: NaturePoint
    duree: int | None
    presentateur: Ref | None
    presentateur_nom: str | None
    texte: str | None
    notes: str | None
    etat: EtatPoint
    reporte_de: Ref | None


class ObjetDePoint(Ref):
    """A fiche, an axe or a decision an item is about."""

    genre: Literal["fiche_action", "axe", "decision"]


class Point(PointResume):
    """An item read alone; ``reporte_a`` is the meeting it goes on in."""

    objets: tuple[ObjetDePoint, ...]
    reporte_a: Ref | None
    au: AuJour
    droits: Droits


class PresenceResume(Objet):
    """What is said of a seat, or of a guest (``siege`` None)."""

    reunion: Ref
    rang: int
    siege: Ref | None
    structure: Ref | None
    libelle: str | None
    etat: EtatPresence
    a_distance: bool
    represente_par: Ref | None
    representant: str | None


class Presence(PresenceResume):
    """A presence read alone."""

    au: AuJour
    droits: Droits


class Quorum(Rendu):
    """Seats with a voice that are needed, and counted; ``alerte`` says why it can never be reached."""

    requis: int
    voix: int
    presents: int
    representes: int
    atteint: bool
    alerte: Phrase | None
