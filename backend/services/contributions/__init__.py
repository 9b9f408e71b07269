"""What comes in without an account: calls for fiches, deposits, requests for news and their answers."""

from __future__ import annotations

from backend.services.contributions.acceptation import accepter_reponse, decliner_reponse
from backend.services.contributions.appels import (
    clore_appel,
    creer_appel,
    modifier_appel,
    prolonger_appel,
    revoquer_le_lien,
)
from backend.services.contributions.demandes import (
    Demandees,
    annuler_demande,
    demander_des_nouvelles,
    relancer_demande,
)
from backend.services.contributions.depots import enregistrer_etape, nommer_le_deposant, renvoyer_le_lien
from backend.services.contributions.reponses import garder_reponse, repondre
from backend.services.contributions.soumission import retirer_depot, soumettre_depot

__all__ = [
    "Demandees",
    "accepter_reponse",
    "annuler_demande",
    "clore_appel",
    "creer_appel",
    "decliner_reponse",
    "demander_des_nouvelles",
    "enregistrer_etape",
    "garder_reponse",
    "modifier_appel",
    "nommer_le_deposant",
    "prolonger_appel",
    "relancer_demande",
    "renvoyer_le_lien",
    "repondre",
    "retirer_depot",
    "revoquer_le_lien",
    "soumettre_depot",
]
