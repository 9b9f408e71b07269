"""Files written whole or not at all."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from backend.cli.sortie import Arret


def ecrire_fichier(chemin: Path, octets: bytes) -> None:
    """Write ``octets`` under a temporary name beside ``chemin``, then rename: no half file under the final name.

    Raises Arret when the folder cannot be written.
    """
    try:
        chemin.parent.mkdir(parents=True, exist_ok=True)
        descripteur, provisoire = tempfile.mkstemp(prefix=f".{chemin.name}.", suffix=".partiel", dir=chemin.parent)
    except OSError as cause:
        raise Arret(f"Impossible d’écrire {chemin} : {cause.strerror}.") from cause
    try:
        with os.fdopen(descripteur, "wb") as fichier:
            fichier.write(octets)
            fichier.flush()
            os.fsync(fichier.fileno())
        Path(provisoire).chmod(0o644)
        Path(provisoire).replace(chemin)
    except OSError as cause:
        raise Arret(f"Impossible d’écrire {chemin} : {cause.strerror}.") from cause
    finally:
        Path(provisoire).unlink(missing_ok=True)


def retirer_provisoires(dossier: Path) -> None:
    """Remove what an interrupted run left beside the final files."""
    for reste in dossier.glob(".*.partiel*"):
        reste.unlink(missing_ok=True)
