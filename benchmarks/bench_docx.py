"""DOCX of a roadmap of 131 fiches: against zipping its finished parts only, and against the usual python-docx way.

All figures of one line are taken in the same run, one after the other, and the best of several is kept: on a busy
machine only ratios mean something.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from itertools import islice

import docx
from lxml import etree

from benchmarks.donnees import feuille_de_route
from exports.docx import preparer_gabarit, rendre_feuille_de_route, rendre_parties, zipper

TITRE = "DOCX d’une feuille de route de 131 fiches"
_EMPREINTE = "0123456789abcdef" * 4
_FOIS = 9
_LIGNES_NAIVES = 60  # the usual way is quadratic in the rows of a table: the summary is cut here, in its favour
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"

Grille = list[list[str]]


def mesurer() -> list[tuple[str, str]]:
    """Lines of (what, figure) in French."""
    preparer_gabarit.cache_clear()
    gabarit = _chronometrer(preparer_gabarit)
    doc, dix_fois = feuille_de_route(), feuille_de_route(10)
    parties = rendre_parties(doc, _EMPREINTE)
    rendu, zip_seul = _meilleurs(lambda: rendre_feuille_de_route(doc, _EMPREINTE), lambda: zipper(parties))
    rendu_x10 = min(_chronometrer(lambda: rendre_feuille_de_route(dix_fois, _EMPREINTE)) for _ in range(3))
    grilles = tableaux(dict(parties)["word/document.xml"])
    naif = _chronometrer(lambda: tableaux_naifs(grilles))
    return [
        ("gabarit de styles, préparé une fois", _ms(gabarit)),
        ("compression seule des parties finies", _ms(zip_seul)),
        (
            "rendu complet, compression comprise",
            f"{_ms(rendu)}, soit {rendu / zip_seul:.1f} × la compression seule (≤ 8)",
        ),
        (
            f"mêmes tableaux par add_table et cell(i, j), récapitulatif coupé à {_LIGNES_NAIVES} lignes",
            f"{_ms(naif)}, soit {naif / rendu:.0f} × le rendu complet (≥ 20)",
        ),
        (
            "rendu de 1 310 fiches",
            f"{_ms(rendu_x10)}, soit {rendu_x10 / rendu:.1f} × celui de 131 (linéaire\u00a0: 10)",
        ),
    ]


def tableaux(document: bytes) -> list[Grille]:
    """Texts of every table of the body, cell by cell; a merged cell stands in its first column."""
    return [_grille(table) for table in etree.fromstring(document)[0].iterchildren(f"{_W}tbl")]


def tableaux_naifs(grilles: list[Grille]) -> docx.document.Document:
    """The same tables as one would write them first with python-docx."""
    document = docx.Document()
    for grille in grilles:
        lignes = list(islice(grille, _LIGNES_NAIVES))
        table = document.add_table(len(lignes), len(lignes[0]))
        for i, ligne in enumerate(lignes):
            for j, texte in enumerate(ligne):
                table.cell(i, j).text = texte
        document.add_paragraph()
    return document


def _grille(table: etree._Element) -> Grille:
    colonnes = len(list(table.iter(f"{_W}gridCol")))
    grille = []
    for ligne in table.iterchildren(f"{_W}tr"):
        textes: list[str] = []
        for cellule in ligne.iterchildren(f"{_W}tc"):
            etendue = cellule.find(f"{_W}tcPr/{_W}gridSpan")
            textes.append("".join(t.text or "" for t in cellule.iter(f"{_W}t")))
            textes += [""] * (int(etendue.get(f"{_W}val", "1")) - 1 if etendue is not None else 0)
        grille.append((textes + [""] * colonnes)[:colonnes])
    return grille


def _meilleurs(*actions: Callable[[], object]) -> list[float]:
    """Best time of each, the actions taking turns."""
    tours = [[_chronometrer(action) for action in actions] for _ in range(_FOIS)]
    return [min(temps) for temps in zip(*tours, strict=True)]


def _chronometrer(action: Callable[[], object]) -> float:
    debut = time.perf_counter()
    action()
    return time.perf_counter() - debut


def _ms(secondes: float) -> str:
    return f"{secondes * 1000:.0f} ms"


def main() -> None:
    """Print the measures."""
    for libelle, valeur in mesurer():
        print(f"{libelle}\u00a0: {valeur}")


if __name__ == "__main__":
    main()
