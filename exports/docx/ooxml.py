"""WordprocessingML elements: built once as prototypes, cloned for each use, their texts set by position.

No string of XML anywhere: lxml escapes every text, and the children of property elements are put in schema order when the
prototype is built, so that a clone never costs a sort. Source: ECMA-376, part 1, chapter 17.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from copy import copy
from typing import TypeAlias

from lxml import etree

Element: TypeAlias = etree._Element

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_NSMAP = {"w": W}
_XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"

T = f"{{{W}}}t"
P = f"{{{W}}}p"
TBL = f"{{{W}}}tbl"
R = f"{{{W}}}r"
PPR = f"{{{W}}}pPr"
RPR = f"{{{W}}}rPr"
PSTYLE = f"{{{W}}}pStyle"
VAL = f"{{{W}}}val"
_TRAIT = f"{{{W}}}noBreakHyphen"
_SAUT = f"{{{W}}}br"

_COINS = "top left bottom right insideH insideV between bar"
_ORDRE = {
    "pPr": "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs "
    "suppressAutoHyphens bidi spacing ind contextualSpacing jc textDirection textAlignment outlineLvl rPr sectPr",
    "rPr": "rStyle rFonts b bCs i iCs caps smallCaps strike noProof vanish webHidden color spacing w kern position sz "
    "szCs highlight u effect bdr shd vertAlign rtl cs lang",
    "tblPr": "tblStyle tblpPr tblOverlap tblW jc tblCellSpacing tblInd tblBorders shd tblLayout tblCellMar tblLook "
    "tblCaption tblDescription",
    "tcPr": "tcW gridSpan vMerge tcBorders shd noWrap tcMar textDirection vAlign hideMark",
    "tblBorders": _COINS,
    "tcBorders": _COINS,
    "tblCellMar": _COINS,
    "tcMar": _COINS,
    "pBdr": _COINS,
    "style": "name basedOn next link uiPriority semiHidden unhideWhenUsed qFormat pPr rPr tblPr tcPr",
}
ORDRE_DES_ENFANTS = {nom: {f"{{{W}}}{e}": i for i, e in enumerate(ordre.split())} for nom, ordre in _ORDRE.items()}

# A hyphen between two word characters holds its word together; « 1er » raises its « er ».
_SOUDE = re.compile(r"(?<=\w)-(?=\w)")
_PREMIER = re.compile(r"(?<=\b1)er\b")
_STYLES_SERIF = frozenset({"Title", "Subtitle", "Heading1", "Heading2", "FNEChapo", "FNEEdito"})


def mm(millimetres: float) -> int:
    """Millimetres in twentieths of a point."""
    return round(millimetres * 1440 / 25.4)


def pt(points: float) -> int:
    """Points in twentieths of a point."""
    return round(points * 20)


def w(nom: str, *enfants: Element | None, **attributs: str | int | None) -> Element:
    """A ``w:`` element; None children and attributes are left out, properties sorted in schema order."""
    element = etree.Element(f"{{{W}}}{nom}", nsmap=_NSMAP)
    for cle, valeur in attributs.items():
        if valeur is not None:
            element.set(f"{{{W}}}{cle}", str(valeur))
    presents = [e for e in enfants if e is not None]
    ordre = ORDRE_DES_ENFANTS.get(nom)
    if ordre:
        presents.sort(key=lambda e: ordre[e.tag])
    element.extend(presents)
    return element


def texte(valeur: str | None = None) -> Element:
    """A ``w:t``. Without a value it is a slot for ``Modele.poser``; outer spaces are kept."""
    element = w("t")
    element.text = valeur
    if valeur and valeur != valeur.strip(" "):
        element.set(_XML_SPACE, "preserve")
    return element


def run(*contenu: Element | str | None, rpr: Iterable[Element] = ()) -> Element:
    """A run holding elements, fixed texts, or one empty slot when nothing is given; ``rpr`` are its properties."""
    proprietes = list(rpr)
    noeuds = [texte(c) if isinstance(c, str) or c is None else c for c in contenu or (None,)]
    return w("r", w("rPr", *proprietes) if proprietes else None, *noeuds)


def style_de_run(identifiant: str) -> Element:
    """The property that gives a run its character style."""
    return w("rStyle", val=identifiant)


def paragraphe(style: str, *contenu: Element, ppr: Iterable[Element] = ()) -> Element:
    """A paragraph of a style with direct properties ``ppr``; without content it holds one slot."""
    return w("p", w("pPr", w("pStyle", val=style), *ppr), *(contenu or (run(),)))


def tabulation() -> Element:
    """A tab inside a run."""
    return w("tab")


def champ(instruction: str, *, resultat: str, rpr: Iterable[Element] = ()) -> list[Element]:
    """A complex field as five runs; ``resultat`` is what shows until fields are updated."""
    proprietes = list(rpr)

    def morceau(contenu: Element) -> Element:
        return run(contenu, rpr=copies(proprietes))

    code = w("instrText")
    code.text = instruction
    code.set(_XML_SPACE, "preserve")
    return [
        morceau(w("fldChar", fldCharType="begin")),
        morceau(code),
        morceau(w("fldChar", fldCharType="separate")),
        morceau(texte(resultat)),
        morceau(w("fldChar", fldCharType="end")),
    ]


def copies(elements: Iterable[Element]) -> list[Element]:
    """Copies of elements, each with everything under it: an element has only one parent."""
    return [copy(e) for e in elements]


class Modele:
    """A prepared piece of document: each use clones it, then fills its empty ``w:t`` in order."""

    __slots__ = ("_emplacements", "element")

    def __init__(self, element: Element) -> None:
        """Remember which ``w:t`` are slots, and whether each stands in the sans (the serif lacks U+2011)."""
        self.element = element
        self._emplacements = tuple(
            (rang, _est_sans(noeud)) for rang, noeud in enumerate(element.iter(T)) if noeud.text is None
        )

    def poser(self, *textes: str) -> Element:
        """A clone whose slots hold these texts. Raises ValueError when their number differs from the slots'."""
        clone = copy(self.element)
        noeuds = list(clone.iter(T))
        for (rang, sans), valeur in zip(self._emplacements, textes, strict=True):
            ecrire(noeuds[rang], valeur, sans=sans)
        return clone


def _est_sans(noeud: Element) -> bool:
    parent = next(noeud.iterancestors(P), None)
    style = None if parent is None else parent.find(f".//{PSTYLE}")
    return style is None or style.get(VAL) not in _STYLES_SERIF


def ecrire(noeud: Element, valeur: str, *, sans: bool = True) -> None:
    """Set a ``w:t``: line ends become breaks, hyphens inside words hold in the sans, « 1er » gets its superscript."""
    if "1er" in valeur and _PREMIER.search(valeur):
        _exposer(noeud, valeur, sans=sans)
    elif "\n" in valeur or (sans and "-" in valeur):
        _couper(noeud, valeur, sans=sans)
    else:
        noeud.text = valeur


def _couper(noeud: Element, valeur: str, *, sans: bool) -> None:
    """One ``w:t`` after the other, with ``w:br`` and ``w:noBreakHyphen`` between them, at the end of the run."""
    parent = noeud.getparent()
    if parent is None or noeud.getnext() is not None:
        raise ValueError("Un texte se pose en dernier dans sa suite de caractères (w:r).")
    for rang_ligne, ligne in enumerate(valeur.split("\n")):
        for rang, morceau in enumerate(_SOUDE.split(ligne) if sans else [ligne]):
            if rang_ligne or rang:
                etree.SubElement(parent, _TRAIT if rang else _SAUT)
                noeud = etree.SubElement(parent, T)
            noeud.text = morceau
            if morceau[:1] == " " or morceau[-1:] == " ":
                noeud.set(_XML_SPACE, "preserve")


def _exposer(noeud: Element, valeur: str, *, sans: bool) -> None:
    """Copies of the run: what comes before, « er » raised, and so on."""
    depart = noeud.getparent()
    if depart is None:
        raise ValueError("Un texte se pose dans une suite de caractères (w:r).")
    morceaux = [m for avant in _PREMIER.split(valeur) for m in (avant, "er")][:-1]
    courant = depart
    vierge = copy(depart)
    for rang, morceau in enumerate(morceaux):
        if rang:
            suivant = copy(vierge)
            courant.addnext(suivant)
            courant = suivant
        if not rang % 2:
            cible = next(courant.iter(T))
            if morceau != morceau.strip(" "):
                cible.set(_XML_SPACE, "preserve")
            _couper(cible, morceau, sans=sans)
        else:
            next(courant.iter(T)).text = morceau
            proprietes = courant.find(RPR)
            if proprietes is None:
                proprietes = w("rPr")
                courant.insert(0, proprietes)
            proprietes.append(w("vertAlign", val="superscript"))
