"""One fiche into several: every part goes to one of them, and none is lost on the way."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from fne_roadmaps.domain.arbitrage.contenus import Contenu
from fne_roadmaps.domain.errors import RegleViolee

PARTAGES = ("axe", "priorite", "acteurs", "publics", "territoires", "axes_servis")
"""What both fiches say after a split: who, for whom, where."""
TEXTES_SCINDES = ("contexte", "objectifs", "description", "moyens_humains", "livrables", "lien_diagnostic")
LISTES_SCINDEES = ("jalons", "financements", "indicateurs", "liens")
NOUVELLES_MAX = 5
RESTE = 0


@dataclass(frozen=True, slots=True)
class Partage:
    """Where the parts go: 0 stays, 1 goes to the first new fiche, 2 to the second…

    ``textes``: field → place. ``elements``: list → place of each of its elements, in order. What is not named stays.
    ``copies``: texts that stay and that every new fiche also takes.
    """

    textes: Mapping[str, int] = field(default_factory=dict)
    elements: Mapping[str, Sequence[int]] = field(default_factory=dict)
    copies: frozenset[str] = frozenset()


def scinder(contenu: Contenu, titres: Sequence[str], partage: Partage) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    """What the fiche still says, and what each new one says. Raises RegleViolee."""
    if not 1 <= len(titres) <= NOUVELLES_MAX:
        raise RegleViolee("titres", f"Une scission crée de une à {NOUVELLES_MAX} fiches.")
    reste = dict(contenu)
    nouvelles: list[dict[str, Any]] = [
        {**{champ: _vide(valeur) for champ, valeur in contenu.items()}, **{c: contenu[c] for c in PARTAGES}}
        for _ in titres
    ]
    for nouvelle, titre in zip(nouvelles, titres, strict=True):
        nouvelle["titre"] = titre
    _textes(contenu, partage, reste, nouvelles)
    for champ in LISTES_SCINDEES:
        places = partage.elements.get(champ, [RESTE] * len(contenu[champ]))
        if len(places) != len(contenu[champ]):
            raise RegleViolee(champ, "La fiche a changé pendant que vous la scindiez : reprenez depuis cette page.")
        _verifier(champ, places, nouvelles)
        par_place = [[e for e, p in zip(contenu[champ], places, strict=True) if p == i] for i in range(len(titres) + 1)]
        reste[champ] = par_place[RESTE]
        for nouvelle, venus in zip(nouvelles, par_place[1:], strict=True):
            nouvelle[champ] = venus
    return reste, nouvelles


def _textes(contenu: Contenu, partage: Partage, reste: dict[str, Any], nouvelles: Sequence[dict[str, Any]]) -> None:
    for champ in TEXTES_SCINDES:
        place = partage.textes.get(champ, RESTE)
        _verifier(champ, (place,), nouvelles)
        if champ in partage.copies:
            for nouvelle in nouvelles:
                nouvelle[champ] = contenu[champ]
        elif place != RESTE:
            reste[champ] = None
            nouvelles[place - 1][champ] = contenu[champ]


def _verifier(champ: str, places: Sequence[int], nouvelles: Sequence[object]) -> None:
    if any(not 0 <= place <= len(nouvelles) for place in places):
        raise RegleViolee(champ, "Cette part va à une fiche que la scission ne crée pas.")


def _vide(valeur: Any) -> Any:
    if isinstance(valeur, bool):
        return False
    return [] if isinstance(valeur, list) else None
