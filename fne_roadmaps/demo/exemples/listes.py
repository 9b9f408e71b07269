"""Example lists kept by the accounts of Eure-et-Loir, and one change made to several fiches at once."""

from __future__ import annotations

from fne_roadmaps.demo.saisie import Acte, Donnee, actes

COMPOSES = frozenset({"garder_une_vue", "changer_en_groupe"})
"""Acts of an account, whose data are not those of one command."""


def _vue(compte: str, nom: str, requete: str) -> Donnee:
    return {"compte": compte, "feuille_de_route": "28-2024", "nom": nom, "requete": requete}


ACTES: tuple[Acte, ...] = (
    *actes(
        "garder_une_vue",
        (
            _vue("alice-28", "Avant le COPIL : en retard", "en_retard=oui&tri=fin"),
            _vue("alice-28", "Frise de l’axe 3", "axe=28-2024%2F3&presentation=frise"),
            _vue(
                "alice-28", "Muettes, à relancer", "sans_nouvelles=6&colonnes=avancement%2Cpilote%2Cjalon%2Cnouvelles"
            ),
            _vue("bob-28", "Ce qui bloque", "avancement=bloquee"),
        ),
    ),
    (
        "changer_en_groupe",
        {
            "compte": "alice-28",
            "feuille_de_route": "28-2024",
            "filtres": {"avancement": "bloquee"},
            "demande": {
                "champ": "meteo",
                "meteo": "appuis_necessaires",
                "pourquoi": "Ce qui bloque demande un appui (exemple).",
            },
        },
    ),
)
