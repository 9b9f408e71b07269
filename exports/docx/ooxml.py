"""WordprocessingML elements and the prepared pieces made of them.

A ``Modele`` is built once, with empty slots; a ``Piece`` is one use of it, its values in the order of the slots.
No string of XML anywhere: lxml escapes every value, and the children of property elements are put in schema order when
a modele is built, so that using it never costs a sort. Source: ECMA-376, part 1, chapter 17.
"""

from __future__ import annotations

from collections.abc import Iterable
from copy import copy
from typing import NamedTuple, TypeAlias

from lxml import etree

from exports.docx.ecriture import XML_SPACE, Derangement, T, W, ecrire

Element: TypeAlias = etree._Element

_NSMAP = {"w": W}
P, PPR, TBL = f"{{{W}}}p", f"{{{W}}}pPr", f"{{{W}}}tbl"
_PSTYLE, _VAL = f"{{{W}}}pStyle", f"{{{W}}}val"
_KEEP_NEXT = f"{{{W}}}keepNext"
_CODE = f"{{{W}}}instrText"
VARIABLE = "\ue000"  # marks an attribute whose value comes with each use

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
    """A ``w:t``. Without a value it is a slot; outer spaces are kept."""
    element = w("t")
    element.text = valeur
    if valeur and valeur != valeur.strip(" "):
        element.set(XML_SPACE, "preserve")
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


def vide(style: str, *ppr: Element) -> Element:
    """An empty paragraph, such as every cell needs."""
    return w("p", w("pPr", w("pStyle", val=style), *ppr))


def tabulation() -> Element:
    """A tab inside a run."""
    return w("tab")


def champ(instruction: str | None, *, resultat: str, rpr: Iterable[Element] = ()) -> list[Element]:
    """A complex field as five runs; ``resultat`` is what shows until fields are updated. None: a slot."""
    proprietes = list(rpr)

    def morceau(contenu: Element) -> Element:
        return run(contenu, rpr=copies(proprietes))

    code = w("instrText")
    code.text = instruction
    code.set(XML_SPACE, "preserve")
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


class _Emplacement(NamedTuple):
    """One slot: rank of its node among the nodes that matter, attribute to set (None: its text), in the sans or not."""

    rang: int
    attribut: str | None
    sans: bool


class Modele:
    """A prepared piece of document with slots: empty ``w:t`` and field codes, and attributes left ``VARIABLE``."""

    __slots__ = ("_balises", "_emplacements", "element")

    def __init__(self, element: Element) -> None:
        """Find the slots, in document order; the serif has no U+2011, so each text slot knows its typeface."""
        self.element = element
        trouves = [(noeud, attribut) for noeud in element.iter() for attribut in _variables(noeud)]
        self._balises = tuple({str(noeud.tag) for noeud, _ in trouves})
        rangs = {id(noeud): rang for rang, noeud in enumerate(list(element.iter(*self._balises)) if trouves else [])}
        self._emplacements = tuple(
            _Emplacement(rangs[id(noeud)], attribut, noeud.tag == T and _est_sans(noeud)) for noeud, attribut in trouves
        )

    def avec(self, *valeurs: str) -> Piece:
        """One use of it, to be written."""
        return Piece(self, valeurs)

    def poser(self, *valeurs: str) -> Element:
        """One use of it as an element, to go inside another. Raises ValueError when a value is missing or too many."""
        clone = copy(self.element)
        self.remplir(self.noeuds(clone), valeurs)
        return clone

    def noeuds(self, clone: Element) -> list[Element]:
        """The nodes of a clone among which the slots are."""
        return list(clone.iter(*self._balises)) if self._balises else []

    def remplir(self, noeuds: list[Element], valeurs: tuple[str, ...]) -> list[Derangement]:
        """Fill the slots; gives back what richer texts replaced, for whoever uses the same clone again."""
        derangements = []
        for (rang, attribut, sans), valeur in zip(self._emplacements, valeurs, strict=True):
            if attribut is not None:
                noeuds[rang].set(attribut, valeur)
            elif (sans and "-" in valeur) or "\n" in valeur or "1er" in valeur:
                derangements.append(ecrire(noeuds[rang], valeur, sans=sans))
            else:
                noeuds[rang].text = valeur
        return derangements


class Piece(NamedTuple):
    """A modele and the values of its slots."""

    modele: Modele
    valeurs: tuple[str, ...]


class LongTableau(NamedTuple):
    """A table written row by row: its element without rows, then the rows."""

    element: Element
    rangees: list[Piece | Element]


Bloc: TypeAlias = Piece | LongTableau | Element


def _variables(noeud: Element) -> list[str | None]:
    """Slots of one node: its variable attributes, then its text (None)."""
    slots: list[str | None] = [str(nom) for nom, valeur in noeud.items() if valeur == VARIABLE]
    return [*slots, None] if noeud.tag in {T, _CODE} and noeud.text is None else slots


def _est_sans(noeud: Element) -> bool:
    parent = next(noeud.iterancestors(P), None)
    style = None if parent is None else parent.find(f"{PPR}/{_PSTYLE}")
    return style is None or style.get(_VAL) not in _STYLES_SERIF


def lier(bloc: Piece | Element) -> Element:
    """Keep a paragraph, a row or a whole table on the page of what follows; gives back its element."""
    element = bloc.modele.poser(*bloc.valeurs) if isinstance(bloc, Piece) else bloc
    for proprietes in element.iter(PPR):
        if proprietes.find(_KEEP_NEXT) is None:
            proprietes.insert(1, w("keepNext"))
    return element


def lier_la_fin(bloc: Bloc) -> Bloc:
    """Keep the end of a block, the last row of a table, on the page of what follows."""
    if isinstance(bloc, LongTableau):
        return bloc._replace(rangees=[*bloc.rangees[:-1], lier(bloc.rangees[-1])])
    element = bloc.modele.poser(*bloc.valeurs) if isinstance(bloc, Piece) else bloc
    lier(element[-1] if element.tag == TBL else element)
    return element
