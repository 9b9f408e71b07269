"""An axis: surtitre, title, chapô, list of its fiches, then each fiche on a page of its own."""

from __future__ import annotations

from collections.abc import Iterator

from exports.docx.fiches import fiche as page_de_fiche
from exports.docx.ooxml import Element, Modele, paragraphe, pt, run, w
from exports.docx.tableaux import Grille, poser_tableau
from exports.docx.textes import CHAPO, NORMAL, SOURCE
from exports.docx.titres import (
    ANCRE_AXES,
    SURTITRE_EN_PAGE,
    TITRE_1_A_LA_SUITE,
    TITRE_2,
    TITRE_AXE,
    Signets,
    ancre_axe,
    ancre_fiche,
)
from exports.payloads import AxeDoc, FeuilleDeRouteDoc
from exports.sections import plan
from exports.sections.feuilles_de_route import surtitre_axe, titre_axe
from exports.sections.fiches_action import liste, titre_de_liste

_FICHES = Grille((13.0, 78.0, 40.0, 34.0), gras=True)
_SURTITRE_A_LA_SUITE = Modele(paragraphe("FNESurtitre", run(), ppr=[w("spacing", before=pt(22))]))


def axes(doc: FeuilleDeRouteDoc, signets: Signets) -> Iterator[Element]:
    """All axes in order. Axes without any fiche follow one another, and what comes before in a short document."""
    if not doc.axes:
        yield signets.poser(TITRE_1_A_LA_SUITE.poser(plan.titre_sans_axe(doc)), ANCRE_AXES)
        yield NORMAL.poser(plan.phrase_sans_axe(doc))
    vide_avant = plan.est_court(doc)
    for rang, axe in enumerate(doc.axes, 1):
        a_la_suite = vide_avant and not axe.fiches
        yield (_SURTITRE_A_LA_SUITE if a_la_suite else SURTITRE_EN_PAGE).poser(surtitre_axe(doc, axe))
        yield signets.poser(TITRE_AXE.poser(titre_axe(axe)), ancre_axe(rang))
        if axe.chapo:
            yield CHAPO.poser(axe.chapo)
        yield from _fiches(doc, axe, rang, signets) if axe.fiches else [NORMAL.poser(plan.phrase_sans_fiche(axe))]
        vide_avant = not axe.fiches


def _fiches(doc: FeuilleDeRouteDoc, axe: AxeDoc, rang_axe: int, signets: Signets) -> Iterator[Element]:
    tableau = liste(axe)
    yield TITRE_2.poser(titre_de_liste(axe.fiches))
    yield poser_tableau(tableau, _FICHES)
    yield SOURCE.poser(tableau.source or "")
    for rang, fiche in enumerate(axe.fiches, 1):
        yield from page_de_fiche(doc, axe, fiche, signets, ancre_fiche(rang_axe, rang))
