"""Progress of an axe or of a roadmap, with the formula in words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from fne_roadmaps.domain.enums import Avancement
from fne_roadmaps.domain.textes import grouper


@dataclass(frozen=True, slots=True)
class Progression:
    """Counts of retained fiches. What pilots type as a percentage never enters here."""

    realisees: int
    retenues: int
    abandonnees: int

    @property
    def base(self) -> int:
        """Retained fiches that are not abandoned."""
        return self.retenues - self.abandonnees

    @property
    def part(self) -> Fraction | None:
        """Réalisées / base; None when there is nothing to divide by."""
        return Fraction(self.realisees, self.base) if self.base else None

    @property
    def formule(self) -> str:
        """« 22 réalisées sur 128 (131 retenues moins 3 abandonnées) »."""
        if not self.retenues:
            return "aucune fiche retenue"
        if not self.base:
            return "toutes les fiches retenues sont abandonnées"
        texte = f"{_accorder(self.realisees, 'réalisée')} sur {grouper(self.base)}"
        if not self.abandonnees:
            return texte
        retenues, abandonnees = _accorder(self.retenues, "retenue"), _accorder(self.abandonnees, "abandonnée")
        return f"{texte} ({retenues} moins {abandonnees})"


def _accorder(n: int, participe: str) -> str:
    return f"{grouper(n)} {participe}{'s' if n > 1 else ''}"


def progression(retenues_par_avancement: Mapping[Avancement, int]) -> Progression:
    """Progress from the number of retained fiches in each state; a state left out counts for nothing."""
    return Progression(
        realisees=retenues_par_avancement.get(Avancement.REALISEE, 0),
        retenues=sum(retenues_par_avancement.values()),
        abandonnees=retenues_par_avancement.get(Avancement.ABANDONNEE, 0),
    )
