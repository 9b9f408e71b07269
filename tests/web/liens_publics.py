"""Links of the demonstration, signed as it signs them, for the pages opened without an account."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import Any
from uuid import UUID

from backend.database import SECRET_DE_DEMONSTRATION
from fne_roadmaps.domain.jetons import creer_jeton
from fne_roadmaps.tables.engines import chemin_sqlite

OUVERT = "SELECT id FROM appel_a_fiches WHERE titre LIKE 'Proposez%'"
CLOS = "SELECT id FROM appel_a_fiches WHERE titre LIKE 'Premi%'"
SOUMIS = "SELECT id FROM depot WHERE structure_nom = 'Association exemple D'"
EN_COURS = "SELECT id FROM depot WHERE etat = 'en_cours' ORDER BY cree_le LIMIT 1"
ATTEND = "SELECT id FROM demande_de_nouvelles WHERE etat = 'envoyee'"
REPONDUE = "SELECT id FROM demande_de_nouvelles WHERE etat = 'repondue'"


def lire(url: str, sql: str, *valeurs: Any) -> Any:
    """The first value of the first row, straight from the file."""
    fichier = chemin_sqlite(url)
    assert isinstance(fichier, Path)
    connexion = sqlite3.connect(f"file:{fichier}?mode=ro", uri=True)
    try:
        rangee = connexion.execute(sql, valeurs).fetchone()
        return rangee[0] if rangee else None
    finally:
        connexion.close()


def cle(url: str, sql: str) -> UUID:
    """A key."""
    return UUID(str(lire(url, sql)))


def jeton(url: str, usage: str, sql: str, generation: int = 1) -> str:
    """The token of a link, as the demonstration signs it."""
    return creer_jeton(SECRET_DE_DEMONSTRATION, usage, cle(url, sql), generation)
