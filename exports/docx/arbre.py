"""The tree of bodies as a layout table: boxes are bordered cells, connectors are borders of the cells between them.

Each leaf takes four columns (gutter, half, half, gutter), so that the middle of any box falls on the edge of a column.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from exports.docx.cellules import cellule, rangee, tableau
from exports.docx.charte import BLANC, GRIS, LARGEUR_PORTRAIT, MOYEN, PETROLE, TEINTE, trait
from exports.docx.ooxml import Element, Modele, paragraphe, pt, run, vide, w
from exports.sections.gouvernance import Boite

_GOUTTIERE, _LARGEUR_MAX = 1.5, 98.0
_HAUTEUR_CONNECTEUR = 4.5


@dataclass(frozen=True, slots=True)
class _Case:
    """Grid columns ``debut`` to ``fin`` (excluded) of one row: kind of box or connector, texts."""

    debut: int
    fin: int
    genre: str = "vide"
    textes: tuple[str, ...] = ()


def poser_arbre(boites: Sequence[Boite]) -> Element:
    """All levels, from the roots down."""
    feuilles = max(b.fin for b in boites)
    total = LARGEUR_PORTRAIT + 2 * _GOUTTIERE  # outer gutters hang out: outer boxes stand on the margins
    largeur = total / feuilles
    gouttiere = max(_GOUTTIERE, (largeur - _LARGEUR_MAX) / 2)
    demi = largeur / 2 - gouttiere
    largeurs = [gouttiere, demi, demi, gouttiere] * feuilles
    table = tableau(
        "FNEMiseEnPage",
        largeurs,
        nom="Arbre des instances",
        description="Chaque instance est au-dessus de celles qu’elle réunit. Le tableau qui suit reprend les mêmes.",
        retrait=-_GOUTTIERE,
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
    feuille = b.groupe or (b.niveau > 1 and not b.sous)
    genre = "racine" if b.niveau == 0 else "groupe" if b.groupe else "feuille" if feuille else "intermediaire"
    return _Case(milieu - pas, milieu + pas, genre, (b.nom, b.detail) if b.detail else (b.nom,))


def _descentes(parents: Iterable[Boite]) -> list[_Case]:
    """A vertical line under the middle of each parent: the right edge of an empty cell."""
    return [_Case(_milieu(b) - 1, _milieu(b), "descente") for b in parents]


def _barres(parents: Iterable[Boite]) -> list[_Case]:
    """Under a parent: a rule with the caption of its children, or a rule and a line down to each child."""
    cases = []
    for b in parents:
        if b.legende:
            cases.append(_Case(4 * b.debut + 1, 4 * b.fin - 1, "legende", (b.legende,)))
            continue
        milieux = [_milieu(s) for s in b.sous]
        cases.append(_Case(milieux[0] - 1, milieux[0], "descente"))
        cases.extend(_Case(gauche, droite, "coude") for gauche, droite in pairwise(milieux))
    return cases


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
    modele = _modele(case.genre, len(case.textes), case.fin - case.debut, sum(largeurs[case.debut : case.fin]))
    return modele.poser(*case.textes)


@dataclass(frozen=True, slots=True)
class _Aspect:
    """Borders as (sides, colour), fill, then size and colour of the name and colour of the detail."""

    cotes: tuple[str, ...] = ()
    trait: str = PETROLE
    fond: str | None = None
    taille: int = 19
    gras: bool = False
    encre: str | None = None
    gris: str = GRIS


_TOUR = ("top", "left", "bottom", "right")
_ASPECTS = {
    "vide": _Aspect(),
    "descente": _Aspect(("right",)),
    "coude": _Aspect(("top", "right")),
    "legende": _Aspect(("top",), taille=18),
    "racine": _Aspect(_TOUR, fond=PETROLE, taille=21, gras=True, encre=BLANC, gris=BLANC),
    "intermediaire": _Aspect(_TOUR, fond=TEINTE, taille=21, gras=True),
    "feuille": _Aspect(_TOUR, MOYEN, gras=True),
    "groupe": _Aspect(_TOUR, MOYEN),
}


@lru_cache(maxsize=256)
def _modele(genre: str, textes: int, etendue: int, largeur: float) -> Modele:
    """A prepared cell of this kind and width."""
    a = _ASPECTS[genre]
    marge = 1.2 if textes else 0.0
    if genre == "legende":
        marge = 0.8
    nom = [w("sz", val=a.taille), *([w("color", val=a.encre)] if a.encre else []), *([w("b")] if a.gras else [])]
    detail = [w("sz", val=18), w("color", val=a.gris)]
    lignes = [
        paragraphe("FNECellule", run(rpr=rpr), ppr=[w("keepNext"), w("jc", val="center")])
        for rpr in (nom, detail)[:textes]
    ]
    return Modele(
        cellule(
            largeur,
            *(lignes or [vide("FNEIntervalle", w("keepNext"), w("spacing", line=pt(2), lineRule="exact"))]),
            etendue=etendue,
            bords=[trait(cote, a.trait, 0.75) for cote in a.cotes],
            fond=a.fond,
            marges={"top": marge, "left": 1.0, "bottom": marge, "right": 1.0}
            if textes
            else {"top": 0.0, "bottom": 0.0},
            vertical="center",
        )
    )
