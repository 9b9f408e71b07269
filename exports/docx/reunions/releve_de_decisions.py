"""The decisions of a meeting: one sentence of totals, the register, what is carried over, what comes next."""

from __future__ import annotations

from collections.abc import Iterator

from exports.docx.ooxml import Bloc
from exports.docx.reunions.page import Fichier, ecrire, phrases, prochaines, titre
from exports.docx.reunions.registre import registre
from exports.docx.textes import CHAPO
from exports.docx.titres import ANCRE_DECISIONS, Signets
from exports.formats import date_longue
from exports.payloads import ReunionDoc
from exports.sections.reunions import identite
from exports.sections.reunions.decisions import bilan
from exports.sections.reunions.points import reports
from exports.sections.textes import preparer

NOM = "Relevé de décisions"


def rendre_releve_de_decisions(doc: ReunionDoc) -> bytes:
    """The DOCX of its decisions, their follow-up as of ``doc.arrete_au``."""
    r = preparer(doc)
    fichier = Fichier(
        identite.titre_de_fichier(NOM, identite.titre(r), exemple=r.exemple),
        identite.titre_courant(r),
        identite.pied_de(r, f"relevé de décisions, édité le {date_longue(r.arrete_au)}"),
    )
    return ecrire(r, fichier, _blocs(r))


def _blocs(r: ReunionDoc) -> Iterator[Bloc]:
    yield from titre(NOM, identite.titre(r), Signets(), ANCRE_DECISIONS)
    yield CHAPO.avec(bilan(r.toutes_les_decisions, r.arrete_au))
    yield from registre(r.toutes_les_decisions)
    yield from phrases("Reports", reports(r))
    yield from prochaines(r.prochaines)
