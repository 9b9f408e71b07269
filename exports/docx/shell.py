"""The style shell: all of a DOCX that no content changes, made once by python-docx, then kept as prepared parts."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

import docx
from docx.document import Document
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.shared import Mm
from lxml import etree

from exports.docx.ecriture import W
from exports.docx.feuille_de_style import elements_de_numerotation, elements_de_styles
from exports.docx.ooxml import Element, w

DOCUMENT, PROPRIETES = "word/document.xml", "docProps/core.xml"
_MODE_COMPATIBILITE = 15  # below, LibreOffice shifts tables left by the padding of their cells
_GARDEES = {RT.STYLES, RT.SETTINGS, RT.NUMBERING, RT.OFFICE_DOCUMENT, RT.CORE_PROPERTIES, RT.HEADER, RT.FOOTER}
_MARGES = {"couverture": (18, 14), "portrait": (25, 21), "projet": (25, 21), "paysage": (24, 20)}
FEUILLE_DE_ROUTE = ("couverture", "portrait", "paysage")
REUNION, COMPILATION = ("portrait",), ("portrait", "projet")


@dataclass(frozen=True, slots=True)
class PageDeGabarit:
    """A kind of page: the properties that end its section, and the parts of its header and footer."""

    sectpr: Element
    entete: str
    pied: str


@dataclass(frozen=True, slots=True)
class Gabarit:
    """Prepared shell. ``parties`` keeps the order of the archive; None stands for a part made at each rendering."""

    parties: tuple[tuple[str, bytes | None], ...]
    pages: Mapping[str, PageDeGabarit]
    proprietes: Element


@cache
def preparer_gabarit(genres: tuple[str, ...] = FEUILLE_DE_ROUTE) -> Gabarit:
    """The shell with these kinds of pages, prepared at the first call and never changed afterwards: renderings only
    clone from it.
    """
    document = docx.Document()
    _alleger(document)
    _poser_styles(document)
    _poser_reglages(document)
    _poser_sections(document, genres)
    noms = {
        genre: (section.header.part.partname.lstrip("/"), section.footer.part.partname.lstrip("/"))
        for genre, section in zip(genres, document.sections, strict=True)
    }
    tampon = io.BytesIO()
    document.save(tampon)
    with zipfile.ZipFile(tampon) as archive:
        contenus = {nom: archive.read(nom) for nom in archive.namelist()}
    sectprs = list(etree.fromstring(contenus[DOCUMENT]).iter(f"{{{W}}}sectPr"))
    pages = {genre: PageDeGabarit(sectpr, *noms[genre]) for genre, sectpr in zip(genres, sectprs, strict=True)}
    variables = {DOCUMENT, PROPRIETES, *(nom for paire in noms.values() for nom in paire)}
    return Gabarit(
        parties=tuple((nom, None if nom in variables else octets) for nom, octets in contenus.items()),
        pages=pages,
        proprietes=etree.fromstring(contenus[PROPRIETES]),
    )


def _alleger(document: Document) -> None:
    """Drop what the default template brings and this house does not use: theme, thumbnail, statistics, custom data."""
    for relations in (document.part.rels, document.part.package.rels):
        for cle in [cle for cle, relation in relations.items() if relation.reltype not in _GARDEES]:
            relations.pop(cle)


def _poser_styles(document: Document) -> None:
    document.styles.element[:] = elements_de_styles()
    document.part.numbering_part.element[:] = elements_de_numerotation()


def _poser_reglages(document: Document) -> None:
    def reglage(nom: str, valeur: int) -> Element:
        return w("compatSetting", name=nom, uri="http://schemas.microsoft.com/office/word", val=valeur)

    document.settings.element[:] = [
        w("zoom", percent=100),
        w("defaultTabStop", val=709),
        w("autoHyphenation", val=0),
        w("characterSpacingControl", val="doNotCompress"),
        w(
            "compat",
            reglage("compatibilityMode", _MODE_COMPATIBILITE),
            reglage("overrideTableStyleFontSizeAndJustification", 1),
            reglage("enableOpenTypeFeatures", 1),
            reglage("doNotFlipMirrorIndents", 1),
            reglage("differentiateMultirowTableHeaders", 1),
        ),
        w("themeFontLang", val="fr-FR"),
        w("decimalSymbol", val=","),
        w("listSeparator", val=";"),
    ]
    proprietes = document.core_properties
    proprietes.language = "fr-FR"
    proprietes.comments = proprietes.keywords = proprietes.category = ""
    proprietes.revision = 1


def _poser_sections(document: Document, genres: tuple[str, ...]) -> None:
    """One section per kind of page, each with a header and a footer of its own."""
    for rang, genre in enumerate(genres):
        haut, bas = _MARGES[genre]
        section = document.add_section(WD_SECTION.NEW_PAGE) if rang else document.sections[0]
        largeur, hauteur, gauche, droite = (297, 210, 20, 20) if genre == "paysage" else (210, 297, 25, 20)
        section.orientation = WD_ORIENT.LANDSCAPE if genre == "paysage" else WD_ORIENT.PORTRAIT
        section.page_width, section.page_height = Mm(largeur), Mm(hauteur)
        section.left_margin, section.right_margin = Mm(gauche), Mm(droite)
        section.top_margin, section.bottom_margin = Mm(haut), Mm(bas)
        section.header_distance, section.footer_distance = Mm(11), Mm(9)
        section.gutter = Mm(0)
        section.header.is_linked_to_previous = section.footer.is_linked_to_previous = False
