"""What is pasted from Word becomes Markdown, and no word of it is lost."""

from __future__ import annotations

import re
from html import escape

import pytest
from hypothesis import given, strategies as st

from fne_roadmaps.domain.collage import LONGUEUR_MAX, nettoyer_collage

DE_WORD = """<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><meta name=Generator content="Word 15">
<style><!-- p.MsoNormal {mso-style-parent:""} --></style>
<!--[if gte mso 9]><xml><w:WordDocument>Normal 0</w:WordDocument></xml><![endif]--></head>
<body lang=FR><!--StartFragment-->
<h2>Le besoin<o:p></o:p></h2>
<p class=MsoNormal>Dans le <b style='mso-bidi-font-weight:normal'>Perche</b>, trois
communes n’ont ni <i>France services</i> ni médiathèque&nbsp;: R&amp;D, 2 * 3.<o:p></o:p></p>
<p class=MsoNormal><o:p>&nbsp;</o:p></p>
<p class=MsoListParagraphCxSpFirst style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span
style='font-family:Symbol;mso-list:Ignore'>·<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;
</span></span><![endif]>Aller vers<o:p></o:p></p>
<p class=MsoListParagraphCxSpMiddle style='mso-list:l0 level2 lfo1'><![if !supportLists]><span
style='mso-list:Ignore'>o<span>&nbsp;</span></span><![endif]>en bus</p>
<p class=MsoListParagraphCxSpLast style='mso-list:l1 level1 lfo2'><![if !supportLists]><span
style='mso-list:Ignore'>2.<span>&nbsp;</span></span><![endif]>Former</p>
<p class=MsoNormal>Voir <a href="https://exemple.fr/a?b=1&amp;c=(d)">le site</a> ou <a href="mailto:a@b.fr">a@b.fr</a>,
<a href="#_Toc1">plus bas</a>, <a href="javascript:alert(1)">ici</a>.</p>
<table><tr><td><p>Année</p></td><td><p>Somme</p></td></tr><tr><td>2024</td><td>12&nbsp;500&nbsp;€</td></tr></table>
<!--EndFragment--></body></html>"""
PROPRE = """## Le besoin

Dans le **Perche**, trois communes n’ont ni *France services* ni médiathèque\u00a0: R&D, 2 \\* 3.

- Aller vers
  - en bus
2. Former

Voir [le site](https://exemple.fr/a?b=1&c=%28d%29) ou <a@b.fr>, plus bas, ici.

Année | Somme
2024 | 12\u00a0500\u00a0€"""


def test_a_page_of_word_becomes_clean_markdown() -> None:
    assert nettoyer_collage(DE_WORD) == PROPRE


@pytest.mark.parametrize(
    "texte",
    [
        "Simple.\n\n- un\n- deux",
        "3 < 4 > 2, a<b",
        "<script>alert(1)</script>",
        "écrire à <jean@exemple.fr> ou <https://exemple.fr>",
        "<inconnu>",
        "\\<b> \\<p>",
        "Tapé longtemps. <b> et <p>",
        "",
    ],
)
def test_a_text_without_known_tags_comes_back_as_it_is(texte: str) -> None:
    assert nettoyer_collage(texte) == texte


@pytest.mark.parametrize(
    ("html", "attendu"),
    [
        ("**md** et <b>gras</b>\nsuite", "**md** et **gras**\nsuite"),
        ("<p>- a</p><p>- b</p>", "- a\n- b"),
        ("<p>·\tun</p><p>·\tdeux</p>", "- un\n- deux"),
        ("<ul><li>a<ul><li>b</li></ul></li><li>c</li></ul>fin", "- a\n  - b\n- c\n\nfin"),
        ("<ol><li>a</li><li><p>b</p><ul><li>c</li></ul></li></ol>", "1. a\n2. b\n   - c"),
        ("<p>a<br>b</p>", "a\nb"),
        ("<b>gras </b>suite", "**gras** suite"),
        ("x<i>(y)</i>z", "x(y)z"),
        ("<b><i>les deux</i></b>", "***les deux***"),
        ("<h3><b>Titre</b></h3><p>x</p>", "### Titre\n\nx"),
        ("<span style='font-weight:700'>g</span> <b style='font-weight:normal'>n</b>", "**g** n"),
        ("<p>&lt;b&gt; &lt;script&gt;</p>", "\\<b> \\<script>"),
        ("<p>a</p><script>alert(1)</script>", "a"),
        ("<p>a</p><style>jamais fermé", "a\n\njamais fermé"),
        ("<div>a</div><div>b</div>", "a\n\nb"),
        ("a<b alors <p>x</p>", "a<b alors\nx"),
        ('<a href="https://x.fr/"><b>[là]</b></a>', "**[\\[là\\]](https://x.fr/)**"),
    ],
)
def test_what_each_piece_becomes(html: str, attendu: str) -> None:
    assert nettoyer_collage(html) == attendu


MOTS = st.from_regex(r"[a-zé0-9]{1,7}", fullmatch=True)
MORCEAUX = st.recursive(
    st.one_of(
        MOTS, st.sampled_from([" ", "\n", "&nbsp;", ", ", " * ", "<br>", "<o:p></o:p>", "<!-- 1 -->", " < ", "_"])
    ),
    lambda dedans: st.builds(
        lambda nom, attributs, contenu, ferme: f"<{nom}{attributs}>{''.join(contenu)}" + (f"</{nom}>" if ferme else ""),
        st.sampled_from(
            ["p", "b", "i", "span", "li", "ul", "ol", "td", "tr", "table", "h2", "a", "div", "o:p", "inconnu"]
        ),
        st.sampled_from(
            [
                "",
                " class=MsoNormal",
                " style='mso-list:l0 level2 lfo1'",
                " href='https://x.fr/é'",
                " style='font-style:italic'",
            ]
        ),
        st.lists(dedans, max_size=4),
        st.booleans(),
    ),
    max_leaves=20,
)


@given(st.one_of(MORCEAUX.map("<div>{}</div>".format), MORCEAUX.map("{}<br>".format)))
def test_no_word_is_lost_and_a_second_run_changes_nothing(html: str) -> None:
    propre = nettoyer_collage(html)
    visible = re.sub(r"<!--.*?-->|&nbsp;|<[^<>]*>", " ", html)
    lu = re.sub(r"\(https[^)]*\)|</?inconnu[^<>]*>", " ", propre)
    assert re.findall(r"[a-zé]", lu) == re.findall(r"[a-zé]", visible)
    assert nettoyer_collage(propre) == propre


@given(st.text(alphabet="<>/!-[]pbiulo: =\"'&;\n*_#x", max_size=80))
def test_whatever_comes_is_read(texte: str) -> None:
    propre = nettoyer_collage(texte)
    assert nettoyer_collage(propre) == propre


@given(st.text(max_size=60))
def test_a_text_typed_between_tags_is_found_again(texte: str) -> None:
    propre = nettoyer_collage(f"<p>{escape(texte)}</p>")
    sans_marques = re.sub(r"\\(?=[*`_<])", "", propre)
    assert "".join(sans_marques.split()).lstrip("-·•–") == "".join(texte.split()).lstrip("-·•–")


@pytest.mark.parametrize("motif", ["<!--", "<b", "<p>", "<![if", "<ul><li>", "<b>", "<p>a</p>", "<td>", "</b>"])
def test_a_hostile_text_is_read_in_one_go(motif: str) -> None:
    nettoyer_collage((motif * LONGUEUR_MAX)[:LONGUEUR_MAX])


def test_a_text_too_long_to_be_kept_is_left_alone() -> None:
    texte = "<p>a</p>" + "a" * LONGUEUR_MAX
    assert nettoyer_collage(texte) == texte
