"""Uniqueness people rely on, and what may never change."""

from __future__ import annotations

from piccolo.apps.migrations.auto.migration_manager import MigrationManager

from fne_roadmaps.tables.engines import moteur_courant
from fne_roadmaps.tables.migrations import immuable

ID = "2026-11-25T19:30:00:000002"
VERSION = "1.38.0"
DESCRIPTION = "unicité, index et immuabilité"

INDEX = (
    "CREATE UNIQUE INDEX axe_rang ON axe (feuille_de_route, rang) WHERE parent IS NULL AND supprime_le IS NULL",
    "CREATE UNIQUE INDEX fiche_rang ON fiche_action (axe, rang) WHERE rang IS NOT NULL AND supprime_le IS NULL",
    "CREATE UNIQUE INDEX fiche_proposition ON fiche_action (feuille_de_route, numero_proposition) "
    "WHERE numero_proposition IS NOT NULL",
    "CREATE UNIQUE INDEX membre_unique ON membre (gouvernance, structure) WHERE supprime_le IS NULL",
    "CREATE UNIQUE INDEX version_numero ON version_publiee (feuille_de_route, numero)",
    "CREATE UNIQUE INDEX idempotence ON cle_idempotence (acteur, cle)",
    "CREATE UNIQUE INDEX profil_unique ON profil_de_compte (compte, gouvernance)",
    "CREATE INDEX fiche_liste ON fiche_action (feuille_de_route, axe, rang)",
    "CREATE INDEX reunion_jour ON reunion (gouvernance, date_premier)",
    "CREATE INDEX journal_objet ON entree_journal (objet, le)",
)


async def forwards() -> MigrationManager:
    """Create indexes and triggers."""
    manager = MigrationManager(migration_id=ID, app_name="fne_roadmaps", description=DESCRIPTION)

    async def executer() -> None:
        for ordre in INDEX:
            await moteur_courant().run_ddl(ordre)
        for table in ("entree_journal", "version_publiee"):
            await immuable(table)

    manager.add_raw(executer)
    return manager
