"""The declared styles as elements of ``word/styles.xml`` and ``word/numbering.xml``."""

from __future__ import annotations

from exports.docx.charte import ENCRE, PETROLE, SANS, trait
from exports.docx.ooxml import Element, mm, pt, w
from exports.docx.styles import (
    NUM_PUCE,
    NUM_PUCE_FICHE,
    STYLES,
    STYLES_DE_TABLEAU,
    STYLES_DE_TEXTE,
    Style,
    StyleDeTableau,
    StyleDeTexte,
)


def elements_de_styles() -> list[Element]:
    """Everything of ``word/styles.xml``."""
    return [
        *styles_de_base(),
        *(element_de_style(s) for s in STYLES),
        *(element_de_style_de_texte(s) for s in STYLES_DE_TEXTE),
        *(element_de_style_de_tableau(s) for s in STYLES_DE_TABLEAU),
    ]


def element_de_style(s: Style) -> Element:
    """The ``w:style`` of a paragraph style."""
    ppr = w(
        "pPr",
        w("keepNext") if s.titre else None,
        w("keepLines") if s.niveau is not None else None,
        w("pageBreakBefore") if s.saut_avant else None,
        w("numPr", w("numId", val=s.numero)) if s.numero else None,
        _cadre(s.fond) if s.encadre and s.fond else None,
        w("shd", val="clear", color="auto", fill=s.fond) if s.fond else None,
        _tabulations(s),
        _espacement(s),
        _retraits(s),
        w("jc", val="right") if s.droite else None,
        w("outlineLvl", val=s.niveau) if s.niveau is not None else None,
    )
    return w(
        "style",
        w("name", val=s.nom),
        w("basedOn", val=s.base) if s.base else None,
        w("next", val=s.suivant) if s.suivant else None,
        w("uiPriority", val=9 if s.niveau is not None else 20),
        w("qFormat") if s.rapide else None,
        ppr if len(ppr) else None,
        _rpr(s.police, s.taille, s.couleur, s.gras, s.italique, s.capitales, s.approche),
        type="paragraph",
        customStyle=1 if s.nom.startswith("FNE") else None,
        styleId=s.id,
    )


def element_de_style_de_texte(s: StyleDeTexte) -> Element:
    """The ``w:style`` of a character style."""
    rpr = _rpr(s.police, s.taille, s.couleur, s.gras, s.italique)
    if s.souligne:
        rpr.append(w("u", val="single"))
    if s.fond:
        rpr.append(w("shd", val="clear", color="auto", fill=s.fond))
    return w(
        "style",
        w("name", val=s.nom),
        w("basedOn", val="DefaultParagraphFont"),
        w("uiPriority", val=30),
        w("qFormat"),
        rpr if len(rpr) else None,
        type="character",
        customStyle=1 if s.nom.startswith("FNE") else None,
        styleId=s.id,
    )


def element_de_style_de_tableau(s: StyleDeTableau) -> Element:
    """The ``w:style`` of a table style."""
    haut, droite = s.marges
    cotes = (("top", haut), ("left", 0.0), ("bottom", haut), ("right", droite))
    marges = (w(cote, w=mm(valeur), type="dxa") for cote, valeur in cotes)
    tblpr = w(
        "tblPr",
        w("tblInd", w=0, type="dxa"),
        w("tblBorders", *(trait(*t) for t in s.traits)) if s.traits else None,
        w("tblCellMar", *marges),
    )
    return w(
        "style",
        w("name", val=s.nom),
        w("basedOn", val="TableNormal"),
        w("uiPriority", val=40),
        w("pPr", w("spacing", before=0, after=0, line=240, lineRule="auto")),
        tblpr,
        type="table",
        customStyle=1,
        styleId=s.id,
    )


def styles_de_base() -> list[Element]:
    """Document defaults (French, nothing more) and the four default styles every document needs.

    Font and colour stand in Normal: LibreOffice lays document defaults over the character styles of text in tables.
    """
    langue = w("rPr", w("lang", val="fr-FR", eastAsia="fr-FR", bidi="ar-SA"))
    ppr = w("pPr", w("widowControl"), w("spacing", before=0, after=pt(6), line=276, lineRule="auto"))
    rpr = _rpr(SANS, 10.5, ENCRE, None, italique=False)
    cellules = w("tblCellMar", *(w(c, w=0, type="dxa") for c in ("top", "left", "bottom", "right")))
    return [
        w("docDefaults", w("rPrDefault", langue), w("pPrDefault")),
        _defaut("paragraph", "Normal", "Normal", w("qFormat"), ppr, rpr),
        _defaut("character", "DefaultParagraphFont", "Default Paragraph Font"),
        _defaut("table", "TableNormal", "Normal Table", w("tblPr", w("tblInd", w=0, type="dxa"), cellules)),
        _defaut("numbering", "NoList", "No List"),
    ]


def elements_de_numerotation() -> list[Element]:
    """Two real bullet lists, « – » hanging: body text, and the tighter text of a fiche."""
    abstraits = [_liste(NUM_PUCE, "FNEPuce", 5.0), _liste(NUM_PUCE_FICHE, "FNEPuceFiche", 5.0)]
    nombres = [w("num", w("abstractNumId", val=n), numId=n) for n in (NUM_PUCE, NUM_PUCE_FICHE)]
    return [*abstraits, *nombres]


def _liste(numero: int, style: str, retrait: float) -> Element:
    niveau = w(
        "lvl",
        w("start", val=1),
        w("numFmt", val="bullet"),
        w("pStyle", val=style),
        w("lvlText", val="–"),
        w("lvlJc", val="left"),
        w("pPr", w("ind", left=mm(retrait), hanging=mm(retrait))),
        _rpr(SANS, None, PETROLE, None, italique=False),
        ilvl=0,
    )
    return w("abstractNum", w("multiLevelType", val="singleLevel"), niveau, abstractNumId=numero)


def _defaut(genre: str, identifiant: str, nom: str, *contenu: Element) -> Element:
    return w("style", w("name", val=nom), *contenu, type=genre, default=1, styleId=identifiant)


def _tabulations(s: Style) -> Element | None:
    if s.tabulation_droite is None:
        return None
    gauche = w("tab", val="left", pos=mm(s.retrait)) if s.retrait else None
    return w("tabs", gauche, w("tab", val="right", pos=mm(s.tabulation_droite)))


def _espacement(s: Style) -> Element | None:
    if s.avant is None and s.apres is None and s.interligne is None and s.exact is None:
        return None
    return w(
        "spacing",
        before=None if s.avant is None else pt(s.avant),
        after=None if s.apres is None else pt(s.apres),
        line=pt(s.exact) if s.exact else None if s.interligne is None else round(240 * s.interligne),
        lineRule="exact" if s.exact else None if s.interligne is None else "auto",
    )


def _cadre(fond: str) -> Element:
    """Rules of the colour of the fill stand for padding above and below: paragraphs of one frame then join."""

    def cote(nom: str, couleur: str, huitiemes: int, espace: int) -> Element:
        return w(nom, val="single", sz=huitiemes, space=espace, color=couleur)

    return w(
        "pBdr",
        cote("top", fond, 4, 4),
        cote("left", PETROLE, 24, 8),
        cote("bottom", fond, 4, 4),
        cote("right", fond, 4, 6),
    )


def _retraits(s: Style) -> Element | None:
    if s.retrait is None and s.retrait_droit is None:
        return None
    return w(
        "ind",
        left=None if s.retrait is None else mm(s.retrait),
        right=None if s.retrait_droit is None else mm(s.retrait_droit),
        hanging=None if s.suspendu is None else mm(s.suspendu),
    )


def _rpr(
    police: str | None,
    taille: float | None,
    couleur: str | None,
    gras: bool | None,
    italique: bool,
    capitales: bool = False,
    approche: float | None = None,
) -> Element:
    return w(
        "rPr",
        w("rFonts", ascii=police, hAnsi=police, eastAsia=police, cs=police) if police else None,
        *((w("b"), w("bCs")) if gras else ()),
        *((w("i"), w("iCs")) if italique else ()),
        w("caps") if capitales else None,
        w("color", val=couleur) if couleur else None,
        w("spacing", val=pt(approche)) if approche is not None else None,
        *((w("sz", val=round(taille * 2)), w("szCs", val=round(taille * 2))) if taille else ()),
    )
