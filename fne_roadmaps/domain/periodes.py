"""Periods between two days, both included; an end may be open (None)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from fne_roadmaps.domain.dates import jour_en_lettres
from fne_roadmaps.domain.errors import RegleViolee


@dataclass(frozen=True, slots=True)
class Periode:
    """From ``debut`` to ``fin``; None means since always, or without end."""

    debut: date | None = None
    fin: date | None = None

    def contient(self, au: date) -> bool:
        """The day falls within the period."""
        return (self.debut is None or self.debut <= au) and (self.fin is None or au <= self.fin)

    def chevauche(self, autre: Periode) -> bool:
        """At least one day is common to both."""
        return (self.fin is None or autre.debut is None or autre.debut <= self.fin) and (
            autre.fin is None or self.debut is None or self.debut <= autre.fin
        )


def verifier_periode(debut: date | None, fin: date | None, champ: str = "fin") -> Periode:
    """A period whose end does not come before its start. Raises RegleViolee."""
    if debut and fin and fin < debut:
        raise RegleViolee(champ, f"La fin ({jour_en_lettres(fin)}) vient avant le début ({jour_en_lettres(debut)}).")
    return Periode(debut, fin)
