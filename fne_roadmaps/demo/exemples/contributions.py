"""Contributing without an account, as examples: two calls for fiches, three deposits, two requests for news."""

from __future__ import annotations

from datetime import date

from fne_roadmaps.demo.saisie import Acte, Donnee

COMPOSES = frozenset({"deposer", "demander_des_nouvelles", "repondre"})
"""Acts made of several steps, as people do them: no one command describes them."""

_OUVERT: Donnee = {
    "feuille_de_route": "41-2024",
    "titre": "Proposez vos actions pour le Loir-et-Cher",
    "consignes": "La feuille de route du Loir-et-Cher s’écrit avec celles et ceux qui accueillent, forment et "
    "équipent. Proposez ici ce que vous faites déjà et voulez étendre, ou ce que vous êtes prêts à commencer.\n\n"
    "Une fiche utile dit :\n\n"
    "- à quel besoin elle répond, et comment vous le savez ;\n"
    "- ce que vous ferez, où, avec qui, à partir de quand ;\n"
    "- ce qu’il manque pour que cela se fasse.\n\n"
    "Une fiche courte vaut mieux qu’une fiche parfaite : elle sera relue avec vous. (Appel d’exemple.)",
    "ouvre_le": date(2025, 5, 26),
    "ferme_le": date(2025, 7, 11),
    "exemple": True,
}
_CLOS: Donnee = {
    "feuille_de_route": "28-2024",
    "titre": "Premières idées des groupes de travail",
    "consignes": "Un appel pour préparer la feuille de route, avant sa signature. (Appel d’exemple.)",
    "ouvre_le": date(2024, 4, 15),
    "ferme_le": date(2024, 6, 14),
    "exemple": True,
}
_APPEL_OUVERT = f"{_OUVERT['feuille_de_route']}/{_OUVERT['titre']}"

_PERMANENCES: Donnee = {
    "appel": _APPEL_OUVERT,
    "presentation": {"structure_nom": "Association exemple D", "fonction": "Coordination (exemple)"},
    "etapes": {
        "besoin": {
            "titre": ("Tenir une permanence numérique dans les maisons de santé",),
            "axe": ("41-2024/4",),
            "contexte": (
                "Les patients repartent avec des démarches à faire en ligne et personne pour les aider. Les "
                "secrétariats le disent : une personne sur trois revient sans avoir pu prendre son rendez-vous.",
            ),
            "objectifs": ("- Une permanence par semaine dans quatre maisons de santé.\n- Ne plus renvoyer personne.",),
        },
        "action": {
            "description": (
                "Une médiatrice tient une demi-journée par semaine dans chaque maison de santé, près de l’accueil. "
                "Elle aide sur place, montre comment refaire seul, et oriente vers le lieu d’accompagnement voisin.",
            ),
            "publics": ("Patients\nAînés\nAidants",),
            "territoires": ("bv-blaisois", "bv-vendomois"),
            "debut": ("octobre 2025",),
            "fin": ("fin 2026",),
        },
        "moyens": {
            "moyens_humains": ("Une médiatrice, deux jours par semaine",),
            "partenaires": ("Commune exemple A\nOpérateur exemple A",),
            "besoin": ("24 000",),
            "financements.0.financeur": ("Fondation exemple A",),
            "financements.0.annee": ("2026",),
            "financements.0.demande": ("12 000",),
        },
    },
    "soumis": True,
}
_REPARATION: Donnee = {
    "appel": _APPEL_OUVERT,
    "presentation": {
        "structure_nom": "Ressourcerie exemple F",
        "fonction": "Direction (exemple)",
        "aide": "hub-lo",
    },
    "etapes": {
        "besoin": {
            "titre": ("Apprendre à réparer son ordinateur",),
            "contexte": (
                "Un ordinateur lent finit à la déchèterie alors qu’un disque et une heure le remettent à neuf.",
            ),
        },
        "action": {
            "description": ("Un atelier par mois : on vient avec sa machine, on repart en sachant l’entretenir.",),
            "publics": ("Tout public",),
            "territoires": ("bv-romorantinais-controis",),
            "debut": ("automne 2025",),
            "en_continu": ("oui",),
        },
        "moyens": {"besoin": ("6 500",)},
    },
    "soumis": True,
}
_EN_COURS: Donnee = {
    "appel": _APPEL_OUVERT,
    "presentation": {
        "structure_nom": "Tiers-lieu exemple G",
        "fonction": "Accueil (exemple)",
        "courriel": "accueil@tiers-lieu-g.example",
        "aide": "hub-lo",
    },
    "etapes": {
        "besoin": {
            "titre": ("Un parcours numérique pour les saisonniers de Sologne",),
            "contexte": ("Ils arrivent pour trois mois, sans ordinateur, avec des droits à faire valoir en ligne.",),
        },
    },
    "soumis": False,
}

ACTES: tuple[Acte, ...] = (
    ("creer_appel", _CLOS),
    ("creer_appel", _OUVERT),
    ("deposer", _PERMANENCES),
    ("deposer", _EN_COURS),
    ("deposer", _REPARATION),
    (
        "demander_des_nouvelles",
        {
            "fiche": "28-2024/1.3",
            "courriel": "coordination@association-a.example",
            "message": "Le COTECH prépare le point d’été : où en est le second circuit ? (Exemple.)",
            "echeance": date(2025, 6, 20),
            "exemple": True,
        },
    ),
    (
        "demander_des_nouvelles",
        {
            "fiche": "28-2024/2.1",
            "courriel": "suivi@operateur-a.example",
            "message": "Sans nouvelles depuis le printemps : l’échéance tient-elle ? (Exemple.)",
            "echeance": date(2025, 7, 4),
            "exemple": True,
        },
    ),
    (
        "repondre",
        {
            "fiche": "28-2024/1.3",
            "saisie": {
                "avancement": "en_cours",
                "progression": "45",
                "difficultes": "Le véhicule est en service ; deux communes n’ont pas encore de salle chauffée.",
                "prochaine_etape": "Ouvrir le second circuit, dans le bassin de Dreux, avec deux salles de plus.",
                "texte": "Quatorze communes desservies, deux de plus qu’au printemps. Les matinées sont pleines ; "
                "nous proposons d’en ouvrir une le samedi à la rentrée.",
                "mesure.indicateur": "Communes desservies",
                "mesure.valeur": "14",
                "mesure.date": "12 juin 2025",
                "fonction": "Service de médiation numérique (exemple)",
            },
        },
    ),
)
