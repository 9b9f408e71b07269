"""How the file is made: links that lead somewhere, tables that tell what they are, schema order, the same bytes."""

from __future__ import annotations

import io
import os
import subprocess
import sys
import zipfile
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from lxml import etree

from exports.docx import preparer_gabarit, zipper
from exports.docx.ooxml import ORDRE_DES_ENFANTS
from tests.exports.documents_de_reunion import DOCUMENTS_DE_REUNION
from tests.exports.feuilles import axe_28, feuille_28, feuille_36, feuille_41, feuille_45
from tests.exports.lecture_docx import W, corps, grille, ouvrir, parties, rendre, texte

RACINE = Path(__file__).resolve().parents[2]
FEUILLES = {"28": feuille_28, "36": feuille_36, "41": feuille_41, "45": feuille_45}
DOCUMENTS: dict[str, Callable[[], bytes]] = {
    **{nom: partial(lambda f: rendre(f()), feuille) for nom, feuille in FEUILLES.items()},
    **DOCUMENTS_DE_REUNION,
}


@pytest.fixture(scope="module", params=DOCUMENTS)
def octets(request: pytest.FixtureRequest) -> bytes:
    """One of the roadmaps of the region, or one of the documents of a meeting."""
    return DOCUMENTS[request.param]()


def test_the_same_payload_gives_the_same_bytes() -> None:
    doc = feuille_28(axes=(axe_28(1, 5),))
    assert rendre(doc) == rendre(doc)


def test_another_process_with_another_hash_seed_gives_the_same_bytes() -> None:
    programme = (
        "import hashlib; from tests.exports.feuilles import feuille_41; from tests.exports.lecture_docx import rendre;"
        "print(hashlib.sha256(rendre(feuille_41())).hexdigest())"
    )
    empreintes = set()
    for graine in ("1", "2"):
        environnement = os.environ | {"PYTHONHASHSEED": graine, "TZ": f"UTC-{graine}"}
        sortie = subprocess.run(
            [sys.executable, "-c", programme], cwd=RACINE, env=environnement, capture_output=True, text=True, check=True
        )
        empreintes.add(sortie.stdout)
    assert len(empreintes) == 1


def test_a_rendering_leaves_no_trace_in_the_next_one() -> None:
    doc = feuille_41()
    avant = rendre(doc)
    rendre(feuille_28(axes=(axe_28(2, 9),)))
    assert rendre(doc) == avant


def test_every_entry_of_the_archive_has_the_same_fixed_date(octets: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(octets)) as archive:
        entrees = archive.infolist()
    assert {e.date_time for e in entrees} == {(1980, 1, 1, 0, 0, 0)}
    assert entrees[0].filename == "[Content_Types].xml"
    assert len({e.filename for e in entrees}) == len(entrees)


def test_zipping_the_finished_parts_again_gives_the_same_archive(octets: bytes) -> None:
    assert zipper(parties(octets).items()) == octets


def test_every_line_of_the_contents_leads_to_one_bookmark(octets: bytes) -> None:
    document = corps(octets)
    signets = [s.get(f"{W}name") for s in document.iter(f"{W}bookmarkStart")]
    assert len(set(signets)) == len(signets)
    assert all(s is not None and s.startswith("fne_") and len(s) <= 40 for s in signets)
    liens = [h.get(f"{W}anchor") for h in document.iter(f"{W}hyperlink")]
    assert set(liens) <= set(signets)
    assert len(set(liens)) == len(liens)
    codes = [i.text for i in document.iter(f"{W}instrText")]
    assert codes == [f" PAGEREF {ancre} \\h " for ancre in liens]
    identifiants = [s.get(f"{W}id") for s in document.iter(f"{W}bookmarkStart")]
    assert identifiants == [s.get(f"{W}id") for s in document.iter(f"{W}bookmarkEnd")]
    assert len(set(identifiants)) == len(identifiants)


def test_contents_are_ordinary_paragraphs_with_empty_page_numbers(octets: bytes) -> None:
    lignes = [p for p in corps(octets).iter(f"{W}p") if p.find(f"{W}hyperlink") is not None]
    for ligne in lignes:
        style = ligne.find(f"{W}pPr/{W}pStyle")
        assert style is not None and style.get(f"{W}val") in {"TOC1", "TOC2"}  # noqa: PT018 (one for the type checker)
        suites = list(ligne.iter(f"{W}r"))
        assert all(s.find(f"{W}rPr/{W}rStyle").get(f"{W}val") == "FNELien" for s in suites)  # type: ignore[union-attr]
        assert texte(suites[-2]) == ""  # the cached number
    tout = parties(octets)
    assert b"TOC \\" not in tout["word/document.xml"]
    assert b"updateFields" not in tout["word/settings.xml"]


def test_contents_name_every_section_and_fiche() -> None:
    lignes = [
        texte(p).strip() for p in corps(rendre(feuille_28())).iter(f"{W}p") if p.find(f"{W}hyperlink") is not None
    ]
    assert len(lignes) == 131 + 5 + 5
    assert lignes[0] == "Signataires"
    assert lignes[3].startswith("Axe\u00a01. Coordonner")
    assert lignes[-1] == "Signatures et vérification"


def test_contents_styles_keep_the_page_number_visible() -> None:
    styles = {s.style_id: s.element for s in ouvrir(rendre(feuille_36())).styles}
    for identifiant in ("TOC1", "TOC2"):
        retrait = styles[identifiant].find(f"{W}pPr/{W}ind")
        assert retrait is not None
        assert retrait.get(f"{W}right") == "0"
        droite = styles[identifiant].findall(f"{W}pPr/{W}tabs/{W}tab")[-1]
        assert (droite.get(f"{W}val"), droite.get(f"{W}pos")) == ("right", "9354")  # 165 mm
        assert droite.get(f"{W}leader") is None


def test_every_table_names_and_describes_itself(octets: bytes) -> None:
    tables = list(corps(octets).iter(f"{W}tbl"))
    for table in tables:
        for balise in ("tblCaption", "tblDescription"):
            element = table.find(f"{W}tblPr/{W}{balise}")
            assert element is not None
            assert element.get(f"{W}val")
        aspect = table.find(f"{W}tblPr/{W}tblLook")
        assert aspect is not None
        a_une_tete = table.find(f"{W}tr/{W}trPr/{W}tblHeader") is not None
        assert (aspect.get(f"{W}firstRow") == "1") == a_une_tete


def test_rows_are_never_split_but_the_text_of_a_fiche(octets: bytes) -> None:
    for table in corps(octets).iter(f"{W}tbl"):
        nom = table.find(f"{W}tblPr/{W}tblCaption").get(f"{W}val")  # type: ignore[union-attr]
        secable = nom in {"Texte de la fiche", "Note de la fiche"}
        for ligne in table.iter(f"{W}tr"):
            assert (ligne.find(f"{W}trPr/{W}cantSplit") is None) == secable


def test_rows_fill_the_grid_and_cells_end_with_a_paragraph(octets: bytes) -> None:
    for table in corps(octets).iter(f"{W}tbl"):
        colonnes = len(table.findall(f"{W}tblGrid/{W}gridCol"))
        for ligne in table.iterchildren(f"{W}tr"):
            etendues = [c.find(f"{W}tcPr/{W}gridSpan") for c in ligne.iterchildren(f"{W}tc")]
            assert sum(int(e.get(f"{W}val", "")) if e is not None else 1 for e in etendues) == colonnes
            assert all(c[-1].tag == f"{W}p" and c.find(f"{W}tcPr/{W}tcW") is not None for c in ligne.iter(f"{W}tc"))


def test_two_tables_never_touch(octets: bytes) -> None:
    for table in corps(octets).iterchildren(f"{W}tbl"):
        suivant = table.getnext()
        assert suivant is not None
        assert suivant.tag == f"{W}p"


def test_long_tables_repeat_their_header_and_short_ones_stay_whole() -> None:
    document = corps(rendre(feuille_28()))
    tables = {t.find(f"{W}tblPr/{W}tblCaption").get(f"{W}val"): t for t in document.iter(f"{W}tbl")}  # type: ignore[union-attr]
    recapitulatif = tables["Tableau récapitulatif des actions"]
    assert len(grille(recapitulatif)) == 1 + 5 + 131
    assert recapitulatif.find(f"{W}tr/{W}trPr/{W}tblHeader") is not None
    jalons = list(tables["Jalons de la fiche 1.1"].iter(f"{W}tr"))
    lies = [all(p.find(f"{W}pPr/{W}keepNext") is not None for p in ligne.iter(f"{W}p")) for ligne in jalons[1:]]
    assert lies == [True] * (len(jalons) - 2) + [False]


def test_children_of_properties_follow_the_schema(octets: bytes) -> None:
    controles = 0
    for nom, contenu in parties(octets).items():
        if not nom.startswith("word/") or nom.endswith(".rels"):
            continue
        for element in etree.fromstring(contenu).iter():
            ordre = ORDRE_DES_ENFANTS.get(str(element.tag).removeprefix(W))
            if ordre:
                rangs = [ordre[str(enfant.tag)] for enfant in element]
                assert rangs == sorted(rangs), (nom, element.tag)
                controles += 1
    assert controles > 100


def test_styles_are_built_in_where_word_has_them_and_french_everywhere() -> None:
    tout = parties(rendre(feuille_36()))
    styles = etree.fromstring(tout["word/styles.xml"])
    langue = styles.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr/{W}lang")
    assert langue is not None
    assert langue.get(f"{W}val") == "fr-FR"
    noms = {s.get(f"{W}styleId"): s for s in styles.iter(f"{W}style")}
    for integre in (
        "Title",
        "Subtitle",
        "Heading1",
        "Heading2",
        "Heading3",
        "TOC1",
        "TOC2",
        "Caption",
        "Header",
        "Footer",
    ):
        assert noms[integre].get(f"{W}customStyle") is None
    assert all(s.get(f"{W}customStyle") == "1" for i, s in noms.items() if i is not None and i.startswith("FNE"))
    assert (
        b'compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"' in tout["word/settings.xml"]
    )


def test_every_style_used_is_declared(octets: bytes) -> None:
    tout = parties(octets)
    declares = {s.get(f"{W}styleId") for s in etree.fromstring(tout["word/styles.xml"]).iter(f"{W}style")}
    for nom, contenu in tout.items():
        if nom.startswith("word/") and not nom.endswith(".rels"):
            racine = etree.fromstring(contenu)
            utilises = {
                e.get(f"{W}val") for e in racine.iter(f"{W}pStyle", f"{W}rStyle", f"{W}tblStyle", f"{W}basedOn")
            }
            assert utilises <= declares, nom


def test_the_shell_is_prepared_once_and_holds_no_leftover() -> None:
    assert preparer_gabarit() is preparer_gabarit()
    noms = set(parties(rendre(feuille_36())))
    assert not [n for n in noms if "theme" in n or "thumbnail" in n or "customXml" in n or n.endswith("app.xml")]


def test_sections_are_cover_portrait_landscape_portrait() -> None:
    sections = ouvrir(rendre(feuille_41())).sections
    assert [(round(s.page_width.mm), round(s.page_height.mm)) for s in sections if s.page_width and s.page_height] == [
        (210, 297),
        (210, 297),
        (297, 210),
        (210, 297),
    ]
    champs = [etree.tostring(s.footer._element).count(b"NUMPAGES") for s in sections]
    assert champs == [0, 1, 1, 1]
