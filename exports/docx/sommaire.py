"""The contents: ordinary paragraphs, each a link to a bookmark, its page number a nested PAGEREF left empty.

No TOC field: LibreOffice freezes one at its cached text. Without it LibreOffice computes every number, and Word shows
the lines at once, their numbers at the first update of fields (F9). Every run carries the character style, or only the
number would link.
"""

from __future__ import annotations

from collections.abc import Iterator

from exports.docx.ooxml import (
    VARIABLE,
    Bloc,
    Element,
    Modele,
    Piece,
    champ,
    copies,
    lier,
    run,
    style_de_run,
    tabulation,
    texte,
    w,
)
from exports.docx.textes import SOURCE
from exports.docx.titres import (
    ANCRE_AXES,
    ANCRE_DIAGNOSTIC,
    ANCRE_GOUVERNANCE,
    ANCRE_RECAPITULATIF,
    ANCRE_SIGNATAIRES,
    ANCRE_SIGNATURES,
    ANCRE_SOMMAIRE,
    TITRE_1,
    TITRE_1_A_LA_SUITE,
    Signets,
    ancre_axe,
    ancre_fiche,
)
from exports.payloads import FeuilleDeRouteDoc
from exports.sections import plan
from exports.sections.feuilles_de_route import intitule_axe, nombre_de_fiches, non_publie, titre_signataires

# The right indent must stay 0: no-break spaces keep a long title away from its page number.
_DISTANCE = "\u00a0" * 10


def _ligne(style: str, *debut: Element) -> Modele:
    """Slots: bookmark, texts, code of the field."""
    lien = [style_de_run("FNELien")]
    suites = [*debut, run(texte(), tabulation(), rpr=copies(lien)), *champ(None, resultat="", rpr=lien)]
    return Modele(w("p", w("pPr", w("pStyle", val=style)), w("hyperlink", *suites, anchor=VARIABLE, history=1)))


NIVEAU_1 = _ligne("TOC1")
NIVEAU_2 = _ligne("TOC2", run(texte(), tabulation(), rpr=[style_de_run("FNELien")]))


def sommaire(doc: FeuilleDeRouteDoc, signets: Signets) -> Iterator[Bloc]:
    """Heading, one line per section, axis and fiche, then what is not published."""
    titre = TITRE_1_A_LA_SUITE if plan.est_court(doc) else TITRE_1
    yield signets.titre(titre, ANCRE_SOMMAIRE, "Sommaire")
    yield vers(NIVEAU_1, ANCRE_SIGNATAIRES, titre_signataires(doc))
    if plan.a_une_gouvernance(doc):
        yield vers(NIVEAU_1, ANCRE_GOUVERNANCE, plan.GOUVERNANCE)
    if doc.diagnostic:
        yield vers(NIVEAU_1, ANCRE_DIAGNOSTIC, plan.DIAGNOSTIC)
    yield from _axes(doc)
    fiches = nombre_de_fiches(doc)
    if fiches:
        yield vers(NIVEAU_1, ANCRE_RECAPITULATIF, plan.RECAPITULATIF)
    yield lier(vers(NIVEAU_1, ANCRE_SIGNATURES, plan.titre_signatures(doc)))
    phrases = filter(None, (plan.phrase_du_sommaire(doc), non_publie(doc)))
    yield SOURCE.avec(" ".join(phrases))


def _axes(doc: FeuilleDeRouteDoc) -> Iterator[Bloc]:
    if not doc.axes:
        yield vers(NIVEAU_1, ANCRE_AXES, plan.titre_sans_axe(doc))
    for rang_axe, axe in enumerate(doc.axes, 1):
        yield vers(NIVEAU_1, ancre_axe(rang_axe), intitule_axe(doc, axe))
        for rang, fiche in enumerate(axe.fiches, 1):
            yield vers(NIVEAU_2, ancre_fiche(rang_axe, rang), fiche.numero, fiche.titre)


def vers(modele: Modele, ancre: str, *textes: str) -> Piece:
    """One line that leads to a bookmark; its last text stands before the page number."""
    *avant, titre = textes
    return modele.avec(ancre, *avant, titre + _DISTANCE, f" PAGEREF {ancre} \\h ")
