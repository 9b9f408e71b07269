"""Numbers and codes of fiches: the rank in the axe, or a proposal not yet numbered."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass

from fne_roadmaps.domain.errors import RegleViolee

_NUMERO = re.compile(r"([1-9][0-9]{0,3})\.([1-9][0-9]{0,4})")
_PROPOSITION = re.compile(r"p([1-9][0-9]{0,5})")


def numero(rang_axe: int, rang_fiche: int) -> str:
    """« 1.3 ». Raises RegleViolee for a rank below 1."""
    if rang_axe < 1 or rang_fiche < 1:
        raise RegleViolee("rang", "Un rang est au moins 1.")
    return f"{rang_axe}.{rang_fiche}"


def numero_proposition(n: int) -> str:
    """« p12 », the number of a proposal until it gets its own. Raises RegleViolee below 1."""
    if n < 1:
        raise RegleViolee("rang", "Un numéro de proposition est au moins 1.")
    return f"p{n}"


def code_fiche(code_feuille: str, numero: str) -> str:
    """« 28-2024/1.3 » or « 28-2024/p12 »."""
    return f"{code_feuille}/{numero}"


@dataclass(frozen=True, slots=True)
class CodeFiche:
    """Parts of a typed code: either ``rang_axe`` and ``rang``, or ``proposition``."""

    feuille: str
    rang_axe: int | None = None
    rang: int | None = None
    proposition: int | None = None


def lire_code_fiche(code: str, champ: str = "code") -> CodeFiche:
    """A typed code in parts. Raises RegleViolee."""
    feuille, _, reste = code.strip().rpartition("/")
    if feuille and (trouve := _NUMERO.fullmatch(reste)):
        return CodeFiche(feuille, int(trouve[1]), int(trouve[2]))
    if feuille and (trouve := _PROPOSITION.fullmatch(reste)):
        return CodeFiche(feuille, proposition=int(trouve[1]))
    raise RegleViolee(champ, f"« {code.strip()[:60]} » n’est pas un code de fiche ; exemple : « 28-2024/1.3 ».")


def prochain_rang(actuels: Collection[int], retires: Collection[int] = ()) -> int:
    """Rank after the last one of the axe, skipping those a signed text gave to fiches since gone."""
    rang = max(actuels, default=0) + 1
    while rang in retires:
        rang += 1
    return rang
