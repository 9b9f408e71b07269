"""Reading the minutes of meetings: what they say now, their frozen versions, the changes asked for."""

from __future__ import annotations

from backend.queries.comptes_rendus.contenu import contenu_a_figer, contenu_date
from backend.queries.comptes_rendus.liste import comptes_rendus_de
from backend.queries.comptes_rendus.un import (
    CompteRenduVue,
    charger_compte_rendu,
    compte_rendu_de,
    lire_compte_rendu,
)

__all__ = [
    "CompteRenduVue",
    "charger_compte_rendu",
    "compte_rendu_de",
    "comptes_rendus_de",
    "contenu_a_figer",
    "contenu_date",
    "lire_compte_rendu",
]
