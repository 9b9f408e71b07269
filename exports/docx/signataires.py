"""Second page: who signs, the identity of the roadmap, the foreword."""

from __future__ import annotations

from collections.abc import Iterator

from exports.docx.etiquettes import etiquettes
from exports.docx.ooxml import Bloc
from exports.docx.tableaux import Grille, intervalle, tableau_de
from exports.docx.textes import CHAPO, EDITO, NORMAL, SOURCE
from exports.docx.titres import ANCRE_SIGNATAIRES, TITRE_1, TITRE_2, Signets
from exports.payloads import FeuilleDeRouteDoc
from exports.sections import signataires as section
from exports.sections.feuilles_de_route import chapo_signataires, titre_signataires

_LARGEURS = {
    2: (90.0, 75.0),
    3: (60.0, 45.0, 60.0),
    4: (52.0, 42.0, 36.0, 35.0),
    5: (42.0, 36.0, 30.0, 29.0, 28.0),
}
_INTERVALLE = intervalle(10)


def signataires(doc: FeuilleDeRouteDoc, signets: Signets) -> Iterator[Bloc]:
    """Heading, chapô, table of signatories, identity, foreword."""
    yield signets.titre(TITRE_1, ANCRE_SIGNATAIRES, titre_signataires(doc))
    yield CHAPO.avec(chapo_signataires(doc))
    tableau = section.signataires(doc)
    if tableau:
        yield tableau_de(tableau, Grille(_LARGEURS[len(tableau.entetes)]))
        if tableau.source:
            yield SOURCE.avec(tableau.source)
        else:
            yield _INTERVALLE.avec()
    elif doc.signataires_note:
        yield NORMAL.avec(doc.signataires_note)
    if doc.signataires:
        yield TITRE_2.avec("Repères")
    yield etiquettes(
        [[r] for r in section.carte(doc)], (60.0, 35.0, 35.0, 35.0), "Repères", "Porteurs, territoire, état, période."
    )
    if doc.avant_propos:
        yield TITRE_2.avec("Avant-propos")
        yield from EDITO.pieces(doc.avant_propos)
