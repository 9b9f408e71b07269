"""Commands on meetings."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from backend.services.commands.champs import (
    MAX_LISTE,
    Commande,
    DateEdtf,
    Heure,
    JourAnnonce,
    Mot200Facultatif,
    Mot300Facultatif,
    Reference,
    ReferenceFacultative,
    TexteFacultatif,
    Url,
    partielle,
)
from fne_roadmaps.domain.enums import (
    EtatReunion,
    GenreReunion,
    PorteeReunion,
    RoleInstance,
)


class RoleDeReunion(Commande):
    """A role a structure held at the meeting, with the time it took when counted."""

    structure: Reference
    role: RoleInstance
    temps_minutes: Annotated[int, Field(strict=True, ge=0, le=60_000)] | None = None
    source: TexteFacultatif = None


class DireLeRole(Commande):
    """The roles one structure held at a meeting, all of them; the time is that of the meeting, whatever the roles."""

    structure: Reference
    roles: Annotated[tuple[RoleInstance, ...], Field(max_length=len(RoleInstance))] = ()
    temps_minutes: Annotated[int, Field(ge=0, le=60_000)] | None = None
    source: TexteFacultatif = None


class CreerReunion(Commande):
    """A meeting of an instance, or of a governance without instance; ``titre`` may be left out for a sitting.

    ``date`` is EDTF; hours are local and need an exact day; ``jour_annonce`` is the weekday received, checked against
    the date and reported, never corrected. ``confirmee`` is False while the day is only foreseen.
    """

    gouvernance: ReferenceFacultative = None
    instance: ReferenceFacultative = None
    gouvernances_associees: Annotated[tuple[Reference, ...], Field(max_length=101)] = ()
    genre: GenreReunion = GenreReunion.INSTANCE
    portee: PorteeReunion = PorteeReunion.INSTANCE
    territoire: ReferenceFacultative = None
    titre: Mot300Facultatif = None
    etat: EtatReunion = EtatReunion.BROUILLON
    date: DateEdtf | None = None
    confirmee: bool = True
    heure_debut: Heure | None = None
    heure_fin: Heure | None = None
    jour_annonce: JourAnnonce | None = None
    lieu: Mot300Facultatif = None
    lien_visio: Url | None = None
    motif: TexteFacultatif = None
    presidence: Mot200Facultatif = None
    secretariat: Mot200Facultatif = None
    note: TexteFacultatif = None
    source: TexteFacultatif = None
    roles: Annotated[tuple[RoleDeReunion, ...], Field(max_length=MAX_LISTE)] = ()
    exemple: bool = False


ModifierReunion = partielle(CreerReunion, "ModifierReunion", sauf=frozenset({"gouvernance", "etat", "exemple"}))


class ChangerEtatReunion(Commande):
    """The meeting is convened, held, postponed or cancelled; the last two say why."""

    etat: EtatReunion
    motif: TexteFacultatif = None


class CreerSerie(Commande):
    """The meetings of an instance over a year, one date each as it is known; hours are those of the exact days."""

    instance: Reference
    dates: Annotated[tuple[DateEdtf, ...], Field(min_length=1, max_length=60)]
    heure_debut: Heure | None = None
    heure_fin: Heure | None = None
    lieu: Mot300Facultatif = None
