"""Texts that need more than a plain ``w:t``: breaks, hyphens that hold, a raised « er »."""

from __future__ import annotations

import re
from copy import copy
from typing import TypeAlias

from lxml import etree

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
T, RPR = f"{{{W}}}t", f"{{{W}}}rPr"
_TRAIT, _SAUT = f"{{{W}}}noBreakHyphen", f"{{{W}}}br"
_VERT, _VAL = f"{{{W}}}vertAlign", f"{{{W}}}val"

_SOUDE = re.compile(r"(?<=\w)-(?=\w)")
_PREMIER = re.compile(r"(?<=\b1)er\b")

# A parent and the children it had before.
Derangement: TypeAlias = tuple[etree._Element, list[etree._Element]]


def ecrire(noeud: etree._Element, valeur: str, *, sans: bool) -> Derangement:
    """Put a text in place of the run of ``noeud``: line ends become ``w:br``, « 1er » gets its superscript.

    In the sans a hyphen between two word characters becomes ``w:noBreakHyphen`` and holds its word together.
    """
    suite = noeud.getparent()
    parent = None if suite is None else suite.getparent()
    if suite is None or parent is None:
        raise ValueError("Un texte se pose dans une suite de caractères (w:r) d’un paragraphe.")
    avant = list(parent)
    rang = list(suite).index(noeud)
    fragments = _fragments(valeur)
    precedente = suite
    for i, (fragment, leve) in enumerate(fragments):
        nouvelle = copy(suite)
        _rogner(nouvelle, rang, debut=i == 0, fin=i == len(fragments) - 1)
        cible = next(nouvelle.iter(T))
        if leve:
            cible.text = fragment
            _lever(nouvelle)
        else:
            _couper(nouvelle, cible, fragment, sans=sans)
        precedente.addnext(nouvelle)
        precedente = nouvelle
    parent.remove(suite)
    return parent, avant


def _fragments(valeur: str) -> list[tuple[str, bool]]:
    """Pieces of the text, and whether each is raised."""
    fragments: list[tuple[str, bool]] = []
    for i, morceau in enumerate(_PREMIER.split(valeur)):
        if i:
            fragments.append(("er", True))
        if morceau:
            fragments.append((morceau, False))
    return fragments


def _rogner(suite: etree._Element, rang: int, *, debut: bool, fin: bool) -> None:
    """Leave to the first fragment what stands before the text in its run (tabs), to the last what stands after."""
    if not fin:
        del suite[rang + 1 :]
    if not debut:
        del suite[0 if suite.find(RPR) is None else 1 : rang]


def _lever(suite: etree._Element) -> None:
    proprietes = suite.find(RPR)
    if proprietes is None:
        proprietes = suite.makeelement(RPR)
        suite.insert(0, proprietes)
    etree.SubElement(proprietes, _VERT).set(_VAL, "superscript")


def _couper(suite: etree._Element, noeud: etree._Element, valeur: str, *, sans: bool) -> None:
    """One ``w:t`` after the other, with ``w:br`` and ``w:noBreakHyphen`` between them."""
    suivants = list(noeud.itersiblings())
    for rang_ligne, ligne in enumerate(valeur.split("\n")):
        for rang, morceau in enumerate(_SOUDE.split(ligne) if sans else [ligne]):
            if rang_ligne or rang:
                etree.SubElement(suite, _TRAIT if rang else _SAUT)
                noeud = etree.SubElement(suite, T)
            noeud.text = morceau
            if morceau[:1] == " " or morceau[-1:] == " ":
                noeud.set(XML_SPACE, "preserve")
    suite.extend(suivants)
