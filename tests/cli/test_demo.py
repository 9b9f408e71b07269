"""The demonstration and the exports as a newcomer runs them: from a path with accents, in processes of their own.

What only refuses or only reads runs in the process of the tests: starting Python costs more than the act.
"""

from __future__ import annotations

import json
import os
import signal
import socket
import sqlite3
import subprocess
import sys
import time
from collections.abc import Sequence
from contextlib import chdir, redirect_stderr, redirect_stdout
from io import StringIO
from pathlib import Path
from unittest.mock import patch

import docx
import icalendar
import pytest
from docx.text.paragraph import Paragraph

from backend.cli import main
from fne_roadmaps.tables.engines import url_sqlite

RACINE = Path(__file__).parents[2]
AXES_28 = (
    "Coordonner, animer et structurer la médiation numérique et développer l’aller-vers",
    "Favoriser et renforcer les compétences numériques tout au long de la vie",
    "Prévenir les risques et sécuriser l’usage numérique (équipements et pratiques)",
    "Promouvoir le numérique capacitant, pour vivre sa vie en autonomie",
    "Structurer une filière de reconditionnement et faciliter l’accès à l’outillage numérique "
    "et l’entretien des outils numériques",
)


def lancer(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    """Run ``fne`` with these arguments, in a process of its own."""
    environnement = {**os.environ, "PYTHONPATH": str(RACINE), "PYTHONUTF8": "1"}
    commande = [sys.executable, "-m", "backend.cli", *map(str, arguments)]
    return subprocess.run(
        commande, cwd=RACINE, env=environnement, capture_output=True, text=True, timeout=240, check=False
    )


def commander(
    *arguments: str | Path, dossier: Path = RACINE, base: str | None = None
) -> subprocess.CompletedProcess[str]:
    """Run ``fne`` with these arguments, from a folder and on a database, in this very process."""
    commande = ["fne", *map(str, arguments)]
    sortie, erreurs, code = StringIO(), StringIO(), 0
    with (
        chdir(dossier),
        patch.object(sys, "argv", commande),
        patch.dict(os.environ, {} if base is None else {"FNE_DATABASE_URL": base}),
        redirect_stdout(sortie),
        redirect_stderr(erreurs),
    ):
        try:
            main()
        except SystemExit as fin:
            code = int(fin.code or 0)
    return subprocess.CompletedProcess(commande, code, sortie.getvalue(), erreurs.getvalue())


def _style(paragraphe: Paragraph) -> str | None:
    return paragraphe.style.name if paragraphe.style else None


@pytest.fixture(scope="module")
def demonstration(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, object]]:
    """A whole demonstration, made once, and what its JSON says."""
    dossier = tmp_path_factory.mktemp("Démonstration é à") / "ici même"
    resultat = lancer("demo", "--dir", dossier, "--no-serve", "--json")
    assert resultat.returncode == 0, resultat.stderr
    return dossier, json.loads(resultat.stdout)


@pytest.fixture
def url(demonstration: tuple[Path, dict[str, object]]) -> str:
    """The address of its database."""
    return url_sqlite(demonstration[0] / "fne.sqlite")


def test_the_json_counts_what_the_field_counts(demonstration: tuple[Path, dict[str, object]]) -> None:
    dossier, compte = demonstration
    feuilles = {f["code"]: f for f in compte["feuilles_de_route"]}  # type: ignore[attr-defined]
    assert compte["departements"] == 6
    assert compte["adresse"] is None
    assert feuilles["28-2024"] == {
        "code": "28-2024",
        "etat": "signee",
        "axes": 5,
        "fiches_action": 131,
        "fiches_exemple": 131,
        "reunions": {"copil": 2, "cotech": 6, "groupe_de_travail": 5},
        "signee_le": "2024-11-04",
        "presentee_le": None,
    }
    assert feuilles["36-2024"]["presentee_le"] == "2024-10-31"
    assert feuilles["37-2024"]["reunions"] == {"copil": 6, "cotech": 6, "groupe_de_travail": 3}
    assert feuilles["41-2024"]["etat"] == "concertation"
    noms = {Path(f).name for f in compte["fichiers"]}  # type: ignore[attr-defined]
    assert {"28-2024.docx", "agenda-28.ics", "agenda-37.ics", "agenda-R24.ics"} <= noms
    assert all(Path(f).is_file() for f in compte["fichiers"])  # type: ignore[attr-defined]
    assert not list(dossier.rglob(".*"))


def test_the_document_has_the_five_axes_and_131_fiches(demonstration: tuple[Path, dict[str, object]]) -> None:
    document = docx.Document(str(demonstration[0] / "exports" / "28-2024.docx"))
    titres = [p.text for p in document.paragraphs if _style(p) == "Heading 1"]
    assert [t for t in titres if any(axe in t for axe in AXES_28)] == list(AXES_28)
    fiches = [p for p in document.paragraphs if _style(p) == "Heading 2" and p.text[:1].isdigit()]
    assert len(fiches) == 131


def test_the_37_calendar_has_the_ten_meetings_of_2023(demonstration: tuple[Path, dict[str, object]]) -> None:
    calendrier = icalendar.Calendar.from_ical((demonstration[0] / "exports" / "agenda-37.ics").read_bytes())
    de_2023 = [e for e in calendrier.walk("VEVENT") if e.decoded("DTSTART").year == 2023]
    options = [e for e in de_2023 if str(e["SUMMARY"]).startswith("[Option")]
    assert len(de_2023) - len(options) == 9
    assert [(e.decoded("DTSTART").day, str(e["STATUS"])) for e in options] == [(14, "TENTATIVE"), (21, "TENTATIVE")]


def test_a_second_run_gives_the_same_bytes(demonstration: tuple[Path, dict[str, object]], tmp_path: Path) -> None:
    dossier, compte = demonstration
    autre = lancer("demo", "--dir", tmp_path / "b", "--no-serve", "--json")
    assert autre.returncode == 0, autre.stderr
    for chemin in compte["fichiers"]:  # type: ignore[attr-defined]
        nom = Path(str(chemin)).name
        assert (tmp_path / "b" / "exports" / nom).read_bytes() == (dossier / "exports" / nom).read_bytes(), nom


def test_a_rerun_replaces_a_demonstration_only(tmp_path: Path) -> None:
    vraie = tmp_path / "fne.sqlite"
    with sqlite3.connect(vraie) as connexion:
        connexion.execute("CREATE TABLE precieux (x)")
    avant = vraie.read_bytes()
    refus = commander("demo", "--dir", tmp_path, "--no-serve")
    assert refus.returncode != 0
    assert "n’est pas une base de démonstration" in refus.stderr
    assert vraie.read_bytes() == avant
    assert "Traceback" not in refus.stderr


@pytest.mark.parametrize("signal_envoye", [signal.SIGINT, signal.SIGKILL])
def test_interrupted_it_leaves_no_half_file_and_can_be_run_again(tmp_path: Path, signal_envoye: int) -> None:
    commande = [sys.executable, "-m", "backend.cli", "demo", "--dir", str(tmp_path), "--no-serve"]
    environnement = {**os.environ, "PYTHONPATH": str(RACINE), "PYTHONUTF8": "1"}
    processus = subprocess.Popen(commande, cwd=RACINE, env=environnement, stderr=subprocess.PIPE, text=True)
    provisoire = tmp_path / ".fne.sqlite.partiel"
    fin = time.monotonic() + 60
    while not provisoire.exists() and time.monotonic() < fin:
        time.sleep(0.02)
    assert provisoire.exists()
    processus.send_signal(signal_envoye)
    _, erreurs = processus.communicate(timeout=60)
    assert processus.returncode != 0
    assert "Traceback" not in erreurs
    assert not (tmp_path / "fne.sqlite").exists()
    assert not (tmp_path / "exports").exists()
    if signal_envoye == signal.SIGINT:
        assert "peut être relancée" in erreurs
        assert not provisoire.exists()


@pytest.mark.parametrize(
    ("arguments", "attendu"),
    [
        (["export", "feuille-de-route", "99-2024"], "n’existe pas"),
        (["export", "feuille-de-route", "28-2024", "--version", "9"], "version 9"),
        (["export", "agenda", "--departement", "99"], "n’existe pas"),
        (["export", "agenda", "--instance", "28/rien"], "n’existe pas"),
        (["export", "agenda", "--region", "28"], "région « 28 »"),
        (["export", "agenda"], "quel agenda"),
        (["export", "agenda", "--region", "R24", "--departement", "28"], "un seul"),
    ],
)
def test_what_is_unknown_is_said_in_one_line(url: str, tmp_path: Path, arguments: Sequence[str], attendu: str) -> None:
    refus = commander(*arguments, dossier=tmp_path, base=url)
    assert refus.returncode != 0
    assert attendu in refus.stderr
    assert refus.stderr.count("\n") == 1
    assert not list(tmp_path.iterdir())


def test_exports_default_to_readable_names(url: str, tmp_path: Path) -> None:
    assert commander("export", "feuille-de-route", "45-2024", dossier=tmp_path, base=url).returncode == 0
    en_json = ("export", "feuille-de-route", "41-2024", "--format", "json")
    assert commander(*en_json, dossier=tmp_path, base=url).returncode == 0
    rendu = commander("export", "agenda", "--instance", "28/copil", dossier=tmp_path, base=url)
    assert rendu.returncode == 0
    assert "28/copil/r1" in rendu.stderr
    assert sorted(f.name for f in tmp_path.iterdir()) == ["41-2024.json", "45-2024.docx", "agenda-28-copil.ics"]
    assert json.loads((tmp_path / "41-2024.json").read_text())["contenu"]["mot_niveau_1"] == "orientation stratégique"


def test_without_a_database_the_way_to_get_one_is_told(tmp_path: Path) -> None:
    refus = commander("export", "feuille-de-route", "28-2024", dossier=tmp_path)
    assert refus.returncode != 0
    assert "make demo" in refus.stderr


def test_migrate_makes_an_empty_database_then_does_nothing(tmp_path: Path) -> None:
    base = "sqlite:///var/essai.sqlite"
    assert "étapes" in commander("migrate", dossier=tmp_path, base=base).stdout
    assert commander("migrate", dossier=tmp_path, base=base).stdout.strip() == "Base à jour."
    refus = commander("export", "feuille-de-route", "28-2024", dossier=tmp_path, base=base)
    assert "n’existe pas" in refus.stderr


def test_a_newer_database_is_left_alone(
    url: str, tmp_path: Path, demonstration: tuple[Path, dict[str, object]]
) -> None:
    copie = tmp_path / "futur.sqlite"
    copie.write_bytes((demonstration[0] / "fne.sqlite").read_bytes())
    with sqlite3.connect(copie) as connexion:
        connexion.execute(
            "INSERT INTO migration (name, app_name, ran_on) "
            "VALUES ('2999-01-01T00:00:00', 'fne_roadmaps', '2999-01-01')"
        )
    for arguments in (["migrate"], ["export", "feuille-de-route", "28-2024"], ["serve", "--port", "8799"]):
        refus = commander(*arguments, dossier=tmp_path, base=f"sqlite:///{copie}")
        assert refus.returncode != 0
        assert "plus récente" in refus.stderr


def test_a_port_in_use_is_said_before_anything_is_done(tmp_path: Path) -> None:
    with socket.socket() as prise:
        prise.bind(("127.0.0.1", 0))
        prise.listen()
        port = prise.getsockname()[1]
        refus = commander("demo", "--dir", tmp_path / "d", "--port", str(port))
    assert refus.returncode != 0
    assert f"port {port} est déjà pris" in refus.stderr
    assert not (tmp_path / "d").exists()
