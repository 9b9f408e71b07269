"""Comitology: agendas, attendance, polls, invitations, what decisions carry, minutes."""

from __future__ import annotations

from typing import Any

from piccolo.apps.migrations.auto.migration_manager import MigrationManager
from piccolo.columns import UUID, Boolean, Date, ForeignKey, Integer, Text, Timestamptz, Varchar
from piccolo.columns.base import OnDelete, OnUpdate

from fne_roadmaps.tables.migrations import ajouter_colonne, creer_table, reference

ID = "2026-11-26T20:30:00:000005"
VERSION = "1.38.0"
DESCRIPTION = "comitologie"


def vers(classe: str, table: str, *, null: bool) -> ForeignKey[Any]:
    """A restricted reference, indexed."""
    return ForeignKey(
        reference(classe, table),
        null=null,
        default=None,
        on_delete=OnDelete.restrict,
        on_update=OnUpdate.no_action,
        index=True,
    )


def soi() -> ForeignKey[Any]:
    """An optional reference to another row of the same table, indexed."""
    return ForeignKey(
        "self", null=True, default=None, on_delete=OnDelete.restrict, on_update=OnUpdate.no_action, index=True
    )


async def forwards() -> MigrationManager:
    """Create the tables and add the columns."""
    manager = MigrationManager(migration_id=ID, app_name="fne_roadmaps", description=DESCRIPTION)
    creer_table(
        manager,
        "PointOrdreDuJour",
        "point_ordre_du_jour",
        {
            "id": UUID(null=False, default=None, primary_key=True),
            "cree_le": Timestamptz(null=False, default=None),
            "maj_le": Timestamptz(null=False, default=None),
            "version": Integer(null=False, default=1),
            "supprime_le": Timestamptz(null=True, default=None),
            "exemple": Boolean(null=False, default=False),
            "reunion": vers("Reunion", "reunion", null=False),
            "rang": Integer(null=False, default=0),
            "titre": Varchar(length=300, null=False, default=""),
            "nature": Varchar(length=20, null=False, default=""),
            "duree": Integer(null=True, default=None),
            "presentateur": vers("Structure", "structure", null=True),
            "presentateur_nom": Varchar(length=200, null=True, default=None),
            "notes": Text(null=True, default=None),
            "etat": Varchar(length=20, null=False, default=""),
            "reporte_de": soi(),
            "texte": Text(null=True, default=None),
        },
    )
    ajouter_colonne(
        manager, "Decision", "decision", "point", vers("PointOrdreDuJour", "point_ordre_du_jour", null=True)
    )
    ajouter_colonne(manager, "Decision", "decision", "nature", Varchar(length=20, null=False, default=""))
    ajouter_colonne(manager, "Decision", "decision", "adoption", Varchar(length=20, null=False, default=""))
    ajouter_colonne(manager, "Decision", "decision", "voix_pour", Integer(null=True, default=None))
    ajouter_colonne(manager, "Decision", "decision", "voix_contre", Integer(null=True, default=None))
    ajouter_colonne(manager, "Decision", "decision", "abstentions", Integer(null=True, default=None))
    ajouter_colonne(manager, "Decision", "decision", "suivi", Varchar(length=20, null=False, default=""))
    ajouter_colonne(manager, "Decision", "decision", "suivi_note", Text(null=True, default=None))
    ajouter_colonne(manager, "Decision", "decision", "suivi_le", Date(null=True, default=None))
    ajouter_colonne(manager, "Decision", "decision", "remplace", soi())
    ajouter_colonne(manager, "Decision", "decision", "recherche", Text(null=True, default=None))
    creer_table(
        manager,
        "EffetDeDecision",
        "effet_de_decision",
        {
            "id": UUID(null=False, default=None, primary_key=True),
            "decision": vers("Decision", "decision", null=False),
            "rang": Integer(null=False, default=0),
            "genre": Varchar(length=20, null=False, default=""),
            "fiche_action": vers("FicheAction", "fiche_action", null=True),
            "instance": vers("Instance", "instance", null=True),
            "valeur": Text(null=True, default=None),
            "motif": Text(null=True, default=None),
            "applique_le": Timestamptz(null=True, default=None),
        },
    )
    creer_table(
        manager,
        "ObjetDePoint",
        "objet_de_point",
        {
            "id": UUID(null=False, default=None, primary_key=True),
            "point": vers("PointOrdreDuJour", "point_ordre_du_jour", null=False),
            "rang": Integer(null=False, default=0),
            "fiche_action": vers("FicheAction", "fiche_action", null=True),
            "axe": vers("Axe", "axe", null=True),
            "decision": vers("Decision", "decision", null=True),
        },
    )
    creer_table(
        manager,
        "Presence",
        "presence",
        {
            "id": UUID(null=False, default=None, primary_key=True),
            "cree_le": Timestamptz(null=False, default=None),
            "maj_le": Timestamptz(null=False, default=None),
            "version": Integer(null=False, default=1),
            "supprime_le": Timestamptz(null=True, default=None),
            "exemple": Boolean(null=False, default=False),
            "reunion": vers("Reunion", "reunion", null=False),
            "rang": Integer(null=False, default=0),
            "siege": vers("Siege", "siege", null=True),
            "structure": vers("Structure", "structure", null=True),
            "poste": vers("Poste", "poste", null=True),
            "libelle": Varchar(length=200, null=True, default=None),
            "etat": Varchar(length=20, null=False, default=""),
            "a_distance": Boolean(null=False, default=False),
            "represente_par": vers("Siege", "siege", null=True),
            "representant": Varchar(length=200, null=True, default=None),
        },
    )
    creer_table(
        manager,
        "Sondage",
        "sondage",
        {
            "id": UUID(null=False, default=None, primary_key=True),
            "cree_le": Timestamptz(null=False, default=None),
            "maj_le": Timestamptz(null=False, default=None),
            "version": Integer(null=False, default=1),
            "supprime_le": Timestamptz(null=True, default=None),
            "exemple": Boolean(null=False, default=False),
            "reunion": vers("Reunion", "reunion", null=False),
            "message": Text(null=True, default=None),
            "etat": Varchar(length=20, null=False, default=""),
            "ferme_le": Date(null=True, default=None),
            "option_retenue": vers("OptionDeDate", "option_de_date", null=True),
            "generation": Integer(null=False, default=1),
        },
    )
    creer_table(
        manager,
        "ReponseSondage",
        "reponse_sondage",
        {
            "id": UUID(null=False, default=None, primary_key=True),
            "cree_le": Timestamptz(null=False, default=None),
            "maj_le": Timestamptz(null=False, default=None),
            "version": Integer(null=False, default=1),
            "supprime_le": Timestamptz(null=True, default=None),
            "exemple": Boolean(null=False, default=False),
            "sondage": vers("Sondage", "sondage", null=False),
            "nom": Varchar(length=120, null=False, default=""),
            "structure_nom": Varchar(length=200, null=True, default=None),
            "commentaire": Text(null=True, default=None),
            "generation": Integer(null=False, default=1),
        },
    )
    creer_table(
        manager,
        "AvisSurOption",
        "avis_sur_option",
        {
            "id": UUID(null=False, default=None, primary_key=True),
            "reponse": vers("ReponseSondage", "reponse_sondage", null=False),
            "option": vers("OptionDeDate", "option_de_date", null=False),
            "avis": Varchar(length=20, null=False, default=""),
        },
    )
    creer_table(
        manager,
        "Invitation",
        "invitation",
        {
            "id": UUID(null=False, default=None, primary_key=True),
            "cree_le": Timestamptz(null=False, default=None),
            "maj_le": Timestamptz(null=False, default=None),
            "version": Integer(null=False, default=1),
            "supprime_le": Timestamptz(null=True, default=None),
            "exemple": Boolean(null=False, default=False),
            "reunion": vers("Reunion", "reunion", null=False),
            "siege": vers("Siege", "siege", null=True),
            "structure": vers("Structure", "structure", null=True),
            "poste": vers("Poste", "poste", null=True),
            "libelle": Varchar(length=200, null=True, default=None),
            "courriel": Varchar(length=254, null=True, default=None),
            "reponse": Varchar(length=20, null=False, default=""),
            "commentaire": Text(null=True, default=None),
            "repondue_le": Timestamptz(null=True, default=None),
            "envoyee_le": Timestamptz(null=True, default=None),
            "sequence_envoyee": Integer(null=True, default=None),
            "generation": Integer(null=False, default=1),
        },
    )
    creer_table(
        manager,
        "CompteRendu",
        "compte_rendu",
        {
            "id": UUID(null=False, default=None, primary_key=True),
            "cree_le": Timestamptz(null=False, default=None),
            "maj_le": Timestamptz(null=False, default=None),
            "version": Integer(null=False, default=1),
            "supprime_le": Timestamptz(null=True, default=None),
            "exemple": Boolean(null=False, default=False),
            "reunion": vers("Reunion", "reunion", null=False),
            "etat": Varchar(length=20, null=False, default=""),
            "introduction": Text(null=True, default=None),
            "conclusion": Text(null=True, default=None),
            "diffuse_le": Timestamptz(null=True, default=None),
            "amendements_jusqu_au": Date(null=True, default=None),
            "approuve_le": Date(null=True, default=None),
            "approuve_a": vers("Reunion", "reunion", null=True),
            "publie_le": Timestamptz(null=True, default=None),
        },
    )
    creer_table(
        manager,
        "VersionCompteRendu",
        "version_compte_rendu",
        {
            "id": UUID(null=False, default=None, primary_key=True),
            "compte_rendu": vers("CompteRendu", "compte_rendu", null=False),
            "numero": Integer(null=False, default=1),
            "etat": Varchar(length=20, null=False, default=""),
            "charge": Text(null=True, default=None),
            "empreinte": Varchar(length=64, null=False, default=""),
            "motif": Text(null=True, default=None),
            "cree_le": Timestamptz(null=False, default=None),
        },
    )
    creer_table(
        manager,
        "Amendement",
        "amendement",
        {
            "id": UUID(null=False, default=None, primary_key=True),
            "cree_le": Timestamptz(null=False, default=None),
            "maj_le": Timestamptz(null=False, default=None),
            "version": Integer(null=False, default=1),
            "supprime_le": Timestamptz(null=True, default=None),
            "exemple": Boolean(null=False, default=False),
            "compte_rendu": vers("CompteRendu", "compte_rendu", null=False),
            "point": vers("PointOrdreDuJour", "point_ordre_du_jour", null=True),
            "auteur": Varchar(length=300, null=False, default=""),
            "demande": Text(null=True, default=None),
            "texte_propose": Text(null=True, default=None),
            "etat": Varchar(length=20, null=False, default=""),
            "reponse": Text(null=True, default=None),
        },
    )
    creer_table(
        manager,
        "FluxAgenda",
        "flux_agenda",
        {
            "id": UUID(null=False, default=None, primary_key=True),
            "cree_le": Timestamptz(null=False, default=None),
            "maj_le": Timestamptz(null=False, default=None),
            "version": Integer(null=False, default=1),
            "supprime_le": Timestamptz(null=True, default=None),
            "exemple": Boolean(null=False, default=False),
            "compte": vers("Compte", "compte", null=False),
            "portee": Varchar(length=20, null=False, default=""),
            "cible": UUID(null=True, default=None),
            "nom": Varchar(length=200, null=False, default=""),
            "empreinte": Varchar(length=64, null=False, default="", unique=True),
            "revoque_le": Timestamptz(null=True, default=None),
            "dernier_usage_le": Timestamptz(null=True, default=None),
        },
    )
    ajouter_colonne(manager, "Reunion", "reunion", "presidence", Varchar(length=200, null=True, default=None))
    ajouter_colonne(manager, "Reunion", "reunion", "secretariat", Varchar(length=200, null=True, default=None))
    ajouter_colonne(manager, "Reunion", "reunion", "serie", Varchar(length=200, null=True, default=None))
    ajouter_colonne(manager, "Instance", "instance", "quorum", Integer(null=True, default=None))
    ajouter_colonne(manager, "Siege", "siege", "suppleant", vers("Poste", "poste", null=True))
    ajouter_colonne(manager, "Contribution", "contribution", "temps_minutes", Integer(null=True, default=None))
    return manager
