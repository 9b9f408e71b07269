"""Money of a fiche, in integer centimes: the need, what was asked, promised, given and spent."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields

from fne_roadmaps.domain.errors import RegleViolee

CENTIMES_MAX = 10**13
"""A hundred thousand million euros: above, somebody mistyped."""


@dataclass(frozen=True, slots=True)
class Montants:
    """Four amounts of one financer and one year; None when not known, which is not zero."""

    demande: int | None = None
    promis: int | None = None
    obtenu: int | None = None
    depense: int | None = None


@dataclass(frozen=True, slots=True)
class Solde:
    """Totals of what is known, and what of the need nobody has promised or given yet (negative: too much)."""

    besoin: int | None
    demande: int | None
    promis: int | None
    obtenu: int | None
    depense: int | None
    a_trouver: int | None


def verifier_montant(centimes: int | None, champ: str) -> None:
    """Between 0 and 10**13 centimes. Raises RegleViolee."""
    if centimes is not None and centimes < 0:
        raise RegleViolee(champ, "Un montant ne peut pas être négatif.")
    if centimes is not None and centimes > CENTIMES_MAX:
        raise RegleViolee(champ, "Ce montant est trop grand : 100 milliards d’euros au plus.")


def solde(besoin: int | None, financements: Sequence[Montants]) -> Solde:
    """Totals over financers and years; a line counts as found for what was given, or else promised.

    Raises RegleViolee naming the amount (« financements.0.promis ») when one is out of bounds.
    """
    verifier_montant(besoin, "besoin")
    for i, ligne in enumerate(financements):
        for f in fields(ligne):
            verifier_montant(getattr(ligne, f.name), f"financements.{i}.{f.name}")
    trouve = sum(m.obtenu if m.obtenu is not None else m.promis or 0 for m in financements)
    totaux = {f.name: _total([getattr(m, f.name) for m in financements]) for f in fields(Montants)}
    return Solde(besoin=besoin, a_trouver=None if besoin is None else besoin - trouve, **totaux)


def _total(montants: Sequence[int | None]) -> int | None:
    connus = [m for m in montants if m is not None]
    return sum(connus) if connus else None
