"""Sample contexts: one per page and per situation worth looking at, each built by a function without
arguments.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tests.web.echantillons import accueil, agenda, feuille_de_route, fiche_action, gouvernance, reunion

ECHANTILLONS: dict[str, Callable[[], Any]] = {
    "accueil": accueil.accueil,
    "accueil-ailleurs": accueil.accueil_ailleurs,
    "gouvernance": gouvernance.ouverte,
    "gouvernance-fermee": gouvernance.fermee,
    "feuille-de-route": feuille_de_route.signee,
    "feuille-de-route-fermee": feuille_de_route.fermee,
    "feuille-de-route-vide": feuille_de_route.sans_fiche,
    "feuille-de-route-sans-resultat": feuille_de_route.sans_resultat,
    "fiche-action": fiche_action.complete,
    "fiche-action-courte": fiche_action.courte,
    "instance": reunion.instance,
    "instance-en-retard": reunion.instance_en_retard,
    "reunion": reunion.tenue,
    "reunion-incertaine": reunion.incertaine,
    "agenda": agenda.a_venir,
    "agenda-vide": agenda.vide,
    "agenda-sans-resultat": agenda.sans_resultat,
    "erreur-404": agenda.erreur_404,
    "erreur-400": agenda.erreur_400,
    "erreur-500": agenda.erreur_500,
}
"""Name of the situation → its context."""
