"""The order of fiches in their axes: one wanted order gives every number, and what is signed does not move."""

from __future__ import annotations

from collections.abc import Collection, Hashable, Mapping, Sequence
from typing import TypeVar

from fne_roadmaps.domain.arbitrage.instruction import NUMERO_SIGNE
from fne_roadmaps.domain.errors import RegleViolee

A = TypeVar("A", bound=Hashable)
F = TypeVar("F", bound=Hashable)


def ranger(
    places: Mapping[F, tuple[A, int]],
    voulu: Mapping[A, Sequence[F]],
    *,
    signees: Mapping[F, str],
    reserves: Mapping[A, Collection[int]],
) -> dict[F, tuple[A, int]]:
    """Axe and rank of each fiche in the order ``voulu``, which names every fiche once and no other.

    ``places`` are those of today. ``signees`` (fiche → printed number) keep theirs and come first in their axe, in the
    order of their ranks; the others take the ranks after the last of ``reserves``, those a published text printed.
    Raises RegleViolee on « ordre ».
    """
    _verifier_noms(places, voulu)
    nouvelles: dict[F, tuple[A, int]] = {}
    for axe, fiches in voulu.items():
        ici = sorted((f for f in signees if places[f][0] == axe), key=lambda f: places[f][1])
        for attendue, trouvee in zip(ici, fiches, strict=False):
            if attendue != trouvee:
                raise RegleViolee("ordre", NUMERO_SIGNE.format(numero=signees[attendue]))
        ailleurs = next((f for f in fiches[len(ici) :] if f in signees), None)
        if ailleurs is not None:
            raise RegleViolee("ordre", NUMERO_SIGNE.format(numero=signees[ailleurs]))
        nouvelles.update({f: places[f] for f in ici})
        premier = max(reserves.get(axe, ()), default=0) + 1
        nouvelles.update({f: (axe, rang) for rang, f in enumerate(fiches[len(ici) :], start=premier)})
    return nouvelles


def _verifier_noms(places: Mapping[F, tuple[A, int]], voulu: Mapping[A, Sequence[F]]) -> None:
    nommees = [f for fiches in voulu.values() for f in fiches]
    if len(set(nommees)) != len(nommees):
        raise RegleViolee("ordre", "Une fiche est nommée deux fois dans le nouvel ordre.")
    if set(nommees) != set(places):
        raise RegleViolee(
            "ordre",
            "Des fiches ont été retenues ou retirées pendant que vous rangiez : reprenez l’ordre depuis cette page.",
        )


def monter_fiche(ordre: Mapping[A, Sequence[F]], fiche: F, signees: Collection[F]) -> dict[A, list[F]]:
    """One place up, over the end of the axe before when it was first; a signed fiche is never passed."""
    axes, places = list(ordre), {axe: list(fiches) for axe, fiches in ordre.items()}
    i = _axe_de(places, axes, fiche)
    ici = places[axes[i]]
    j = ici.index(fiche)
    if j > _fixes(ici, signees):
        ici[j - 1], ici[j] = ici[j], ici[j - 1]
    elif i > 0:
        places[axes[i - 1]].append(ici.pop(j))
    return places


def descendre_fiche(ordre: Mapping[A, Sequence[F]], fiche: F, signees: Collection[F]) -> dict[A, list[F]]:
    """One place down, to the head of the axe after when it was last, behind what is signed there."""
    axes, places = list(ordre), {axe: list(fiches) for axe, fiches in ordre.items()}
    i = _axe_de(places, axes, fiche)
    ici = places[axes[i]]
    j = ici.index(fiche)
    if j + 1 < len(ici):
        ici[j], ici[j + 1] = ici[j + 1], ici[j]
    elif i + 1 < len(axes):
        suivant = places[axes[i + 1]]
        suivant.insert(_fixes(suivant, signees), ici.pop(j))
    return places


def placer_fiche(ordre: Mapping[A, Sequence[F]], fiche: F, axe: A) -> dict[A, list[F]]:
    """Last of another axe."""
    places = {a: [f for f in fiches if f != fiche] for a, fiches in ordre.items()}
    places[axe].append(fiche)
    return places


def deplacer_axe(ordre: Mapping[A, Sequence[F]], axe: A, de: int) -> dict[A, list[F]]:
    """An axe with its fiches, ``de`` places away, as far as there are axes."""
    axes = list(ordre)
    i = axes.index(axe)
    axes.insert(max(0, min(len(axes) - 1, i + de)), axes.pop(i))
    return {a: list(ordre[a]) for a in axes}


def _axe_de(places: Mapping[A, Sequence[F]], axes: Sequence[A], fiche: F) -> int:
    return next(i for i, axe in enumerate(axes) if fiche in places[axe])


def _fixes(fiches: Sequence[F], signees: Collection[F]) -> int:
    """How many come first because a published text prints them."""
    return sum(f in signees for f in fiches)
