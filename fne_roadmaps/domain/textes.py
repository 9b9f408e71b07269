"""Checks of typed text at the door, and the folded form that search compares."""

from __future__ import annotations

import re
import unicodedata
from typing import Literal, overload

from fne_roadmaps.domain.collage import nettoyer_collage
from fne_roadmaps.domain.errors import RegleViolee

# Bidirectional overrides make a text read otherwise than it is stored; the others are not valid XML.
_TROMPEURS = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff\ufffe\uffff")
_BLANCS = " \t\r\n\u00a0\u202f\u2009\u3000"
_SANS_ACCENT = str.maketrans({"œ": "oe", "æ": "ae", "ø": "o", "ł": "l", "đ": "d", "’": "'", "\u2010": "-", "‑": "-"})


@overload
def texte_propre(
    valeur: str | None, champ: str, maxi: int, obligatoire: Literal[True], *, lignes: bool = False
) -> str: ...
@overload
def texte_propre(
    valeur: str | None, champ: str, maxi: int, obligatoire: bool = False, *, lignes: bool = False
) -> str | None: ...
def texte_propre(
    valeur: str | None, champ: str, maxi: int, obligatoire: bool = False, *, lignes: bool = False
) -> str | None:
    """Stripped text in composed form (NFC), at most ``maxi`` characters; empty text is None.

    ``lignes`` lets tabs and line ends in (written ``\\n``), and what was pasted from Word becomes Markdown. Raises
    RegleViolee naming the character and its position (from 1), the excess length, or the missing value.
    """
    propre = unicodedata.normalize("NFC", valeur or "").strip(_BLANCS)
    if lignes:
        propre = nettoyer_collage(propre.replace("\r\n", "\n").replace("\r", "\n")).strip(_BLANCS)
    for position, signe in enumerate(propre, start=1):
        if _interdit(signe) and not (lignes and signe in "\n\t"):
            raise RegleViolee(champ, f"Le caractère invisible {_nom(signe)}, en position {position}, n’est pas permis.")
    if len(propre) > maxi:
        raise RegleViolee(champ, f"Texte trop long : {len(propre)} caractères pour {maxi} permis.")
    if obligatoire and not propre:
        raise RegleViolee(champ, "Ce champ est obligatoire.")
    return propre or None


def _interdit(signe: str) -> bool:
    return signe in _TROMPEURS or unicodedata.category(signe) in {"Cc", "Cs", "Zl", "Zp"}


def _nom(signe: str) -> str:
    noms = {"\n": "« fin de ligne »", "\r": "« retour chariot »", "\t": "« tabulation »", "\x00": "« nul »"}
    return noms.get(signe, f"U+{ord(signe):04X}")


def replier(texte: str) -> str:
    """Folded form both databases search alike: no accents, lower case, œ as oe, single spaces."""
    decompose = unicodedata.normalize("NFKD", texte).casefold().translate(_SANS_ACCENT)
    nu = "".join(c for c in unicodedata.normalize("NFKD", decompose) if unicodedata.category(c) != "Mn")
    return " ".join(nu.casefold().split())


def slugifier(texte: str) -> str:
    """« Autonomie / dépendance » → « autonomie-dependance »; empty when no letter or digit remains."""
    return re.sub(r"[^a-z0-9]+", "-", replier(texte)).strip("-")


def grouper(n: int) -> str:
    """An integer with narrow no-break spaces between thousands: « 1 310 »."""
    return f"{n:,}".replace(",", "\u202f")
