"""Declares the tables and migrations to Piccolo."""

from __future__ import annotations

from pathlib import Path

from piccolo.conf.apps import AppConfig, table_finder

from fne_roadmaps.tables import MODULES

APP_CONFIG = AppConfig(
    app_name="fne_roadmaps",
    migrations_folder_path=str(Path(__file__).parent / "piccolo_migrations"),
    table_classes=table_finder(modules=list(MODULES), exclude_imported=True),
    migration_dependencies=[],
    commands=[],
)
