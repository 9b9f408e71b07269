"""The private server: it answers, creates databases, and leaves nothing behind, even after a failure."""

from urllib.parse import urlsplit

import asyncpg
import pytest

from tests.support.outils import exiger
from tests.support.postgresql import serveur_prive


async def _version(adresse: str) -> int:
    connexion = await asyncpg.connect(adresse)
    try:
        await connexion.execute("CREATE DATABASE essai")
        return int(await connexion.fetchval("SHOW server_version_num"))
    finally:
        await connexion.close()


async def test_le_serveur_sert_puis_disparait_meme_apres_une_erreur() -> None:
    serveur = serveur_prive(exiger("postgresql").parent)
    adresse = serveur.__enter__()
    assert urlsplit(adresse).hostname == "127.0.0.1"
    assert await _version(adresse) >= 120000
    erreur = ZeroDivisionError()
    assert not serveur.__exit__(ZeroDivisionError, erreur, None)
    with pytest.raises(OSError, match="Connect call failed"):
        await asyncpg.connect(adresse)


async def test_la_fixture_donne_un_serveur(serveur_postgresql: str) -> None:
    connexion = await asyncpg.connect(serveur_postgresql)
    try:
        assert await connexion.fetchval("SELECT 1") == 1
    finally:
        await connexion.close()
