"""Accounts: opened by invitation, entered with a password, handed over with the post they serve."""

from __future__ import annotations

from backend.services.comptes.acces import (
    inviter,
    reinitialiser_le_mot_de_passe,
    renvoyer_invitation,
    utiliser_un_acces,
)
from backend.services.comptes.connexion import changer_mot_de_passe, se_connecter
from backend.services.comptes.ouverture import Identite, creer_compte, regler
from backend.services.comptes.passation import passer_la_main
from backend.services.comptes.profils import changer_profil, retirer_profil
from backend.services.comptes.retour import annuler_passation, jeton_de_retour, reprendre_la_main
from backend.services.comptes.sessions import fermer_les_autres, fermer_session, ouvrir_session, revoquer_session

__all__ = [
    "Identite",
    "annuler_passation",
    "changer_mot_de_passe",
    "changer_profil",
    "creer_compte",
    "fermer_les_autres",
    "fermer_session",
    "inviter",
    "jeton_de_retour",
    "ouvrir_session",
    "passer_la_main",
    "regler",
    "reinitialiser_le_mot_de_passe",
    "renvoyer_invitation",
    "reprendre_la_main",
    "retirer_profil",
    "revoquer_session",
    "se_connecter",
    "utiliser_un_acces",
]
