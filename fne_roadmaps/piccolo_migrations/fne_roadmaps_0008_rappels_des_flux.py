"""Calendar feeds: the reminder whoever follows one may ask for."""

from __future__ import annotations

from piccolo.apps.migrations.auto.migration_manager import MigrationManager
from piccolo.columns import Integer

from fne_roadmaps.tables.migrations import ajouter_colonne

ID = "2026-11-26T23:10:00:000008"
VERSION = "1.38.0"
DESCRIPTION = "rappels des flux d’agenda"


async def forwards() -> MigrationManager:
    """Add the column: none is the rule, so that existing feeds keep their bytes."""
    manager = MigrationManager(migration_id=ID, app_name="fne_roadmaps", description=DESCRIPTION)
    ajouter_colonne(manager, "FluxAgenda", "flux_agenda", "rappel_minutes", Integer(null=True, default=None))
    return manager
