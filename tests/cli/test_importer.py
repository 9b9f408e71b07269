"""``fne import agenda``: a text or a calendar file, seen first, created once."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from backend.cli import fne
from tests.support.fabriques import BasesSqlite

TEXTE = "Eure-et-Loir\n- jeudi 12 juin : COPIL, 9h30-12h\n- 14 ou 21 septembre : rencontre\n\nBla bla\n"
ICS = (
    "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:a@x\r\nDTSTART:20250612T073000Z\r\nSUMMARY:Visio\r\n"
    "END:VEVENT\r\nEND:VCALENDAR\r\n"
)


@pytest.fixture
def dossier(bases_sqlite: BasesSqlite, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Path]:
    """Where the files are, beside a database of governances."""
    with bases_sqlite.copie("monde") as copie:
        monkeypatch.setenv("FNE_DATABASE_URL", copie)
        (tmp_path / "agenda.txt").write_text(TEXTE, encoding="utf-8")
        (tmp_path / "agenda.ics").write_text(ICS, encoding="utf-8", newline="")
        yield tmp_path


def lancer(*mots: object) -> Result:
    """Run the command on 28."""
    arguments = ["import", "agenda", *map(str, mots), "--gouvernance", "28"]
    return CliRunner().invoke(fne, arguments, standalone_mode=False)


def objet(*mots: object) -> dict[str, Any]:
    """What it prints with ``--json``."""
    resultat = lancer(*mots, "--json")
    assert resultat.exit_code == 0, resultat.output
    lu: dict[str, Any] = json.loads(resultat.stdout)
    return lu


def test_un_essai_montre_tout_et_n_ecrit_rien_puis_l_import_ne_se_fait_qu_une_fois(dossier: Path) -> None:
    agenda = dossier / "agenda.txt"
    essai = objet(agenda, "--annee", 2025, "--dry-run")
    assert [(p["ligne"], p["date_edtf"], p["titre"], p["alertes"]) for p in essai["propositions"]] == [
        ("- jeudi 12 juin : COPIL, 9h30-12h", "2025-06-12", "COPIL", []),
        ("- 14 ou 21 septembre : rencontre", "[2025-09-14,2025-09-21]", "Rencontre", []),
    ]
    assert (essai["non_compris"], essai["creees"]) == (["Bla bla"], [])
    assert objet(agenda, "--annee", 2025)["creees"] == ["28/copil/r2", "28/r1"]
    encore = objet(agenda, "--annee", 2025)
    assert encore["creees"] == []
    assert encore["propositions"][0]["alertes"] == ["Déjà importée\u00a0: 28/copil/r2."]


def test_un_fichier_d_agenda_entre_de_meme(dossier: Path) -> None:
    assert objet(dossier / "agenda.ics")["creees"] == ["28/r1"]
    assert objet(dossier / "agenda.ics")["creees"] == []


def test_une_personne_lit_ce_qui_est_compris_et_ce_qui_ne_l_est_pas(dossier: Path) -> None:
    sortie = lancer(dossier / "agenda.txt", "--dry-run").stdout.replace("\u00a0", " ")
    assert "jeudi 12 juin · COPIL" in sortie
    assert "    ! L’année manque" in sortie
    assert "Non compris, ligne 5 : Bla bla" in sortie
    assert "Essai : 2 réunions à créer, rien n’est enregistré." in sortie


@pytest.mark.parametrize(
    ("contenu", "dit"),
    [
        (b"\xff\xfe", "n’est pas du texte UTF-8"),
        (b"", "Rien n’a été collé"),
        (b"BEGIN:VCALENDAR\r\nEND:VCALENDAR", "aucun évènement"),
        (b"x" * 2_000_001, "dépasse"),
        (b"12 juin\n" * 6_000, "lignes pour"),
    ],
)
def test_un_refus_est_une_phrase(dossier: Path, contenu: bytes, dit: str) -> None:
    (dossier / "refuse.txt").write_bytes(contenu)
    resultat = lancer(dossier / "refuse.txt")
    assert resultat.exit_code != 0
    assert dit in f"{resultat.output}{resultat.exception}"
