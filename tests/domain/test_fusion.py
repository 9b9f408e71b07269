"""Two texts of one field: what differs is shown, what both wrote is kept, nothing is chosen."""

from __future__ import annotations

import pytest
from hypothesis import given, strategies as st

from fne_roadmaps.domain.fusion import Morceau, comparer, fusionner, fusionner_lignes

textes = st.lists(st.sampled_from(["le", "bus", "l’", "lundi", " ", " ", "\n", ",", ".", "été"]), max_size=14).map(
    "".join
)
lignes = st.lists(st.sampled_from("abcdef"), max_size=5)


@given(textes, textes)
def test_les_morceaux_redonnent_chaque_texte_et_le_commun_est_le_meme(un: str, autre: str) -> None:
    cote_un, cote_autre = comparer(un, autre)
    assert "".join(m.texte for m in cote_un) == un
    assert "".join(m.texte for m in cote_autre) == autre
    communs = ["".join("".join(m.texte for m in cote if not m.propre).split()) for cote in (cote_un, cote_autre)]
    assert communs[0] == communs[1]


@given(textes)
def test_deux_textes_egaux_n_ont_rien_en_propre(texte: str) -> None:
    assert not any(m.propre for cote in comparer(texte, texte) for m in cote)


def test_les_mots_differents_sont_marques_ensemble() -> None:
    mien, autre = comparer("Signer avec neuf communes, dès mai.", "Signer avec douze communes, après juillet.")
    assert mien == (
        Morceau("Signer avec "),
        Morceau("neuf", True),
        Morceau(" communes, "),
        Morceau("dès mai", True),
        Morceau("."),
    )
    assert [m.texte for m in autre if m.propre] == ["douze", "après juillet"]


@given(textes, textes)
def test_ce_qui_n_a_change_que_d_un_cote_est_pris_tel_quel(base: str, neuf: str) -> None:
    for fusion in (fusionner(base, neuf, base), fusionner(base, base, neuf), fusionner(base, neuf, neuf)):
        assert (fusion.texte, fusion.sure) == (neuf, True)


@given(textes, textes)
def test_sans_texte_de_depart_aucun_mot_ne_manque(un: str, autre: str) -> None:
    fusion = fusionner(None, un, autre)
    assert fusion.sure == (un == autre)
    for cote in (un, autre):
        restants = iter("".join(fusion.texte.split()))
        assert all(signe in restants for signe in "".join(cote.split()))


def test_deux_changements_a_des_endroits_differents_se_rejoignent() -> None:
    fusion = fusionner(
        "Le bus passe le lundi. Il est gratuit.",
        "Le bus passe le mardi. Il est gratuit.",
        "Le bus passe le lundi. Il est gratuit et ouvert à tous.",
    )
    assert (fusion.texte, fusion.sure) == ("Le bus passe le mardi. Il est gratuit et ouvert à tous.", True)


def test_deux_changements_au_meme_endroit_restent_tous_les_deux_et_c_est_dit() -> None:
    fusion = fusionner("Le bus passe le lundi.", "Le bus passe le mardi.", "Le bus passe le jeudi.")
    assert (fusion.texte, fusion.sure) == ("Le bus passe le mardi jeudi.", False)


@pytest.mark.parametrize("texte", ["mot " * 4999, "x" * 20_000, "ligne\n" * 3000])
def test_un_texte_tres_long_se_compare_encore(texte: str) -> None:
    autre = texte.replace("mot", "autre", 1).replace("ligne", "phrase", 1)[::-1]
    mien, leur = comparer(texte, autre)
    assert ("".join(m.texte for m in mien), "".join(m.texte for m in leur)) == (texte, autre)
    assert fusionner(texte, autre, texte).texte == autre


def _dites(lues: list[str] | None, miennes: list[str], autres: list[str]) -> list[str]:
    return [(miennes if a_moi else autres)[place] for a_moi, place in fusionner_lignes(lues, miennes, autres)]


@given(lignes.map(lambda x: list(dict.fromkeys(x))), lignes.map(lambda x: list(dict.fromkeys(x))))
def test_une_liste_changee_d_un_seul_cote_est_prise_telle_quelle(lues: list[str], neuves: list[str]) -> None:
    assert _dites(lues, lues, neuves) == neuves
    assert set(_dites(lues, neuves, lues)) == set(neuves)


def test_les_lignes_ajoutees_viennent_et_les_lignes_retirees_partent() -> None:
    assert _dites(["a", "b", "c"], ["a", "x", "c"], ["b", "c", "y"]) == ["x", "c", "y"]
    assert _dites(["a", "b"], ["a", "b1"], ["a", "b2"]) == ["a", "b1", "b2"]
    assert _dites(None, ["a", "x"], ["a", "y"]) == ["a", "x", "y"]
    assert _dites(None, ["x"], []) == ["x"]
