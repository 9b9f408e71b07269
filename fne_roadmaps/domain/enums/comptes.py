"""Closed lists of accounts and mails."""

from __future__ import annotations

from fne_roadmaps.domain.enums.base import Vocabulaire


class Profil(Vocabulaire):
    """Rights of an account in one governance."""

    ADMINISTRATEUR = "administrateur", "Administrateur"
    PORTEUR = "porteur", "Porteur"
    REDACTEUR = "redacteur", "Rédacteur"
    ANIMATEUR = "animateur", "Animateur"
    CONTRIBUTEUR = "contributeur", "Contributeur"
    LECTEUR = "lecteur", "Lecteur"


class UsageAcces(Vocabulaire):
    """What a personal link to an account lets do."""

    INVITATION = "invitation", "Ouvrir son compte"
    REINITIALISATION = "reinitialisation", "Choisir un nouveau mot de passe"


class ModeleCourriel(Vocabulaire):
    """The mails the application sends, and no other."""

    INVITATION = "invitation", "Invitation à ouvrir un compte"
    REINITIALISATION = "reinitialisation", "Nouveau mot de passe"
    DEPOT = "depot", "Lien personnel vers une fiche proposée"
    NOUVELLES = "nouvelles", "Demande de nouvelles"
    CONVOCATION = "convocation", "Invitation à une réunion"


class EtatCourriel(Vocabulaire):
    """Life of a queued mail. ``INCERTAIN``: the service stopped while sending, so nobody knows whether it left."""

    A_ENVOYER = "a_envoyer", "À envoyer"
    EN_COURS = "en_cours", "Envoi en cours"
    ENVOYE = "envoye", "Envoyé"
    ECHEC = "echec", "Échec"
    INCERTAIN = "incertain", "Envoi interrompu"
