"""A file for spreadsheets: read back the same, and nothing in it can run."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given, strategies as st

from exports.tableur import neutraliser, rendre_csv

textes = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), max_size=30)


@given(st.lists(st.lists(textes, min_size=3, max_size=3), max_size=6))
def test_le_fichier_se_relit_cellule_par_cellule(lignes: list[list[str]]) -> None:
    octets = rendre_csv(["N°", "Fiche ; action", 'Un "mot"'], lignes)
    assert octets.startswith(b"\xef\xbb\xbf")
    relues = list(csv.reader(io.StringIO(octets.decode("utf-8-sig"), newline=""), delimiter=";"))
    assert relues[0] == ["N°", "Fiche ; action", 'Un "mot"']
    assert relues[1:] == [[neutraliser(c) for c in ligne] for ligne in lignes]
    assert octets.count(b"\r\n") == 1 + len(lignes)


@given(textes)
def test_aucune_cellule_ne_commence_comme_une_formule(texte: str) -> None:
    nu = neutraliser(texte).lstrip(" \u00a0\u202f")
    assert not nu.startswith(("=", "+", "-", "@", "\t", "\r", "\n"))
    assert not {"\r", "\n", "\t"} & set(nu)


@pytest.mark.parametrize("formule", ["=1+1", " =CMD()", "+33", "-2", "@SUM(A1)", "\t=1", "\r\n=1", "%0A", "|calc"])
def test_une_formule_devient_un_texte(formule: str) -> None:
    assert neutraliser(formule).startswith("'")


def test_un_texte_ordinaire_reste_tel_quel() -> None:
    assert neutraliser("Réunir ; former, relier") == "Réunir ; former, relier"
