"""Opening a database: absent, behind, ahead, or ready with its settings; each case says what to do."""

from __future__ import annotations

from datetime import date

import pytest
from piccolo.apps.migrations.tables import Migration

from backend.database import Base, BaseAbsente, BaseTropRecente, base_ouverte
from fne_roadmaps.tables.migrations import migrer
from tests.support.fabriques import Bases, BasesSqlite, ouverte


async def test_une_base_absente_dit_comment_en_avoir_une(bases_sqlite: BasesSqlite) -> None:
    with bases_sqlite.neuve() as url, pytest.raises(BaseAbsente, match="make demo"):
        async with base_ouverte(url):
            pass


async def test_une_base_en_retard_se_met_a_jour(bases: Bases) -> None:
    with bases.neuve() as url:
        async with ouverte(url):
            pass
        if url.startswith("postgresql"):
            with pytest.raises(BaseAbsente, match="fne migrate"):
                async with base_ouverte(url):
                    pass
        async with ouverte(url):
            await migrer()
            await Migration.delete(force=True)
        with pytest.raises(BaseAbsente, match="fne migrate"):
            async with base_ouverte(url):
                pass


async def test_une_base_plus_recente_est_refusee(url_base: str) -> None:
    async with ouverte(url_base):
        await Migration(name="2999", app_name="fne_roadmaps").save()
    with pytest.raises(BaseTropRecente, match="mettez l’application à jour"):
        async with base_ouverte(url_base):
            pass


async def test_une_base_dit_si_elle_est_de_demonstration(url_base: str, url_base_demo_lecture: str) -> None:
    async with base_ouverte(url_base) as base:
        assert base == Base(demo=False, au=None)
    async with base_ouverte(url_base_demo_lecture) as base:
        assert base == Base(demo=True, au=date(2025, 6, 17))
