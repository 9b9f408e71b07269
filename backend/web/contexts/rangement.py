"""The order of a roadmap, and its bin."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from backend.web.contexts.cadre import Cadre
from backend.web.contexts.formulaire import Formulaire
from fne_roadmaps.domain.enums import Instruction


@dataclass(frozen=True, slots=True, kw_only=True)
class FicheRangee:
    """A numbered fiche at its place; ``fixe`` when a published text prints its number; ``actuel`` is that of today."""

    cle: str
    numero: str
    actuel: str
    titre: str
    href: str
    exemple: bool = False
    fixe: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class AxeRange:
    """An axe and its fiches; ``premier`` is the first rank its movable fiches take."""

    cle: str
    rang: int
    titre: str
    fiches: tuple[FicheRangee, ...]
    premier: int


@dataclass(frozen=True, slots=True, kw_only=True)
class OrdreContexte:
    """The order as it would be; ``modifie`` when it is not the stored one. ``axes_fixes``: a text is published.

    ``annonce`` tells the last move, made but not stored.
    """

    cadre: Cadre
    feuille: str
    mot: str
    axes: tuple[AxeRange, ...]
    axes_fixes: bool
    modifie: bool
    signees: int
    formulaire: Formulaire
    annonce: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FicheJetee:
    """A fiche in the bin; ``restaurer`` None for who may not take it back."""

    code: str
    titre: str
    instruction: Instruction
    le: datetime.date
    exemple: bool = False
    auteur: str | None = None
    pourquoi: str | None = None
    restaurer: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CorbeilleContexte:
    """The bin of a roadmap."""

    cadre: Cadre
    feuille: str
    fiches: tuple[FicheJetee, ...]
    retour: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SuppressionContexte:
    """Throwing a fiche away."""

    cadre: Cadre
    fiche: str
    formulaire: Formulaire
