"""The pages of the site by the pattern of their address, and those the automatic checks open: tests keep it true."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from fne_roadmaps.domain.textes import replier

NOMS: Mapping[str, str] = {
    "/": "Accueil",
    "/acces/{jeton}": "Ouvrir son compte",
    "/accessibilite": "Cette page",
    "/agenda": "Agenda",
    "/appels/{cle}": "Un appel à fiches",
    "/appels/{cle}/modifier": "Modifier un appel",
    "/changements-groupes/{changement}": "Un changement groupé, une fois fait",
    "/compte": "Mon compte",
    "/compte/agendas": "Mes agendas",
    "/comptes-rendus/{cle}": "Compte rendu d’une réunion",
    "/connexion": "Se connecter",
    "/decisions": "Registre des décisions",
    "/decisions/{cle}/modifier": "Modifier une décision",
    "/decisions/{reference}": "Une décision",
    "/demandes-de-nouvelles/{cle}": "Une demande de nouvelles",
    "/demandes-de-nouvelles/{cle}/modifier": "Modifier une réponse avant de l’accepter",
    "/demonstration/courriels": "Boîte aux lettres de la démonstration",
    "/demonstration/courriels/{cle}": "Un courriel de la démonstration",
    "/depots/{cle}": "Un dépôt, avec un compte",
    "/depots/{cle}/{etape}": "Une étape d’un dépôt, avec un compte",
    "/feuilles-de-route/{cle}/appels": "Les appels d’une feuille de route",
    "/feuilles-de-route/{cle}/appels/nouveau": "Ouvrir un appel",
    "/feuilles-de-route/{cle}/fiches/nouvelle": "Nouvelle fiche",
    "/feuilles-de-route/{cle}/propositions": "Les propositions reçues",
    "/feuilles-de-route/{feuille}/changement": "Changement groupé",
    "/feuilles-de-route/{reference}": "Feuille de route et liste de ses fiches",
    "/feuilles-de-route/{reference}/arbitrage": "Arbitrage",
    "/feuilles-de-route/{reference}/changements": "Ce qui a changé dans une feuille de route",
    "/feuilles-de-route/{reference}/corbeille": "Corbeille",
    "/feuilles-de-route/{reference}/fusion": "Réunir des fiches",
    "/feuilles-de-route/{reference}/ordre": "Ordre et numéros",
    "/feuilles-de-route/{reference}/suivi": "Tableau de bord d’une feuille de route",
    "/fiches-action/{cle}/avancement": "Changer le statut",
    "/fiches-action/{cle}/demander-des-nouvelles": "Demander des nouvelles",
    "/fiches-action/{cle}/historique": "Historique d’une fiche",
    "/fiches-action/{cle}/instruction": "Instruire une fiche",
    "/fiches-action/{cle}/mesures": "Les mesures d’une fiche",
    "/fiches-action/{cle}/modifier/{section}": "Écrire une section d’une fiche",
    "/fiches-action/{cle}/nouvelles": "Donner des nouvelles d’une fiche",
    "/fiches-action/{cle}/scission": "Scinder une fiche",
    "/fiches-action/{cle}/suppression": "Mettre une fiche à la corbeille",
    "/fiches-action/{cle}/texte-publie": "Le texte publié d’une fiche",
    "/fiches-action/{reference}": "Une fiche action",
    "/fiches-publiees": "Fiches publiées",
    "/fiches-publiees/{version}/{numero}": "Une fiche publiée",
    "/fiches-publiees/{version}/{numero}/reprise": "Reprendre une fiche publiée",
    "/fusions/{cle}": "Une réunion de fiches, une fois faite",
    "/gouvernances/{cle}/comptes": "Comptes d’une gouvernance",
    "/gouvernances/{cle}/courriels": "Courriels d’une gouvernance",
    "/gouvernances/{cle}/passation/{poste}": "Passation",
    "/gouvernances/{cle}/reunions/nouvelle": "Nouvelle réunion",
    "/gouvernances/{reference}": "Gouvernance",
    "/gouvernances/{reference}/coller-un-agenda": "Coller un agenda",
    "/imports-d-agenda/{cle}": "Un agenda collé, une fois importé",
    "/instances/{cle}/annee": "Une année de réunions",
    "/instances/{reference}": "Instance",
    "/mon-suivi": "Mon suivi",
    "/mot-de-passe-oublie": "Mot de passe oublié",
    "/nouvelles/{cle}/modifier": "Corriger des nouvelles",
    "/points/{cle}/modifier": "Modifier un point de l’ordre du jour",
    "/public/appels/{jeton}": "Un appel à fiches, par son lien",
    "/public/appels/{jeton}/commencer": "Commencer un dépôt",
    "/public/depots/{jeton}": "Un dépôt, par son lien",
    "/public/depots/{jeton}/{etape}": "Une étape d’un dépôt, par son lien",
    "/public/nouvelles/{jeton}": "Répondre à une demande de nouvelles",
    "/public/reponses/{jeton}": "Sa réponse à un sondage",
    "/public/sondages/{jeton}": "Répondre à un sondage de dates",
    "/reunions/{cle}/decisions/nouvelle": "Écrire une décision",
    "/reunions/{cle}/modifier": "Modifier une réunion",
    "/reunions/{cle}/ordre-du-jour": "Ordre du jour d’une réunion",
    "/reunions/{cle}/preparation": "Préparer un ordre du jour",
    "/reunions/{cle}/seance": "Séance",
    "/reunions/{cle}/sondage": "Sondage de dates d’une réunion",
    "/reunions/{reference}": "Réunion",
    "/structures/{reference}/participation": "Rôles et contributions d’une structure",
}
"""Pattern → what the page is called."""

VERIFIEES = frozenset(
    {
        "/",
        "/acces/{jeton}",
        "/accessibilite",
        "/agenda",
        "/appels/{cle}",
        "/appels/{cle}/modifier",
        "/compte",
        "/compte/agendas",
        "/comptes-rendus/{cle}",
        "/connexion",
        "/decisions",
        "/decisions/{cle}/modifier",
        "/decisions/{reference}",
        "/demandes-de-nouvelles/{cle}",
        "/demandes-de-nouvelles/{cle}/modifier",
        "/demonstration/courriels",
        "/demonstration/courriels/{cle}",
        "/depots/{cle}",
        "/depots/{cle}/{etape}",
        "/feuilles-de-route/{cle}/appels",
        "/feuilles-de-route/{cle}/appels/nouveau",
        "/feuilles-de-route/{cle}/fiches/nouvelle",
        "/feuilles-de-route/{cle}/propositions",
        "/feuilles-de-route/{feuille}/changement",
        "/feuilles-de-route/{reference}",
        "/feuilles-de-route/{reference}/arbitrage",
        "/feuilles-de-route/{reference}/changements",
        "/feuilles-de-route/{reference}/corbeille",
        "/feuilles-de-route/{reference}/fusion",
        "/feuilles-de-route/{reference}/ordre",
        "/feuilles-de-route/{reference}/suivi",
        "/fiches-action/{cle}/avancement",
        "/fiches-action/{cle}/demander-des-nouvelles",
        "/fiches-action/{cle}/historique",
        "/fiches-action/{cle}/instruction",
        "/fiches-action/{cle}/mesures",
        "/fiches-action/{cle}/modifier/{section}",
        "/fiches-action/{cle}/nouvelles",
        "/fiches-action/{cle}/scission",
        "/fiches-action/{cle}/suppression",
        "/fiches-action/{cle}/texte-publie",
        "/fiches-action/{reference}",
        "/fiches-publiees",
        "/fiches-publiees/{version}/{numero}",
        "/fiches-publiees/{version}/{numero}/reprise",
        "/fusions/{cle}",
        "/gouvernances/{cle}/comptes",
        "/gouvernances/{cle}/courriels",
        "/gouvernances/{cle}/passation/{poste}",
        "/gouvernances/{cle}/reunions/nouvelle",
        "/gouvernances/{reference}",
        "/gouvernances/{reference}/coller-un-agenda",
        "/instances/{cle}/annee",
        "/instances/{reference}",
        "/mon-suivi",
        "/mot-de-passe-oublie",
        "/points/{cle}/modifier",
        "/public/appels/{jeton}",
        "/public/appels/{jeton}/commencer",
        "/public/depots/{jeton}",
        "/public/depots/{jeton}/{etape}",
        "/public/nouvelles/{jeton}",
        "/reunions/{cle}/decisions/nouvelle",
        "/reunions/{cle}/modifier",
        "/reunions/{cle}/ordre-du-jour",
        "/reunions/{cle}/preparation",
        "/reunions/{cle}/seance",
        "/reunions/{cle}/sondage",
        "/reunions/{reference}",
        "/structures/{reference}/participation",
    }
)
"""Patterns of the pages that ``tests/browser`` opens."""

_RESTE = ("/api/", "/static", "/health", "/brouillons/")
_FICHIERS = (".ics", ".docx", ".xlsx", ".csv", "{fichier}")
_RENVOIS = frozenset(
    {
        "/decisions/{gouvernance}/{instance}/{numero}",
        "/decisions/{gouvernance}/{numero}",
        "/fiches-action/{cle}/modifier",
        "/fiches-action/{reference}/{numero}",
        "/instances/{gouvernance}/{slug}",
        "/reunions/{gouvernance}/{instance}/{numero}",
        "/reunions/{gouvernance}/{numero}",
    }
)


def pages_parmi(routes: Iterable[str]) -> frozenset[str]:
    """Those of the patterns answering GET that show a page: no file, no redirection, nothing of the service itself."""
    return frozenset(
        route
        for route in routes
        if not route.startswith(_RESTE) and not route.endswith(_FICHIERS) and route not in _RENVOIS
    )


def noms_de(routes: Iterable[str]) -> tuple[str, ...]:
    """What they are called, in order; a page without a name is called by its address."""
    return tuple(sorted((NOMS.get(route, route) for route in routes), key=replier))
