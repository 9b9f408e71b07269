"""Reading calls for fiches, deposits and requests for news."""

from __future__ import annotations

from backend.queries.contributions.appels import appels_de, axes_de_l_appel, charger_appel, depots_de, lire_appel
from backend.queries.contributions.demandes import (
    demandes_de_la_fiche,
    etat_de_la_fiche,
    indicateurs_de_la_fiche,
    lire_demande,
    pilote_de,
    tenue_de,
)
from backend.queries.contributions.depots import aides_possibles, lire_depot, sort_du_depot, territoires_possibles
from backend.queries.contributions.liens import appel_du_lien, demande_du_lien, depot_du_lien
from backend.queries.contributions.propositions import Boite, lire_boite

__all__ = [
    "Boite",
    "aides_possibles",
    "appel_du_lien",
    "appels_de",
    "axes_de_l_appel",
    "charger_appel",
    "demande_du_lien",
    "demandes_de_la_fiche",
    "depot_du_lien",
    "depots_de",
    "etat_de_la_fiche",
    "indicateurs_de_la_fiche",
    "lire_appel",
    "lire_boite",
    "lire_demande",
    "lire_depot",
    "pilote_de",
    "sort_du_depot",
    "tenue_de",
    "territoires_possibles",
]
