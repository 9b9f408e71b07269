"""Answers about governances, figures and contributions."""

from __future__ import annotations

import datetime as dt
from uuid import UUID

from backend.api.schemas.base import AuJour, Date, Droits, Objet, Phrase, Ref, Rendu, RenduDeCodes
from fne_roadmaps.domain.enums import (
    ComparateurChiffre,
    EtatFeuille,
    NatureChiffre,
    RoleMembre,
    TypeContribution,
    TypeGouvernance,
    UsageChiffre,
)


class RoleTenu(RenduDeCodes):
    """A role of a member, with its period and source."""

    role: RoleMembre
    debut: dt.date | None
    fin: dt.date | None
    source: str | None


class Membre(Rendu):
    """A member, in protocol order; ``roles_au`` are those held on the reference day."""

    id: UUID
    structure: Ref
    precision: str | None
    roles: tuple[RoleTenu, ...]
    roles_au: tuple[RoleMembre, ...]


class FeuilleDeGouvernance(Ref, RenduDeCodes):
    """A roadmap of the governance and its state."""

    etat: EtatFeuille


class GouvernanceResume(Objet):
    """A governance in a list."""

    code: str
    type: TypeGouvernance
    nom: str
    territoire: Ref
    publique: bool
    presentation: str | None
    porteurs: tuple[Ref, ...]
    feuilles_de_route: tuple[FeuilleDeGouvernance, ...]


class Gouvernance(GouvernanceResume):
    """A governance whole; ``note`` is for those who follow it."""

    porteurs_source: str | None
    note: str | None
    membres: tuple[Membre, ...]
    avertissements: tuple[Phrase, ...]
    au: AuJour
    droits: Droits


class Chiffre(Objet):
    """A sourced figure of a governance; ``valeur`` is decimal text as its source prints it."""

    gouvernance: Ref
    territoire: Ref | None
    usage: UsageChiffre
    nature: NatureChiffre
    theme: str | None
    rang: int
    libelle: str
    valeur: str
    comparateur: ComparateurChiffre
    unite: str | None
    periode: str | None
    date: Date | None
    source: str | None
    note: str | None


class Contribution(Objet):
    """What a structure brought to a governance beside meetings; ``temps`` in words, or counted in minutes."""

    gouvernance: Ref
    structure: Ref
    rang: int
    type: TypeContribution
    description: str | None
    temps: str | None
    temps_minutes: int | None
    date: Date | None
    source: str | None
