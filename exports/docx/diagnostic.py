"""Diagnostic: key figures of the territory, then one table for each theme, with bars where they help."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from exports.docx.cellules import cellule, marge_de_fin, rangee, tableau
from exports.docx.charte import LARGEUR_PORTRAIT, MOYEN, PETROLE, trait
from exports.docx.ooxml import Bloc, Element, Modele, lier, mm, paragraphe, pt, run, vide, w
from exports.docx.tableaux import Grille, intervalle, tableau_de
from exports.docx.textes import CHAPO, SOURCE
from exports.docx.titres import ANCRE_DIAGNOSTIC, TITRE_1, TITRE_2, Signets
from exports.payloads import FeuilleDeRouteDoc
from exports.sections import diagnostic as section
from exports.sections.modele import Tableau
from exports.sections.plan import DIAGNOSTIC

_INTERVALLE = intervalle(8)
_TERRITOIRE, _FIGURE, _BARRE_MAX = 38.0, 31.0, 68.0
_ETIQUETTE = Modele(paragraphe("FNEValeur", run(), ppr=[w("spacing", after=0)]))
_CHIFFRE = Modele(paragraphe("FNEChiffre"))
_PETIT = Modele(paragraphe("FNEEtiquette", run(), ppr=[w("keepNext", val=0)]))


def diagnostic(doc: FeuilleDeRouteDoc, signets: Signets) -> Iterator[Bloc]:
    """Heading, chapô, key figures, themes."""
    yield signets.titre(TITRE_1, ANCRE_DIAGNOSTIC, DIAGNOSTIC)
    yield CHAPO.avec(section.CHAPO)
    cles = section.chiffres_cles(doc)
    if cles:
        yield _chiffres_cles(cles)
    for theme in section.themes(doc):
        yield TITRE_2.avec(theme.titre)
        yield _avec_barres(theme) if theme.barres else tableau_de(theme.tableau, _grille(theme.tableau))
        yield SOURCE.avec(theme.tableau.source) if theme.tableau.source else _INTERVALLE.avec()


def _chiffres_cles(cles: list[section.ChiffreCle]) -> Element:
    largeur = LARGEUR_PORTRAIT / 3
    cellules = [
        cellule(
            largeur,
            *(
                (_CHIFFRE.poser(cles[i].valeur), _ETIQUETTE.poser(cles[i].libelle), _PETIT.poser(cles[i].source))
                if i < len(cles)
                else (vide("FNEValeur"),)
            ),
            marges={"top": 2.0},
        )
        for i in range(3)
    ]
    return tableau(
        "FNEChiffresCles",
        [largeur] * 3,
        rangee(*cellules),
        nom="Chiffres clés du territoire",
        description="Valeur, objet et source de chaque chiffre.",
    )


def _grille(t: Tableau) -> Grille:
    """Widths by number of columns: figures take what they need, the rest is shared by the texts."""
    textes = len(t.entetes) - t.chiffres
    if t.chiffres == 1 and textes > 1:
        valeur = 28.0
        poids = {2: (95.0, 42.0), 3: (62.0, 38.0, 37.0), 4: (46.0, 32.0, 22.0, 37.0)}[textes]
        return Grille((*poids, valeur), chiffres=1)
    figure = min(38.0, 110.0 / t.chiffres)
    return Grille((LARGEUR_PORTRAIT - figure * t.chiffres, *(figure for _ in range(t.chiffres))), chiffres=t.chiffres)


def _avec_barres(theme: section.Theme) -> Element:
    """Territory · figure · bar · other figures; totals below, without a bar."""
    t = theme.tableau
    largeur_barre = LARGEUR_PORTRAIT - _TERRITOIRE - _FIGURE * t.chiffres
    largeurs = (_TERRITOIRE, _FIGURE, largeur_barre, *(_FIGURE for _ in range(t.chiffres - 1)))
    table = tableau(
        "FNETableau",
        largeurs,
        _rangee(largeurs, "FNETete", bord="bottom", entete=True).poser(*t.entetes),
        nom=t.nom,
        description=t.description,
        donnees=True,
    )
    for rang, (ligne, part) in enumerate(zip(t.lignes, theme.barres, strict=True)):
        en_avant = rang == theme.en_avant
        element = _rangee(largeurs, "FNECellule", gras=en_avant).poser(*ligne)
        barre = element[_RANG_BARRE][-1]
        if part:
            barre.addprevious(_barre(largeur_barre, part, PETROLE if en_avant else MOYEN))
            element[_RANG_BARRE].remove(barre)
        table.append(element)
    for total in t.totaux:
        table.append(_rangee(largeurs, "FNECellule", gras=True, bord="top").poser(*total))
    for rangee_ in table.iterchildren("{*}tr"):
        if rangee_.getnext() is not None:
            lier(rangee_)
    return table


_RANG_BARRE = 3  # after the properties of the row, the territory and its figure


@cache
def _rangee(
    largeurs: tuple[float, ...], style: str, *, gras: bool = False, bord: str | None = None, entete: bool = False
) -> Modele:
    """A row whose third cell is left to the bar: every other cell is a slot."""
    cellules = []
    for i, largeur in enumerate(largeurs):
        suite = run("") if i == 2 else run(rpr=[w("b")] if gras else ())
        cellules.append(
            cellule(
                largeur,
                paragraphe(style, suite, ppr=[w("jc", val="right")] if i not in {0, 2} else ()),
                bords=[trait(bord, PETROLE, 0.75)] if bord else (),
                marges={"right": 0.0} if i == 2 else marge_de_fin(i, len(largeurs)),
            )
        )
    return Modele(rangee(*cellules, entete=entete))


def _barre(largeur: float, part: float, couleur: str) -> Element:
    """A shaded paragraph, its right indent leaving the share of the longest bar."""
    utile = min(largeur - 3.5, _BARRE_MAX)
    return vide(
        "FNEBarre",
        w("shd", val="clear", color="auto", fill=couleur),
        w("spacing", before=pt(3), line=pt(7), lineRule="exact"),
        w("ind", left=0, right=mm(largeur - utile * part)),
    )
