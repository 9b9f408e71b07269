"""What a fiche says of its money and of its indicators, worked out."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given, strategies as st

from fne_roadmaps.domain.errors import RegleViolee
from fne_roadmaps.domain.fiches_action import (
    CENTIMES_MAX,
    Montants,
    Releve,
    attendue,
    par_annee,
    part_faite,
    reste,
    solde,
)

montants = st.one_of(st.none(), st.integers(0, CENTIMES_MAX))
lignes = st.builds(Montants, montants, montants, montants, montants)
besoins = st.integers(0, CENTIMES_MAX)
valeurs = st.decimals(-(10**9), 10**9, places=2)
jours = st.dates(date(2000, 1, 1), date(2060, 1, 1))


@given(besoins, st.lists(lignes, max_size=6))
def test_the_formula_that_is_shown_gives_the_number_that_is_shown(besoin: int, financements: list[Montants]) -> None:
    r = reste(besoin, financements)
    assert r is not None
    assert r.besoin - r.obtenu - r.promis == r.a_trouver == solde(besoin, financements).a_trouver
    assert r.concorde is (r.obtenu + r.promis == besoin)


@given(besoins, st.lists(lignes, max_size=6))
def test_what_nobody_was_asked_for_is_part_of_what_is_missing(besoin: int, financements: list[Montants]) -> None:
    r = reste(besoin, financements)
    assert r is not None
    assert 0 <= r.sans_demande <= max(0, r.a_trouver)
    if not financements:
        assert r.sans_demande == besoin


def test_a_formula_by_hand() -> None:
    """48 000 € needed; the State gave 18 000 of its 24 000, the département everything, a community promised 3 000."""
    lignes = [
        Montants(24_000_00, 24_000_00, 18_000_00),
        Montants(12_500_00, 12_500_00, 12_500_00),
        Montants(6_000_00, 3_000_00, None),
        Montants(4_000_00),
    ]
    r = reste(48_000_00, lignes)
    assert r is not None
    assert (r.obtenu, r.promis, r.a_trouver) == (30_500_00, 3_000_00, 14_500_00)
    assert r.sans_demande == 1_500_00
    assert reste(None, lignes) is None


def test_money_out_of_bounds_is_refused_here_too() -> None:
    with pytest.raises(RegleViolee):
        reste(0, [Montants(promis=-1)])


@given(st.lists(st.tuples(st.integers(2020, 2030), lignes), max_size=8))
def test_totals_by_year_add_up_to_the_totals(financements: list[tuple[int, Montants]]) -> None:
    annees = par_annee(financements)
    assert list(annees) == sorted({annee for annee, _ in financements})
    tout = solde(None, [m for _, m in financements])
    for nom in ("demande", "promis", "obtenu", "depense"):
        connus = [getattr(m, nom) for m in annees.values() if getattr(m, nom) is not None]
        assert getattr(tout, nom) == (sum(connus) if connus else None)


@given(jours, st.integers(1, 4000), valeurs, valeurs, st.integers(0, 4000))
def test_the_straight_way_starts_and_ends_where_it_says_and_stays_between(
    debut: date, duree: int, de: Decimal, vers: Decimal, ecoule: int
) -> None:
    depart, cible = Releve(debut, de), Releve(debut + timedelta(days=duree), vers)
    assert attendue(depart, cible, depart.jour) == de
    assert attendue(depart, cible, cible.jour) == vers
    milieu = attendue(depart, cible, debut + timedelta(days=ecoule))
    assert (milieu is None) is (ecoule > duree)
    if milieu is not None:
        assert min(de, vers) <= milieu <= max(de, vers)


def test_outside_of_the_way_nothing_is_expected() -> None:
    depart, cible = Releve(date(2025, 1, 6), Decimal(0)), Releve(date(2025, 12, 31), Decimal(900))
    assert attendue(depart, cible, date(2025, 1, 5)) is None
    assert attendue(depart, cible, date(2026, 1, 1)) is None
    assert attendue(cible, depart, date(2025, 6, 1)) is None
    assert attendue(depart, depart, depart.jour) is None
    attendu = attendue(depart, cible, date(2025, 5, 31))
    assert attendu is not None
    assert round(attendu) == 364


@pytest.mark.parametrize(
    ("valeur", "depart", "cible", "part"),
    [
        ("264", None, "900", 29),
        ("264", "0", "900", 29),
        ("31", "22", "60", 24),
        ("10", "20", "0", 50),
        ("25", "20", "0", -25),
        ("1000", "0", "900", 111),
        ("5", "5", "5", None),
        ("5", None, "0", None),
    ],
)
def test_the_part_of_the_way_is_told_from_the_baseline(
    valeur: str, depart: str | None, cible: str, part: int | None
) -> None:
    assert part_faite(Decimal(valeur), Decimal(depart) if depart else None, Decimal(cible)) == part


@given(valeurs, valeurs)
def test_the_target_is_the_whole_way(depart: Decimal, cible: Decimal) -> None:
    assert part_faite(cible, depart, cible) == (None if depart == cible else 100)
    assert part_faite(depart, depart, cible) == (None if depart == cible else 0)
