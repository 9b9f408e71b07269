"""Commands of the arbitration: merge, split, order, take up, throw away."""

from __future__ import annotations

from typing import Annotated, Literal
from uuid import UUID

from pydantic import Field

from backend.services.commands.champs import Commande, Mot300, Reference, ReferenceFacultative, TexteFacultatif
from fne_roadmaps.domain.arbitrage import NOUVELLES_MAX
from fne_roadmaps.domain.enums import Instruction

SOURCES_MAX = 20
PLACES_MAX = 5000
Position = Annotated[int, Field(strict=True, ge=0)]


class ChoixSaisi(Commande):
    """One field: keep what the fiche ``garder`` says, add all (``ajouter``), or write ``texte``."""

    geste: Literal["garder", "ajouter", "composer"]
    garder: UUID | None = None
    texte: TexteFacultatif = None


class FusionnerFiches(Commande):
    """Sources into ``cible``, one fiche of the same roadmap. ``versions`` are those the choices were made on.

    ``ecartes`` names, by list, the places in the joined list of what is left out.
    """

    cible: Reference
    sources: Annotated[tuple[Reference, ...], Field(min_length=1, max_length=SOURCES_MAX)]
    champs: dict[str, ChoixSaisi] | None = None
    ecartes: dict[str, tuple[Position, ...]] = Field(default_factory=dict)
    sommer: bool = False
    versions: dict[UUID, int] = Field(default_factory=dict)
    pourquoi: TexteFacultatif = None


class ScinderFiche(Commande):
    """New fiches out of one: their titles, and where each part goes (0 stays, 1 is the first new one)."""

    titres: Annotated[tuple[Mot300, ...], Field(min_length=1, max_length=NOUVELLES_MAX)]
    textes: dict[str, Position] = Field(default_factory=dict)
    copies: frozenset[str] = frozenset()
    elements: dict[str, tuple[Position, ...]] = Field(default_factory=dict)
    pourquoi: TexteFacultatif = None


class AxeRange(Commande):
    """An axe and its numbered fiches, in the wanted order."""

    axe: UUID
    fiches: Annotated[tuple[UUID, ...], Field(max_length=PLACES_MAX)] = ()


class RangerFiches(Commande):
    """The whole order of a roadmap: its axes in order, and the fiches of each."""

    axes: Annotated[tuple[AxeRange, ...], Field(max_length=200)]
    pourquoi: TexteFacultatif = None


class ReprendreFiche(Commande):
    """A fiche of a published version, taken up in another roadmap as a draft or a proposal."""

    version: UUID
    numero: str
    feuille_de_route: Reference
    axe: ReferenceFacultative = None
    instruction: Literal[Instruction.BROUILLON, Instruction.PROPOSEE] = Instruction.BROUILLON
    note: TexteFacultatif = None


class SupprimerFiche(Commande):
    """Throw a fiche away; ``pourquoi`` stays in its history."""

    pourquoi: TexteFacultatif = None


__all__ = [
    "AxeRange",
    "ChoixSaisi",
    "FusionnerFiches",
    "RangerFiches",
    "ReprendreFiche",
    "ScinderFiche",
    "SupprimerFiche",
]
