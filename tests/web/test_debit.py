"""How many requests are answered in a while: for each caller, and of as many callers as is remembered."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from hypothesis import given, strategies as st

from backend.web import debit
from backend.web.debit import Debit

MIDI = datetime(2025, 6, 17, 12, 0, tzinfo=UTC)
MINUTE = timedelta(minutes=1)


@given(st.lists(st.integers(min_value=0, max_value=600), max_size=60), st.integers(min_value=1, max_value=5))
def test_jamais_plus_que_le_maximum_et_l_attente_dite_suffit(instants: list[int], maximum: int) -> None:
    tenu = Debit(maximum, MINUTE)
    debut, nombre = MIDI - MINUTE, maximum
    for seconde in sorted(instants):
        ici = MIDI + timedelta(seconds=seconde)
        if ici - debut >= MINUTE:
            debut, nombre = ici, 0
        nombre += 1
        attente = tenu.compter("un", ici)
        assert (attente == 0) == (nombre <= maximum)
        assert attente == 0 or ici + timedelta(seconds=attente) >= debut + MINUTE


def test_chacun_a_son_compte_et_l_on_oublie_les_plus_anciens() -> None:
    tenu = Debit(1, MINUTE)
    assert tenu.compter("un", MIDI) == tenu.compter("deux", MIDI) == 0
    assert tenu.compter("un", MIDI) == 60
    for autre in range(debit.CLES_MAX):
        tenu.compter(autre, MIDI)
    assert tenu.compter("un", MIDI) == 0
