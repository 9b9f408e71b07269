"""Money of several fiches added up, in centimes: what is known, what is missing, and how many say no need."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields
from typing import Any

from fne_roadmaps.domain.fiches_action.finances import Montants, solde


@dataclass(frozen=True, slots=True)
class Financement:
    """Sums over fiches; an amount is None when no fiche tells it, which is not zero.

    ``manque`` adds, fiche by fiche, what of a known need nobody has given nor promised: what one fiche has too much of
    does not pay for another. ``chiffrees`` tell a need, ``sans_besoin`` tell none and are in no sum of needs.
    """

    besoin: int | None = None
    demande: int | None = None
    promis: int | None = None
    obtenu: int | None = None
    depense: int | None = None
    manque: int | None = None
    chiffrees: int = 0
    sans_besoin: int = 0

    def __add__(self, autre: Financement) -> Financement:
        """Both together."""
        sommes: dict[str, Any] = {f.name: _plus(getattr(self, f.name), getattr(autre, f.name)) for f in fields(self)}
        return Financement(**sommes)


def financement_de(besoin: int | None, lignes: Sequence[Montants]) -> Financement:
    """The money of one fiche. Raises RegleViolee when an amount is out of bounds."""
    s = solde(besoin, lignes)
    return Financement(
        s.besoin,
        s.demande,
        s.promis,
        s.obtenu,
        s.depense,
        None if s.a_trouver is None else max(0, s.a_trouver),
        chiffrees=int(besoin is not None),
        sans_besoin=int(besoin is None),
    )


def _plus(un: int | None, autre: int | None) -> int | None:
    if un is None or autre is None:
        return un if autre is None else autre
    return un + autre
