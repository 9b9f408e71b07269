"""The house style as real Word styles: one declaration per style, sizes in points, measures in millimetres."""

from __future__ import annotations

from dataclasses import dataclass

from exports.docx.charte import BLANC, BRIQUE, ENCRE, FILET, GRIS, LARGEUR_PORTRAIT, MOYEN, PETROLE, SERIF, TEINTE, VERT

NUM_PUCE, NUM_PUCE_FICHE = 1, 2


@dataclass(frozen=True, slots=True)
class Style:
    """A paragraph style: ``avant``, ``apres``, ``exact`` in points, ``interligne`` a multiple, indents in mm.

    ``encadre``: a petrol rule at left, and the fill reaches above and below the text.
    """

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
    encadre: bool = False
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


# What only the documents of a meeting use. A decision is three paragraphs of one frame: it flows, whatever its length.
_RETRAIT_ENCADRE = 4.4
_REUNIONS: tuple[Style, ...] = (
    Style("FNERepere", "FNE Repère", taille=9.5, avant=0, apres=3, interligne=1.1, retrait=30, suspendu=30),
    Style("FNEPoint", "FNE Point", avant=0, apres=3, interligne=1.1, retrait=6.5, suspendu=6.5),
    Style(
        "FNEDecision",
        "FNE Décision",
        avant=0,
        apres=0,
        interligne=1.12,
        fond=TEINTE,
        encadre=True,
        retrait=_RETRAIT_ENCADRE,
        retrait_droit=2.2,
    ),
    Style("FNEDecisionTitre", "FNE Décision titre", "FNEDecision", taille=9.5, couleur=PETROLE, gras=True, titre=True),
    Style("FNEDecisionDetail", "FNE Décision détail", "FNEDecision", taille=8.5, couleur=GRIS),
    Style("FNEAdresse", "FNE Adresse", avant=0, apres=0, interligne=1.15, retrait=90),
    # Outline levels without the look of a report: the subject of a letter, then its parts.
    Style("FNEObjet", "FNE Objet", gras=True, avant=0, apres=3, interligne=1.1, niveau=0, titre=True),
    Style("FNEPartie", "FNE Partie", "Heading3", niveau=1, titre=True),
)

STYLES: tuple[Style, ...] = (
    Style("Title", "Title", police=SERIF, taille=43, couleur=BLANC, avant=0, apres=6, interligne=1.0),
    Style("Subtitle", "Subtitle", police=SERIF, taille=15, couleur=BLANC, avant=0, apres=0, interligne=1.1),
    Style(
        "Heading1",
        "heading 1",
        police=SERIF,
        taille=25,
        couleur=PETROLE,
        avant=0,
        apres=14,
        interligne=1.0,
        niveau=0,
        titre=True,
        saut_avant=True,
        suivant="Normal",
    ),
    Style(
        "Heading2",
        "heading 2",
        police=SERIF,
        taille=15,
        couleur=ENCRE,
        gras=True,
        avant=16,
        apres=5,
        interligne=1.05,
        niveau=1,
        titre=True,
        suivant="Normal",
    ),
    Style(
        "Heading3",
        "heading 3",
        taille=11.5,
        couleur=PETROLE,
        gras=True,
        avant=11,
        apres=3,
        interligne=1.1,
        niveau=2,
        titre=True,
        suivant="Normal",
    ),
    # Inherits the outline level of Heading 3: below a fiche's Heading 2 no level is skipped.
    Style(
        "FNERubrique",
        "FNE Rubrique",
        base="Heading3",
        taille=9,
        couleur=PETROLE,
        gras=True,
        capitales=True,
        approche=0.6,
        avant=4.5,
        apres=1,
        interligne=1.1,
        titre=True,
        suivant="FNETexteFiche",
    ),
    Style(
        "FNESurtitre",
        "FNE Surtitre",
        taille=9,
        couleur=PETROLE,
        gras=True,
        capitales=True,
        approche=0.8,
        avant=0,
        apres=3,
        interligne=1.1,
        titre=True,
    ),
    Style("FNEChapo", "FNE Chapô", police=SERIF, taille=12.5, italique=True, apres=10, interligne=1.25),
    Style("FNEEdito", "FNE Édito", police=SERIF, taille=11.5, apres=8, interligne=1.35, retrait_droit=25),
    Style("FNEEtiquette", "FNE Étiquette", taille=8.5, couleur=GRIS, avant=0, apres=0, interligne=1.05, titre=True),
    Style("FNEValeur", "FNE Valeur", taille=10, avant=0, apres=3, interligne=1.05),
    Style("FNENote", "FNE Note", taille=8.5, couleur=GRIS, avant=0, apres=3, interligne=1.05),
    Style("FNETete", "FNE Tête", taille=8.5, couleur=PETROLE, gras=True, avant=0, apres=0, interligne=1.0, titre=True),
    Style("FNECellule", "FNE Cellule", taille=9.5, avant=0, apres=0, interligne=1.08),
    Style("FNECelluleLarge", "FNE Cellule large", base="FNECellule", retrait_droit=3.6, rapide=False),
    Style(
        "FNEGroupe", "FNE Groupe", taille=9.5, couleur=PETROLE, gras=True, avant=0, apres=0, interligne=1.05, titre=True
    ),
    Style("FNETexteFiche", "FNE Texte fiche", taille=9.6, avant=0, apres=2.5, interligne=1.07),
    Style("FNEPuce", "FNE Puce", avant=0, apres=2.5, interligne=1.07, numero=NUM_PUCE),
    Style("FNEPuceFiche", "FNE Puce fiche", base="FNEPuce", taille=9.6, numero=NUM_PUCE_FICHE),
    Style("FNEChiffre", "FNE Chiffre", taille=26, couleur=PETROLE, avant=0, apres=0, interligne=0.95, titre=True),
    Style("Caption", "caption", taille=9.5, gras=True, avant=10, apres=4, interligne=1.1, titre=True),
    Style("FNESource", "FNE Source", taille=8.5, couleur=GRIS, avant=3, apres=8, interligne=1.1),
    Style(
        "TOC1",
        "toc 1",
        taille=11,
        gras=True,
        avant=9,
        apres=2,
        interligne=1.05,
        tabulation_droite=LARGEUR_PORTRAIT,
        retrait_droit=0,
        rapide=False,
    ),
    Style(
        "TOC2",
        "toc 2",
        taille=10,
        avant=0,
        apres=2.4,
        interligne=1.05,
        retrait=9,
        suspendu=9,
        tabulation_droite=LARGEUR_PORTRAIT,
        retrait_droit=0,
        rapide=False,
    ),
    Style("Header", "header", taille=8.5, couleur=GRIS, avant=0, apres=0, interligne=1.0, rapide=False),
    Style("Footer", "footer", taille=8, couleur=GRIS, avant=0, apres=0, interligne=1.15, rapide=False),
    Style("FNEEmpreinte", "FNE Empreinte", taille=9.5, approche=0.5, avant=0, apres=2, interligne=1.2),
    Style("FNEBarre", "FNE Barre", taille=1, avant=3.5, apres=0, exact=6, fond=MOYEN, rapide=False),
    Style("FNEIntervalle", "FNE Intervalle", taille=1, avant=0, apres=0, exact=7, rapide=False),
    *_REUNIONS,
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
    StyleDeTexte("FNEFait", "FNE Fait", couleur=VERT),
    StyleDeTexte("FNEEnCours", "FNE En cours", couleur=PETROLE),
    StyleDeTexte("FNERetard", "FNE Retard", couleur=BRIQUE, gras=True),
    StyleDeTexte("FNEProjet", "FNE Projet", couleur=BRIQUE, gras=True),
)
