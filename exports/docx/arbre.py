"""The tree of bodies as a layout table: boxes are bordered cells, connectors are borders of the cells between them.

Each leaf takes four columns (gutter, half, half, gutter), so that the middle of any box falls on the edge of a column.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from exports.docx.ooxml import Element, Modele, paragraphe, pt, run, w
from exports.docx.styles import BLANC, GRIS, LARGEUR_PORTRAIT, MOYEN, PETROLE, TEINTE, trait
from exports.docx.tableaux import cellule, grille, proprietes_de_tableau, rangee
from exports.sections.gouvernance import Boite

_GOUTTIERE, _LARGEUR_MAX = 1.5, 98.0
_HAUTEUR_CONNECTEUR = 4.5


@dataclass(slots=True)
class _Case:
    """Grid columns ``debut`` to ``fin`` (excluded) of one row."""

    debut: int
    fin: int
    contenu: list[Element] = field(default_factory=list)
    bords: list[Element] = field(default_factory=list)
    fond: str | None = None


def poser_arbre(boites: Sequence[Boite]) -> Element:
    """All levels, from the roots down."""
    feuilles = max(b.fin for b in boites)
    total = LARGEUR_PORTRAIT + 2 * _GOUTTIERE  # outer gutters hang out: outer boxes stand on the margins
    largeur = total / feuilles
    gouttiere = max(_GOUTTIERE, (largeur - _LARGEUR_MAX) / 2)
    demi = largeur / 2 - gouttiere
    largeurs = [gouttiere, demi, demi, gouttiere] * feuilles
    table = w(
        "tbl",
        proprietes_de_tableau(
            "FNEMiseEnPage",
            "Arbre des instances",
            "Chaque instance est au-dessus de celles qu’elle réunit. Le tableau qui suit reprend les mêmes instances.",
            total,
            retrait=-_GOUTTIERE,
        ),
        grille(largeurs),
    )
    niveau = list(boites)
    while niveau:
        table.append(_rangee((_boite(b, largeurs) for b in niveau), largeurs))
        parents = [b for b in niveau if b.sous]
        if parents:
            table.append(_rangee(_descentes(parents), largeurs, hauteur=_HAUTEUR_CONNECTEUR))
        if any(len(b.sous) > 1 for b in parents):
            legendes = any(b.legende for b in parents)
            table.append(_rangee(_barres(parents), largeurs, hauteur=None if legendes else _HAUTEUR_CONNECTEUR))
        niveau = [s for b in niveau for s in b.sous]
    return table


def _milieu(b: Boite) -> int:
    """The column edge under the middle of a box."""
    return 2 * (b.debut + b.fin)


def _boite(b: Boite, largeurs: Sequence[float]) -> _Case:
    """The widest box around its middle that stays in its span and under the widest width."""
    milieu, pas, demi = _milieu(b), 1, 0.0
    limite = 2 * (b.fin - b.debut) - 1  # the outer gutters of the span stay free
    for k in range(1, limite + 1):
        demi += largeurs[milieu + k - 1]
        if demi > _LARGEUR_MAX / 2 + 0.01:
            break
        pas = k
    if b.niveau == 0:
        fond, bord, encre, gris, taille = PETROLE, PETROLE, BLANC, BLANC, 21
    elif b.groupe or (b.niveau > 1 and not b.sous):
        fond, bord, encre, gris, taille = None, MOYEN, None, GRIS, 19
    else:
        fond, bord, encre, gris, taille = TEINTE, PETROLE, None, GRIS, 21
    nom = [w("sz", val=taille), *([w("color", val=encre)] if encre else []), *([] if b.groupe else [w("b")])]
    contenu = [Modele(paragraphe("FNECellule", run(rpr=nom), ppr=[w("jc", val="center")])).poser(b.nom)]
    if b.detail:
        detail = [w("sz", val=18), w("color", val=gris)]
        contenu.append(Modele(paragraphe("FNECellule", run(rpr=detail), ppr=[w("jc", val="center")])).poser(b.detail))
    cotes = [trait(cote, bord, 0.75) for cote in ("top", "left", "bottom", "right")]
    return _Case(milieu - pas, milieu + pas, contenu, cotes, fond)


def _descentes(parents: Iterable[Boite]) -> list[_Case]:
    """A vertical line under the middle of each parent: the right edge of an empty cell."""
    return [_Case(_milieu(b) - 1, _milieu(b), bords=[_filet("right")]) for b in parents]


def _barres(parents: Iterable[Boite]) -> list[_Case]:
    """Under a parent: a rule with the caption of its children, or a rule and a line down to each child."""
    cases = []
    for b in parents:
        if b.legende:
            texte = paragraphe(
                "FNECellule", run(rpr=[w("sz", val=18)]), ppr=[w("spacing", before=pt(1), after=pt(2)), w("jc", val="center")]
            )
            cases.append(_Case(4 * b.debut + 1, 4 * b.fin - 1, [Modele(texte).poser(b.legende)], [_filet("top")]))
            continue
        milieux = [_milieu(s) for s in b.sous]
        cases.append(_Case(milieux[0] - 1, milieux[0], bords=[_filet("right")]))
        cases.extend(
            _Case(gauche, droite, bords=[_filet("top"), _filet("right")])
            for gauche, droite in zip(milieux, milieux[1:], strict=False)
        )
    return cases


def _filet(cote: str) -> Element:
    return trait(cote, PETROLE, 0.75)


def _rangee(cases: Iterable[_Case], largeurs: Sequence[float], hauteur: float | None = None) -> Element:
    """Cells of one row, the free columns between them merged into empty cells."""
    cellules, colonne = [], 0
    for case in [*cases, _Case(len(largeurs), len(largeurs))]:
        if case.debut > colonne:
            cellules.append(_cellule(_Case(colonne, case.debut), largeurs, hauteur))
        if case.fin > case.debut:
            cellules.append(_cellule(case, largeurs, hauteur))
        colonne = case.fin
    return rangee(*cellules, hauteur=hauteur, exacte=hauteur is not None)


def _cellule(case: _Case, largeurs: Sequence[float], hauteur: float | None) -> Element:
    vide = paragraphe("FNEIntervalle", run(""), ppr=[w("keepNext"), w("spacing", line=pt(2), lineRule="exact")])
    etroite = hauteur is not None or not case.contenu
    cote = 0.0 if etroite else 1.0
    return cellule(
        sum(largeurs[case.debut : case.fin]),
        *(case.contenu or [vide]),
        etendue=case.fin - case.debut,
        bords=case.bords,
        fond=case.fond,
        marges={"top": 0.0 if etroite else 1.2, "left": cote, "bottom": 0.0 if etroite else 1.2, "right": cote},
        vertical="center",
    )
