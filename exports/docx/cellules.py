"""Tables, rows and cells: lengths in millimetres, every width written, alternative text on every table."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from exports.docx.ooxml import VARIABLE, Element, mm, w


def tableau(
    style: str,
    largeurs: Sequence[float],
    *rangees: Element,
    nom: str = VARIABLE,
    description: str = VARIABLE,
    donnees: bool = False,
    retrait: float = 0,
) -> Element:
    """A table of fixed layout; ``nom`` and ``description`` are its alternative text, else its first two slots.

    ``donnees`` tells a table with a header row from one that only lays things out.
    """
    return w(
        "tbl",
        w(
            "tblPr",
            w("tblStyle", val=style),
            w("tblW", w=mm(sum(largeurs)), type="dxa"),
            w("tblInd", w=mm(retrait), type="dxa") if retrait else None,
            w("tblLayout", type="fixed"),
            w("tblLook", val="0620" if donnees else "0600", firstRow=int(donnees)),
            w("tblCaption", val=nom),
            w("tblDescription", val=description),
        ),
        w("tblGrid", *(w("gridCol", w=mm(largeur)) for largeur in largeurs)),
        *rangees,
    )


def rangee(
    *cellules: Element, entete: bool = False, secable: bool = False, hauteur: float | None = None, exacte: bool = False
) -> Element:
    """A row: repeated on each page when ``entete``, never split unless ``secable``."""
    proprietes = [
        None if secable else w("cantSplit"),
        None if hauteur is None else w("trHeight", val=mm(hauteur), hRule="exact" if exacte else "atLeast"),
        w("tblHeader") if entete else None,
    ]
    return w("tr", w("trPr", *proprietes) if any(p is not None for p in proprietes) else None, *cellules)


def cellule(
    largeur: float,
    *contenu: Element,
    etendue: int = 1,
    bords: Iterable[Element] = (),
    fond: str | None = None,
    marges: dict[str, float] | None = None,
    vertical: str | None = None,
) -> Element:
    """A cell: columns spanned, borders, fill, own paddings by side, vertical alignment."""
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


def marge_de_fin(colonne: int, nombre: int) -> dict[str, float] | None:
    """Figures of the last column stand on the margin of the page."""
    return {"right": 0.0} if colonne == nombre - 1 else None
