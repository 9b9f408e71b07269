"""Moves of a life cycle: one way of allowing and of refusing, for every object that has states."""

from __future__ import annotations

from collections.abc import Collection

from fne_roadmaps.domain.enums import Vocabulaire
from fne_roadmaps.domain.errors import RegleViolee


def exiger_passage(champ: str, de: Vocabulaire, vers: Vocabulaire, permis: Collection[Vocabulaire]) -> None:
    """Refuse a move that is not among ``permis``, and say which ones are. Raises RegleViolee."""
    if vers in permis:
        return
    if vers == de:
        raise RegleViolee(champ, f"L’état est déjà « {de.libelle} ».")
    refus = f"De « {de.libelle} », on ne peut pas passer à « {vers.libelle} »"
    if not permis:
        raise RegleViolee(champ, f"{refus} : cet état est définitif.")
    possibles = ", ".join(f"« {etat.libelle} »" for etat in type(de) if etat in permis)
    raise RegleViolee(champ, f"{refus} ; possible : {possibles}.")
