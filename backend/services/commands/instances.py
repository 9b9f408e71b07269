"""Commands on the bodies of the comitology."""

from __future__ import annotations

from typing import Annotated
from uuid import UUID

from pydantic import Field

from backend.services.commands.champs import (
    MAX_LISTE,
    Commande,
    Jour,
    Mot80,
    Mot120Facultatif,
    Mot200,
    Mot200Facultatif,
    Rang,
    Reference,
    ReferenceFacultative,
    TexteFacultatif,
    partielle,
)
from fne_roadmaps.domain.enums import ModeDecision, RoleInstance, TypeInstance

NombreParAn = Annotated[int, Field(strict=True, ge=0, le=366)]


class SiegeSaisi(Commande):
    """A seat of an organisation, of a post, or of a collective named in words (``libelle``).

    ``poste`` is its titular, ``suppleant`` the post that sits in its absence.
    """

    structure: ReferenceFacultative = None
    poste: ReferenceFacultative = None
    suppleant: ReferenceFacultative = None
    libelle: Mot200Facultatif = None
    college: Mot120Facultatif = None
    voix: bool = True
    debut: Jour | None = None
    fin: Jour | None = None
    source: TexteFacultatif = None


class SiegeDeListe(SiegeSaisi):
    """A seat in a list: ``id`` names the one it was, which keeps its key; without it, the seat that says the same."""

    id: UUID | None = None


class AjouterSiege(SiegeSaisi):
    """A seat added to an instance."""

    instance: Reference


class CadenceSaisie(Commande):
    """How often the instance meets during a period; ``intervalle_demi_mois`` = 5 is every two and a half months."""

    texte: Mot200
    min_par_an: NombreParAn | None = None
    max_par_an: NombreParAn | None = None
    intervalle_demi_mois: Annotated[int, Field(strict=True, ge=1, le=240)] | None = None
    debut: Jour | None = None
    fin: Jour | None = None
    decision: ReferenceFacultative = None
    source: TexteFacultatif = None


class AjouterCadence(CadenceSaisie):
    """A cadence that begins in an instance."""

    instance: Reference


class RoleSaisi(Commande):
    """A role of a structure in the instance."""

    structure: Reference
    role: RoleInstance
    debut: Jour | None = None
    fin: Jour | None = None
    source: TexteFacultatif = None


class CreerInstance(Commande):
    """An instance; its code is the governance's and ``slug`` (``28/copil``)."""

    gouvernance: Reference
    slug: Mot80
    parent: ReferenceFacultative = None
    rang: Rang | None = None
    type: TypeInstance
    nom: Mot200
    role: TexteFacultatif = None
    territoire: ReferenceFacultative = None
    mode_decision: ModeDecision | None = None
    quorum: Annotated[int, Field(strict=True, ge=1, le=1_000)] | None = None
    debut: Jour | None = None
    fin: Jour | None = None
    note: TexteFacultatif = None
    source: TexteFacultatif = None
    sieges: Annotated[tuple[SiegeDeListe, ...], Field(max_length=MAX_LISTE)] = ()
    cadences: Annotated[tuple[CadenceSaisie, ...], Field(max_length=50)] = ()
    roles: Annotated[tuple[RoleSaisi, ...], Field(max_length=MAX_LISTE)] = ()
    exemple: bool = False


ModifierInstance = partielle(CreerInstance, "ModifierInstance", sauf=frozenset({"gouvernance", "slug", "exemple"}))


class FermerInstance(Commande):
    """``fin`` is the last day of the instance: the day of reference unless said otherwise."""

    fin: Jour | None = None
    pourquoi: TexteFacultatif = None
