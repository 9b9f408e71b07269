"""Orders of a roadmap: numbers stay unique, nobody is lost, and nothing signed moves."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, strategies as st

from fne_roadmaps.domain.arbitrage import (
    deplacer_axe,
    descendre_fiche,
    monter_fiche,
    placer_fiche,
    ranger,
)
from fne_roadmaps.domain.errors import RegleViolee


@st.composite
def ordres(draw: st.DrawFn) -> tuple[Any, ...]:
    """A roadmap with signed fiches, and a wanted order that respects them."""
    axes = draw(st.lists(st.sampled_from("ABCD"), min_size=1, max_size=4, unique=True))
    places: dict[str, tuple[str, int]] = {}
    signees: dict[str, str] = {}
    reserves: dict[str, set[int]] = {}
    for a in axes:
        rangs = draw(st.lists(st.integers(1, 9), max_size=4, unique=True))
        imprimes = draw(st.sets(st.sampled_from(rangs))) if rangs else set()
        reserves[a] = imprimes | draw(st.sets(st.integers(1, 9), max_size=2))
        for r in rangs:
            places[f"{a}{r}"] = (a, r)
            if r in imprimes:
                signees[f"{a}{r}"] = f"{a}.{r}"
    mobiles = draw(st.permutations([f for f in places if f not in signees]))
    voulu: dict[str, list[str]] = {
        a: sorted((f for f in signees if places[f][0] == a), key=lambda f: places[f][1]) for a in axes
    }
    for f in mobiles:
        voulu[draw(st.sampled_from(axes))].append(f)
    return places, voulu, signees, reserves


@given(ordres())
def test_l_ordre_voulu_donne_des_numeros_uniques_et_laisse_ceux_qui_sont_signes(cas: tuple[Any, ...]) -> None:
    places, voulu, signees, reserves = cas
    nouvelles = ranger(places, voulu, signees=signees, reserves=reserves)
    assert set(nouvelles) == set(places)
    assert len(set(nouvelles.values())) == len(places)
    for fiche, (axe, rang) in nouvelles.items():
        if fiche in signees:
            assert (axe, rang) == places[fiche]
        else:
            assert rang not in reserves[axe]
            assert fiche in voulu[axe]
    for axe, fiches in voulu.items():
        assert sorted(fiches, key=lambda f: nouvelles[f][1]) == fiches, axe
    assert ranger(nouvelles, voulu, signees=signees, reserves=reserves) == nouvelles


@given(ordres(), st.data())
def test_une_fiche_signee_ne_change_ni_d_axe_ni_de_rang(cas: tuple[Any, ...], data: st.DataObject) -> None:
    places, voulu, signees, reserves = cas
    if not signees or len(places) < 2:
        return
    signee = data.draw(st.sampled_from(sorted(signees)))
    ailleurs = {a: [f for f in fiches if f != signee] for a, fiches in voulu.items()}
    axe = data.draw(st.sampled_from(sorted(ailleurs)))
    ailleurs[axe].append(signee)
    if ailleurs == voulu:
        return
    with pytest.raises(RegleViolee, match="texte publié") as refus:
        ranger(places, ailleurs, signees=signees, reserves=reserves)
    assert refus.value.champ == "ordre"


@pytest.mark.parametrize("voulu", [{"A": ["a", "a"]}, {"A": ["a"]}, {"A": ["a", "b", "c"]}])
def test_l_ordre_nomme_chaque_fiche_une_fois(voulu: dict[str, list[str]]) -> None:
    with pytest.raises(RegleViolee) as refus:
        ranger({"a": ("A", 1), "b": ("A", 2)}, voulu, signees={}, reserves={})
    assert refus.value.champ == "ordre"


@given(ordres(), st.data())
def test_un_mouvement_ne_perd_personne_et_laisse_toujours_un_ordre_permis(
    cas: tuple[Any, ...], data: st.DataObject
) -> None:
    places, voulu, signees, reserves = cas
    mobiles = sorted(set(places) - set(signees))
    for _ in range(3):
        geste = data.draw(st.sampled_from(["monter", "descendre", "placer", "axe"]))
        avant = voulu
        if geste == "axe":
            voulu = deplacer_axe(voulu, data.draw(st.sampled_from(list(voulu))), data.draw(st.sampled_from([-1, 1])))
            assert voulu == avant
            continue
        if not mobiles:
            return
        fiche = data.draw(st.sampled_from(mobiles))
        if geste == "monter":
            voulu = monter_fiche(voulu, fiche, signees)
        elif geste == "descendre":
            voulu = descendre_fiche(voulu, fiche, signees)
        else:
            voulu = placer_fiche(voulu, fiche, data.draw(st.sampled_from(list(voulu))))
        assert list(voulu) == list(avant)
        assert sorted(f for x in voulu.values() for f in x) == sorted(places)
        ranger(places, voulu, signees=signees, reserves=reserves)


def test_monter_et_descendre_passent_d_un_axe_a_l_autre_sans_doubler_ce_qui_est_signe() -> None:
    ordre = {"A": ["a1", "a2"], "B": ["b1", "b2"], "C": []}
    assert monter_fiche(ordre, "a2", {"b1"}) == {**ordre, "A": ["a2", "a1"]}
    assert monter_fiche(ordre, "a2", {"a1"}) == ordre
    assert monter_fiche(ordre, "b2", {"b1"}) == {"A": ["a1", "a2", "b2"], "B": ["b1"], "C": []}
    assert descendre_fiche(ordre, "a2", {"b1"}) == {"A": ["a1"], "B": ["b1", "a2", "b2"], "C": []}
    assert descendre_fiche(ordre, "b1", ()) == {**ordre, "B": ["b2", "b1"]}
    assert descendre_fiche(ordre, "b2", ()) == {**ordre, "B": ["b1"], "C": ["b2"]}
    assert placer_fiche(ordre, "a1", "C") == {"A": ["a2"], "B": ["b1", "b2"], "C": ["a1"]}
    assert list(deplacer_axe(ordre, "A", 1)) == ["B", "A", "C"]
    assert list(deplacer_axe(ordre, "A", -1)) == ["A", "B", "C"]
    assert list(deplacer_axe(ordre, "C", 1)) == ["A", "B", "C"]
