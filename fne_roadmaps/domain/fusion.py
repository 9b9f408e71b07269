"""Two texts of one field, compared word by word, and put together when both started from a third one.

Nothing is chosen here: a merge keeps every word that either side wrote, and says whether the two sides touched the same
words. Texts too long to be compared in a reasonable time are compared line by line, or taken whole.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

_MOTS = re.compile(r"\s+|\w+[’']?|[^\w\s]")
_LIGNES = re.compile(r"[^\n]*\n|[^\n]+")
_COMPARABLES = 2000
"""Pieces compared one by one, at most: above, comparing would cost more than a person waits."""


@dataclass(frozen=True, slots=True)
class Morceau:
    """A run of a text; ``propre`` when the other text does not hold it."""

    texte: str
    propre: bool = False


@dataclass(frozen=True, slots=True)
class Fusion:
    """``sure`` when no words were changed by both sides."""

    texte: str
    sure: bool


def comparer(un: str, autre: str) -> tuple[tuple[Morceau, ...], tuple[Morceau, ...]]:
    """Both texts cut into what they share and what each has of its own; joined, the runs give each text back."""
    mots_un, mots_autre = _decouper(un, autre)
    propres_un, propres_autre = [True] * len(mots_un), [True] * len(mots_autre)
    for debut_un, debut_autre, longueur in _blocs(mots_un, mots_autre):
        for i in range(longueur):
            propres_un[debut_un + i] = propres_autre[debut_autre + i] = False
    return _morceaux(mots_un, propres_un), _morceaux(mots_autre, propres_autre)


def fusionner(base: str | None, un: str, autre: str) -> Fusion:
    """Both changes of ``base`` in one text; where they touch the same words, the words of ``un``, then of ``autre``.

    Without ``base`` nobody knows what was removed: everything either side holds is kept.
    """
    if un == autre:
        return Fusion(un, sure=True)
    if base is None:
        return _reunir(un, autre)
    mots_base, mots_un, mots_autre = _decouper(base, un, autre)
    parties: list[str] = []
    sure, garde = True, 0
    place = (0, 0, 0)
    for communs in _communs(mots_base, mots_un, mots_autre):
        ecart = [
            "".join(mots[debut:fin])
            for mots, debut, fin in zip((mots_base, mots_un, mots_autre), place, communs[:3], strict=True)
        ]
        texte, clair = _trancher(*ecart)
        sure = sure and clair
        longueur = communs[3]
        commun = "".join(mots_base[communs[0] : communs[0] + longueur])
        garde += len(commun)
        parties += [texte, commun]
        place = (communs[0] + longueur, communs[1] + longueur, communs[2] + longueur)
    return Fusion("".join(parties), sure) if sure else _lisible("".join(parties), un, autre, garde)


def fusionner_lignes(
    lues: Collection[str] | None, miennes: Sequence[str], autres: Sequence[str]
) -> tuple[tuple[bool, int], ...]:
    """Lines of two versions of a list put together: (mine?, place in its list), in order.

    ``lues`` are the lines both started from: what one side took away goes, what one side wrote comes, and a line both
    changed comes twice. Without it, nothing goes.
    """
    connues = set(lues) if lues is not None else set()
    a_moi = set(miennes)
    gardees = [(False, j) for j, ligne in enumerate(autres) if ligne in a_moi or ligne not in connues]
    presentes = {autres[j] for _, j in gardees}
    resultat = list(gardees)
    apres: tuple[bool, int] | None = None
    for i, ligne in enumerate(miennes):
        if ligne in presentes:
            apres = next(place for place in gardees if autres[place[1]] == ligne)
        elif ligne not in connues:
            resultat.insert(resultat.index(apres) + 1 if apres else 0, (True, i))
            apres = (True, i)
    return tuple(resultat)


def _trancher(base: str, un: str, autre: str) -> tuple[str, bool]:
    if un in {autre, base}:
        return autre, True
    if autre == base:
        return un, True
    return _l_un_puis_l_autre(un, autre), not (un.strip() and autre.strip())


def _reunir(un: str, autre: str) -> Fusion:
    mots_un, mots_autre = _decouper(un, autre)
    parties: list[str] = []
    place_un = place_autre = garde = 0
    for debut_un, debut_autre, longueur in [*_blocs(mots_un, mots_autre), (len(mots_un), len(mots_autre), 0)]:
        parties.append(
            _l_un_puis_l_autre("".join(mots_un[place_un:debut_un]), "".join(mots_autre[place_autre:debut_autre]))
        )
        commun = "".join(mots_un[debut_un : debut_un + longueur])
        garde += len(commun)
        parties.append(commun)
        place_un, place_autre = debut_un + longueur, debut_autre + longueur
    return _lisible("".join(parties), un, autre, garde)


def _lisible(melange: str, un: str, autre: str, garde: int) -> Fusion:
    """Mixed word by word when the texts share most of theirs; else one below the other, each of them whole."""
    return Fusion(melange if 3 * garde > 2 * min(len(un), len(autre)) else f"{un}\n{autre}", sure=False)


def _l_un_puis_l_autre(un: str, autre: str) -> str:
    """Both, apart by a space unless one of them brings its own."""
    if not un or not autre or un[-1].isspace() or autre[0].isspace():
        return un + autre
    return f"{un} {autre}"


def _decouper(*textes: str) -> tuple[list[str], ...]:
    """Words, else lines, else the whole: the finest pieces that can be compared."""
    for motif in (_MOTS, _LIGNES):
        coupes = tuple(motif.findall(texte) for texte in textes)
        if all(len(coupe) <= _COMPARABLES for coupe in coupes):
            return coupes
    return tuple([texte] if texte else [] for texte in textes)


def _blocs(un: Sequence[str], autre: Sequence[str]) -> list[tuple[int, int, int]]:
    """Runs both hold, in order: (place in one, place in the other, length). White space alone makes no run."""
    trouves = SequenceMatcher(str.isspace, un, autre, autojunk=True).get_matching_blocks()
    return [(b.a, b.b, b.size) for b in trouves if b.size and any(not m.isspace() for m in un[b.a : b.a + b.size])]


def _communs(base: Sequence[str], un: Sequence[str], autre: Sequence[str]) -> Iterator[tuple[int, int, int, int]]:
    """Runs all three hold: place in each, and length; the last one is empty, at the ends."""
    avec_un, avec_autre = _blocs(base, un), _blocs(base, autre)
    i = j = 0
    while i < len(avec_un) and j < len(avec_autre):
        debut = max(avec_un[i][0], avec_autre[j][0])
        fin_un, fin_autre = avec_un[i][0] + avec_un[i][2], avec_autre[j][0] + avec_autre[j][2]
        fin = min(fin_un, fin_autre)
        if debut < fin:
            place_un = avec_un[i][1] + debut - avec_un[i][0]
            place_autre = avec_autre[j][1] + debut - avec_autre[j][0]
            yield debut, place_un, place_autre, fin - debut
        if fin_un < fin_autre:
            i += 1
        else:
            j += 1
    yield len(base), len(un), len(autre), 0


def _morceaux(mots: Sequence[str], propres: list[bool]) -> tuple[Morceau, ...]:
    """Runs of words; a white space between two own words is its own too, one beside a shared word is shared."""
    for i, mot in enumerate(mots):
        if mot.isspace():
            propres[i] = 0 < i < len(mots) - 1 and propres[i - 1] and propres[i + 1]
    morceaux: list[Morceau] = []
    for mot, propre in zip(mots, propres, strict=True):
        if morceaux and morceaux[-1].propre == propre:
            morceaux[-1] = Morceau(morceaux[-1].texte + mot, propre)
        else:
            morceaux.append(Morceau(mot, propre))
    return tuple(morceaux)
