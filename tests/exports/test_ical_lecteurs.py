"""One hostile agenda, five engines that know nothing of one another, the same UTC table."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from datetime import UTC, date, datetime
from hashlib import sha256
from pathlib import Path

import pytest
from icalendar import Calendar, Component

from exports.ical import FORME, rendre_agenda
from tests.exports.cas_ical import ATTENDU, HOSTILE, Lu
from tests.support.agendas import Khal
from tests.support.outils import RACINE, exiger, renoncer

ICI = Path(__file__).parent


@pytest.fixture
def fichier(tmp_path: Path) -> Path:
    chemin = tmp_path / "agenda été.ics"
    chemin.write_bytes(rendre_agenda(HOSTILE).octets)
    return chemin


def _sortie(*commande: str | Path) -> list[Lu]:
    fini = subprocess.run(commande, capture_output=True, check=False, env={**os.environ, "TZ": "UTC"})
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


@pytest.mark.parametrize(("paquet", "lecteur"), [("ical.js", "lire_ical.mjs"), ("node-ical", "lire_node_ical.mjs")])
def test_les_moteurs_de_node_lisent_la_table_attendue(fichier: Path, paquet: str, lecteur: str) -> None:
    node = exiger("node")
    if not (RACINE / "node_modules" / paquet).is_dir():
        renoncer(f"{paquet} n’est pas installé : test sauté. Remède : « make test », qui fait la mise en place.")
    attendu = ATTENDU
    if paquet == "node-ical":
        # It takes a written backslash followed by « n » for the end of a line, against RFC 5545 §3.3.11.
        attendu = [
            lu._replace(**{c: getattr(lu, c).replace("\\n", "\\\n") for c in ("titre", "description")})
            for lu in ATTENDU
        ]
    assert _sortie(node, ICI / lecteur, fichier) == attendu


def test_khal_montre_la_table_attendue_et_ne_double_rien(fichier: Path, tmp_path: Path) -> None:
    khal = Khal(tmp_path)
    khal.importer(fichier)
    assert [Lu(*lue) for lue in khal.lire()] == ATTENDU
    (hiver, *autres) = HOSTILE.evenements
    deplacee = hiver.model_copy(update={"heure_debut": "10:30", "sequence": hiver.sequence + 1})
    fichier.write_bytes(rendre_agenda(HOSTILE.model_copy(update={"evenements": (deplacee, *autres)})).octets)
    khal.importer(fichier)
    avant, apres = {lu.uid: lu for lu in ATTENDU}, [Lu(*lue) for lue in khal.lire()]
    assert len(apres) == len(avant)
    assert [lu._replace(debut=avant[lu.uid].debut) for lu in apres if avant[lu.uid] != lu] == [avant[hiver.uid]]


def test_les_memes_reunions_donnent_les_octets_de_leur_forme() -> None:
    """Whoever follows a feed is told it changed by ``FORME`` when only the way of writing did."""
    octets = rendre_agenda(HOSTILE).octets
    assert (FORME, sha256(octets).hexdigest()[:16]) == (1, "59f2ab07394dc0e7")


def test_ce_qui_n_a_pas_de_place_est_dit() -> None:
    (ecarte,) = rendre_agenda(HOSTILE).ecartes
    assert (ecarte.code, ecarte.titre, ecarte.raison) == (
        "28/annee",
        "Année seule",
        "année seule connue (2026)",
    )
