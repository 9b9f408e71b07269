"""Running header and footer, by kind of page; the mark of a project is part of the header, so it is on every page."""

from __future__ import annotations

from lxml import etree

from exports.docx.charte import FILET, FILIGRANE, LARGEUR_PAYSAGE, LARGEUR_PORTRAIT
from exports.docx.ecriture import W
from exports.docx.ooxml import Element, Modele, champ, mm, paragraphe, pt, run, style_de_run, tabulation, vide, w
from exports.docx.shell import Gabarit, PageDeGabarit
from exports.payloads import FeuilleDeRouteDoc
from exports.sections.feuilles_de_route import PROJET, pied, titre_courant

_TITRE_MAX = 60
_NSMAP = {"w": W}


def _filet(cote: str) -> Element:
    return w("pBdr", w(cote, val="single", sz=4, space=5, color=FILET))


def _taquets(largeur: float) -> Element:
    return w("tabs", w("tab", val="center", pos=mm(largeur / 2)), w("tab", val="right", pos=mm(largeur)))


def _modele_entete(largeur: float, *, projet: bool) -> Modele:
    centre = [run(PROJET, rpr=[style_de_run("FNEProjet"), w("spacing", val=pt(2))])] if projet else []
    return Modele(
        paragraphe(
            "Header",
            run(),
            run(tabulation()),
            *centre,
            run(tabulation()),
            run(),
            ppr=[_taquets(largeur), _filet("bottom")],
        )
    )


def _modele_pied(largeur: float) -> Modele:
    gras = [style_de_run("FNEFort")]
    return Modele(
        paragraphe(
            "Footer",
            run(),
            run(tabulation()),
            *champ(" PAGE ", resultat="1", rpr=gras),
            run("\u00a0/\u00a0", rpr=[style_de_run("FNEFort")]),
            *champ(" NUMPAGES ", resultat="1", rpr=gras),
            ppr=[w("tabs", w("tab", val="right", pos=mm(largeur))), _filet("top")],
        )
    )


_LARGEURS = {"portrait": LARGEUR_PORTRAIT, "paysage": LARGEUR_PAYSAGE}
_ENTETES = {(g, p): _modele_entete(largeur, projet=p) for g, largeur in _LARGEURS.items() for p in (False, True)}
_PIEDS = {g: _modele_pied(largeur) for g, largeur in _LARGEURS.items()}
_LIGNE_DE_PIED = Modele(paragraphe("Footer"))
_VIDE = Modele(vide("Header"))
_ENTETE_COUVERTURE_PROJET = Modele(
    paragraphe(
        "Header",
        run(PROJET, rpr=[style_de_run("FNEProjet"), w("spacing", val=pt(3)), w("sz", val=28)]),
        ppr=[w("jc", val="right")],
    )
)


def _marque(x: float, y: float) -> Element:
    """« PROJET » upright in the left margin: a floating table of one cell with turned text, in the header.

    Neither drawing nor VML: Word and LibreOffice both show it, and it never covers nor moves the text.
    """
    hauteur, largeur = 80.0, 16.0
    cellule = w(
        "tc",
        w("tcPr", w("tcW", w=mm(largeur), type="dxa"), w("textDirection", val="btLr"), w("vAlign", val="center")),
        paragraphe(
            "Header",
            run(PROJET, rpr=[w("b"), w("color", val=FILIGRANE), w("spacing", val=pt(8)), w("sz", val=64)]),
            ppr=[w("jc", val="center")],
        ),
    )
    return w(
        "tbl",
        w(
            "tblPr",
            w(
                "tblpPr",
                leftFromText=0,
                rightFromText=0,
                vertAnchor="page",
                horzAnchor="page",
                tblpX=mm(x),
                tblpY=mm(y),
            ),
            w("tblW", w=mm(largeur), type="dxa"),
            w("tblLayout", type="fixed"),
            w("tblLook", val="0000", firstRow=0, lastRow=0, firstColumn=0, lastColumn=0, noHBand=1, noVBand=1),
            w("tblCaption", val=PROJET),
            w("tblDescription", val="Marque de projet, répétée dans l’en-tête."),
        ),
        w("tblGrid", w("gridCol", w=mm(largeur))),
        w("tr", w("trPr", w("cantSplit"), w("trHeight", val=mm(hauteur), hRule="exact")), cellule),
    )


# On the cover it stands under the block, which bleeds over the margin.
_MARQUES = {g: Modele(_marque(x, y)) for g, x, y in (("couverture", 5, 200), ("portrait", 5, 108), ("paysage", 2, 65))}


def rendre_entetes(doc: FeuilleDeRouteDoc, empreinte: str, gabarit: Gabarit) -> dict[str, bytes]:
    """Contents of every header and footer part of a roadmap, by name."""
    couverture = gabarit.pages["couverture"]
    marque = [_MARQUES["couverture"].poser()] if doc.projet else []
    ligne = (_ENTETE_COUVERTURE_PROJET if doc.projet else _VIDE).poser()
    contenus = {couverture.entete: _partie("hdr", [*marque, ligne]), couverture.pied: _partie("ftr", [_VIDE.poser()])}
    titre, identite = titre_courant(doc), pied(doc, empreinte)
    for genre in _LARGEURS:
        contenus |= entete_et_pied(gabarit.pages[genre], titre, identite, projet=doc.projet, genre=genre)
    return contenus


def entete_et_pied(
    page: PageDeGabarit, titre: tuple[str, str], identite: tuple[str, str], *, projet: bool, genre: str = "portrait"
) -> dict[str, bytes]:
    """The two parts of a kind of page, by name: texts at left and right of the header, the two lines of the footer."""
    gauche, droite = titre
    premiere, mention = identite
    marque = [_MARQUES[genre].poser()] if projet else []
    return {
        page.entete: _partie("hdr", [*marque, _ENTETES[genre, projet].poser(abrege(gauche), droite)]),
        page.pied: _partie(
            "ftr", [_PIEDS[genre].poser(premiere), *([_LIGNE_DE_PIED.poser(mention)] if mention else [])]
        ),
    }


def abrege(titre: str, maximum: int = _TITRE_MAX) -> str:
    """At most that many characters, cut between two words."""
    return titre if len(titre) <= maximum else titre[: maximum - 1].rsplit(" ", 1)[0].rstrip(" ,·") + "…"


def _partie(nom: str, contenu: list[Element]) -> bytes:
    racine = etree.Element(f"{{{W}}}{nom}", nsmap=_NSMAP)
    racine.extend(contenu)
    return etree.tostring(racine, xml_declaration=True, encoding="UTF-8", standalone=True)
