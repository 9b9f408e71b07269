"""The constant time-zone blocks say the same as the time-zone database."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from icalendar import Timezone

from exports.ical import FUSEAUX
from exports.ical.fuseaux import rendre_fuseau


@pytest.mark.parametrize("tzid", sorted(FUSEAUX))
def test_le_bloc_dit_comme_la_base_des_fuseaux(tzid: str) -> None:
    bloc = Timezone.from_ical(rendre_fuseau(tzid))
    assert isinstance(bloc, Timezone)
    lu, vrai = bloc.to_tz(lookup_tzid=False), ZoneInfo(tzid)
    midi = datetime(2019, 1, 1, 12)  # noqa: DTZ001 - wall clock, read in two zones below
    jours = [midi + timedelta(days=n) for n in range(366 * 12)]
    assert [j for j in jours if j.replace(tzinfo=lu).utcoffset() != j.replace(tzinfo=vrai).utcoffset()] == []
    assert {j.replace(tzinfo=lu).tzname() for j in jours} == {j.replace(tzinfo=vrai).tzname() for j in jours}


@pytest.mark.parametrize(
    ("tzid", "changement"),
    [
        ("Europe/Paris", datetime(2026, 3, 29, 1, tzinfo=UTC)),
        ("Europe/Paris", datetime(2026, 10, 25, 1, tzinfo=UTC)),
        ("America/Miquelon", datetime(2026, 3, 8, 5, tzinfo=UTC)),
        ("America/Miquelon", datetime(2026, 11, 1, 4, tzinfo=UTC)),
    ],
)
def test_l_heure_change_a_la_bonne_minute(tzid: str, changement: datetime) -> None:
    bloc = Timezone.from_ical(rendre_fuseau(tzid))
    assert isinstance(bloc, Timezone)
    instants = [changement - timedelta(minutes=1), changement]
    lus, vrais = (
        [instant.astimezone(zone).replace(tzinfo=None) for instant in instants]
        for zone in (bloc.to_tz(lookup_tzid=False), ZoneInfo(tzid))
    )
    assert lus == vrais
    assert abs(vrais[1] - vrais[0]) > timedelta(minutes=1)


def test_les_regles_sont_annuelles_et_jamais_des_listes_de_dates() -> None:
    blocs = b"".join(map(rendre_fuseau, sorted(FUSEAUX)))
    assert b"RDATE" not in blocs
    assert blocs.count(b"RRULE:FREQ=YEARLY") == 4


def test_un_fuseau_inconnu_n_a_pas_de_bloc() -> None:
    with pytest.raises(KeyError):
        rendre_fuseau("Europe/Brussels")
