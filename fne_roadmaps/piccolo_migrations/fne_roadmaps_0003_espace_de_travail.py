"""Accounts that enter, news, contributions without an account, texts being typed, mails."""

from __future__ import annotations

from typing import Any

from piccolo.apps.migrations.auto.migration_manager import MigrationManager
from piccolo.columns import UUID, Boolean, Date, ForeignKey, Integer, Text, Timestamptz, Varchar
from piccolo.columns.base import OnDelete, OnUpdate

from fne_roadmaps.tables.migrations import ajouter_colonne, creer_table, reference

ID = "2026-11-26T00:30:00:000003"
VERSION = "1.38.0"
DESCRIPTION = "espace de travail"


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


async def forwards() -> MigrationManager:
    """Create the tables and add the columns."""
    manager = MigrationManager(migration_id=ID, app_name="fne_roadmaps", description=DESCRIPTION)
    creer_table(
        manager,
        "SessionDeCompte",
        "session_de_compte",
        {
            "id": UUID(null=False, default=None, primary_key=True),
            "compte": vers("Compte", "compte", null=False),
            "empreinte": Varchar(length=64, null=False, default="", unique=True),
            "appareil": Varchar(length=120, null=True, default=None),
            "ouverte_le": Timestamptz(null=False, default=None),
            "vue_le": Timestamptz(null=False, default=None),
            "expire_le": Timestamptz(null=False, default=None),
            "fermee_le": Timestamptz(null=True, default=None),
        },
    )
    creer_table(
        manager,
        "LienAcces",
        "lien_acces",
        {
            "id": UUID(null=False, default=None, primary_key=True),
            "compte": vers("Compte", "compte", null=False),
            "usage": Varchar(length=20, null=False, default=""),
            "cree_le": Timestamptz(null=False, default=None),
            "expire_le": Timestamptz(null=False, default=None),
            "utilise_le": Timestamptz(null=True, default=None),
        },
    )
    creer_table(
        manager,
        "Nouvelle",
        "nouvelle",
        {
            "id": UUID(null=False, default=None, primary_key=True),
            "cree_le": Timestamptz(null=False, default=None),
            "maj_le": Timestamptz(null=False, default=None),
            "version": Integer(null=False, default=1),
            "supprime_le": Timestamptz(null=True, default=None),
            "exemple": Boolean(null=False, default=False),
            "fiche_action": vers("FicheAction", "fiche_action", null=False),
            "le": Date(null=True, default=None),
            "texte": Text(null=True, default=None),
            "auteur": Varchar(length=300, null=False, default=""),
            "structure": vers("Structure", "structure", null=True),
            "avancement": Varchar(length=20, null=True, default=None),
            "progression": Integer(null=True, default=None),
        },
    )
    creer_table(
        manager,
        "AppelAFiches",
        "appel_a_fiches",
        {
            "id": UUID(null=False, default=None, primary_key=True),
            "cree_le": Timestamptz(null=False, default=None),
            "maj_le": Timestamptz(null=False, default=None),
            "version": Integer(null=False, default=1),
            "supprime_le": Timestamptz(null=True, default=None),
            "exemple": Boolean(null=False, default=False),
            "feuille_de_route": vers("FeuilleDeRoute", "feuille_de_route", null=False),
            "titre": Varchar(length=300, null=False, default=""),
            "consignes": Text(null=True, default=None),
            "ouvre_le": Date(null=True, default=None),
            "ferme_le": Date(null=True, default=None),
            "generation": Integer(null=False, default=1),
        },
    )
    creer_table(
        manager,
        "AppelAxe",
        "appel_axe",
        {
            "id": UUID(null=False, default=None, primary_key=True),
            "appel": vers("AppelAFiches", "appel_a_fiches", null=False),
            "axe": vers("Axe", "axe", null=False),
            "rang": Integer(null=False, default=0),
        },
    )
    creer_table(
        manager,
        "Depot",
        "depot",
        {
            "id": UUID(null=False, default=None, primary_key=True),
            "cree_le": Timestamptz(null=False, default=None),
            "maj_le": Timestamptz(null=False, default=None),
            "version": Integer(null=False, default=1),
            "supprime_le": Timestamptz(null=True, default=None),
            "exemple": Boolean(null=False, default=False),
            "appel": vers("AppelAFiches", "appel_a_fiches", null=False),
            "structure_nom": Varchar(length=200, null=False, default=""),
            "fonction": Varchar(length=200, null=True, default=None),
            "courriel": Varchar(length=254, null=True, default=None),
            "aide": vers("Structure", "structure", null=True),
            "contenu": Text(null=True, default=None),
            "etat": Varchar(length=20, null=False, default=""),
            "soumis_le": Timestamptz(null=True, default=None),
            "fiche_action": vers("FicheAction", "fiche_action", null=True),
            "generation": Integer(null=False, default=1),
        },
    )
    creer_table(
        manager,
        "DemandeDeNouvelles",
        "demande_de_nouvelles",
        {
            "id": UUID(null=False, default=None, primary_key=True),
            "cree_le": Timestamptz(null=False, default=None),
            "maj_le": Timestamptz(null=False, default=None),
            "version": Integer(null=False, default=1),
            "supprime_le": Timestamptz(null=True, default=None),
            "exemple": Boolean(null=False, default=False),
            "fiche_action": vers("FicheAction", "fiche_action", null=False),
            "structure": vers("Structure", "structure", null=True),
            "poste": vers("Poste", "poste", null=True),
            "courriel": Varchar(length=254, null=True, default=None),
            "message": Text(null=True, default=None),
            "echeance": Date(null=True, default=None),
            "etat": Varchar(length=20, null=False, default=""),
            "reponse": Text(null=True, default=None),
            "repondue_le": Timestamptz(null=True, default=None),
            "traitee_le": Timestamptz(null=True, default=None),
            "motif": Text(null=True, default=None),
            "generation": Integer(null=False, default=1),
        },
    )
    creer_table(
        manager,
        "Brouillon",
        "brouillon",
        {
            "id": UUID(null=False, default=None, primary_key=True),
            "auteur": Varchar(length=120, null=False, default=""),
            "objet": UUID(null=False, default=None),
            "section": Varchar(length=40, null=False, default=""),
            "version_lue": Integer(null=False, default=0),
            "contenu": Text(null=True, default=None),
            "maj_le": Timestamptz(null=False, default=None),
        },
    )
    creer_table(
        manager,
        "VueEnregistree",
        "vue_enregistree",
        {
            "id": UUID(null=False, default=None, primary_key=True),
            "cree_le": Timestamptz(null=False, default=None),
            "maj_le": Timestamptz(null=False, default=None),
            "version": Integer(null=False, default=1),
            "supprime_le": Timestamptz(null=True, default=None),
            "exemple": Boolean(null=False, default=False),
            "compte": vers("Compte", "compte", null=False),
            "feuille_de_route": vers("FeuilleDeRoute", "feuille_de_route", null=False),
            "nom": Varchar(length=80, null=False, default=""),
            "requete": Text(null=True, default=None),
        },
    )
    creer_table(
        manager,
        "ChangementGroupe",
        "changement_groupe",
        {
            "id": UUID(null=False, default=None, primary_key=True),
            "compte": vers("Compte", "compte", null=True),
            "auteur": Varchar(length=120, null=False, default=""),
            "feuille_de_route": vers("FeuilleDeRoute", "feuille_de_route", null=False),
            "libelle": Varchar(length=300, null=False, default=""),
            "contenu": Text(null=True, default=None),
            "fait_le": Timestamptz(null=False, default=None),
            "annule_le": Timestamptz(null=True, default=None),
        },
    )
    creer_table(
        manager,
        "Courriel",
        "courriel",
        {
            "id": UUID(null=False, default=None, primary_key=True),
            "gouvernance": vers("Gouvernance", "gouvernance", null=True),
            "destinataire": Varchar(length=254, null=False, default=""),
            "modele": Varchar(length=30, null=False, default=""),
            "donnees": Text(null=True, default=None),
            "objet_lie": UUID(null=True, default=None),
            "etat": Varchar(length=20, null=False, default="", index=True),
            "essais": Integer(null=False, default=0),
            "cree_le": Timestamptz(null=False, default=None),
            "prochain_essai_le": Timestamptz(null=True, default=None),
            "pris_le": Timestamptz(null=True, default=None),
            "envoye_le": Timestamptz(null=True, default=None),
            "erreur": Text(null=True, default=None),
        },
    )
    ajouter_colonne(manager, "Compte", "compte", "poste", vers("Poste", "poste", null=True))
    ajouter_colonne(manager, "Compte", "compte", "courriel", Varchar(length=254, null=True, default=None))
    ajouter_colonne(manager, "Compte", "compte", "mot_de_passe", Varchar(length=200, null=True, default=None))
    ajouter_colonne(manager, "Compte", "compte", "echecs", Integer(null=False, default=0))
    ajouter_colonne(manager, "Compte", "compte", "bloque_jusqu_a", Timestamptz(null=True, default=None))
    ajouter_colonne(manager, "ProfilDeCompte", "profil_de_compte", "debut", Date(null=True, default=None))
    ajouter_colonne(manager, "ProfilDeCompte", "profil_de_compte", "fin", Date(null=True, default=None))
    ajouter_colonne(manager, "LienFiches", "lien_fiches", "contenu", Text(null=True, default=None))
    ajouter_colonne(manager, "LienFiches", "lien_fiches", "annule_le", Timestamptz(null=True, default=None))
    return manager
