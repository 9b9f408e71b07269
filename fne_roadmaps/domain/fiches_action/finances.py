"""Money of a fiche, in integer centimes: the need, what was asked, promised, given and spent."""

from __future__ import annotations

import re
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


@dataclass(frozen=True, slots=True)
class Reste:
    """The need minus what was found, term by term: ``besoin - obtenu - promis = a_trouver``.

    ``obtenu`` is what was given; ``promis`` what was promised where nothing is known to be given; ``sans_demande`` is
    what of the need nobody was asked for.
    """

    besoin: int
    obtenu: int
    promis: int
    a_trouver: int
    sans_demande: int

    @property
    def concorde(self) -> bool:
        """What was found is exactly the need."""
        return self.a_trouver == 0


def reste(besoin: int | None, financements: Sequence[Montants]) -> Reste | None:
    """How what is still to be found is worked out; None without a need. Raises RegleViolee as ``solde`` does."""
    totaux = solde(besoin, financements)
    if besoin is None or totaux.a_trouver is None:
        return None
    obtenu = sum(m.obtenu for m in financements if m.obtenu is not None)
    promis = sum(m.promis or 0 for m in financements if m.obtenu is None)
    # What was promised or given without being asked for counts as asked.
    sollicite = sum(_le_plus(m.demande, m.promis, m.obtenu) for m in financements)
    return Reste(besoin, obtenu, promis, totaux.a_trouver, max(0, besoin - sollicite))


def par_annee(financements: Sequence[tuple[int, Montants]]) -> dict[int, Montants]:
    """Totals of what is known by year, in order; None where nothing is known, which is not zero."""
    annees: dict[int, list[Montants]] = {}
    for annee, montants in financements:
        annees.setdefault(annee, []).append(montants)
    return {
        annee: Montants(**{f.name: _total([getattr(m, f.name) for m in lignes]) for f in fields(Montants)})
        for annee, lignes in sorted(annees.items())
    }


def discordances(montants: Montants) -> tuple[str, ...]:
    """What the four amounts of a line say against one another, in French; nothing is refused for it."""
    dites = []
    if montants.promis is not None and montants.obtenu is not None and montants.obtenu > montants.promis:
        dites.append("l’obtenu dépasse le promis")
    if montants.demande is not None and montants.promis is not None and montants.promis > montants.demande:
        dites.append("le promis dépasse le demandé")
    if montants.depense is not None and montants.obtenu is not None and montants.depense > montants.obtenu:
        dites.append("la dépense dépasse l’obtenu")
    return tuple(dites)


_EUROS = re.compile(r"(\d+)(?:[,.](\d{1,2}))?")


def lire_euros(texte: str, champ: str) -> int:
    """Centimes of an amount typed in euros: « 12 500 », « 12500,50 € ». Raises RegleViolee.

    A comma or a point opens the centimes; thousands are set apart by spaces only.
    """
    nu = re.sub(r"[\s\u00a0\u202f]", "", texte.strip().removesuffix("€").strip())
    trouve = _EUROS.fullmatch(nu)
    if trouve is None or not nu.isascii():
        raise RegleViolee(champ, "Indiquez un montant en euros, par exemple « 12 500 » ou « 12 500,50 ».")
    centimes = int(trouve[1]) * 100 + int((trouve[2] or "").ljust(2, "0"))
    verifier_montant(centimes, champ)
    return centimes


def _le_plus(*montants: int | None) -> int:
    return max((m for m in montants if m is not None), default=0)


def _total(montants: Sequence[int | None]) -> int | None:
    connus = [m for m in montants if m is not None]
    return sum(connus) if connus else None
