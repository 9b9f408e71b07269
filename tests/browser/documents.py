"""Word documents downloaded from a page, and what they say."""

from __future__ import annotations

import docx
from playwright.sync_api import Page


def lire_docx(page: Page, bouton: str) -> list[str]:
    """What a downloaded document says, paragraphs then cells."""
    with page.expect_download() as attente:
        page.get_by_role("link", name=bouton).click()
    fichier = attente.value
    assert fichier.suggested_filename.endswith(".docx")
    document = docx.Document(str(fichier.path()))
    cellules = [c.text for t in document.tables for ligne in t.rows for c in ligne.cells]
    return [p.text for p in document.paragraphs] + cellules


def dit(textes: list[str], *attendus: str) -> None:
    """Every piece is somewhere in the document."""
    tout = " ".join(" ".join(textes).split())
    for attendu in attendus:
        assert attendu in tout, (attendu, tout)
