"""Fonts, colours and widths of the house, and the rule drawn with them."""

from __future__ import annotations

from exports.docx.ooxml import Element, w

SERIF, SANS = "Cambria", "Calibri"
ENCRE, PETROLE, GRIS, VERT, BRIQUE, BLANC = "1B2430", "17505E", "55606B", "2A6540", "9C2F1C", "FFFFFF"
MOYEN, TEINTE, FILET, ORNEMENT = "5B93A0", "EAF1F2", "C3CBD1", "2F6878"
FILIGRANE = "E3C2BB"  # brique thinned on white: the mark of a project, in the margin, never text to read

LARGEUR_PORTRAIT, LARGEUR_PAYSAGE = 165.0, 257.0


def trait(cote: str, couleur: str, points: float) -> Element:
    """A border on one side."""
    return w(cote, val="single", sz=round(points * 8), space=0, color=couleur)
