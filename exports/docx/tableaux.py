"""The house table: petrol rules above and below, a hairline between rows, no vertical rule, text on the page margins.

Every row comes from a prepared one: ``add_table`` and ``cell(i, j)`` rebuild all cells at each call, which the bench
measures beside this.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import chain

from exports.docx.cellules import cellule, marge_de_fin, rangee, tableau as element_tableau
from exports.docx.charte import PETROLE, TEINTE, trait
from exports.docx.ooxml import Bloc, Element, LongTableau, Modele, copies, paragraphe, pt, run, style_de_run, vide, w
from exports.sections.modele import A_DESIGNER, NON_DOCUMENTE, Tableau

_ENTIER_JUSQU_A = 8  # rows; a longer table may break between any two
_EN_ITALIQUE = frozenset({A_DESIGNER, NON_DOCUMENTE})


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


@dataclass(frozen=True, slots=True)
class _Rang:
    """What a row is: kept with the next one, a total, which cells say that something is not known."""

    lie: bool
    total: bool = False
    penchees: tuple[int, ...] = ()


def tableau_de(t: Tableau, g: Grille) -> Bloc:
    """The whole table. Up to eight rows it stays in one piece; longer, its last row, total or source is never alone."""
    lignes = (*t.lignes, *t.totaux)
    court = len(lignes) <= _ENTIER_JUSQU_A
    premier_lie = 0 if court else len(t.lignes) - 2
    dernier_lie = len(lignes) - (1 if t.source else 2)
    rangs = [
        _Rang(premier_lie <= i <= dernier_lie, i >= len(t.lignes), _penchees(ligne)) for i, ligne in enumerate(lignes)
    ]
    vides = tuple(not e for e in t.entetes)
    titres = (t.nom, t.description, *(e for e in t.entetes if e))
    if court:
        return _modele(g, vides, tuple(rangs)).avec(*titres, *chain.from_iterable(lignes))
    table = _modele(g, vides, ()).poser(*titres)
    return LongTableau(table, [_rangee(g, rang).avec(*ligne) for rang, ligne in zip(rangs, lignes, strict=True)])


@lru_cache(maxsize=256)
def _modele(g: Grille, vides: tuple[bool, ...], rangs: tuple[_Rang, ...]) -> Modele:
    """A prepared table of these rows; ``vides`` tells which headers are empty."""
    corps = copies(_rangee(g, rang).element for rang in rangs)
    style = "FNETableauSerre" if g.serre else "FNETableau"
    return Modele(element_tableau(style, g.largeurs, _rangee_de_tete(g, vides), *corps, donnees=True))


def _rangee_de_tete(g: Grille, vides: tuple[bool, ...]) -> Element:
    """The header row; an empty header joins the one before it."""
    cellules = []
    debuts = [i for i, sans_titre in enumerate(vides) if not sans_titre or i == 0]
    for debut, fin in zip(debuts, [*debuts[1:], len(vides)], strict=True):
        cellules.append(
            cellule(
                sum(g.largeurs[debut:fin]),
                paragraphe("FNETete", run(), ppr=[w("jc", val="right")] if g.droite(debut) else ()),
                etendue=fin - debut,
                bords=[trait("bottom", PETROLE, 0.75)],
                marges=marge_de_fin(fin - 1, len(vides)) if g.chiffres else None,
            )
        )
    return rangee(*cellules, entete=True)


@cache
def _rangee(g: Grille, rang: _Rang) -> Modele:
    cellules = []
    for i, largeur in enumerate(g.largeurs):
        rpr = [style_de_run("FNEAbsent")] if i in rang.penchees else []
        if rang.total or (g.gras and i == 0):
            rpr.append(w("b"))
        ppr = [w("keepNext") if rang.lie else None, w("jc", val="right") if g.droite(i) else None]
        cellules.append(
            cellule(
                largeur,
                paragraphe("FNECellule", run(rpr=rpr), ppr=[p for p in ppr if p is not None]),
                bords=[trait("top", PETROLE, 0.75)] if rang.total else (),
                marges=marge_de_fin(i, len(g.largeurs)) if g.chiffres else None,
            )
        )
    return Modele(rangee(*cellules))


def _penchees(ligne: tuple[str, ...]) -> tuple[int, ...]:
    if _EN_ITALIQUE.isdisjoint(ligne):
        return ()
    return tuple(i for i, valeur in enumerate(ligne) if valeur in _EN_ITALIQUE)


def intervalle(points: float) -> Modele:
    """The thin paragraph that keeps two tables apart."""
    return Modele(vide("FNEIntervalle", w("spacing", line=pt(points), lineRule="exact")))


@cache
def modele_de_groupe(largeur: float, colonnes: int) -> Modele:
    """A group row over all columns: its title, and a discreet count behind it."""
    contenu = paragraphe("FNEGroupe", run(), run("\u2003"), run(rpr=[style_de_run("FNEDiscret")]))
    return Modele(rangee(cellule(largeur, contenu, etendue=colonnes, fond=TEINTE, marges={"left": 2.0})))
