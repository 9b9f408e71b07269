"""The house table: petrol rules above and below, a hairline between rows, no vertical rule, text on the page margins.

Every row comes from a prepared one: ``add_table`` and ``cell(i, j)`` rebuild all cells at each call (measured 181 times slower).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import chain

from exports.docx.ooxml import PPR, RPR, VAL, T, W, Element, Modele, mm, paragraphe, pt, run, style_de_run, w
from exports.docx.styles import PETROLE, TEINTE, trait
from exports.sections.modele import A_DESIGNER, NON_DOCUMENTE, Tableau

_ENTIER_JUSQU_A = 8  # rows; a longer table may break between any two
_KEEP_NEXT = f"{{{W}}}keepNext"
_EN_ITALIQUE = (A_DESIGNER, NON_DOCUMENTE)


@dataclass(frozen=True, slots=True)
class Grille:
    """Columns of a table: widths in mm, how many of the last hold figures, first one bold, tighter rows for a fiche."""

    largeurs: tuple[float, ...]
    chiffres: int = 0
    gras: bool = False
    serre: bool = False

    def droite(self, colonne: int) -> bool:
        """Whether this column holds figures."""
        return colonne >= len(self.largeurs) - self.chiffres


def proprietes_de_tableau(
    style: str, nom: str, description: str, largeur: float, *, donnees: bool = False, retrait: float = 0
) -> Element:
    """Style, fixed layout, width and indent in mm, alternative text; ``donnees`` tells a header row from mere layout."""
    return w(
        "tblPr",
        w("tblStyle", val=style),
        w("tblW", w=mm(largeur), type="dxa"),
        w("tblInd", w=mm(retrait), type="dxa") if retrait else None,
        w("tblLayout", type="fixed"),
        w("tblLook", val="0020" if donnees else "0000", firstRow=int(donnees), lastRow=0, firstColumn=0,
          lastColumn=0, noHBand=1, noVBand=1),
        w("tblCaption", val=nom),
        w("tblDescription", val=description),
    )


def grille(largeurs: Sequence[float]) -> Element:
    """Widths of the columns."""
    return w("tblGrid", *(w("gridCol", w=mm(largeur)) for largeur in largeurs))


def cellule(
    largeur: float,
    *contenu: Element,
    etendue: int = 1,
    bords: Iterable[Element] = (),
    fond: str | None = None,
    marges: dict[str, float] | None = None,
    vertical: str | None = None,
) -> Element:
    """A cell: width in mm, columns spanned, borders, fill, own paddings in mm by side, vertical alignment."""
    cotes = list(bords)
    return w(
        "tc",
        w(
            "tcPr",
            w("tcW", w=mm(largeur), type="dxa"),
            w("gridSpan", val=etendue) if etendue > 1 else None,
            w("tcBorders", *cotes) if cotes else None,
            w("shd", val="clear", color="auto", fill=fond) if fond else None,
            w("tcMar", *(w(c, w=mm(v), type="dxa") for c, v in marges.items())) if marges else None,
            w("vAlign", val=vertical) if vertical else None,
        ),
        *contenu,
    )


def rangee(*cellules: Element, entete: bool = False, secable: bool = False, hauteur: float | None = None,
           exacte: bool = False) -> Element:
    """A row: repeated on each page when ``entete``, never split unless ``secable``; height in mm."""
    proprietes = [
        None if secable else w("cantSplit"),
        None if hauteur is None else w("trHeight", val=mm(hauteur), hRule="exact" if exacte else "atLeast"),
        w("tblHeader") if entete else None,
    ]
    return w("tr", w("trPr", *proprietes) if any(p is not None for p in proprietes) else None, *cellules)


def intervalle(points: float) -> Modele:
    """The thin paragraph that keeps two tables apart."""
    return Modele(w("p", w("pPr", w("pStyle", val="FNEIntervalle"), w("spacing", line=pt(points), lineRule="exact"))))


def poser_tableau(tableau: Tableau, g: Grille) -> Element:
    """The whole table. Up to eight rows it stays in one piece; longer, its last row, total or source is never alone."""
    entetes = tuple(e for e in tableau.entetes if e)
    vides = tuple(not e for e in tableau.entetes)
    textes = (*entetes, *chain.from_iterable(tableau.lignes), *chain.from_iterable(tableau.totaux))
    modele = _modele_de_tableau(g, vides, len(tableau.lignes), len(tableau.totaux), bool(tableau.source))
    table = poser_ligne(modele, textes)
    legender(table, tableau.nom, tableau.description)
    return table


@lru_cache(maxsize=128)
def _modele_de_tableau(g: Grille, vides: tuple[bool, ...], lignes: int, totaux: int, suivi: bool) -> Modele:
    """A prepared table of this many rows and totals; ``suivi``: its source follows and stays with it."""
    rangs = lignes + totaux
    premier_lie = 0 if rangs <= _ENTIER_JUSQU_A else lignes - 2
    dernier_lie = rangs - 1 if suivi else rangs - 2
    corps = [_rangee(g, lie=premier_lie <= rang <= dernier_lie, total=rang >= lignes) for rang in range(rangs)]
    style = "FNETableauSerre" if g.serre else "FNETableau"
    proprietes = proprietes_de_tableau(style, "", "", sum(g.largeurs), donnees=True)
    return Modele(w("tbl", proprietes, grille(g.largeurs), _rangee_de_tete(g, vides), *corps))


def legender(table: Element, nom: str, description: str) -> None:
    """Set the alternative text, which stands last in the properties of the table."""
    proprietes = table[0]
    proprietes[-2].set(VAL, nom)
    proprietes[-1].set(VAL, description)


def poser_ligne(modele: Modele, textes: Sequence[str]) -> Element:
    """A row or a table, with « À désigner » and « non documenté » in italic."""
    ligne = modele.poser(*textes)
    if any(t in _EN_ITALIQUE for t in textes):
        for noeud in ligne.iter(T):
            suite = noeud.getparent()
            if noeud.text in _EN_ITALIQUE and suite is not None:
                pencher(suite)
    return ligne


def pencher(suite: Element) -> None:
    """Give a run the character style of what is not known."""
    ancien = suite.find(RPR)
    if ancien is not None:
        suite.remove(ancien)
    suite.insert(0, w("rPr", style_de_run("FNEAbsent")))


def lier(element: Element) -> Element:
    """Keep a paragraph, a row or a table on the page of what follows; gives it back."""
    for proprietes in element.iter(PPR):
        if proprietes.find(_KEEP_NEXT) is None:
            proprietes.insert(1, w("keepNext"))
    return element


def _rangee_de_tete(g: Grille, vides: tuple[bool, ...]) -> Element:
    """The header row; an empty header joins the one before it."""
    cellules = []
    debuts = [i for i, vide_ in enumerate(vides) if not vide_ or i == 0]
    for debut, fin in zip(debuts, [*debuts[1:], len(vides)], strict=True):
        cellules.append(
            cellule(
                sum(g.largeurs[debut:fin]),
                paragraphe("FNETete", run(), ppr=[w("jc", val="right")] if g.droite(debut) else ()),
                etendue=fin - debut,
                bords=[trait("bottom", PETROLE, 0.75)],
                marges=marges_de_bord(debut, fin - 1, len(vides)),
            )
        )
    return rangee(*cellules, entete=True)


def marges_de_bord(premiere: int, derniere: int, nombre: int) -> dict[str, float] | None:
    """No padding on the margins of the page."""
    bords = {}
    if premiere == 0:
        bords["left"] = 0.0
    if derniere == nombre - 1:
        bords["right"] = 0.0
    return bords or None


def _rangee(g: Grille, *, lie: bool, total: bool = False) -> Element:
    cellules = []
    for i, largeur in enumerate(g.largeurs):
        fort = [w("b")] if total or (g.gras and i == 0) else []
        ppr = [w("keepNext") if lie else None, w("jc", val="right") if g.droite(i) else None]
        cellules.append(
            cellule(
                largeur,
                paragraphe("FNECellule", run(rpr=fort), ppr=[p for p in ppr if p is not None]),
                bords=[trait("top", PETROLE, 0.75)] if total else (),
                marges=marges_de_bord(i, i, len(g.largeurs)),
            )
        )
    return rangee(*cellules)


def vide(style: str) -> Element:
    """The empty paragraph that every cell needs."""
    return w("p", w("pPr", w("pStyle", val=style)))


@cache
def modele_de_groupe(largeur: float, colonnes: int) -> Modele:
    """A group row over all columns: its title, and a discreet count behind it."""
    contenu = paragraphe(
        "FNEGroupe", run(), run("\u2003"), run(rpr=[style_de_run("FNEDiscret")])
    )
    return Modele(rangee(cellule(largeur, contenu, etendue=colonnes, fond=TEINTE, marges={"left": 2.0})))
