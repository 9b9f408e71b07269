"""Answers about territories, organisations and the journal."""

from __future__ import annotations

import datetime as dt
from typing import Any
from uuid import UUID

from backend.api.schemas.base import Objet, Ref, Rendu
from fne_roadmaps.domain.enums import TypeStructure, TypeTerritoire


class TerritoireResume(Objet):
    """A territory, with its period of validity and its source."""

    code: str
    type: TypeTerritoire
    nom: str
    du_nom: str
    parent: Ref | None
    fuseau: str
    valide_du: dt.date | None
    valide_au: dt.date | None
    source: str | None
    note: str | None


class Territoire(TerritoireResume):
    """A territory and those it holds."""

    enfants: tuple[Ref, ...]


class StructureResume(Objet):
    """An organisation."""

    code: str
    nom: str
    sigle: str | None
    type: TypeStructure
    siret: str | None
    ridet: str | None
    rna: str | None
    territoire: Ref | None
    note: str | None


class Structure(StructureResume):
    """An organisation and its posts."""

    postes: tuple[Ref, ...]


class EntreeJournal(Rendu):
    """One line of the journal: ``acteur`` is an account's identifier, never a name."""

    id: UUID
    le: dt.datetime
    acteur: str
    requete: str
    action: str
    champ: str | None
    avant: Any
    apres: Any
    pourquoi: str | None
