"""The whole document: sections in order, then the parts, then the zip."""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy
from itertools import chain

from exports.docx.assemblage import assembler, clore
from exports.docx.axes import axes
from exports.docx.couverture import couverture
from exports.docx.diagnostic import diagnostic
from exports.docx.entetes import rendre_entetes
from exports.docx.gouvernance import gouvernance
from exports.docx.ooxml import Bloc
from exports.docx.paquet import zipper
from exports.docx.proprietes import rendre_proprietes
from exports.docx.recapitulatif import recapitulatif
from exports.docx.shell import Gabarit, preparer_gabarit
from exports.docx.signataires import signataires
from exports.docx.signatures import signatures
from exports.docx.sommaire import sommaire
from exports.docx.titres import Signets
from exports.payloads import FeuilleDeRouteDoc
from exports.sections.feuilles_de_route import nombre_de_fiches, titre_du_document
from exports.sections.plan import a_une_gouvernance
from exports.sections.textes import preparer


def rendre_feuille_de_route(doc: FeuilleDeRouteDoc, empreinte: str) -> bytes:
    """The DOCX of a roadmap at one version. ``empreinte``: SHA-256, in hexadecimal, of its stored content.

    The same arguments give the same bytes, on any day and in any process.
    """
    return zipper(rendre_parties(doc, empreinte))


def rendre_parties(doc: FeuilleDeRouteDoc, empreinte: str) -> list[tuple[str, bytes]]:
    """Names and contents of the parts, in the order of the archive."""
    gabarit = preparer_gabarit()
    pret = preparer(doc)
    return assembler(
        gabarit,
        blocs(pret, empreinte, gabarit),
        rendre_proprietes(gabarit, titre_du_document(pret), pret.reference, pret.porteurs, pret.arrete_au),
        rendre_entetes(pret, empreinte, gabarit),
    )


def blocs(doc: FeuilleDeRouteDoc, empreinte: str, gabarit: Gabarit) -> Iterator[Bloc]:
    """Every block of the body of a prepared payload, in order."""
    signets = Signets()
    yield from couverture(doc, empreinte, gabarit)
    courant = chain(
        signataires(doc, signets),
        sommaire(doc, signets),
        gouvernance(doc, signets) if a_une_gouvernance(doc) else (),
        diagnostic(doc, signets) if doc.diagnostic else (),
        axes(doc, signets),
    )
    if nombre_de_fiches(doc):
        yield from clore(courant, gabarit.pages["portrait"])
        yield from clore(recapitulatif(doc, signets), gabarit.pages["paysage"])
    else:
        yield from courant
    yield from signatures(doc, empreinte, signets)
    yield deepcopy(gabarit.pages["portrait"].sectpr)
