"""Uniqueness and indexes of accounts, texts being typed, kept lists, deposits and mails."""

from __future__ import annotations

from piccolo.apps.migrations.auto.migration_manager import MigrationManager

from fne_roadmaps.tables.engines import moteur_courant

ID = "2026-11-26T00:30:00:000004"
VERSION = "1.38.0"
DESCRIPTION = "index de l’espace de travail"

INDEX = (
    "CREATE UNIQUE INDEX compte_courriel ON compte (courriel) WHERE courriel IS NOT NULL AND supprime_le IS NULL",
    "CREATE UNIQUE INDEX brouillon_unique ON brouillon (auteur, objet, section)",
    "CREATE UNIQUE INDEX vue_nom ON vue_enregistree (compte, feuille_de_route, nom) WHERE supprime_le IS NULL",
    "CREATE UNIQUE INDEX depot_fiche ON depot (fiche_action) WHERE fiche_action IS NOT NULL",
    "CREATE INDEX nouvelle_fil ON nouvelle (fiche_action, le)",
    "CREATE INDEX courriel_file ON courriel (etat, prochain_essai_le)",
    "CREATE INDEX journal_requete ON entree_journal (requete)",
    "CREATE INDEX journal_gouvernance ON entree_journal (gouvernance, le)",
)


async def forwards() -> MigrationManager:
    """Create the indexes."""
    manager = MigrationManager(migration_id=ID, app_name="fne_roadmaps", description=DESCRIPTION)

    async def executer() -> None:
        for ordre in INDEX:
            await moteur_courant().run_ddl(ordre)

    manager.add_raw(executer)
    return manager
