"""The pages a browser looks at, in the states worth looking at: full, empty, filtered to nothing, wrong."""

from __future__ import annotations

from fne_roadmaps.demo.cles import cle_fixe
from tests.browser.pages_comitologie import COMITOLOGIE
from tests.browser.pages_comptes import COMPTES
from tests.browser.pages_contributions import CONTRIBUTIONS
from tests.browser.pages_seances import SEANCES

LUES: dict[str, tuple[str, str]] = {
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
    "feuille-statuts": ("alice", "/feuilles-de-route/28-2024?presentation=statut&axe=28-2024/5"),
    "feuille-frise": ("alice", "/feuilles-de-route/28-2024?presentation=frise&axe=28-2024/3"),
    "feuille-frise-mois": ("bob", "/feuilles-de-route/28-2024?presentation=frise&echelle=mois&en_retard=oui"),
    "feuille-par-axe": ("alice", "/feuilles-de-route/28-2024?presentation=axe&en_retard=oui"),
    "feuille-impression": ("alice", "/feuilles-de-route/28-2024?presentation=impression&sans_pilote=oui"),
    "feuille-selection": ("alice", "/feuilles-de-route/28-2024?selection=oui&sans_pilote=oui"),
    "feuille-colonnes": (
        "alice",
        "/feuilles-de-route/28-2024?colonnes=axe,avancement,priorite,meteo,pilote,partenaires,publics,debut,fin,jalon,"
        "besoin,financeurs&priorite=eleve",
    ),
    **{
        f"feuille-modifier-{champ}": (
            "alice",
            f"/feuilles-de-route/28-2024?avancement=en_cours&modifier={cle_fixe('fiche_action:28-2024/1.1')}.{champ}",
        )
        for champ in ("avancement", "pilote", "dates", "priorite")
    },
    "changement": ("alice", f"/feuilles-de-route/{cle_fixe('feuille_de_route:28-2024')}/changement?en_retard=oui"),
    "changement-apercu": (
        "alice",
        f"/feuilles-de-route/{cle_fixe('feuille_de_route:28-2024')}/changement?en_retard=oui&champ=avancement"
        "&vers_avancement=en_cours",
    ),
    "changement-erreur": (
        "alice",
        f"/feuilles-de-route/{cle_fixe('feuille_de_route:28-2024')}/changement?en_retard=oui&champ=pilote",
    ),
    "fiche": ("diane", "/fiches-action/28-2024/1.1"),
    "fiche-courte": ("charlie", "/fiches-action/41-2024/p1"),
    "fiche-suivie": ("alice", "/fiches-action/28-2024/1.1"),
    "fiche-a-completer": ("fanny", "/fiches-action/28-2024/1.4"),
    "fiche-nouvelles-anciennes": ("bob", "/fiches-action/28-2024/1.4?nouvelles=2"),
    "historique": ("alice", f"/fiches-action/{cle_fixe('fiche_action:28-2024/2.1')}/historique"),
    "historique-vide": ("bob", f"/fiches-action/{cle_fixe('fiche_action:28-2024/2.1')}/historique?jusque=15+juin+2025"),
    "texte-publie": ("bob", f"/fiches-action/{cle_fixe('fiche_action:28-2024/2.1')}/texte-publie"),
    "texte-publie-identique": ("diane", f"/fiches-action/{cle_fixe('fiche_action:28-2024/1.1')}/texte-publie"),
    "fiches-publiees": ("charlie", "/fiches-publiees"),
    "fiches-publiees-rien": ("visiteur", "/fiches-publiees?texte=introuvable"),
    "fiche-publiee": ("charlie", f"/fiches-publiees/{cle_fixe('version_publiee:28-2024:1')}/2.1"),
    "fiche-reprise": ("charlie", f"/fiches-publiees/{cle_fixe('version_publiee:28-2024:1')}/2.1/reprise"),
    "suivi": ("alice", "/feuilles-de-route/28-2024/suivi"),
    "suivi-vide": ("diane", "/feuilles-de-route/36-2024/suivi"),
    "suivi-de-peu": ("charlie", "/feuilles-de-route/41-2024/suivi"),
    "suivi-lu": ("diane", "/feuilles-de-route/45-2024/suivi"),
    "changements": ("alice", f"/feuilles-de-route/{cle_fixe('feuille_de_route:28-2024')}/changements"),
    "changements-aucun": ("diane", "/feuilles-de-route/36-2024/changements"),
    "changements-erreur": ("alice", "/feuilles-de-route/28-2024/changements?depuis=hier+soir"),
    "mon-suivi": ("alice", "/mon-suivi"),
    "mon-suivi-hub": ("diane", "/mon-suivi"),
    "mon-suivi-pilote": ("fanny", "/mon-suivi"),
    "instance": ("diane", "/instances/28/copil"),
    "instance-en-retard": ("diane", "/instances/hub-lo/comite-36"),
    "reunion": ("diane", "/reunions/28/copil/r3"),
    "coller-un-agenda": ("alice", "/gouvernances/28/coller-un-agenda"),
    **SEANCES,
    **COMITOLOGIE,
    "reunion-incertaine": ("diane", "/reunions/37/r6"),
    "agenda": ("diane", "/agenda?periode=toutes"),
    "agenda-mois": ("diane", "/agenda?vue=mois&mois=2023-09"),
    "agenda-instances": ("diane", "/agenda?vue=instances&periode=toutes"),
    "participation": ("diane", "/structures/hub-lo/participation?annee=2024"),
    "participation-vide": ("diane", "/structures/hub-lo/participation?annee=2022"),
    "agenda-vide": ("visiteur", "/agenda"),
    "agenda-sans-resultat": ("diane", "/agenda?gouvernance=18&type=copil"),
    "courriels": ("alice", f"/gouvernances/{cle_fixe('gouvernance:28')}/courriels"),
    "courriels-vides": ("alice", f"/gouvernances/{cle_fixe('gouvernance:28')}/courriels?etat=echec"),
    "boite-aux-lettres": ("visiteur", "/demonstration/courriels"),
    "accessibilite": ("visiteur", "/accessibilite"),
    "erreur-404": ("visiteur", "/instances/28/copil"),
    "erreur-422": ("diane", "/feuilles-de-route/28-2024?avancement=enretard&page=0"),
}
"""Where one reads: name of the state → who reads, and where."""

ECRITES: dict[str, tuple[str, str]] = {
    **{
        f"edition-{section}": ("alice", f"/fiches-action/{cle_fixe('fiche_action:28-2024/1.1')}/modifier/{section}")
        for section in (
            *("identite", "besoin", "pilotage", "calendrier", "publics"),
            *("moyens", "financements", "jalons", "indicateurs", "suivi"),
        )
    },
    "nouvelle-fiche": ("alice", f"/feuilles-de-route/{cle_fixe('feuille_de_route:28-2024')}/fiches/nouvelle"),
    "nouvelles": ("alice", f"/fiches-action/{cle_fixe('fiche_action:28-2024/1.1')}/nouvelles"),
    "mesure": ("alice", f"/fiches-action/{cle_fixe('fiche_action:28-2024/1.1')}/mesures"),
    "avancement": ("alice", f"/fiches-action/{cle_fixe('fiche_action:28-2024/1.1')}/avancement"),
    "arbitrage": ("charlie", "/feuilles-de-route/41-2024/arbitrage"),
    "arbitrage-vide": ("alice", "/feuilles-de-route/28-2024/arbitrage"),
    "arbitrage-lu": ("diane", "/feuilles-de-route/41-2024/arbitrage"),
    "instruction": ("charlie", f"/fiches-action/{cle_fixe('fiche_action:41-2024/p11')}/instruction"),
    "fusion-choisir": ("charlie", "/feuilles-de-route/41-2024/fusion"),
    "fusion": (
        "charlie",
        f"/feuilles-de-route/41-2024/fusion?fiche={cle_fixe('fiche_action:41-2024/p1')}"
        f"&fiche={cle_fixe('fiche_action:41-2024/p9')}&fiche={cle_fixe('fiche_action:41-2024/p11')}",
    ),
    "fusion-erreur": (
        "charlie",
        f"/feuilles-de-route/41-2024/fusion?fiche={cle_fixe('fiche_action:41-2024/p1')}&geste=comparer",
    ),
    "fusion-faite": (
        "charlie",
        "/fusions/" + str(cle_fixe(f"lien_fiches:fusion:{cle_fixe('fiche_action:41-2024/p11')}:1:0")),
    ),
    "scission": ("charlie", f"/fiches-action/{cle_fixe('fiche_action:41-2024/p11')}/scission"),
    "ordre": ("charlie", "/feuilles-de-route/41-2024/ordre"),
    "ordre-publie": ("alice", "/feuilles-de-route/28-2024/ordre"),
    "corbeille": ("charlie", "/feuilles-de-route/41-2024/corbeille"),
    "corbeille-vide": ("alice", "/feuilles-de-route/28-2024/corbeille"),
    "suppression": ("charlie", f"/fiches-action/{cle_fixe('fiche_action:41-2024/p1')}/suppression"),
    **COMPTES,
    **CONTRIBUTIONS,
}
"""Where one writes."""

PAGES = {**LUES, **ECRITES}

OUVERTES_AUTREMENT = frozenset({"/demonstration/courriels/{cle}", "/imports-d-agenda/{cle}"})
"""Patterns of pages looked at by a test of their own: their address is known from another page only."""
