"""The house style as real Word styles: one line per style, sizes in points, measures in millimetres."""

from __future__ import annotations

from dataclasses import dataclass

from exports.docx.ooxml import Element, mm, pt, w

SERIF, SANS = "Cambria", "Calibri"
ENCRE, PETROLE, GRIS, BRIQUE, BLANC = "1B2430", "17505E", "55606B", "9C2F1C", "FFFFFF"
MOYEN, TEINTE, FILET, ORNEMENT = "5B93A0", "EAF1F2", "C3CBD1", "2F6878"
FILIGRANE = "E3C2BB"  # brique thinned on white: the mark of a project, in the margin, never text to read

LARGEUR_PORTRAIT, LARGEUR_PAYSAGE = 165.0, 257.0
NUM_PUCE, NUM_PUCE_FICHE = 1, 2


@dataclass(frozen=True, slots=True)
class Style:
    """A paragraph style. ``apres``, ``avant``, ``exact`` in points, ``interligne`` a multiple, indents in millimetres."""

    id: str
    nom: str
    base: str | None = "Normal"
    police: str | None = None
    taille: float | None = None
    couleur: str | None = None
    gras: bool | None = None
    italique: bool = False
    capitales: bool = False
    approche: float | None = None
    avant: float | None = None
    apres: float | None = None
    interligne: float | None = None
    exact: float | None = None
    fond: str | None = None
    niveau: int | None = None
    titre: bool = False
    saut_avant: bool = False
    retrait: float | None = None
    retrait_droit: float | None = None
    suspendu: float | None = None
    tabulation_droite: float | None = None
    numero: int | None = None
    droite: bool = False
    suivant: str | None = None
    rapide: bool = True


STYLES: tuple[Style, ...] = (
    Style("Title", "Title", police=SERIF, taille=43, couleur=BLANC, avant=0, apres=6, interligne=1.0),
    Style("Subtitle", "Subtitle", police=SERIF, taille=15, couleur=BLANC, avant=0, apres=0, interligne=1.1),
    Style("Heading1", "heading 1", police=SERIF, taille=25, couleur=PETROLE, avant=0, apres=14, interligne=1.0,
          niveau=0, titre=True, saut_avant=True, suivant="Normal"),
    Style("Heading2", "heading 2", police=SERIF, taille=15, couleur=ENCRE, gras=True, avant=16, apres=5,
          interligne=1.05, niveau=1, titre=True, suivant="Normal"),
    Style("Heading3", "heading 3", taille=11.5, couleur=PETROLE, gras=True, avant=11, apres=3, interligne=1.1,
          niveau=2, titre=True, suivant="Normal"),
    # Inherits the outline level of Heading 3: below a fiche's Heading 2 no level is skipped.
    Style("FNERubrique", "FNE Rubrique", base="Heading3", taille=9, couleur=PETROLE, gras=True, capitales=True,
          approche=0.6, avant=4.5, apres=1, interligne=1.1, titre=True, suivant="FNETexteFiche"),
    Style("FNESurtitre", "FNE Surtitre", taille=9, couleur=PETROLE, gras=True, capitales=True, approche=0.8,
          avant=0, apres=3, interligne=1.1, titre=True),
    Style("FNEChapo", "FNE Chapô", police=SERIF, taille=12.5, italique=True, apres=10, interligne=1.25),
    Style("FNEEdito", "FNE Édito", police=SERIF, taille=11.5, apres=8, interligne=1.35, retrait_droit=25),
    Style("FNEEtiquette", "FNE Étiquette", taille=8.5, couleur=GRIS, avant=0, apres=0, interligne=1.05,
          titre=True),
    Style("FNEValeur", "FNE Valeur", taille=10, avant=0, apres=3, interligne=1.05),
    Style("FNETete", "FNE Tête", taille=8.5, couleur=PETROLE, gras=True, avant=0, apres=0, interligne=1.0,
          titre=True),
    Style("FNECellule", "FNE Cellule", taille=9.5, avant=0, apres=0, interligne=1.08),
    Style("FNECelluleLarge", "FNE Cellule large", base="FNECellule", retrait_droit=3.6, rapide=False),
    Style("FNEGroupe", "FNE Groupe", taille=9.5, couleur=PETROLE, gras=True, avant=0, apres=0, interligne=1.05,
          titre=True),
    Style("FNETexteFiche", "FNE Texte fiche", taille=9.6, avant=0, apres=2.5, interligne=1.07),
    Style("FNEPuce", "FNE Puce", avant=0, apres=2.5, interligne=1.07, numero=NUM_PUCE),
    Style("FNEPuceFiche", "FNE Puce fiche", base="FNEPuce", taille=9.6, numero=NUM_PUCE_FICHE),
    Style("FNEChiffre", "FNE Chiffre", taille=26, couleur=PETROLE, avant=0, apres=0, interligne=0.95, titre=True),
    Style("Caption", "caption", taille=9.5, gras=True, avant=10, apres=4, interligne=1.1, titre=True),
    Style("FNESource", "FNE Source", taille=8.5, couleur=GRIS, avant=3, apres=8, interligne=1.1),
    Style("TOC1", "toc 1", taille=11, gras=True, avant=9, apres=2, interligne=1.05,
          tabulation_droite=LARGEUR_PORTRAIT, retrait_droit=0, rapide=False),
    Style("TOC2", "toc 2", taille=10, avant=0, apres=2.4, interligne=1.05, retrait=9, suspendu=9,
          tabulation_droite=LARGEUR_PORTRAIT, retrait_droit=0, rapide=False),
    Style("Header", "header", taille=8.5, couleur=GRIS, avant=0, apres=0, interligne=1.0, rapide=False),
    Style("Footer", "footer", taille=8, couleur=GRIS, avant=0, apres=0, interligne=1.15, rapide=False),
    Style("FNEEmpreinte", "FNE Empreinte", taille=9.5, approche=0.5, avant=0, apres=2, interligne=1.2),
    Style("FNEBarre", "FNE Barre", taille=1, avant=3.5, apres=0, exact=6, fond=MOYEN, rapide=False),
    Style("FNEIntervalle", "FNE Intervalle", taille=1, avant=0, apres=0, exact=7, rapide=False),
)


@dataclass(frozen=True, slots=True)
class StyleDeTableau:
    """A table style: rules as (side, colour, points); padding of cells in mm, above and below, then at right.

    None at left: the first column stands on the margin of the page without a word in its cells.
    """

    id: str
    nom: str
    traits: tuple[tuple[str, str, float], ...] = ()
    marges: tuple[float, float] = (1.0, 3.6)


_REGLES = (("top", PETROLE, 1.0), ("bottom", PETROLE, 1.0), ("insideH", FILET, 0.5))
STYLES_DE_TABLEAU: tuple[StyleDeTableau, ...] = (
    StyleDeTableau("FNETableau", "FNE Tableau", _REGLES),
    StyleDeTableau("FNETableauSerre", "FNE Tableau serré", _REGLES, (0.55, 3.6)),
    StyleDeTableau("FNETableauAnnees", "FNE Tableau à années", _REGLES, (1.0, 0.0)),
    StyleDeTableau(
        "FNEEtiquettes", "FNE Étiquettes", (("top", PETROLE, 1.0), ("bottom", PETROLE, 0.75), ("insideH", FILET, 0.5))
    ),
    StyleDeTableau("FNEListe", "FNE Liste", (("top", FILET, 0.5), ("insideH", FILET, 0.5)), (1.0, 0.0)),
    StyleDeTableau("FNEChiffresCles", "FNE Chiffres clés", (("top", PETROLE, 1.0),)),
    StyleDeTableau("FNEMiseEnPage", "FNE Mise en page", (), (1.0, 0.0)),
)


@dataclass(frozen=True, slots=True)
class StyleDeTexte:
    """A character style."""

    id: str
    nom: str
    police: str | None = None
    taille: float | None = None
    couleur: str | None = None
    gras: bool | None = None
    italique: bool = False
    souligne: bool = False
    fond: str | None = None


STYLES_DE_TEXTE: tuple[StyleDeTexte, ...] = (
    StyleDeTexte("FNELien", "FNE Lien"),
    StyleDeTexte("Hyperlink", "Hyperlink", couleur=PETROLE, souligne=True),
    StyleDeTexte("FNETitreAxe", "FNE Titre axe", taille=21),
    StyleDeTexte("FNETitreFiche", "FNE Titre fiche", taille=17),
    StyleDeTexte("FNENumero", "FNE Numéro", taille=17, couleur=PETROLE),
    StyleDeTexte("FNENumeroAxe", "FNE Numéro axe", police=SERIF, taille=13, couleur=PETROLE),
    StyleDeTexte("FNEFort", "FNE Fort", gras=True),
    StyleDeTexte("FNEAbsent", "FNE Absent", italique=True),
    StyleDeTexte("FNEDiscret", "FNE Discret", couleur=GRIS),
    StyleDeTexte("FNEExemple", "FNE Exemple", couleur=PETROLE, gras=True, fond=TEINTE),
    StyleDeTexte("FNEProjet", "FNE Projet", couleur=BRIQUE, gras=True),
)


def element_de_style(s: Style) -> Element:
    """The ``w:style`` of a paragraph style."""
    ppr = w(
        "pPr",
        w("keepNext") if s.titre else None,
        w("keepLines") if s.niveau is not None else None,
        w("pageBreakBefore") if s.saut_avant else None,
        w("numPr", w("numId", val=s.numero)) if s.numero else None,
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


def trait(cote: str, couleur: str, points: float) -> Element:
    """A border on one side."""
    return w(cote, val="single", sz=round(points * 8), space=0, color=couleur)


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
    """Document defaults (Calibri, French) and the four default styles every document needs."""
    rpr = _rpr(SANS, 10.5, ENCRE, None, italique=False)
    rpr.append(w("lang", val="fr-FR", eastAsia="fr-FR", bidi="ar-SA"))
    ppr = w("pPr", w("widowControl"), w("spacing", before=0, after=pt(6), line=276, lineRule="auto"))
    cellules = w("tblCellMar", *(w(c, w=0, type="dxa") for c in ("top", "left", "bottom", "right")))
    return [
        w("docDefaults", w("rPrDefault", rpr), w("pPrDefault", ppr)),
        _defaut("paragraph", "Normal", "Normal", w("qFormat")),
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
