"""Closed vocabularies of the field, each code with its French label.

Codes are stored and exchanged; labels are printed. Source of the words: the instruction of July 2023, the
State's own tool and the public texts of the governances.
"""

from __future__ import annotations

from enum import StrEnum


class Vocabulaire(StrEnum):
    """A closed list whose members carry a code (the value) and a French label."""

    libelle: str

    def __new__(cls, code: str, libelle: str = "") -> Vocabulaire:
        """Store the code as the value and keep the label beside it (empty only in a look-up by code)."""
        membre = str.__new__(cls, code)
        membre._value_ = code
        membre.libelle = libelle
        return membre


class Instruction(Vocabulaire):
    """Where a fiche stands in arbitration; says nothing of its progress."""

    BROUILLON = "brouillon", "Brouillon"
    PROPOSEE = "proposee", "Proposée"
    EN_INSTRUCTION = "en_instruction", "En instruction"
    RETENUE = "retenue", "Retenue"
    ECARTEE = "ecartee", "Écartée"
    FUSIONNEE = "fusionnee", "Fusionnée"


class Avancement(Vocabulaire):
    """How far a retained fiche is. Lateness is computed, never one of these."""

    A_VENIR = "a_venir", "À venir"
    EN_COURS = "en_cours", "En cours"
    REALISEE = "realisee", "Réalisée"
    EN_PAUSE = "en_pause", "En pause"
    BLOQUEE = "bloquee", "Bloquée"
    ABANDONNEE = "abandonnee", "Abandonnée"


class Priorite(Vocabulaire):
    """Priority of a fiche."""

    ELEVE = "eleve", "Élevée"
    MOYEN = "moyen", "Moyenne"
    BAS = "bas", "Basse"


class Meteo(Vocabulaire):
    """The préfets' own scale."""

    SECURISES = "securises", "Objectifs sécurisés"
    ATTEIGNABLES = "atteignables", "Objectifs atteignables"
    APPUIS_NECESSAIRES = "appuis_necessaires", "Appuis nécessaires"
    COMPROMIS = "compromis", "Objectifs compromis"


class EtatFeuille(Vocabulaire):
    """Life of a roadmap. ``présentée`` and ``signée`` are two different happy ends."""

    ELABORATION = "elaboration", "En élaboration"
    CONCERTATION = "concertation", "En concertation"
    VALIDEE = "validee", "Validée"
    PRESENTEE = "presentee", "Présentée"
    SIGNEE = "signee", "Signée"
    CLOSE = "close", "Close"


class Perimetre(Vocabulaire):
    """Scale of a roadmap."""

    DEPARTEMENTAL = "departemental", "Départementale"
    INFRA_DEPARTEMENTAL = "infra_departemental", "Infra-départementale"
    REGIONAL = "regional", "Régionale"
    BASSIN_DE_VIE = "bassin_de_vie", "Projet numérique de territoire"


class TypeAppui(Vocabulaire):
    """Contract or scheme a roadmap leans on."""

    CRTE = "crte", "CRTE"
    SDAASAP = "sdaasap", "SDAASaP"
    SDIN = "sdin", "Schéma d’inclusion numérique"
    SDUN = "sdun", "Schéma des usages numériques"
    AUTRE = "autre", "Autre document"


class TypeTerritoire(Vocabulaire):
    """Kinds of territories."""

    PAYS = "pays", "Pays"
    REGION = "region", "Région"
    DEPARTEMENT = "departement", "Département"
    EPCI = "epci", "EPCI"
    BASSIN_DE_VIE = "bassin_de_vie", "Bassin de vie"
    COMMUNE = "commune", "Commune"


class TypeGouvernance(Vocabulaire):
    """What a governance governs."""

    DEPARTEMENTALE = "departementale", "Gouvernance départementale"
    INFRA_DEPARTEMENTALE = "infra_departementale", "Gouvernance infra-départementale"
    REGIONALE = "regionale", "Gouvernance régionale"
    HUB = "hub", "Comitologie du hub"
    PNT = "pnt", "Projet numérique de territoire"


class TypeStructure(Vocabulaire):
    """Kinds of organisations met in the governances."""

    ETAT = "etat", "Service de l’État"
    REGION = "region", "Région"
    DEPARTEMENT = "departement", "Conseil départemental"
    EPCI = "epci", "Intercommunalité"
    COMMUNE = "commune", "Commune"
    SYNDICAT_MIXTE = "syndicat_mixte", "Syndicat mixte"
    OPERATEUR = "operateur", "Opérateur"
    HUB = "hub", "Hub territorial"
    ASSOCIATION = "association", "Association"
    ENTREPRISE = "entreprise", "Entreprise"
    ENSEIGNEMENT = "enseignement", "Enseignement supérieur"
    FONDATION = "fondation", "Fondation"
    AUTRE = "autre", "Autre organisme"


class RoleMembre(Vocabulaire):
    """Role of an organisation in a governance; several at once, each dated."""

    PORTEUR = "porteur", "Porteur"
    CO_PORTEUR = "co_porteur", "Co-porteur"
    REDACTEUR = "redacteur", "Rédacteur"
    PARTENAIRE_CLE = "partenaire_cle", "Partenaire clé"
    ANIMATEUR = "animateur", "Animateur"
    EXPERT = "expert", "Expert, conseil"
    SIGNATAIRE = "signataire", "Signataire"
    FINANCEUR = "financeur", "Financeur"
    OPERATEUR = "operateur", "Opérateur"
    INVITE = "invite", "Invité"
    OBSERVATEUR = "observateur", "Observateur"


class RoleActeur(Vocabulaire):
    """Role of an organisation or a post in a fiche action."""

    PILOTE = "pilote", "Pilote"
    CO_PILOTE = "co_pilote", "Co-pilote"
    PARTENAIRE = "partenaire", "Partenaire"
    CONTRIBUTEUR = "contributeur", "Contributeur"
    PROPOSEUR = "proposeur", "Proposée par"
    AIDE_REDACTION = "aide_redaction", "Rédigée avec l’aide de"


class TypeInstance(Vocabulaire):
    """Kinds of governance bodies."""

    COMITE_STRATEGIQUE = "comite_strategique", "Comité stratégique"
    COPIL = "copil", "COPIL"
    COTECH = "cotech", "COTECH"
    COMITE_CONSULTATIF = "comite_consultatif", "Comité consultatif"
    GROUPE_DE_TRAVAIL = "groupe_de_travail", "Groupe de travail"
    GROUPE_OPERATIONNEL = "groupe_operationnel", "Groupe opérationnel"
    COMITE_DEPARTEMENTAL = "comite_departemental", "Comité départemental"
    RESEAU = "reseau", "Réseau"
    BASSIN_DE_VIE = "bassin_de_vie", "Réunion de bassin de vie"
    AUTRE = "autre", "Autre instance"


class RoleInstance(Vocabulaire):
    """Role of a structure in an instance or at a meeting."""

    MEMBRE = "membre", "Membre"
    ANIMATEUR = "animateur", "Animateur"
    CO_ANIMATEUR = "co_animateur", "Co-animateur"
    CO_ORGANISATEUR = "co_organisateur", "Co-organisateur"
    PARTICIPANT = "participant", "Participant"
    EXPERT = "expert", "Expert"
    RAPPORTEUR = "rapporteur", "Rapporteur"
    INVITE = "invite", "Invité"


class GenreReunion(Vocabulaire):
    """Kind of a meeting; ``instance`` is a sitting of the instance it belongs to."""

    INSTANCE = "instance", "Réunion d’instance"
    RENDEZ_VOUS = "rendez_vous", "Rendez-vous"
    VISIO = "visio", "Visioconférence"
    PREPARATION = "preparation", "Réunion de préparation"
    CO_CONSTRUCTION = "co_construction", "Réunion de co-construction"
    RENCONTRE = "rencontre", "Rencontre"
    EVENEMENT = "evenement", "Événement public"
    INAUGURATION = "inauguration", "Inauguration"
    AUTRE = "autre", "Autre réunion"


class PorteeReunion(Vocabulaire):
    """Scope of a meeting."""

    NATIONALE = "nationale", "Nationale"
    REGIONALE = "regionale", "Régionale"
    DEPARTEMENTALE = "departementale", "Départementale"
    BASSIN_DE_VIE = "bassin_de_vie", "Bassin de vie"
    INSTANCE = "instance", "Instance"


class EtatReunion(Vocabulaire):
    """Life of a meeting. ``annulée`` is final; ``reportée`` waits for a new date."""

    BROUILLON = "brouillon", "Brouillon"
    A_DATER = "a_dater", "À dater"
    CONVOQUEE = "convoquee", "Convoquée"
    EN_SEANCE = "en_seance", "En séance"
    TENUE = "tenue", "Tenue"
    REPORTEE = "reportee", "Reportée"
    ANNULEE = "annulee", "Annulée"


class EtatOption(Vocabulaire):
    """State of one proposed date of a meeting."""

    OUVERTE = "ouverte", "Ouverte"
    RETENUE = "retenue", "Retenue"
    ECARTEE = "ecartee", "Écartée"


class ModeDecision(Vocabulaire):
    """How an instance decides."""

    CONSENSUS = "consensus", "Consensus"
    MAJORITE = "majorite", "Majorité"
    AVIS = "avis", "Avis"


class NatureChiffre(Vocabulaire):
    """A declared figure is copied from a source; a computed one comes out of our own data."""

    DECLARE = "declare", "Déclaré"
    CALCULE = "calcule", "Calculé"


class ComparateurChiffre(Vocabulaire):
    """How a figure is known."""

    EGAL = "egal", ""
    PLUS_DE = "plus_de", "plus de"
    MOINS_DE = "moins_de", "moins de"
    ENVIRON = "environ", "environ"


class UsageChiffre(Vocabulaire):
    """What a figure serves: the diagnostic, a declared total of the governance, or an indicator of a fiche."""

    DIAGNOSTIC = "diagnostic", "Diagnostic"
    ACTIVITE = "activite", "Activité déclarée"
    DEPART = "depart", "Valeur de départ"
    CIBLE = "cible", "Cible"
    MESURE = "mesure", "Mesure"


class TypeContribution(Vocabulaire):
    """What a structure brought between or beside meetings."""

    DIAGNOSTIC = "diagnostic", "Diagnostic"
    ANIMATION = "animation", "Animation"
    REDACTION = "redaction", "Rédaction"
    MISE_EN_RELATION = "mise_en_relation", "Mise en relation"
    ACCOMPAGNEMENT = "accompagnement", "Accompagnement de fiches"
    CONSEIL = "conseil", "Conseil"


class TypeLienFiches(Vocabulaire):
    """Why two fiches are linked: ``source`` came first."""

    FUSION = "fusion", "Fusionnée dans"
    ESSAIMAGE = "essaimage", "Reprise par"
    SCISSION = "scission", "Scindée en"


class Profil(Vocabulaire):
    """Rights of an account in one governance."""

    ADMINISTRATEUR = "administrateur", "Administrateur"
    PORTEUR = "porteur", "Porteur"
    REDACTEUR = "redacteur", "Rédacteur"
    ANIMATEUR = "animateur", "Animateur"
    CONTRIBUTEUR = "contributeur", "Contributeur"
    LECTEUR = "lecteur", "Lecteur"
