"""What a structure did: each meeting once, each role under its name, the time only where it was counted."""

from __future__ import annotations

from datetime import date

from hypothesis import given, strategies as st

from fne_roadmaps.domain.dates import lire_date
from fne_roadmaps.domain.enums import RoleInstance, TypeInstance
from fne_roadmaps.domain.participation import RoleTenu, annee_sure, cumuler, cumuler_par_lieu, tient

ROLES = st.lists(
    st.builds(
        lambda reunion, role, minutes: RoleTenu(
            # A meeting is of one place and one body, whatever the roles held there.
            reunion,
            (None, "Cher", "Indre")[reunion % 3],
            (None, TypeInstance.COPIL, TypeInstance.COTECH)[reunion % 2 + 1 if reunion % 5 else 0],
            role,
            minutes,
        ),
        st.integers(0, 12),
        st.sampled_from(RoleInstance),
        st.none() | st.integers(0, 600),
    ),
    max_size=30,
)


@given(ROLES)
def test_chaque_reunion_compte_une_fois_et_rien_ne_se_perd_entre_les_lieux(roles: list[RoleTenu]) -> None:
    ensemble, par_lieu = cumuler(roles), cumuler_par_lieu(roles)
    assert ensemble.reunions == len({r.reunion for r in roles}) == sum(c.reunions for c in par_lieu.values())
    assert sum(ensemble.types.values()) == ensemble.reunions
    assert ensemble.minutes == sum(c.minutes for c in par_lieu.values()) == sum(r.minutes or 0 for r in roles)
    assert ensemble.comptees == len({r.reunion for r in roles if r.minutes is not None}) <= ensemble.reunions
    for role in RoleInstance:
        assert ensemble.roles.get(role, 0) == len({r.reunion for r in roles if r.role is role})
    assert list(par_lieu) == sorted(par_lieu, key=lambda lieu: (lieu is None, lieu or ""))


def test_une_annee_est_sure_ou_ne_l_est_pas() -> None:
    assert annee_sure(lire_date("2024")) == 2024
    assert annee_sure(lire_date("2024-12-31/2025-01-01")) == 2024
    assert annee_sure(lire_date("[2024-12-31,2025-01-07]")) is None
    assert annee_sure(lire_date("2024-01/..")) is None
    assert annee_sure(None) is None


def test_un_role_date_se_tient_un_jour_au_moins_de_l_annee() -> None:
    assert tient(None, None, 2024)
    assert tient(date(2024, 12, 31), None, 2024)
    assert tient(None, date(2024, 1, 1), 2024)
    assert not tient(date(2025, 1, 1), None, 2024)
    assert not tient(None, date(2023, 12, 31), 2024)
