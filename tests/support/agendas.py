"""Calendar programs people use, without a screen: khal, which lists what it holds, and vdirsyncer, which follows."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from datetime import date, timedelta
from importlib.util import find_spec
from pathlib import Path

from tests.support.outils import renoncer

_KHAL = """
[calendars]
[[fne]]
path = {agenda}
type = calendar
[locale]
local_timezone = UTC
default_timezone = UTC
timeformat = %H:%M
dateformat = %Y-%m-%d
longdateformat = %Y-%m-%d
datetimeformat = %Y-%m-%d %H:%M
longdatetimeformat = %Y-%m-%dT%H:%MZ
[sqlite]
path = {base}
"""
_CHAMPS = ("uid", "start-long-full", "end-long-full", "all-day", "status", "title", "description")
_VDIRSYNCER = """
[general]
status_path = "{etat}"
[pair fne]
a = "flux"
b = "local"
collections = null
[storage flux]
type = "http"
url = "{adresse}"
[storage local]
type = "filesystem"
path = "{agenda}"
fileext = ".ics"
"""

Lecture = tuple[str, str, str, str, str, str]
"""UID, start and end in UTC (days with an exclusive end), status, title, description."""


def exiger_module(nom: str) -> None:
    """Skip the test without this program of the development environment."""
    if find_spec(nom) is None:
        renoncer(f"{nom} n’est pas installé : test sauté. Remède : « make test », qui fait la mise en place.")


class Khal:
    """khal on a folder of events, its own or the one vdirsyncer fills."""

    def __init__(self, dossier: Path, agenda: Path | None = None) -> None:
        exiger_module("khal")
        self.agenda = agenda or dossier / "agenda"
        self.agenda.mkdir(exist_ok=True)
        self._reglages = dossier / "khal.conf"
        self._reglages.write_text(_KHAL.format(agenda=self.agenda, base=dossier / "khal.db"), encoding="utf-8")

    def importer(self, fichier: Path) -> None:
        """Take a file in, without asking anything."""
        self._lancer("import", "--batch", "-a", "fne", str(fichier))

    def lire(self, jours: int = 730, depuis: str = "2025-01-01") -> list[Lecture]:
        """Every event as shown, each once, sorted."""
        champs = [mot for champ in _CHAMPS for mot in ("--json", champ)]
        sortie = self._lancer("list", "--once", *champs, depuis, f"{jours}d")
        return sorted(_lu(e) for jour in sortie.splitlines() if jour.strip() for e in json.loads(jour))

    def _lancer(self, *mots: str) -> str:
        return _executer("khal", "-c", str(self._reglages), *mots)


def _lu(e: dict[str, str]) -> Lecture:
    debut, fin = e["start-long-full"], e["end-long-full"]
    if e["all-day"] == "True":
        debut, fin = debut[:10], (date.fromisoformat(fin[:10]) + timedelta(days=1)).isoformat()
    return e["uid"], debut, fin, e["status"], e["title"], e["description"]


class Vdirsyncer:
    """vdirsyncer following one address into a folder, one file per event."""

    def __init__(self, dossier: Path, adresse: str) -> None:
        exiger_module("vdirsyncer")
        self.agenda = dossier / "suivi"
        self.agenda.mkdir()
        self._reglages = dossier / "vdirsyncer.conf"
        self._reglages.write_text(
            _VDIRSYNCER.format(etat=dossier / "etat", adresse=adresse, agenda=self.agenda), encoding="utf-8"
        )
        self._lancer("discover")

    def suivre(self) -> dict[str, bytes]:
        """Synchronise; the events held after, by file name."""
        self._lancer("sync")
        return {fichier.name: fichier.read_bytes() for fichier in self.agenda.iterdir()}

    def _lancer(self, acte: str) -> None:
        _executer("vdirsyncer", "-c", str(self._reglages), acte)


def _executer(module: str, *mots: str) -> str:
    fini = subprocess.run(
        [sys.executable, "-m", module, *mots],
        capture_output=True,
        check=False,
        env={**os.environ, "TZ": "UTC", "PYTHONUTF8": "1", "LC_ALL": "C.UTF-8"},
    )
    assert fini.returncode == 0, fini.stderr.decode()
    return fini.stdout.decode()
