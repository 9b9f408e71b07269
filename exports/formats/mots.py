"""Words around numbers and names: lists, plurals, elision."""

from __future__ import annotations

from collections.abc import Sequence

FINE = "\u202f"  # narrow no-break space
INSECABLE = "\u00a0"
_VOYELLES = "aàâeéèêëiîïoôuùûœ"


def enumeration(elements: Sequence[str], conjonction: str = "et") -> str:
    """« a, b et c »."""
    if len(elements) < 2:
        return "".join(elements)
    return f"{', '.join(elements[:-1])} {conjonction} {elements[-1]}"


def pluriel(n: int, singulier: str, pluriel: str | None = None) -> str:
    """The word alone, agreed: French says « 0 fiche », « 1 fiche », « 2 fiches »."""
    return singulier if abs(n) < 2 else pluriel or f"{singulier}s"


def de(nom: str, genitif: str | None = None) -> str:
    """« d’Eure-et-Loir », « du Cher »: the known genitive when given, else plain « de » or its elision.

    The article (du, de la, de l’) is data of the territory and is never guessed.
    """
    if genitif:
        return genitif
    return f"d’{nom}" if nom[:1].lower() in _VOYELLES and nom else f"de {nom}"
