"""Signs of a pasted line: a folded copy of the same length, bullets, margins, and what separates parts of a line."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import Final

from fne_roadmaps.domain.agenda_colle.modele import LIGNES_MAX, TAILLE_MAX
from fne_roadmaps.domain.errors import RegleViolee
from fne_roadmaps.domain.textes import grouper, texte_propre

_FINS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_PUCE = re.compile(r"(?:[-*+•·▪▫■□◦●○‣→➢➤►✓✔o–—][ \t]+|[•·▪●►➢➤](?=\S)|[0-9]{1,2}[.)][ \t]+(?=\D)|[a-z]\)[ \t]+)")
_GRAS = re.compile(r"(\*\*|__)(.+)\1\s*(:?)\s*")
SEPARATEURS: Final = " \t:,;-–—|/>→•·.\u00a0\u202f"
_FINAUX: Final = SEPARATEURS.replace(".", "")


class _Plis(dict[int, str]):
    """Folds one sign into one sign, once."""

    def __missing__(self, point: int) -> str:
        signe = chr(point)
        base = unicodedata.normalize("NFKD", signe)[0] if signe.isalpha() or signe.isdecimal() else signe
        plie = base.casefold()
        self[point] = plie if len(plie) == 1 else base
        return self[point]


_APOSTROPHES, _TIRETS = "\u2019\u2018\u02bc\u00b4`", "\u2010\u2011\u2012\u2013\u2014\u2015\u2212"
_ESPACES = "\u00a0\u202f\u2009\u3000"
_PLIS = _Plis({ord(s): par for signes, par in ((_APOSTROPHES, "'"), (_TIRETS, "-"), (_ESPACES, " ")) for s in signes})


def plier(texte: str) -> str:
    """The text without accents nor capitals, each sign in the place it had."""
    return texte.translate(_PLIS)


def lignes_propres(texte: str) -> list[str]:
    """The lines of a pasted text. Raises RegleViolee when it is too long, empty or holds invisible signs."""
    if len(texte) > TAILLE_MAX:
        recus, permis = grouper(len(texte)), grouper(TAILLE_MAX)
        raise RegleViolee(
            "texte", f"Texte trop long : {recus} caractères pour {permis} permis. Collez-le en plusieurs fois."
        )
    net = texte_propre(_FINS.sub("\n", texte.lstrip("\ufeff")), "texte", TAILLE_MAX, lignes=True)
    if net is None:
        raise RegleViolee("texte", "Rien n’a été collé.")
    lignes = net.split("\n")
    ecrites = sum(1 for ligne in lignes if ligne and not ligne.isspace())
    if ecrites > LIGNES_MAX:
        raise RegleViolee(
            "texte",
            f"{grouper(ecrites)} lignes pour {grouper(LIGNES_MAX)} permises. Collez le texte en plusieurs fois.",
        )
    return lignes


@dataclass(frozen=True, slots=True)
class Ligne:
    """A line that is not blank: its number from 1, what was received, its margin in columns, its text.

    ``saut`` when a blank line stands before it; ``titre`` when marks of a heading surround it. Cells of a table, that
    tabulations part, are parted by « | » in ``corps``.
    """

    rang: int
    recue: str
    marge: int
    puce: bool
    corps: str
    saut: bool
    titre: bool = False


def decouper(lignes: list[str]) -> list[Ligne]:
    """Lines that hold something, without their bullets."""
    lues: list[Ligne] = []
    saut = True
    for rang, brute in enumerate(lignes, start=1):
        recue = brute.strip()
        if not recue:
            saut = True
            continue
        marge = len(brute.expandtabs(4)) - len(brute.expandtabs(4).lstrip())
        puce = _PUCE.match(recue)
        cellules = (" ".join(c.split()) for c in (recue[puce.end() :] if puce else recue).split("\t"))
        corps = " | ".join(c for c in cellules if c)
        diese = corps.lstrip("#") if corps.startswith("#") else None
        gras = _GRAS.fullmatch(corps)
        titre = diese is not None or gras is not None
        corps = f"{gras[2]}{gras[3]}" if gras else (diese or corps).strip()
        lues.append(Ligne(rang, recue, marge, bool(puce), corps or recue, saut, titre))
        saut = False
    return lues


def ebarber(texte: str) -> str:
    """Without the separators at both ends, nor empty or half-open parentheses that something left."""
    vide = re.sub(r"\(\s*[,;:–-]?\s*\)|\[\s*\]", " ", texte)
    vide = re.sub(r"\(\s*[,;:–-]\s*", "(", re.sub(r"\s*[,;:–-]\s*\)", ")", vide))
    return " ".join(vide.split()).lstrip(SEPARATEURS).rstrip(_FINAUX)
