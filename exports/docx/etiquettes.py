"""« Label over value », four to a row: the identity of a roadmap or of a fiche action."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from exports.docx.ooxml import Element, Modele, paragraphe, run, style_de_run, w
from exports.docx.tableaux import cellule, grille, legender, marges_de_bord, proprietes_de_tableau, rangee, vide
from exports.sections.modele import A_DESIGNER, Rubrique

Case = Sequence[Rubrique]  # values that share the label of the first

_FORTE = Modele(paragraphe("FNEValeur", run(rpr=[style_de_run("FNEFort")])))
_ABSENTE = Modele(paragraphe("FNEValeur", run(rpr=[style_de_run("FNEAbsent")])))
_VALEUR = Modele(paragraphe("FNEValeur"))


def etiquettes(
    cases: Sequence[Case], largeurs: tuple[float, ...], nom: str, description: str, *, forte: bool = False
) -> Element:
    """A layout table read left to right, top to bottom; ``forte`` sets the values of the first case in bold."""
    table = _table(largeurs).poser()
    legender(table, nom, description)
    pas = len(largeurs)
    for debut in range(0, len(cases), pas):
        presentes = cases[debut : debut + pas]
        ligne = _rangee(largeurs, len(presentes)).poser(*(case[0].libelle for case in presentes))
        for rang, case in enumerate(presentes):
            ligne[rang + 1].extend(_valeurs(case, forte=forte and debut + rang == 0))
        table.append(ligne)
    return table


def _valeurs(case: Case, *, forte: bool) -> list[Element]:
    valeurs = []
    for rubrique in case:
        modele = _FORTE if forte else _VALEUR
        valeurs.append((_ABSENTE if rubrique.texte == A_DESIGNER else modele).poser(rubrique.texte))
        if rubrique.detail:
            valeurs.append(_VALEUR.poser(rubrique.detail))
    return valeurs


@cache
def _table(largeurs: tuple[float, ...]) -> Modele:
    proprietes = proprietes_de_tableau("FNEEtiquettes", "", "", sum(largeurs))
    return Modele(w("tbl", proprietes, grille(largeurs)))


@cache
def _rangee(largeurs: tuple[float, ...], remplies: int) -> Modele:
    """Cells with their label slot; those left over hold the empty paragraph every cell needs."""
    cellules = [
        cellule(
            largeur,
            paragraphe("FNEEtiquette") if i < remplies else vide("FNEValeur"),
            marges=marges_de_bord(i, i, len(largeurs)),
        )
        for i, largeur in enumerate(largeurs)
    ]
    return Modele(rangee(*cellules))
