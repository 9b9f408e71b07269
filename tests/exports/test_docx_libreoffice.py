"""Conversions of each kind of roadmap, and of the documents of a meeting: pages, contents, no empty page, no error."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from exports.docx import rendre_compte_rendu
from exports.payloads import FeuilleDeRouteDoc
from tests.exports.documents_de_reunion import DOCUMENTS_DE_REUNION, grande_reunion
from tests.exports.feuilles import feuille_28, feuille_36, feuille_41
from tests.exports.lecture_docx import convertir, convertir_tous, rendre
from tests.support.outils import exiger

# A number, a title on one line or two, a page number at right.
_LIGNE = re.compile(r"^ *(?:PROJET)? *(\d+\.\d+) [^\n]*?(?:\n +[^\d\n][^\n]*?)?[ \u00a0]{2,}(\d+)$", re.MULTILINE)
_ENTETE_ET_PIED = 4  # lines of text on a page that would hold nothing else


@pytest.fixture(params=[feuille_28, feuille_36, feuille_41], ids=["28", "36", "41"])
def feuille(request: pytest.FixtureRequest) -> FeuilleDeRouteDoc:
    """A long signed roadmap, a short presented one, a project."""
    fabrique: Callable[[], FeuilleDeRouteDoc] = request.param
    return fabrique()


def test_libreoffice_shows_every_page_as_meant(feuille: FeuilleDeRouteDoc, tmp_path: Path) -> None:
    exiger("poppler")
    pages = convertir(rendre(feuille), exiger("libreoffice"), tmp_path)
    total = len(pages)
    fiches = [f for axe in feuille.axes for f in axe.fiches]

    tout = "\n".join(pages)
    assert "Error" not in tout
    assert "Erreur" not in tout
    for numero, page in enumerate(pages[1:], 2):
        assert re.search(rf"{numero}\s*/\s*{total}\b", page), f"page {numero} sans numéro"
        assert len([ligne for ligne in page.splitlines() if ligne.strip()]) > _ENTETE_ET_PIED, f"page {numero} vide"
    assert all(("PROJET" in page) == feuille.projet for page in pages)

    debut = next(i for i, page in enumerate(pages) if "Sommaire" in page)
    lignes = _LIGNE.findall("\n".join(pages[debut:]))[: len(fiches)]
    sommaire = {numero: int(page) for numero, page in lignes}
    for fiche in fiches:
        page = pages[sommaire[fiche.numero] - 1]
        assert re.search(rf"^\s*{re.escape(fiche.numero)}\s", page, re.MULTILINE)
        assert "fiche action" in page.casefold()
    assert total >= len(fiches) + 2


def test_libreoffice_shows_the_documents_of_a_meeting_as_meant(tmp_path: Path) -> None:
    exiger("poppler")
    documents = {
        **{nom: fabrique() for nom, fabrique in DOCUMENTS_DE_REUNION.items()},
        "projet": rendre_compte_rendu(grande_reunion().model_copy(update={"compte_rendu": None})),
    }
    lus = convertir_tous(documents, exiger("libreoffice"), tmp_path)
    for nom, pages in lus.items():
        for numero, page in enumerate(pages, 1):
            assert "Error" not in page
            assert re.search(rf"{numero}\s*/\s*{len(pages)}\b", page), f"{nom}, page {numero} sans numéro"
            assert len([x for x in page.splitlines() if x.strip()]) > _ENTETE_ET_PIED, f"{nom}, page {numero} vide"
            assert ("PROJET" in page) == (nom == "projet" or "n’est pas approuvé" in page)
    assert [len(lus[nom]) for nom in ("releve", "compte_rendu", "convocation")] == [1, 2, 2]
    for page in lus["emargement"]:
        assert "Prénom et nom" in page  # the header row, again on each page
    sommaire, *suite = lus["compilation"]
    vers = {int(n) for n in re.findall(r"^ *Comité de pilotage du [^\n]*?(\d+)$", sommaire, re.MULTILINE)}
    assert vers == {rang for rang, page in enumerate(suite, 2) if "COMPTE RENDU\n" in page}


def test_a_fiche_as_long_as_the_reference_page_holds_on_one_page(tmp_path: Path) -> None:
    exiger("poppler")
    feuille = feuille_28(diagnostic=(), instances=(), membres=(), comitologie_chapo=None)
    axe = feuille.axes[0].model_copy(update={"fiches": feuille.axes[0].fiches[:3]})
    pages = convertir(rendre(feuille.model_copy(update={"axes": (axe,)})), exiger("libreoffice"), tmp_path)
    # cover, signatories, contents, opener, three fiches, summary, signatures
    assert len(pages) == 9
