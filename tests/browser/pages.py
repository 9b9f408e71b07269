"""The pages a browser looks at, in the states worth looking at: full, empty, filtered to nothing, wrong."""

from __future__ import annotations

PAGES: dict[str, tuple[str, str]] = {
    "accueil": ("diane", "/"),
    "accueil-visiteur": ("visiteur", "/"),
    "gouvernance": ("diane", "/gouvernances/28"),
    "gouvernance-visiteur": ("visiteur", "/gouvernances/45"),
    "hub": ("diane", "/gouvernances/hub-lo"),
    "feuille": ("diane", "/feuilles-de-route/28-2024"),
    "feuille-vide": ("diane", "/feuilles-de-route/36-2024"),
    "feuille-en-concertation": ("charlie", "/feuilles-de-route/41-2024"),
    "feuille-sans-resultat": ("diane", "/feuilles-de-route/28-2024?avancement=bloquee&texte=introuvable"),
    "feuille-visiteur": ("visiteur", "/feuilles-de-route/28-2024"),
    "fiche": ("diane", "/fiches-action/28-2024/1.1"),
    "fiche-courte": ("charlie", "/fiches-action/41-2024/p1"),
    "instance": ("diane", "/instances/28/copil"),
    "instance-en-retard": ("diane", "/instances/hub-lo/comite-36"),
    "reunion": ("diane", "/reunions/28/copil/r3"),
    "reunion-incertaine": ("diane", "/reunions/37/r6"),
    "agenda": ("diane", "/agenda?periode=toutes"),
    "agenda-vide": ("visiteur", "/agenda"),
    "agenda-sans-resultat": ("diane", "/agenda?gouvernance=18&type=copil"),
    "erreur-404": ("visiteur", "/instances/28/copil"),
    "erreur-422": ("diane", "/feuilles-de-route/28-2024?avancement=enretard&page=0"),
}
"""Name of the state → who reads, and where."""
