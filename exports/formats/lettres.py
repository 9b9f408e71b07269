"""Small numbers in words, for titles and sentences."""

from __future__ import annotations

from exports.formats.nombres import nombre

_MOTS = (
    "zéro", "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix",
    "onze", "douze", "treize", "quatorze", "quinze", "seize",
)  # fmt: skip


def en_lettres(n: int, *, feminin: bool = False) -> str:
    """« cinq »; « une » when asked; figures beyond sixteen."""
    if n == 1 and feminin:
        return "une"
    return _MOTS[n] if 0 <= n < len(_MOTS) else nombre(n)


def majuscule(texte: str) -> str:
    """The first letter in capital, the rest untouched."""
    return texte[:1].upper() + texte[1:]
