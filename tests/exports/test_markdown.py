"""Long texts typed in Markdown: safe as HTML, without a mark in documents, and no word of them is ever lost."""

from __future__ import annotations

import re
from html import unescape
from html.parser import HTMLParser

import pytest
from hypothesis import given, strategies as st

from exports.formats.markdown import markdown_en_html, markdown_en_lignes, markdown_en_texte
from exports.sections.textes import paragraphes

PERMIS = {"p", "br", "strong", "em", "ul", "ol", "li", "blockquote", "hr", "code", "a", "h3", "h4", "h5", "h6"}
ATTAQUES = (
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "[clic](javascript:alert(1))",
    "[clic](JaVaScRiPt:alert(1))",
    "[clic](&#x6A;avascript:alert(1))",
    "[clic](data:text/html;base64,PHNjcmlwdD4=)",
    "[clic](vbscript:x)",
    "[clic](//ailleurs.example)",
    "[clic](/demonstration/entrer)",
    '[clic](https://x.example "t\\" onmouseover=alert(1) x=\\"")',
    "<https://x.example/\"onclick='alert(1)'>",
    "![x](https://x.example/y.png)",
    "<svg/onload=alert(1)>",
    "</p><style>*{display:none}</style>",
    "<a href='javascript:alert(1)'>x</a>",
    "`<script>alert(1)</script>`",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
)


class Lu(HTMLParser):
    """Elements with their attributes, and the visible text."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.texte = ""
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.texte += data


def verifier_sur(html: str) -> None:
    for tag, attrs in Lu(html).elements:
        assert tag in PERMIS
        assert set(attrs) <= ({"href", "title", "rel"} if tag == "a" else {"start"} if tag == "ol" else set())
        if tag == "a":
            assert re.match(r"(?:https?://|mailto:)", attrs["href"] or "")
            assert attrs["rel"] == "nofollow noreferrer"


@pytest.mark.parametrize("attaque", ATTAQUES)
@pytest.mark.parametrize("autour", ["{}", "- {}", "# {}", "> {}", "**{}**", "texte {} texte", "1. a\n\n   {}"])
def test_nothing_typed_is_ever_run(attaque: str, autour: str) -> None:
    verifier_sur(markdown_en_html(autour.format(attaque)))


@given(st.text(alphabet="<>[]()!*_`#-+&;:/\"'\\ \n\tabscriptjv1.", max_size=120))
def test_whatever_is_typed_gives_only_permitted_elements(texte: str) -> None:
    verifier_sur(markdown_en_html(texte))


MOTS = st.lists(st.from_regex(r"[a-zé0-9]{1,8}", fullmatch=True), min_size=1, max_size=6)
LIGNES = st.tuples(
    st.sampled_from(
        ["", "- ", "– ", "• ", "* ", "1. ", "7) ", "# ", "### ", "> ", "+ ", "    ", "  - ", "**", "[x]: "]
    ),
    MOTS,
)


@given(st.lists(LIGNES, max_size=8), st.sampled_from(["\n", "\n\n"]))
def test_no_word_is_lost(lignes: list[tuple[str, list[str]]], entre: str) -> None:
    texte = entre.join(f"{marque}{' '.join(mots)}" for marque, mots in lignes)
    mots = [mot for _, liste in lignes for mot in liste]
    html = Lu(markdown_en_html(texte)).texte
    lus = " ".join(ligne for _, ligne in markdown_en_lignes(texte))
    for mot in mots:
        assert mot in html
        assert mot in lus
    assert re.findall(r"[a-zé]+", lus) == re.findall(r"[a-zé]+", unescape(html))


SIMPLES = st.lists(
    st.tuples(
        st.sampled_from(["", "- ", "– ", "• "]), st.from_regex(r"[A-Za-zé][a-zé, ]{0,20}[a-zé.]", fullmatch=True)
    ),
    max_size=6,
)


@given(SIMPLES, st.sampled_from(["\n", "\n\n"]))
def test_a_text_without_marks_keeps_its_lines_and_its_items(lignes: list[tuple[str, str]], entre: str) -> None:
    texte = entre.join(marque + ligne for marque, ligne in lignes)
    attendu = [(bool(marque), ligne) for marque, ligne in lignes]
    assert markdown_en_lignes(texte) == attendu
    assert markdown_en_lignes(texte + "\n\n*fin*") == [*attendu, (False, "fin")]
    elements = [tag for tag, _ in Lu(markdown_en_html(texte)).elements]
    assert elements.count("li") == sum(puce for puce, _ in attendu)


def test_paragraphs_lines_and_items_read_as_they_are_typed() -> None:
    texte = "Un besoin.\nUne ligne.\n\nAutre.\n– premier\n• second\nSuite."
    assert markdown_en_html(texte).replace("\n", "") == (
        "<p>Un besoin.<br>Une ligne.</p><p>Autre.</p><ul><li>premier</li><li>second</li></ul><p>Suite.</p>"
    )


def test_marks_become_elements() -> None:
    html = markdown_en_html(
        "## Étapes\n1. **gras**\n2. *penché*\n\n> cité\n\n[site](https://exemple.fr/a_b?x=1&y=2) <a@b.fr>"
    )
    assert "<h3>Étapes</h3>" in html
    assert "<ol>\n<li><strong>gras</strong></li>\n<li><em>penché</em></li>\n</ol>" in html
    assert "<blockquote>\n<p>cité</p>\n</blockquote>" in html
    assert '<a href="https://exemple.fr/a_b?x=1&amp;y=2" rel="nofollow noreferrer">site</a>' in html
    assert '<a href="mailto:a@b.fr" rel="nofollow noreferrer">a@b.fr</a>' in html


@pytest.mark.parametrize(
    ("texte", "niveau", "attendus"),
    [
        ("# a\n## b\n# c", 3, ["h3", "h4", "h3"]),
        ("### a\n###### b\n# c", 3, ["h3", "h4", "h3"]),
        ("# a\n## b\n### c\n#### d\n##### e", 4, ["h4", "h5", "h6", "h6", "h6"]),
        ("# a", 1, ["h3"]),
    ],
)
def test_headings_go_under_those_of_the_page_without_a_gap(texte: str, niveau: int, attendus: list[str]) -> None:
    assert [tag for tag, _ in Lu(markdown_en_html(texte, niveau)).elements] == attendus


@pytest.mark.parametrize(
    ("texte", "attendu"),
    [
        ("l'eau : oui ; non !", "l’eau\u00a0: oui\u202f; non\u202f!"),
        ("**Objectif** : 12 500 €", "Objectif\u00a0: 12\u202f500\u202f€"),
        ("l'*eau*", "l’eau"),
        ("**mot**;", "mot\u202f;"),
        ("« *mot* »", "«\u202fmot\u202f»"),
        ("[aide ?](https://x.fr/?a=b:c)", "aide\u202f?"),
        ("<https://x.fr/a?b:c!>", "https://x.fr/a?b:c!"),
        ("`a : b`", "a : b"),
    ],
)
def test_typography_is_french_even_across_marks(texte: str, attendu: str) -> None:
    assert Lu(markdown_en_html(texte)).texte == attendu


@pytest.mark.parametrize(
    "texte", ["+ 5 % de jeunes", "> 65 ans", ">65 ans", "2024. Année", "R&D, 3 < 4 > 2", "&lt;b&gt;", "a_b_c", "5 * 3"]
)
def test_a_sign_that_means_something_stays(texte: str) -> None:
    nu = Lu(markdown_en_html(texte)).texte.replace("\u202f", " ").replace("\u00a0", " ")
    html = markdown_en_html(texte)
    assert nu.strip() == texte or (texte == "2024. Année" and '<ol start="2024">' in html)
    assert markdown_en_lignes(texte) == [(False, texte)]


def test_documents_read_lines_without_marks() -> None:
    texte = (
        "# Titre\n**Gras** et *penché*\n- un\n  - deux\n\n3. trois\n4. quatre\n\n> cité\n---\n"
        "[site](https://x.fr) <https://y.fr> <a@b.fr> 2 \\* 3 `code`"
    )
    attendu = [
        (False, "Titre"),
        (False, "Gras et penché"),
        (True, "un"),
        (True, "deux"),
        (False, "3. trois"),
        (False, "4. quatre"),
        (False, "cité"),
        (False, "site (https://x.fr) https://y.fr a@b.fr 2 * 3 code"),
    ]
    assert markdown_en_lignes(texte) == attendu
    assert paragraphes(texte) == attendu
    assert markdown_en_texte("- *a*\n\nb") == "- a\nb"
    assert markdown_en_lignes(None) == markdown_en_lignes("") == markdown_en_lignes(" \n ") == []


@pytest.mark.parametrize(
    "motif", ["[", "*a ", "**a", "`a`", ">", "- ", "[a](", "![a](", "_a_", "<", "&", "- a\n", "a\n"]
)
def test_a_hostile_text_of_full_length_is_rendered(motif: str) -> None:
    html = markdown_en_html((motif * 20_000)[:20_000])
    verifier_sur(html)
