"""« Label over value », four to a row: the identity of a roadmap or of a fiche action."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache

from exports.docx.cellules import cellule, rangee, tableau
from exports.docx.ooxml import Element, Modele, Piece, copies, paragraphe, run, style_de_run, vide
from exports.sections.modele import A_DESIGNER, Rubrique

Case = Sequence[Rubrique]  # values that share the label of the first
# Kinds of values: paragraph style, character style.
_GENRES = {
    "valeur": ("FNEValeur", None),
    "forte": ("FNEValeur", "FNEFort"),
    "absente": ("FNEValeur", "FNEAbsent"),
    "note": ("FNENote", None),
}


def etiquettes(
    cases: Sequence[Case], largeurs: tuple[float, ...], nom: str, description: str, *, forte: bool = False
) -> Piece:
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
            if rubrique.note:
                forme.append("note")
                textes.append(rubrique.note)
        formes.append(tuple(forme))
    return _table(largeurs, tuple(formes)).avec(nom, description, *textes)


@lru_cache(maxsize=256)
def _table(largeurs: tuple[float, ...], formes: tuple[tuple[str, ...], ...]) -> Modele:
    """The table for these cells, each with its kinds of values; the cells left over stay empty."""
    pas = len(largeurs)
    rangees = []
    for debut in range(0, len(formes), pas):
        presentes = formes[debut : debut + pas]
        completes = [*presentes, *((),) * (pas - len(presentes))]
        rangees.append(rangee(*copies(_case(largeur, f) for largeur, f in zip(largeurs, completes, strict=True))))
    return Modele(tableau("FNEEtiquettes", largeurs, *rangees))


@cache
def _case(largeur: float, forme: tuple[str, ...]) -> Element:
    """One cell: a label, then its values; or the empty paragraph every cell needs."""
    if not forme:
        return cellule(largeur, vide("FNEValeur"))
    genres = [_GENRES[genre] for genre in forme]
    valeurs = [paragraphe(style, run(rpr=[style_de_run(s)] if s else ())) for style, s in genres]
    return cellule(largeur, paragraphe("FNEEtiquette"), *valeurs)
