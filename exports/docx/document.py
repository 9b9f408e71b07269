"""The whole document: sections in order, then the parts, then the zip."""

from __future__ import annotations

from copy import deepcopy

from lxml import etree

from exports.docx.axes import axes
from exports.docx.couverture import couverture
from exports.docx.diagnostic import diagnostic
from exports.docx.entetes import rendre_entetes
from exports.docx.gouvernance import gouvernance
from exports.docx.ooxml import TBL, Element, Modele, paragraphe, run, w
from exports.docx.paquet import zipper
from exports.docx.proprietes import rendre_proprietes
from exports.docx.recapitulatif import recapitulatif
from exports.docx.shell import DOCUMENT, PROPRIETES, Gabarit, PageDeGabarit, document_vide, preparer_gabarit
from exports.docx.signataires import signataires
from exports.docx.signatures import signatures
from exports.docx.sommaire import sommaire
from exports.docx.tableaux import lier
from exports.docx.titres import Signets
from exports.payloads import FeuilleDeRouteDoc
from exports.sections.feuilles_de_route import nombre_de_fiches
from exports.sections.plan import a_une_gouvernance
from exports.sections.textes import preparer

_FIN_DE_SECTION = Modele(
    paragraphe("FNEIntervalle", run(""), ppr=[w("spacing", before=0, after=0, line=20, lineRule="exact")])
)


def rendre_feuille_de_route(doc: FeuilleDeRouteDoc, empreinte: str) -> bytes:
    """The DOCX of a roadmap at one version. ``empreinte``: SHA-256, in hexadecimal, of its stored content.

    The same arguments give the same bytes, on any day and in any process.
    """
    return zipper(rendre_parties(doc, empreinte))


def rendre_parties(doc: FeuilleDeRouteDoc, empreinte: str) -> list[tuple[str, bytes]]:
    """Names and contents of the parts, in the order of the archive."""
    gabarit = preparer_gabarit()
    pret = preparer(doc)
    rendues = {
        DOCUMENT: _octets(rendre_document(pret, empreinte, gabarit)),
        PROPRIETES: rendre_proprietes(pret, gabarit),
        **rendre_entetes(pret, empreinte, gabarit),
    }
    return [(nom, rendues[nom] if contenu is None else contenu) for nom, contenu in gabarit.parties]


def rendre_document(doc: FeuilleDeRouteDoc, empreinte: str, gabarit: Gabarit) -> Element:
    """The ``w:document`` of a prepared payload."""
    racine, corps = document_vide()
    signets = Signets()
    corps.extend(couverture(doc, empreinte, gabarit))
    corps.extend(signataires(doc, signets))
    corps.extend(sommaire(doc, signets))
    if a_une_gouvernance(doc):
        corps.extend(gouvernance(doc, signets))
    if doc.diagnostic:
        corps.extend(diagnostic(doc, signets))
    corps.extend(axes(doc, signets))
    if nombre_de_fiches(doc):
        _fermer_section(corps, gabarit.portrait)
        corps.extend(recapitulatif(doc, signets))
        _fermer_section(corps, gabarit.paysage)
    corps.extend(signatures(doc, empreinte, signets))
    corps.append(deepcopy(gabarit.portrait.sectpr))
    return racine


def _fermer_section(corps: Element, page: PageDeGabarit) -> None:
    """A paragraph one point high that closes a section; it holds to the last row, or could open a page of its own."""
    dernier = corps[-1]
    lier(dernier[-1] if dernier.tag == TBL else dernier)
    fin = _FIN_DE_SECTION.poser()
    fin[0].append(deepcopy(page.sectpr))
    corps.append(fin)


def _octets(racine: Element) -> bytes:
    return etree.tostring(racine, xml_declaration=True, encoding="UTF-8", standalone=True)
