"""Uniqueness and indexes of the comitology, minutes that never change, and what earlier decisions were."""

from __future__ import annotations

from piccolo.apps.migrations.auto.migration_manager import MigrationManager
from piccolo.querystring import QueryString

from fne_roadmaps.domain.textes import replier
from fne_roadmaps.tables.engines import moteur_courant
from fne_roadmaps.tables.migrations import immuable

ID = "2026-11-26T20:30:00:000006"
VERSION = "1.38.0"
DESCRIPTION = "index de la comitologie"

ORDRES = (
    "CREATE UNIQUE INDEX sondage_ouvert ON sondage (reunion) WHERE etat = 'ouvert' AND supprime_le IS NULL",
    "CREATE UNIQUE INDEX avis_unique ON avis_sur_option (reponse, option)",
    "CREATE UNIQUE INDEX presence_par_siege ON presence (reunion, siege) "
    "WHERE siege IS NOT NULL AND supprime_le IS NULL",
    "CREATE UNIQUE INDEX invitation_par_siege ON invitation (reunion, siege) "
    "WHERE siege IS NOT NULL AND supprime_le IS NULL",
    "CREATE UNIQUE INDEX compte_rendu_par_reunion ON compte_rendu (reunion) WHERE supprime_le IS NULL",
    "CREATE UNIQUE INDEX version_compte_rendu_numero ON version_compte_rendu (compte_rendu, numero)",
    "UPDATE decision SET nature = 'orientation', adoption = 'adoptee', suivi = 'a_faire' WHERE nature = ''",
)


async def forwards() -> MigrationManager:
    """Create the indexes and triggers, and say of each earlier decision that it was taken and waits to be done."""
    manager = MigrationManager(migration_id=ID, app_name="fne_roadmaps", description=DESCRIPTION)

    async def executer() -> None:
        for ordre in ORDRES:
            await moteur_courant().run_ddl(ordre)
        for decision in await moteur_courant().run_ddl("SELECT id, texte FROM decision"):
            await moteur_courant().run_querystring(
                QueryString(
                    "UPDATE decision SET recherche = {} WHERE id = {}", replier(decision["texte"] or ""), decision["id"]
                )
            )
        await immuable("version_compte_rendu")

    manager.add_raw(executer)
    return manager
