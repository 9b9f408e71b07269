"""Piccolo's entry: the engine of ``FNE_DATABASE_URL`` and the one application."""

from __future__ import annotations

import os

from piccolo.conf.apps import AppRegistry

from fne_roadmaps.tables.engines import creer_moteur

DB = creer_moteur(os.environ.get("FNE_DATABASE_URL", "sqlite:///var/fne.sqlite"))
APP_REGISTRY = AppRegistry(apps=["fne_roadmaps.piccolo_app"])
