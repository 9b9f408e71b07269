"""Reading back a rendered DOCX: its parts, its body, its pages once converted."""

from __future__ import annotations

import io
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


def entetes_et_pieds(octets: bytes) -> dict[str, str]:
    """Text of each header and footer part."""
    return {
        nom: texte(etree.fromstring(contenu))
        for nom, contenu in parties(octets).items()
        if nom.startswith(("word/header", "word/footer"))
    }


def convertir(octets: bytes, soffice: Path, dossier: Path) -> list[str]:
    """Text of each page once converted to PDF by LibreOffice."""
    source = dossier / "document.docx"
    source.write_bytes(octets)
    profil = f"-env:UserInstallation={(dossier / 'profil').as_uri()}"
    commande: list[str | Path] = [soffice, profil, "--headless", "--convert-to", "pdf", "--outdir", dossier, source]
    subprocess.run(commande, check=True, capture_output=True, timeout=300)
    lecture: list[str | Path] = ["pdftotext", "-layout", source.with_suffix(".pdf"), "-"]
    sortie = subprocess.run(lecture, check=True, capture_output=True, timeout=60).stdout
    return sortie.decode().split("\f")[:-1]
