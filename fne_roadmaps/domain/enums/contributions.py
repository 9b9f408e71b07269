"""Closed lists of what comes in without an account."""

from __future__ import annotations

from fne_roadmaps.domain.enums.base import Vocabulaire


class EtatAppel(Vocabulaire):
    """Where a call for fiches stands on a day: computed from its period, never stored."""

    PAS_ENCORE = "pas_encore", "Pas encore ouvert"
    OUVERT = "ouvert", "Ouvert"
    CLOS = "clos", "Clos"


class EtatDepot(Vocabulaire):
    """Life of a fiche written without an account under a call."""

    EN_COURS = "en_cours", "En cours d’écriture"
    SOUMIS = "soumis", "Soumis"
    RETIRE = "retire", "Retiré"


class EtatDemande(Vocabulaire):
    """Life of a request for news: what comes back is a proposal until a rédacteur has seen it."""

    ENVOYEE = "envoyee", "En attente de réponse"
    REPONDUE = "repondue", "Réponse à relire"
    ACCEPTEE = "acceptee", "Réponse acceptée"
    DECLINEE = "declinee", "Réponse déclinée"
    ANNULEE = "annulee", "Annulée"
