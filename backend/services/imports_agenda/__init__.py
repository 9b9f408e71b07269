"""Bringing an agenda in: seen first, then created together, then undone if it must be."""

from __future__ import annotations

from backend.services.imports_agenda.annulation import annuler_import
from backend.services.imports_agenda.execution import etat_a_la_creation, importer_agenda
from backend.services.imports_agenda.preparation import Prevue, commandes, confronter

__all__ = ["Prevue", "annuler_import", "commandes", "confronter", "etat_a_la_creation", "importer_agenda"]
