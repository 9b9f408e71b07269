"""Commands on the agenda of a meeting, on what is said there, and on who is there."""

from __future__ import annotations

from typing import Annotated
from uuid import UUID

from pydantic import Field

from backend.services.commands.champs import (
    MAX_LISTE,
    Commande,
    Mot200Facultatif,
    Mot300,
    Reference,
    ReferenceFacultative,
    TexteFacultatif,
    partielle,
)
from fne_roadmaps.domain.enums import EtatPoint, EtatPresence, NaturePoint

Duree = Annotated[int, Field(strict=True, ge=1, le=1440)]
"""Minutes."""


class ObjetSaisi(Commande):
    """What an item is about: a fiche, an axe or a decision, one of the three."""

    fiche_action: ReferenceFacultative = None
    axe: ReferenceFacultative = None
    decision: ReferenceFacultative = None


class CreerPoint(Commande):
    """An item of the agenda of a meeting, put last; ``duree`` in minutes, ``texte`` prepares it."""

    reunion: Reference
    titre: Mot300
    nature: NaturePoint = NaturePoint.INFORMATION
    duree: Duree | None = None
    presentateur: ReferenceFacultative = None
    presentateur_nom: Mot200Facultatif = None
    texte: TexteFacultatif = None
    objets: Annotated[tuple[ObjetSaisi, ...], Field(max_length=MAX_LISTE)] = ()
    exemple: bool = False


ModifierPoint = partielle(CreerPoint, "ModifierPoint", sauf=frozenset({"reunion", "exemple"}))


class ChangerEtatPoint(Commande):
    """The item is treated, to be treated again, or taken off the agenda."""

    etat: EtatPoint
    pourquoi: TexteFacultatif = None


class PlacerPoint(Commande):
    """The item of the same agenda this one is put before; none puts it last."""

    avant: UUID | None = None


class NoterPoint(Commande):
    """What was said on an item; ``lu`` is the text its writer started from, ``ecarte`` one set aside to settle."""

    notes: TexteFacultatif = None
    lu: TexteFacultatif = None
    ecarte: TexteFacultatif = None


class PreparerOrdreDuJour(Commande):
    """Proposals the secretary kept: minutes to approve, items to carry over, things gathered into one item by kind."""

    reunion: Reference
    approbation: Annotated[tuple[UUID, ...], Field(max_length=MAX_LISTE)] = ()
    points: Annotated[tuple[UUID, ...], Field(max_length=MAX_LISTE)] = ()
    decision: Annotated[tuple[UUID, ...], Field(max_length=MAX_LISTE)] = ()
    arbitrage: Annotated[tuple[UUID, ...], Field(max_length=MAX_LISTE)] = ()
    sans_nouvelles: Annotated[tuple[UUID, ...], Field(max_length=MAX_LISTE)] = ()
    jalon: Annotated[tuple[UUID, ...], Field(max_length=MAX_LISTE)] = ()


class PointerSiege(Commande):
    """Attendance of a seat; ``etat`` None takes back what was said of it.

    Represented, ``represente_par`` is the seat that holds its mandate, or ``representant`` names who sits for it.
    """

    siege: UUID
    etat: EtatPresence | None = None
    a_distance: bool = False
    represente_par: UUID | None = None
    representant: Mot200Facultatif = None


class AjouterInvite(Commande):
    """A guest: an organisation, a person, or both; no account is needed."""

    reunion: Reference
    structure: ReferenceFacultative = None
    libelle: Mot200Facultatif = None
    etat: EtatPresence = EtatPresence.INVITE
    a_distance: bool = False
    exemple: bool = False


class PointerInvite(Commande):
    """Attendance of a guest."""

    etat: EtatPresence
    a_distance: bool = False


class DirePresence(Commande):
    """Attendance of a seat nothing was said of yet, or of a guest: then ``structure``, ``libelle``, or both."""

    reunion: Reference
    siege: UUID | None = None
    structure: ReferenceFacultative = None
    libelle: Mot200Facultatif = None
    etat: EtatPresence
    a_distance: bool = False
    represente_par: UUID | None = None
    representant: Mot200Facultatif = None


ModifierPresence = partielle(
    DirePresence, "ModifierPresence", sauf=frozenset({"reunion", "siege", "structure", "libelle"})
)
