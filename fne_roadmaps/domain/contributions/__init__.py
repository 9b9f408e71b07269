"""Rules of what comes in without an account: calls for fiches, deposits, requests for news."""

from fne_roadmaps.domain.contributions.appels import clore, etat_appel, prolonger, verifier_appel
from fne_roadmaps.domain.contributions.contenu import LIGNES_MAX, SAISIE_MAX, Saisies, lire_contenu, montant
from fne_roadmaps.domain.contributions.demandes import (
    CHAMPS_DE_NOUVELLES,
    PASSAGES_DEMANDE,
    Ecart,
    Etat,
    changer_demande,
    comparer,
    retenir,
)
from fne_roadmaps.domain.contributions.depots import (
    ETAPES,
    PASSAGES_DEPOT,
    Etape,
    changer_depot,
    etape_de,
    etape_du_champ,
    exiger_complet,
    retirable,
)

__all__ = [
    "CHAMPS_DE_NOUVELLES",
    "ETAPES",
    "LIGNES_MAX",
    "PASSAGES_DEMANDE",
    "PASSAGES_DEPOT",
    "SAISIE_MAX",
    "Ecart",
    "Etape",
    "Etat",
    "Saisies",
    "changer_demande",
    "changer_depot",
    "clore",
    "comparer",
    "etape_de",
    "etape_du_champ",
    "etat_appel",
    "exiger_complet",
    "lire_contenu",
    "montant",
    "prolonger",
    "retenir",
    "retirable",
    "verifier_appel",
]
