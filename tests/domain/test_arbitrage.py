"""What the arbitration asks: reasons, likely duplicates, what is merged, what is thrown away."""

from __future__ import annotations

import pytest
from hypothesis import given, strategies as st

from fne_roadmaps.domain.arbitrage import (
    FUSIONNABLES,
    SUPPRIMABLES,
    doublons_probables,
    exiger_motif,
    refuser_fusion_nue,
    verifier_supprimable,
    vers_la_fusion,
)
from fne_roadmaps.domain.enums import Instruction
from fne_roadmaps.domain.errors import RegleViolee
from fne_roadmaps.domain.textes import replier


def test_les_doublons_probables_se_trouvent_sans_accents_ni_pluriels() -> None:
    titres = [
        (1, "Prêter des ordinateurs aux étudiants"),
        (2, "Un prêt d’ordinateur pour l’étudiant"),
        (3, "Former les aidants numériques"),
        (4, "FORMER LES AIDANTS"),
        (5, "Cartographier les lieux"),
    ]
    proches = doublons_probables(titres)
    assert proches == {1: (2,), 2: (1,), 3: (4,), 4: (3,), 5: ()}


@given(st.lists(st.text(alphabet="abé XY’1", max_size=12), max_size=8))
def test_la_ressemblance_va_dans_les_deux_sens(titres: list[str]) -> None:
    proches = doublons_probables(list(enumerate(titres)))
    assert set(proches) == set(range(len(titres)))
    for i, autres in proches.items():
        assert i not in autres
        for j in autres:
            assert i in proches[j]
    for i, un in enumerate(titres):
        for j, autre in enumerate(titres):
            if i != j and replier(un) == replier(autre):
                assert j in proches[i]


def test_ecarter_demande_pourquoi_et_fusionner_dans_quoi() -> None:
    for vide in (None, "", "  "):
        with pytest.raises(RegleViolee) as refus:
            exiger_motif(Instruction.ECARTEE, vide)
        assert refus.value.champ == "pourquoi"
    exiger_motif(Instruction.ECARTEE, "Hors sujet.")
    exiger_motif(Instruction.RETENUE, None)
    for de in Instruction:
        with pytest.raises(RegleViolee):
            refuser_fusion_nue(de, Instruction.FUSIONNEE)
    with pytest.raises(RegleViolee):
        refuser_fusion_nue(Instruction.FUSIONNEE, Instruction.EN_INSTRUCTION)
    refuser_fusion_nue(Instruction.EN_INSTRUCTION, Instruction.RETENUE)


@pytest.mark.parametrize("etat", Instruction)
def test_ce_qui_se_fusionne_et_ce_qui_se_jette(etat: Instruction) -> None:
    if etat in FUSIONNABLES:
        assert vers_la_fusion(etat, signee=False)[-1] is Instruction.FUSIONNEE
    else:
        with pytest.raises(RegleViolee):
            vers_la_fusion(etat, signee=False)
    if etat is Instruction.RETENUE:
        with pytest.raises(RegleViolee, match="texte signé"):
            vers_la_fusion(etat, signee=True)
    if etat in SUPPRIMABLES:
        verifier_supprimable(etat)
    else:
        with pytest.raises(RegleViolee):
            verifier_supprimable(etat)
