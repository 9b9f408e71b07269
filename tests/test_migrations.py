"""Migrations: the same on both engines, complete, all or nothing; and what the database itself refuses."""

from __future__ import annotations

import asyncio
import re
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from piccolo.apps.migrations.commands.new import AutoMigrationManager
from piccolo.apps.migrations.tables import Migration

from backend.context import Contexte
from backend.queries.lecture import lignes
from backend.services.commands.feuilles_de_route import ChangerEtat
from backend.services.feuilles_de_route import changer_etat
from backend.services.signatures import signer
from fne_roadmaps.domain.enums import EtatFeuille
from fne_roadmaps.piccolo_app import APP_CONFIG
from fne_roadmaps.piccolo_migrations import fne_roadmaps_0002_index_et_triggers as dernieres
from fne_roadmaps.tables import migrations
from fne_roadmaps.tables.engines import Moteur, MoteurPostgres, toutes_les_tables
from fne_roadmaps.tables.gouvernances import Gouvernance
from fne_roadmaps.tables.migrations import BaseTropRecente, a_passer, connues, migrer, passees
from tests.support.etat import contenu_de_la_base, valeur
from tests.support.fabriques import Bases, BasesPostgresql, BasesSqlite, ouverte

DOSSIER = Path(migrations.DOSSIER)


@pytest.fixture
def url_neuve(bases: Bases) -> Any:
    """A database where no migration ran."""
    with bases.neuve() as url:
        yield url


@pytest.fixture
async def neuve(url_neuve: str) -> Any:
    """The same, open."""
    async with ouverte(url_neuve) as moteur:
        yield moteur


async def tables_presentes(moteur: Moteur) -> set[str]:
    """Names of the tables of the database."""
    catalogue = (
        "SELECT table_name AS nom FROM information_schema.tables WHERE table_schema = current_schema()"
        if isinstance(moteur, MoteurPostgres)
        else "SELECT name AS nom FROM sqlite_master WHERE type = 'table'"
    )
    return {r["nom"] for r in await moteur.run_ddl(catalogue)}


async def test_les_tables_et_les_migrations_disent_la_meme_chose(base: Moteur) -> None:
    ecarts = [e.statements for e in await AutoMigrationManager().get_alter_statements(APP_CONFIG) if e.statements]
    assert ecarts == []


async def test_une_base_neuve_recoit_toutes_les_tables(neuve: Moteur) -> None:
    assert await passees() == set()
    assert await migrer() == len(connues()) == len(list(DOSSIER.glob("fne_roadmaps_*.py")))
    attendues = {table._meta.tablename for table in toutes_les_tables()} | {"migration"}
    assert await tables_presentes(neuve) == attendues
    assert await a_passer() == set()


async def test_une_seconde_fois_ne_fait_rien(monde: Moteur) -> None:
    avant = await contenu_de_la_base()
    assert await migrer() == 0
    assert await contenu_de_la_base() == avant
    assert len(await Migration.select()) == len(connues())


async def test_deux_processus_qui_migrent_ensemble_ne_se_genent_pas(url_neuve: str) -> None:
    async with ouverte(url_neuve):
        faites = await asyncio.gather(migrer(), migrer(), migrer())
    assert sorted(faites) == [0, 0, len(connues())]


async def test_une_migration_passe_sur_une_base_remplie(monde: Moteur) -> None:
    """The last migration, undone and run again on rows, finds nothing that breaks its rules."""
    avant = await contenu_de_la_base()
    for ordre in dernieres.INDEX:
        trouve = re.match(r"CREATE (?:UNIQUE )?INDEX (\w+)", ordre)
        assert trouve
        await monde.run_ddl(f"DROP INDEX {trouve[1]}")
    for table in ("entree_journal", "version_publiee"):
        if isinstance(monde, MoteurPostgres):
            await monde.run_ddl(f"DROP TRIGGER {table}_immuable ON {table}")
        else:
            await monde.run_ddl(f"DROP TRIGGER {table}_immuable_update")
            await monde.run_ddl(f"DROP TRIGGER {table}_immuable_delete")
    await Migration.delete().where(Migration.name == dernieres.ID)
    assert await migrer() == 1
    assert await contenu_de_la_base() == avant
    with pytest.raises(Exception, match="ligne immuable"):
        await monde.run_ddl("DELETE FROM entree_journal")


async def test_une_migration_interrompue_laisse_l_etat_precedent(
    neuve: Moteur, monkeypatch: pytest.MonkeyPatch
) -> None:
    executer = type(neuve).run_ddl

    async def interrompu(soi: Any, ddl: str, in_pool: bool = True) -> Any:
        if ddl.startswith("CREATE TRIGGER"):
            raise KeyboardInterrupt
        return await executer(soi, ddl, in_pool)

    with monkeypatch.context() as remplacement:
        remplacement.setattr(type(neuve), "run_ddl", interrompu)
        with pytest.raises(KeyboardInterrupt):
            await migrer()
    assert await tables_presentes(neuve) == set()
    assert await migrer() == len(connues())


async def test_une_base_plus_recente_que_le_code_est_dite_et_laissee(base: Moteur) -> None:
    await Migration(name="2999-01-01T00:00:00:000001", app_name="fne_roadmaps").save()
    with pytest.raises(BaseTropRecente, match=r"version plus récente .* 2999-01-01T00:00:00:000001"):
        await migrer()
    assert len(await Migration.select()) == len(connues()) + 1


async def test_le_journal_ne_se_corrige_ni_ne_s_efface(monde: Moteur) -> None:
    avant = await lignes("SELECT * FROM entree_journal ORDER BY id")
    assert avant
    for ordre in ("UPDATE entree_journal SET acteur = 'autre'", "DELETE FROM entree_journal"):
        with pytest.raises(Exception, match="entree_journal : ligne immuable"):
            await monde.run_ddl(ordre)
    assert await lignes("SELECT * FROM entree_journal ORDER BY id") == avant


async def test_une_version_publiee_ne_se_corrige_ni_ne_s_efface(monde: Moteur, alice: Contexte) -> None:
    for etat in (EtatFeuille.CONCERTATION, EtatFeuille.VALIDEE):
        await changer_etat(alice, "28-2024", None, ChangerEtat(etat=etat))
    await signer(alice, "28-2024", None, ChangerEtat(etat=EtatFeuille.SIGNEE))
    avant = await lignes("SELECT * FROM version_publiee")
    assert len(avant) == 1
    for ordre in ("UPDATE version_publiee SET numero = 2", "DELETE FROM version_publiee"):
        with pytest.raises(Exception, match="version_publiee : ligne immuable"):
            await monde.run_ddl(ordre)
    assert await lignes("SELECT * FROM version_publiee") == avant


async def test_une_reference_vers_rien_est_refusee(monde: Moteur) -> None:
    with pytest.raises(Exception, match=r"(?i)foreign key"):
        await Gouvernance.update({Gouvernance.territoire: uuid4()}, force=True)


async def test_les_textes_se_rangent_par_octets_dans_une_base_francaise(
    bases_postgresql: BasesPostgresql, bases_sqlite: BasesSqlite
) -> None:
    """« R24 » comes before « a b », and « a-b » before « a/b »: in French order they would not."""
    ordres = []
    for fabrique in (bases_postgresql, bases_sqlite):
        with fabrique.copie("vide") as url:
            async with ouverte(url) as moteur:
                for code in ("ab", "a b", "a/b", "a-b", "R24", "é", "z"):
                    await moteur.run_ddl(
                        "INSERT INTO reglage (id, cle) VALUES "  # noqa: S608 - words of this test
                        f"('{uuid4()}', '{code}')"
                    )
                ordres.append([r["cle"] for r in await lignes("SELECT cle FROM reglage ORDER BY cle")])
                assert await valeur("SELECT MAX(cle) AS n FROM reglage") == "é"
    assert ordres[0] == ordres[1] == ["R24", "a b", "a-b", "a/b", "ab", "z", "é"]
