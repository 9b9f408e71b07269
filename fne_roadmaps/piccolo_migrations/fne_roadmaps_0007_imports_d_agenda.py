"""Imports of agendas: the table that lets each be undone."""

from __future__ import annotations

from piccolo.apps.migrations.auto.migration_manager import MigrationManager
from piccolo.columns import UUID, ForeignKey, Text, Timestamptz, Varchar
from piccolo.columns.base import OnDelete, OnUpdate

from fne_roadmaps.tables.migrations import creer_table, reference

ID = "2026-11-26T22:40:00:000007"
VERSION = "1.38.0"
DESCRIPTION = "imports d’agenda"


async def forwards() -> MigrationManager:
    """Create the table."""
    manager = MigrationManager(migration_id=ID, app_name="fne_roadmaps", description=DESCRIPTION)
    creer_table(
        manager,
        "ImportAgenda",
        "import_agenda",
        {
            "id": UUID(null=False, default=None, primary_key=True),
            "auteur": Varchar(length=120, null=False, default=""),
            "gouvernance": ForeignKey(
                reference("Gouvernance", "gouvernance"),
                null=False,
                default=None,
                on_delete=OnDelete.restrict,
                on_update=OnUpdate.no_action,
                index=True,
            ),
            "contenu": Text(null=True, default=None),
            "fait_le": Timestamptz(null=False, default=None),
            "annule_le": Timestamptz(null=True, default=None),
        },
    )
    return manager
