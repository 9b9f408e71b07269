"""An axis: surtitre, title, chapô, list of its fiches, then each fiche on a page of its own."""

from __future__ import annotations

from collections.abc import Iterator

from exports.docx.fiches import fiche as page_de_fiche
from exports.docx.ooxml import Bloc, Modele, paragraphe, pt, run, w
from exports.docx.tableaux import Grille, tableau_de
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


def axes(doc: FeuilleDeRouteDoc, signets: Signets) -> Iterator[Bloc]:
    """All axes in order. Axes without any fiche follow one another, and what comes before in a short document."""
    if not doc.axes:
        yield signets.titre(TITRE_1_A_LA_SUITE, ANCRE_AXES, plan.titre_sans_axe(doc))
        yield NORMAL.avec(plan.phrase_sans_axe(doc))
    vide_avant = plan.est_court(doc)
    for rang, axe in enumerate(doc.axes, 1):
        a_la_suite = vide_avant and not axe.fiches
        yield (_SURTITRE_A_LA_SUITE if a_la_suite else SURTITRE_EN_PAGE).avec(surtitre_axe(doc, axe))
        yield signets.titre(TITRE_AXE, ancre_axe(rang), titre_axe(axe))
        if axe.chapo:
            yield CHAPO.avec(axe.chapo)
        yield from _fiches(doc, axe, rang, signets) if axe.fiches else [NORMAL.avec(plan.phrase_sans_fiche(axe))]
        vide_avant = not axe.fiches


def _fiches(doc: FeuilleDeRouteDoc, axe: AxeDoc, rang_axe: int, signets: Signets) -> Iterator[Bloc]:
    tableau = liste(axe)
    yield TITRE_2.avec(titre_de_liste(axe.fiches))
    yield tableau_de(tableau, _FICHES)
    yield SOURCE.avec(tableau.source or "")
    for rang, fiche in enumerate(axe.fiches, 1):
        yield from page_de_fiche(doc, axe, fiche, signets, ancre_fiche(rang_axe, rang))
