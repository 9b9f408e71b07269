"""Closed lists of bodies, meetings and decisions."""

from __future__ import annotations

from fne_roadmaps.domain.enums.base import Vocabulaire


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
