"""Amounts as people type them, and what a line of money says against itself."""

from __future__ import annotations

import pytest
from hypothesis import given, strategies as st

from exports.formats import euros
from fne_roadmaps.domain.errors import RegleViolee
from fne_roadmaps.domain.fiches_action import CENTIMES_MAX, Montants, discordances, lire_euros


@given(st.integers(0, CENTIMES_MAX))
def test_un_montant_imprime_se_relit(centimes: int) -> None:
    assert lire_euros(euros(centimes), "besoin") == centimes


@pytest.mark.parametrize(
    ("tape", "centimes"),
    [("12 500", 1250000), ("12500,5", 1250050), ("12500.05 €", 1250005), ("0", 0), (" 7\u202f000\u00a0€ ", 700000)],
)
def test_les_euros_se_tapent_comme_on_les_ecrit(tape: str, centimes: int) -> None:
    assert lire_euros(tape, "besoin") == centimes


@pytest.mark.parametrize(
    "tape", ["environ 48 000", "-5", "12,500,00", "1.250,00", "12,345", "", "€", "1e9", "\uff19", "1" * 30]
)
def test_ce_qui_n_est_pas_un_montant_est_refuse_en_le_disant(tape: str) -> None:
    with pytest.raises(RegleViolee) as refus:
        lire_euros(tape, "financements.0.promis")
    assert refus.value.champ == "financements.0.promis"


@pytest.mark.parametrize(
    ("montants", "dites"),
    [
        (Montants(), ()),
        (Montants(100, 100, 100, 100), ()),
        (Montants(100, None, 50, None), ()),
        (Montants(demande=100, promis=101), ("le promis dépasse le demandé",)),
        (Montants(promis=100, obtenu=101), ("l’obtenu dépasse le promis",)),
        (Montants(obtenu=100, depense=101), ("la dépense dépasse l’obtenu",)),
        (Montants(depense=101), ()),
        (
            Montants(1, 2, 3, 4),
            ("l’obtenu dépasse le promis", "le promis dépasse le demandé", "la dépense dépasse l’obtenu"),
        ),
    ],
)
def test_une_ligne_dit_ce_qui_ne_concorde_pas(montants: Montants, dites: tuple[str, ...]) -> None:
    assert discordances(montants) == dites
