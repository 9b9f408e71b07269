"""House rules that no other tool checks: sizes, words that tell where the project was made, unfinished work."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.outils import RACINE

DOSSIERS = (".ci", "backend", "benchmarks", "docs", "exports", "fne_roadmaps", "tests")
TEXTES = {".css", ".html", ".js", ".json", ".lock", ".md", ".py", ".sh", ".svg", ".toml", ".txt", ".yaml", ".yml", ""}
COPIES = RACINE / "backend" / "web" / "static" / "vendor"
LIGNES_MAX = 300

# Written in two parts, so that this file does not hold what it looks for.
INTERDITS = {
    "un chemin de la machine": re.compile("/" + r"(?:home|root|work|Users|private)/\w|/" + r"tmp/w\b"),
    "l’adresse d’un registre": re.compile(
        r"(?i)\b(?:pypi\." + r"org|pythonhosted\." + r"org|registry\.npmjs|npmjs\." + r"com/-|deb\.debian)"
    ),
    "un travail inachevé": re.compile(r"\b(?:TO" + r"DO|FIX" + r"ME|XX" + r"X|HA" + r"CK)\b"),
}


def fichiers() -> Iterator[Path]:
    """Text files of the project, less what set-up copies."""
    ici = [f for f in RACINE.iterdir() if f.is_file()]
    for chemin in [*ici, *(f for dossier in DOSSIERS for f in (RACINE / dossier).rglob("*"))]:
        ecarte = COPIES in chemin.parents or "__pycache__" in chemin.parts
        if chemin.is_file() and chemin.suffix in TEXTES and not ecarte:
            yield chemin


def relatif(chemin: Path) -> str:
    """Path from the root, for messages."""
    return chemin.relative_to(RACINE).as_posix()


def test_aucun_module_ne_depasse_trois_cents_lignes() -> None:
    longs = {
        relatif(chemin): lignes
        for chemin in fichiers()
        if chemin.suffix == ".py" and chemin.parent.name != "piccolo_migrations"
        if (lignes := len(chemin.read_text(encoding="utf-8").splitlines())) > LIGNES_MAX
    }
    assert longs == {}


@pytest.mark.parametrize("quoi", sorted(INTERDITS))
def test_aucun_fichier_ne_contient(quoi: str) -> None:
    trouves = [
        f"{relatif(chemin)}:{numero}: {ligne.strip()[:100]}"
        for chemin in fichiers()
        for numero, ligne in enumerate(chemin.read_text(encoding="utf-8").splitlines(), start=1)
        if INTERDITS[quoi].search(ligne)
    ]
    assert trouves == []


def test_chaque_dossier_de_code_est_un_paquet_documente() -> None:
    sans_docstring = [
        relatif(chemin)
        for chemin in fichiers()
        if chemin.suffix == ".py" and not chemin.read_text(encoding="utf-8").lstrip().startswith(('"""', "#!"))
    ]
    assert sans_docstring == []
    orphelins = {
        relatif(chemin.parent)
        for chemin in fichiers()
        if chemin.suffix == ".py" and chemin.parent != RACINE and not (chemin.parent / "__init__.py").exists()
    }
    assert orphelins == set()
