"""Codes and numbers of territories and organisations, and time zones."""

from __future__ import annotations

import zoneinfo

import pytest
from hypothesis import given, strategies as st

from fne_roadmaps.domain.enums import TypeTerritoire
from fne_roadmaps.domain.errors import RegleViolee
from fne_roadmaps.domain.territoires import (
    COLLECTIVITES,
    DEPARTEMENTS,
    FUSEAUX,
    code_commune,
    code_departement,
    code_territoire,
    fuseau_du_departement,
    ridet,
    rna,
    siren,
    siret,
    verifier_fuseau,
)


def cle_luhn(debut: str) -> str:
    """Key digit by the textbook table, another way than the rule computes it."""
    double = (0, 2, 4, 6, 8, 1, 3, 5, 7, 9)
    somme = sum(double[int(c)] if i % 2 == 0 else int(c) for i, c in enumerate(reversed(debut)))
    return debut + str(-somme % 10)


chiffres = st.text(alphabet="0123456789", min_size=1)
sirens = st.from_regex(r"[1-9][0-9]{7}", fullmatch=True).map(cle_luhn)
sirets = st.builds(lambda s, n: cle_luhn(s + n), sirens, st.from_regex(r"[0-9]{4}", fullmatch=True))


def test_there_are_101_departements_and_7_collectivites() -> None:
    assert len(DEPARTEMENTS) == 101
    assert len(COLLECTIVITES) == 7
    assert {"2A", "2B", "971", "976"} <= DEPARTEMENTS
    assert "20" not in DEPARTEMENTS


@given(st.sampled_from(sorted(DEPARTEMENTS | COLLECTIVITES)))
def test_every_departement_is_kept_as_text_and_has_a_real_time_zone(code: str) -> None:
    assert code_departement(f" {code.lower()} ") == code
    zone = fuseau_du_departement(code)
    assert verifier_fuseau(zone) == zone
    assert zoneinfo.ZoneInfo(zone).key == zone
    assert (zone == "Europe/Paris") == (len(code) == 2)


@pytest.mark.parametrize(
    ("code", "cause"),
    [
        ("20", "2A"),
        ("1", "« 01 »"),
        ("96", "96"),
        ("00", "00"),
        ("2C", "2C"),
        ("979", "979"),
        ("", ""),
        ("٢٨", "٢٨"),
    ],
)
def test_a_code_that_is_no_departement_is_refused(code: str, cause: str) -> None:
    with pytest.raises(RegleViolee) as refus:
        code_departement(code, "departements.0")
    assert refus.value.champ == "departements.0"
    assert cause in refus.value.message.replace("\u202f", " ")


def test_overseas_zones() -> None:
    assert fuseau_du_departement("974") == "Indian/Reunion"
    assert fuseau_du_departement("988") == "Pacific/Noumea"
    assert fuseau_du_departement("2a") == "Europe/Paris"
    assert len(FUSEAUX) == 13
    with pytest.raises(RegleViolee):
        verifier_fuseau("Mars/Olympus")


@pytest.mark.parametrize("code", ["28085", "2A004", "2b033", "97411", "98818"])
def test_communes(code: str) -> None:
    assert code_commune(code) == code.upper()


@pytest.mark.parametrize("code", ["20004", "9999", "280850", "2C001", "96001", "A8085", "97911", "2808A"])
def test_no_communes(code: str) -> None:
    with pytest.raises(RegleViolee):
        code_commune(code)


@pytest.mark.parametrize(
    ("type_", "bon", "faux"),
    [
        (TypeTerritoire.PAYS, "FR", "28"),
        (TypeTerritoire.REGION, "R24", "24"),
        (TypeTerritoire.DEPARTEMENT, "2A", "20"),
        (TypeTerritoire.EPCI, "200033181", "200033182"),
        (TypeTerritoire.EPCI, "41-agglopolys", "20-agglopolys"),
        (TypeTerritoire.BASSIN_DE_VIE, "bv-nogent-le-rotrou", "chartres"),
        (TypeTerritoire.COMMUNE, "28085", "28"),
    ],
)
def test_each_type_of_territory_has_its_code(type_: TypeTerritoire, bon: str, faux: str) -> None:
    assert code_territoire(type_, bon) == bon
    with pytest.raises(RegleViolee):
        code_territoire(type_, faux)


@given(sirens)
def test_a_siren_with_its_key_passes_and_any_one_wrong_digit_does_not(numero: str) -> None:
    assert siren(f"{numero[:3]} {numero[3:6]}\u00a0{numero[6:]}") == numero
    for place in range(9):
        autre = str((int(numero[place]) + 1) % 10)
        with pytest.raises(RegleViolee):
            siren(numero[:place] + autre + numero[place + 1 :])


@given(sirets, st.integers(0, 13), st.integers(1, 9))
def test_a_siret_passes_and_any_one_wrong_digit_does_not(numero: str, place: int, ecart: int) -> None:
    assert siret(numero) == numero
    autre = str((int(numero[place]) + ecart) % 10)
    with pytest.raises(RegleViolee):
        siret(numero[:place] + autre + numero[place + 1 :])


@given(st.integers(0, 99_999))
def test_la_poste_offices_follow_a_sum_of_digits(nic: int) -> None:
    numero = f"356000000{nic:05d}"
    somme = sum(map(int, numero))
    if somme % 5 == 0:
        assert siret(numero) == numero
    elif cle_luhn(numero[:-1]) != numero:
        with pytest.raises(RegleViolee):
            siret(numero)


def test_la_poste_head_office_keeps_its_luhn_key() -> None:
    assert siret("356 000 000 00048") == "35600000000048"


@pytest.mark.parametrize("numero", ["", "0" * 14, "3622852090003", "362285209000355", "3622852090003X", "٣" * 14])
def test_no_sirets(numero: str) -> None:
    with pytest.raises(RegleViolee, match="14 chiffres"):
        siret(numero)


@pytest.mark.parametrize("numero", ["123456", "1234567", "123456.001", "1 234 567.001"])
def test_ridets(numero: str) -> None:
    assert ridet(numero).isdigit()
    with pytest.raises(RegleViolee):
        ridet(numero[:5])


@pytest.mark.parametrize("numero", ["W281000123", "w2a1000123", "W9R1 000 123"])
def test_rnas(numero: str) -> None:
    assert len(rna(numero)) == 10
    with pytest.raises(RegleViolee):
        rna(numero[1:])
