"""Answers about the bodies of the comitology."""

from __future__ import annotations

import datetime as dt
from typing import Annotated
from uuid import UUID

from pydantic import Field

from backend.api.schemas.base import AuJour, Droits, Objet, Ref, Rendu, RenduDeCodes
from fne_roadmaps.domain.enums import ModeDecision, RoleInstance, TypeInstance


class Siege(Rendu):
    """A seat of an organisation, of a post, or of a collective named in words."""

    id: UUID
    rang: int
    structure: Ref | None
    poste: Ref | None
    suppleant: Ref | None
    libelle: str | None
    college: str | None
    voix: bool
    debut: dt.date | None
    fin: dt.date | None
    source: str | None


class Cadence(Rendu):
    """How often the body meets while the cadence holds; ``intervalle_demi_mois`` counts half months."""

    id: UUID
    texte: str
    min_par_an: int | None
    max_par_an: int | None
    intervalle_demi_mois: int | None
    debut: dt.date | None
    fin: dt.date | None
    decision: Ref | None
    source: str | None


class RoleDeStructure(RenduDeCodes):
    """A role a structure holds in the body."""

    role: RoleInstance
    structure: Ref
    debut: dt.date | None
    fin: dt.date | None
    source: str | None


class InstanceResume(Objet):
    """A body in a list, with the cadence in force and the day by which it must next meet."""

    code: str
    gouvernance: Ref
    parent: Ref | None
    rang: int
    type: TypeInstance
    nom: str
    territoire: Ref | None
    mode_decision: ModeDecision | None
    debut: dt.date | None
    fin: dt.date | None
    cadence: Annotated[str | None, Field(description="Cadence en vigueur au jour de référence")]
    derniere_reunion: Annotated[dt.date | None, Field(description="Dernier jour possible de la dernière réunion tenue")]
    prochaine_echeance: Annotated[
        dt.date | None, Field(description="Jour avant lequel l’instance doit se réunir, par sa cadence")
    ]
    echeance_passee: bool


class Instance(InstanceResume):
    """A body whole."""

    quorum: Annotated[int | None, Field(description="Voix présentes ou représentées qu’il faut pour décider")]
    voix: Annotated[int, Field(description="Sièges avec voix dont le mandat court au jour de référence")]
    role: str | None
    note: str | None
    source: str | None
    enfants: tuple[Ref, ...]
    sieges: tuple[Siege, ...]
    cadences: tuple[Cadence, ...]
    roles: tuple[RoleDeStructure, ...]
    au: AuJour
    droits: Droits
