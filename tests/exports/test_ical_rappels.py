"""Reminders: for who asked, on what takes people's time, and nothing else of the file moves."""

from __future__ import annotations

from datetime import timedelta

import pytest
from icalendar import Calendar

from exports.ical import assembler, rendre_blocs
from fne_roadmaps.domain.flux import RAPPELS
from tests.exports.cas_ical import HOSTILE


def ecrire(rappel: int | None) -> bytes:
    """The hostile agenda, for who asked for this reminder."""
    blocs = [bloc for doc in HOSTILE.evenements for bloc in rendre_blocs(doc)]
    return assembler(HOSTILE.nom, HOSTILE.description, HOSTILE.fuseau, blocs, rappel_minutes=rappel)


@pytest.mark.parametrize("minutes", RAPPELS)
def test_sonne_ce_qui_retient_et_rien_d_autre(minutes: int) -> None:
    rappels = {}
    for e in Calendar.from_ical(ecrire(minutes)).walk("VEVENT"):
        alarmes = e.walk("VALARM")
        if str(e["status"]) == "CANCELLED" or str(e["transp"]) == "TRANSPARENT":
            assert not alarmes, e["uid"]
            continue
        (alarme,) = alarmes
        assert str(alarme["action"]) == "DISPLAY"
        rappels[str(e["uid"]).partition("@")[0]] = alarme.decoded("trigger")
    assert rappels["hiver"] == rappels["reunion"] == -timedelta(minutes=minutes)
    assert rappels["sans-heure"] == rappels["deux-jours"] == -timedelta(hours=15)


def test_un_rappel_ne_change_rien_de_plus_et_personne_d_autre_ne_l_entend() -> None:
    nu, sonnant = ecrire(None), ecrire(15)
    assert b"VALARM" not in nu
    debut, fin = b"BEGIN:VALARM", b"END:VALARM\r\n"
    morceaux = sonnant.split(debut)
    assert morceaux[0] + b"".join(m.partition(fin)[2] for m in morceaux[1:]) == nu
    assert all(len(ligne) <= 75 for ligne in sonnant.split(b"\r\n"))
