"""One hostile agenda, three engines that know nothing of one another, the same UTC table."""

from __future__ import annotations

import json
import subprocess
import sys
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from icalendar import Calendar, Component

from exports.ical import rendre_agenda
from tests.exports.cas_ical import ATTENDU, HOSTILE, Lu
from tests.support.outils import RACINE, exiger, renoncer

ICI = Path(__file__).parent


@pytest.fixture
def fichier(tmp_path: Path) -> Path:
    chemin = tmp_path / "agenda été.ics"
    chemin.write_bytes(rendre_agenda(HOSTILE).octets)
    return chemin


def _sortie(*commande: str | Path) -> list[Lu]:
    fini = subprocess.run(commande, capture_output=True, check=False)
    assert fini.returncode == 0, fini.stderr.decode()
    return sorted(Lu(*ligne) for ligne in json.loads(fini.stdout))


def _dire(valeur: date | datetime) -> str:
    if isinstance(valeur, datetime):
        return valeur.astimezone(UTC).strftime("%Y-%m-%dT%H:%MZ")
    return valeur.isoformat()


def _lire(vevent: Component) -> Lu:
    debut = vevent.decoded("dtstart")
    fin = vevent.decoded("dtend") if "dtend" in vevent else debut + vevent.decoded("duration")
    textes = (str(vevent.get(nom, "")) for nom in ("status", "summary", "description"))
    return Lu(str(vevent["uid"]), _dire(debut), _dire(fin), *textes)


def test_icalendar_lit_la_table_attendue(fichier: Path) -> None:
    calendrier = Calendar.from_ical(fichier.read_bytes())
    evenements = calendrier.walk("VEVENT")
    assert sorted(map(_lire, evenements)) == ATTENDU
    assert [composant.errors for composant in calendrier.walk() if composant.errors] == []


def test_vobject_lit_la_table_attendue(fichier: Path) -> None:
    assert _sortie(sys.executable, ICI / "lire_vobject.py", fichier) == ATTENDU


def test_ical_js_lit_la_table_attendue(fichier: Path) -> None:
    node = exiger("node")
    if not (RACINE / "node_modules" / "ical.js").is_dir():
        renoncer("ical.js n’est pas installé : test sauté. Remède : « make test », qui fait la mise en place.")
    assert _sortie(node, ICI / "lire_ical.mjs", fichier) == ATTENDU


def test_ce_qui_n_a_pas_de_place_est_dit() -> None:
    (ecarte,) = rendre_agenda(HOSTILE).ecartes
    assert (ecarte.code, ecarte.titre, ecarte.raison) == (
        "28/annee",
        "Année seule",
        "année seule connue (2026)",
    )
