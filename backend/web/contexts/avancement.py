"""Changing the avancement of a fiche."""

from __future__ import annotations

from dataclasses import dataclass

from backend.web.contexts.cadre import Cadre
from backend.web.contexts.formulaire import Formulaire
from fne_roadmaps.domain.enums import Avancement


@dataclass(frozen=True, slots=True, kw_only=True)
class AvancementContexte:
    """``permis`` are the moves the domain allows from ``actuel``, in its order; ``expliques`` those that ask why."""

    cadre: Cadre
    fiche: str
    actuel: Avancement
    permis: tuple[Avancement, ...]
    expliques: frozenset[Avancement]
    formulaire: Formulaire
