"""Deterministic payloads for the measures: the size of the real roadmap, or ten times that."""

from __future__ import annotations

from exports.payloads import AxeDoc, FeuilleDeRouteDoc
from tests.exports.feuilles import FICHES_28, axe_28, feuille_28


def feuille_de_route(facteur: int = 1) -> FeuilleDeRouteDoc:
    """Five axes, 131 fiches (15 complete) times ``facteur``, no two fiches alike."""
    axes: tuple[AxeDoc, ...] = tuple(axe_28(rang, total * facteur) for rang, total in enumerate(FICHES_28, 1))
    return feuille_28(axes=axes)
