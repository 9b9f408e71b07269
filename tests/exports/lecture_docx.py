"""Reading back a rendered DOCX: its parts, its body, its pages once converted."""

from __future__ import annotations

import io
import re
import subprocess
import zipfile
from pathlib import Path

import docx
from docx.document import Document
from lxml import etree

from exports.docx import rendre_feuille_de_route
from exports.payloads import FeuilleDeRouteDoc
from tests.exports.feuilles import EMPREINTE

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def rendre(doc: FeuilleDeRouteDoc) -> bytes:
    """The file, with the digest of the tests."""
    return rendre_feuille_de_route(doc, EMPREINTE)


def parties(octets: bytes) -> dict[str, bytes]:
    """Contents by name; raises when the archive is damaged."""
    with zipfile.ZipFile(io.BytesIO(octets)) as archive:
        assert archive.testzip() is None
        return {nom: archive.read(nom) for nom in archive.namelist()}


def corps(octets: bytes) -> etree._Element:
    """The ``w:body``."""
    return etree.fromstring(parties(octets)["word/document.xml"])[0]


def ouvrir(octets: bytes) -> Document:
    """The document as python-docx reads it."""
    return docx.Document(io.BytesIO(octets))


def titres(document: Document, niveau: int) -> list[str]:
    """Headings of one level, in order."""
    return [p.text for p in document.paragraphs if p.style is not None and p.style.name == f"Heading {niveau}"]


def texte(element: etree._Element) -> str:
    """Text as read: breaks are spaces, held hyphens are hyphens."""
    signes = {f"{W}noBreakHyphen": "-", f"{W}br": " ", f"{W}tab": " "}
    contenus = (noeud for suite in element.iter(f"{W}r") for noeud in suite)
    return "".join(noeud.text or "" if noeud.tag == f"{W}t" else signes.get(str(noeud.tag), "") for noeud in contenus)


def grille(table: etree._Element) -> list[list[str]]:
    """Texts of a table, by row and cell."""
    return [[texte(c) for c in ligne.iter(f"{W}tc")] for ligne in table.iter(f"{W}tr")]


def lignes(octets: bytes) -> list[str]:
    """Text of each paragraph, tables included, in order; spaces of all kinds are plain ones."""
    lues = (simple(texte(p)) for p in corps(octets).iter(f"{W}p"))
    return [ligne for ligne in lues if ligne]


def simple(lu: str) -> str:
    """Spaces of all kinds as plain ones."""
    return re.sub("[\u00a0\u202f\u2003]", " ", lu).strip()


def table(octets: bytes, nom: str) -> list[list[str]]:
    """The rows of the table of this name."""
    for element in corps(octets).iter(f"{W}tbl"):
        if element.find(f"{W}tblPr/{W}tblCaption").get(f"{W}val") == nom:  # type: ignore[union-attr]
            return [[simple(c) for c in rangee] for rangee in grille(element)]
    raise AssertionError(f"Pas de tableau « {nom} ».")


def apres(lues: list[str], debut: str) -> str:
    """The one paragraph that begins so, without it."""
    [ligne] = [ligne for ligne in lues if ligne.startswith(debut) and ligne != debut]
    return ligne.removeprefix(debut).strip()


def entetes_et_pieds(octets: bytes) -> dict[str, str]:
    """Text of each header and footer part."""
    return {
        nom: texte(etree.fromstring(contenu))
        for nom, contenu in parties(octets).items()
        if nom.startswith(("word/header", "word/footer"))
    }


def convertir(octets: bytes, soffice: Path, dossier: Path) -> list[str]:
    """Text of each page once converted to PDF by LibreOffice."""
    return convertir_tous({"document": octets}, soffice, dossier)["document"]


def convertir_tous(documents: dict[str, bytes], soffice: Path, dossier: Path) -> dict[str, list[str]]:
    """The same for several documents at once: starting LibreOffice is what costs."""
    sources = [dossier / f"{nom}.docx" for nom in documents]
    for source, octets in zip(sources, documents.values(), strict=True):
        source.write_bytes(octets)
    profil = f"-env:UserInstallation={(dossier / 'profil').as_uri()}"
    commande: list[str | Path] = [soffice, profil, "--headless", "--convert-to", "pdf", "--outdir", dossier, *sources]
    subprocess.run(commande, check=True, capture_output=True, timeout=300)
    return {nom: _pages(source.with_suffix(".pdf")) for nom, source in zip(documents, sources, strict=True)}


def _pages(pdf: Path) -> list[str]:
    lecture: list[str | Path] = ["pdftotext", "-layout", pdf, "-"]
    sortie = subprocess.run(lecture, check=True, capture_output=True, timeout=60).stdout
    return sortie.decode().split("\f")[:-1]
