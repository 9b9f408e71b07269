"""Trees given as « parent of »: instances under instances, axes under axes."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from typing import TypeVar

from fne_roadmaps.domain.errors import RegleViolee

C = TypeVar("C", bound=Hashable)


def verifier_arbre(parent_par_id: Mapping[C, C | None], id: C, nouveau_parent: C | None, champ: str = "parent") -> None:
    """Putting ``id`` under ``nouveau_parent`` must not make it its own ancestor. Raises RegleViolee.

    ``parent_par_id`` is the tree as stored; a loop already there is refused too, never followed for ever.
    """
    if nouveau_parent is None:
        return
    if nouveau_parent == id:
        raise RegleViolee(champ, "Un élément ne peut pas être placé sous lui-même.")
    if nouveau_parent not in parent_par_id:
        raise RegleViolee(champ, "L’élément sous lequel placer celui-ci n’existe pas ici.")
    vus: set[C] = set()
    ancetre: C | None = nouveau_parent
    while ancetre is not None:
        if ancetre == id or ancetre in vus:
            raise RegleViolee(champ, "Un élément ne peut pas être placé sous un de ceux qui dépendent de lui.")
        vus.add(ancetre)
        ancetre = parent_par_id.get(ancetre)
