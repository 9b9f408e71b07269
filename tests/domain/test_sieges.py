"""Mandates that share no day, quorums that can be reached, cadences said by their rhythm."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import UUID

import pytest
from hypothesis import given, strategies as st

from fne_roadmaps.domain.cadences import Nombres, Rythme, dire_mois, dire_nombres, lire_mois, nombres_de, rythme_de
from fne_roadmaps.domain.errors import RegleViolee
from fne_roadmaps.domain.sieges import (
    SiegeTenu,
    verifier_quorum,
    verifier_quorum_apres,
    verifier_sieges,
    voix_attendues,
)

AU = date(2025, 6, 17)
jours = st.none() | st.dates(date(2024, 1, 1), date(2026, 12, 31))
sieges = st.builds(
    SiegeTenu,
    structure=st.sampled_from([UUID(int=1), UUID(int=2)]),
    poste=st.sampled_from([None, UUID(int=3), UUID(int=4)]),
    voix=st.booleans(),
    debut=jours,
    fin=jours,
).filter(lambda s: s.debut is None or s.fin is None or s.debut <= s.fin)


@given(st.lists(sieges, max_size=6))
def test_a_list_is_accepted_exactly_when_no_place_is_held_twice_on_one_day(liste: list[SiegeTenu]) -> None:
    jour, double = date(2023, 12, 31), False
    while jour <= date(2027, 1, 1) and not double:
        places = [s.place for s in liste if s.mandat.contient(jour)]
        double = len(places) != len(set(places))
        jour += timedelta(days=1)
    try:
        verifier_sieges(liste)
        refuse = False
    except RegleViolee as violation:
        refuse = violation.champ.endswith(".debut")
    assert refuse == double


@given(st.lists(sieges, max_size=6), st.integers(1, 7))
def test_a_quorum_is_accepted_when_some_day_to_come_has_as_many_voices(liste: list[SiegeTenu], quorum: int) -> None:
    atteint = max(sum(1 for s in liste if s.voix and s.mandat.contient(AU + timedelta(days=n))) for n in range(0, 600))
    assert voix_attendues(liste, AU) == atteint
    try:
        verifier_quorum(quorum, atteint)
        assert quorum <= atteint
    except RegleViolee:
        assert quorum > atteint


def test_more_voices_are_always_welcome() -> None:
    verifier_quorum_apres(9, 1, 2)
    verifier_quorum_apres(2, 5, 2)
    verifier_quorum_apres(None, 5, 0)
    with pytest.raises(RegleViolee, match="aucun siège n’aurait plus de voix"):
        verifier_quorum_apres(1, 1, 0)


@given(st.sampled_from(Rythme), st.integers(1, 366), st.integers(1, 366), st.integers(1, 240))
def test_a_rhythm_is_said_by_its_name_whatever_it_holds(rythme: Rythme, mini: int, maxi: int, demi_mois: int) -> None:
    nombres = nombres_de(rythme, mini, maxi, demi_mois)
    assert nombres_de(rythme_de(nombres), *nombres) == nombres
    assert dire_nombres(rythme, nombres)
    assert lire_mois(dire_mois(demi_mois)) == demi_mois


@pytest.mark.parametrize(
    ("rythme", "nombres", "dit"),
    [
        (Rythme.PAR_AN, (4, 6, None), "4 à 6 par an"),
        (Rythme.PAR_AN, (4, 4, None), "4 par an"),
        (Rythme.PAR_AN, (None, 6, None), "Au plus 6 par an"),
        (Rythme.PAR_AN, (2, None, None), "Au moins 2 par an"),
        (Rythme.INTERVALLE, (None, None, 5), "Tous les 2,5 mois"),
        (Rythme.INTERVALLE, (None, None, 2), "Tous les mois"),
        (Rythme.TRIMESTRIEL, (4, 4, 6), "Trimestrielle"),
        (Rythme.A_LA_DEMANDE, (None, None, None), "À la demande"),
    ],
)
def test_words_of_a_cadence(rythme: Rythme, nombres: Nombres, dit: str) -> None:
    assert dire_nombres(rythme, nombres) == dit
    assert rythme_de(nombres) is rythme


@pytest.mark.parametrize("texte", ["0", "2,3", "-1", "deux", "121", "1e3", "²"])
def test_months_that_cannot_be_read(texte: str) -> None:
    with pytest.raises(RegleViolee) as refus:
        lire_mois(texte)
    assert refus.value.champ == "mois"


@pytest.mark.parametrize(("rythme", "champ"), [(Rythme.PAR_AN, "min_par_an"), (Rythme.INTERVALLE, "mois")])
def test_a_rhythm_that_lacks_its_numbers(rythme: Rythme, champ: str) -> None:
    with pytest.raises(RegleViolee) as refus:
        nombres_de(rythme)
    assert refus.value.champ == champ
