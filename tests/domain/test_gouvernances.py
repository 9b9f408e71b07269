"""Who carries, dated roles, codes of governances; and the periods they rest on."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given, strategies as st

from fne_roadmaps.domain.enums import RoleMembre, TypeGouvernance, TypeStructure
from fne_roadmaps.domain.errors import RegleViolee
from fne_roadmaps.domain.gouvernances import (
    RoleDate,
    peut_porter,
    roles_au,
    verifier_code_gouvernance,
    verifier_roles,
)
from fne_roadmaps.domain.periodes import Periode, verifier_periode

jours = st.dates(date(2023, 1, 1), date(2023, 3, 1))
bouts = st.one_of(st.none(), jours)
roles = st.builds(RoleDate, st.sampled_from(list(RoleMembre)[:3]), bouts, bouts)


def jours_de(p: Periode) -> set[date]:
    """The period's days within a window wider than every bound drawn."""
    fenetre = (date(2022, 12, 1) + timedelta(n) for n in range(150))
    return {d for d in fenetre if not ((p.debut and d < p.debut) or (p.fin and d > p.fin))}


@pytest.mark.parametrize("type_structure", list(TypeStructure))
def test_only_usual_carriers_of_an_fne_governance_go_without_warning(type_structure: TypeStructure) -> None:
    usuels = {"etat", "region", "departement", "epci"}
    avis = peut_porter(TypeGouvernance.DEPARTEMENTALE, type_structure)
    assert (avis is None) == (type_structure.value in usuels)
    assert avis is None or type_structure.libelle in avis
    assert peut_porter(TypeGouvernance.PNT, type_structure) is None
    assert peut_porter(TypeGouvernance.HUB, type_structure) is None


@given(bouts, bouts, bouts, bouts)
def test_periods_overlap_exactly_when_they_share_a_day(
    a: date | None, b: date | None, c: date | None, d: date | None
) -> None:
    une, autre = Periode(a, b), Periode(c, d)
    if jours_de(une) and jours_de(autre):
        assert une.chevauche(autre) == bool(jours_de(une) & jours_de(autre))
        assert une.chevauche(autre) == autre.chevauche(une)


@given(bouts, bouts, jours)
def test_a_day_is_in_a_period_or_not(debut: date | None, fin: date | None, au: date) -> None:
    assert Periode(debut, fin).contient(au) == (au in jours_de(Periode(debut, fin)))


@given(bouts, bouts)
def test_a_period_runs_forwards(debut: date | None, fin: date | None) -> None:
    if debut and fin and fin < debut:
        with pytest.raises(RegleViolee, match="avant le début"):
            verifier_periode(debut, fin)
    else:
        assert verifier_periode(debut, fin) == Periode(debut, fin)


@given(st.lists(roles, max_size=6), jours)
def test_roles_of_a_day_are_those_whose_period_holds(tenus: list[RoleDate], au: date) -> None:
    attendus = {r.role for r in tenus if au in jours_de(r.periode)}
    obtenus = roles_au(tenus, au)
    assert set(obtenus) == attendus
    assert list(obtenus) == [r for r in RoleMembre if r in attendus]


@given(st.lists(roles, max_size=4))
def test_roles_are_refused_exactly_when_reversed_or_doubled(tenus: list[RoleDate]) -> None:
    envers = any(r.debut and r.fin and r.fin < r.debut for r in tenus)
    doubles = any(
        a.role is b.role and jours_de(a.periode) & jours_de(b.periode)
        for i, a in enumerate(tenus)
        for b in tenus[i + 1 :]
    )
    if envers or doubles:
        with pytest.raises(RegleViolee) as refus:
            verifier_roles(tenus)
        assert refus.value.champ.startswith("roles")
    else:
        verifier_roles(tenus)


@pytest.mark.parametrize("code", ["28", "2A", "971", "28-chartres-metropole", "R24", "hub-lo", "pnt-blaisois"])
def test_codes_of_governances(code: str) -> None:
    assert verifier_code_gouvernance(f" {code} ") == code


@pytest.mark.parametrize("code", ["", "20", "28/copil", "28-", "28-Chartres", "Hub", "r_24", "-28", "hub--lo", "1234"])
def test_no_codes_of_governances(code: str) -> None:
    with pytest.raises(RegleViolee):
        verifier_code_gouvernance(code)
