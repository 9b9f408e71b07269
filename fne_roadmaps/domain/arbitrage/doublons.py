"""Fiches that may say the same thing: close titles, compared without accents, endings nor little words."""

from __future__ import annotations

import re
from collections.abc import Hashable, Sequence
from typing import TypeVar

from fne_roadmaps.domain.textes import replier

C = TypeVar("C", bound=Hashable)

SEUIL = 0.5
"""Share of the words two titles have in common (Dice) from which they are worth comparing."""
_MOT = re.compile(r"[a-z0-9]+")
_VIDES = frozenset(
    {
        "aux",
        "avec",
        "ces",
        "cette",
        "chez",
        "dans",
        "des",
        "elle",
        "est",
        "les",
        "leur",
        "leurs",
        "mais",
        "nos",
        "notre",
        "par",
        "pas",
        "pour",
        "que",
        "qui",
        "quand",
        "sans",
        "ses",
        "son",
        "sous",
        "sur",
        "tous",
        "tout",
        "toute",
        "toutes",
        "une",
        "vers",
        "vos",
        "votre",
        "numerique",
        "numeriques",
        "exemple",
    }
)


def mots_de(titre: str) -> frozenset[str]:
    """Words that tell one title from another, without their plural; « numérique » tells nothing here."""
    mots = (mot for mot in _MOT.findall(replier(titre)) if len(mot) > 2 and mot not in _VIDES)
    return frozenset(mot.rstrip("sx") if len(mot) > 3 else mot for mot in mots)


def proximite(un: str, autre: str) -> float:
    """From 0 (nothing in common) to 1 (same words); 1 for titles that read the same once folded."""
    if replier(un) == replier(autre):
        return 1.0
    mots_un, mots_autre = mots_de(un), mots_de(autre)
    total = len(mots_un) + len(mots_autre)
    return 2 * len(mots_un & mots_autre) / total if total else 0.0


def doublons_probables(titres: Sequence[tuple[C, str]]) -> dict[C, tuple[C, ...]]:
    """For each key, the others whose title is close, closest first, then in the order given; symmetric.

    Only titles that share a word are compared: a long list costs little more than its real neighbours.
    """
    par_mot: dict[str, list[int]] = {}
    for i, (_, titre) in enumerate(titres):
        for mot in mots_de(titre) | {replier(titre)}:
            par_mot.setdefault(mot, []).append(i)
    proches: dict[C, tuple[C, ...]] = {}
    for i, (cle, titre) in enumerate(titres):
        candidats = {j for mot in mots_de(titre) | {replier(titre)} for j in par_mot[mot]} - {i}
        notes = [(-note, j) for j in candidats if (note := proximite(titre, titres[j][1])) >= SEUIL]
        proches[cle] = tuple(titres[j][0] for _, j in sorted(notes))
    return proches
