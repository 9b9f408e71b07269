"""Texts at the door and their folded form."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, strategies as st

from fne_roadmaps.domain.errors import RegleViolee
from fne_roadmaps.domain.textes import grouper, replier, slugifier, texte_propre


@given(st.text(max_size=60), st.booleans())
def test_what_passes_is_short_composed_and_printable(texte: str, lignes: bool) -> None:
    try:
        propre = texte_propre(texte, "titre", 50, lignes=lignes)
    except RegleViolee:
        return
    assert propre is None or (0 < len(propre) <= 50)
    assert texte_propre(propre, "titre", 50, lignes=lignes) == propre
    permis = "\n\t" if lignes else ""
    assert not any(unicodedata.category(c) in {"Cc", "Cs"} and c not in permis for c in propre or "")


@pytest.mark.parametrize(
    ("texte", "dit"),
    [
        ("a\x00b", "« nul », en position 2"),
        ("ab\x07", "U+0007, en position 3"),
        ("a\nb", "« fin de ligne », en position 2"),
        ("a\u202eb", "U+202E"),
        ("a\ud800", "U+D800"),
        ("a\uffff", "U+FFFF"),
        ("\x1ca", "U+001C, en position 1"),
    ],
)
def test_an_invisible_character_is_named_and_placed(texte: str, dit: str) -> None:
    with pytest.raises(RegleViolee) as refus:
        texte_propre(texte, "titre", 300)
    assert dit in refus.value.message.replace("\u202f", " ").replace("\u00a0", " ")


def test_length_is_told_with_what_is_allowed() -> None:
    assert texte_propre("é" * 300, "titre", 300) == "é" * 300
    with pytest.raises(RegleViolee, match="301 caractères pour 300 permis"):
        texte_propre("x" * 301, "titre", 300)
    with pytest.raises(RegleViolee, match="312 caractères pour 300 permis"):
        texte_propre("x" * 312, "titre", 300)


def test_a_missing_text_is_refused_only_where_it_must_be() -> None:
    assert texte_propre(" \n", "note", 10) is None
    assert texte_propre(None, "note", 10) is None
    with pytest.raises(RegleViolee, match="obligatoire"):
        texte_propre("  ", "titre", 10, True)


def test_line_ends_are_written_one_way() -> None:
    assert texte_propre("a\r\nb\rc\n", "description", 10, lignes=True) == "a\nb\nc"


@given(st.text(max_size=40))
def test_folding_twice_changes_nothing_and_case_or_accents_do_not_matter(texte: str) -> None:
    plie = replier(texte)
    assert replier(plie) == plie
    assert replier(unicodedata.normalize("NFD", texte)) == replier(unicodedata.normalize("NFC", texte))
    assert plie == plie.strip()


def test_folding_reads_as_people_type() -> None:
    assert replier("  Cœur de  BRENNE, l’Été\u00a0! ") == "coeur de brenne, l'ete !"
    assert replier("Ægide aller‑vers") == "aegide aller-vers"


@given(st.text(max_size=40))
def test_a_slug_holds_letters_digits_and_inner_hyphens_only(texte: str) -> None:
    slug = slugifier(texte)
    assert slugifier(slug) == slug
    assert set(slug) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")
    assert not slug.startswith("-")
    assert "--" not in slug


def test_a_slug_reads_like_its_name() -> None:
    assert slugifier("Autonomie / dépendance") == "autonomie-dependance"
    assert slugifier("!!!") == ""


@given(st.integers(-(10**15), 10**15))
def test_grouping_changes_only_the_spaces(n: int) -> None:
    assert int(grouper(n).replace("\u202f", "")) == n
    assert all(len(g) == 3 for g in grouper(abs(n)).split("\u202f")[1:])
