"""« Label over value », four to a row: the identity of a roadmap or of a fiche action."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from exports.docx.ooxml import Element, Modele, copies, paragraphe, run, style_de_run, w
from exports.docx.tableaux import cellule, grille, legender, marges_de_bord, proprietes_de_tableau, rangee, vide
from exports.sections.modele import A_DESIGNER, Rubrique

Case = Sequence[Rubrique]  # values that share the label of the first
_SUITE = {
    "valeur": (),
    "forte": (style_de_run("FNEFort"),),
    "absente": (style_de_run("FNEAbsent"),),
}


def etiquettes(
    cases: Sequence[Case], largeurs: tuple[float, ...], nom: str, description: str, *, forte: bool = False
) -> Element:
    """A layout table read left to right, top to bottom; ``forte`` sets the values of the first case in bold."""
    formes: list[tuple[str, ...]] = []
    textes: list[str] = []
    for rang, case in enumerate(cases):
        forme = []
        textes.append(case[0].libelle)
        for rubrique in case:
            forme.append("absente" if rubrique.texte == A_DESIGNER else "forte" if forte and not rang else "valeur")
            textes.append(rubrique.texte)
            if rubrique.detail:
                forme.append("valeur")
                textes.append(rubrique.detail)
        formes.append(tuple(forme))
    table = _table(largeurs, tuple(formes)).poser(*textes)
    legender(table, nom, description)
    return table


@lru_cache(maxsize=256)
def _table(largeurs: tuple[float, ...], formes: tuple[tuple[str, ...], ...]) -> Modele:
    """The table for this number of cells, each with this kind of values; those left over stay empty."""
    pas = len(largeurs)
    rangees = []
    for debut in range(0, len(formes), pas):
        presentes = formes[debut : debut + pas]
        cellules = [
            cellule(
                largeur,
                *(_contenu(presentes[i]) if i < len(presentes) else [vide("FNEValeur")]),
                marges=marges_de_bord(i, i, pas),
            )
            for i, largeur in enumerate(largeurs)
        ]
        rangees.append(rangee(*cellules))
    proprietes = proprietes_de_tableau("FNEEtiquettes", "", "", sum(largeurs))
    return Modele(w("tbl", proprietes, grille(largeurs), *rangees))


def _contenu(forme: tuple[str, ...]) -> list[Element]:
    valeurs = [paragraphe("FNEValeur", run(rpr=copies(_SUITE[genre]))) for genre in forme]
    return [paragraphe("FNEEtiquette"), *valeurs]
