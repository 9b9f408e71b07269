"""Reading the minutes of meetings: what they say now, their frozen versions, the changes asked for."""

from __future__ import annotations

from backend.queries.comptes_rendus.annee import (
    compilation_d_une_gouvernance,
    compilation_d_une_instance,
    groupes_lisibles,
)
from backend.queries.comptes_rendus.contenu import contenu_a_figer, contenu_date
from backend.queries.comptes_rendus.liste import annees_de_comptes_rendus, comptes_rendus_de
from backend.queries.comptes_rendus.un import (
    CompteRenduVue,
    charger_compte_rendu,
    compte_rendu_de,
    lire_compte_rendu,
)

__all__ = [
    "CompteRenduVue",
    "annees_de_comptes_rendus",
    "charger_compte_rendu",
    "compilation_d_une_gouvernance",
    "compilation_d_une_instance",
    "compte_rendu_de",
    "comptes_rendus_de",
    "contenu_a_figer",
    "contenu_date",
    "groupes_lisibles",
    "lire_compte_rendu",
]
