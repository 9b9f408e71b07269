"""Axe 5, example fiches: refurbishing, access to equipment, upkeep."""

from __future__ import annotations

from fne_roadmaps.demo.fiches_28 import completes_5
from fne_roadmaps.demo.saisie import Donnee, fiche, jalon, suivi

FICHES: tuple[Donnee, ...] = (
    completes_5.COLLECTE,
    fiche(
        "Ouvrir un atelier de reconditionnement en chantier d’insertion",
        "Démonter, tester, réinstaller : un métier s’apprend en donnant une seconde vie à des machines.",
        suivi("en_cours", "2025-01", "2026-06", "2025-06-02"),
        pilote="association-exemple-c/atelier",
        avec=("operateur-exemple-b", "intercommunalite-exemple-c"),
        publics=("Personnes en insertion",),
        territoires=("bv-dreux",),
        priorite="eleve",
        jalons=(
            jalon("Local trouvé et aménagé", "2025-03", "Bail", "2025-03-19"),
            jalon("Huit salariés en poste", "2025-05-31", "Contrats"),
        ),
    ),
    completes_5.FAMILLES,
    fiche(
        "Créer un fonds départemental de prêt de matériel",
        "Un mois d’ordinateur pour chercher un emploi, une tablette le temps d’une formation : le prêt "
        "répond à des besoins courts.",
        suivi("a_venir", "2025-09", {"edtf": "2027~", "recu": "vers 2027"}),
        pilote="collectivite-exemple-a",
        publics=("Demandeurs d’emploi", "Étudiants"),
    ),
    fiche(
        "Organiser des cafés réparation numériques",
        "Un écran fêlé, une batterie fatiguée : on répare ensemble, on apprend en regardant, on jette moins.",
        suivi("realisee", "2024-10", "2025-05-17", "2025-05-28"),
        pilote="association-exemple-e",
        avec=("commune-exemple-a",),
        publics=("Tous publics",),
        territoires=("bv-chartres", "bv-nogent-le-rotrou"),
    ),
    fiche(
        "Définir une charte de qualité du matériel reconditionné",
        "Autonomie de la batterie, garantie, système à jour : dire ce que l’on donne, pour que le don ne "
        "soit pas un encombrant.",
        suivi("realisee", "2024-09", "2024-12-20", "2025-01-09"),
        pilote="association-exemple-c",
        avec=("entreprise-exemple-b", "fondation-exemple-a"),
        publics=("Structures de réemploi",),
    ),
    fiche(
        "Former des jeunes au diagnostic de panne",
        "Reconnaître une panne simple et savoir quand s’arrêter : dix séances, une caisse à outils, un "
        "premier certificat.",
        suivi("en_cours", "2025-02", "2025-12", "2025-05-20"),
        pilote="association-exemple-c/atelier",
        publics=("Jeunes de 16 à 25 ans",),
    ),
    fiche(
        "Installer des points de collecte dans les déchèteries",
        "Bien des appareils jetés fonctionnent encore. Un bac fermé et un agent informé suffisent à les détourner.",
        suivi("en_cours", "2025-01", "2025-05-30", "2025-04-25"),
        pilote="syndicat-exemple-a",
        publics=("Tous publics",),
    ),
    fiche(
        "Garantir l’effacement des données avant réemploi",
        "La peur de laisser ses données freine les dons. Une procédure écrite et un certificat par machine la lèvent.",
        suivi("realisee", "2024-11", "2025-03-31", "2025-04-10"),
        pilote="association-exemple-c",
        avec=("entreprise-exemple-b",),
        publics=("Donateurs",),
        priorite="eleve",
    ),
    fiche(
        "Proposer un entretien annuel des ordinateurs des associations",
        "Une visite par an : nettoyage, mises à jour, sauvegarde. Les machines durent et les bénévoles respirent.",
        suivi("a_venir", "2026-01", None),
        pilote="association-exemple-c",
        publics=("Associations",),
    ),
    fiche(
        "Faciliter l’accès à un abonnement internet à tarif social",
        "Les offres existent mais restent méconnues. Une fiche et un rendez-vous pour comparer, demander et installer.",
        suivi("en_cours", "2025-03", "2026-03", "2025-05-25"),
        pilote="operateur-exemple-a",
        avec=("association-exemple-b",),
        publics=("Foyers modestes",),
    ),
    fiche(
        "Mutualiser l’achat de pièces détachées",
        "Commandées à l’unité, les pièces coûtent parfois plus que la machine. À dix ateliers, le prix tombe.",
        suivi("en_pause", "2025-01", "2025-10", "2025-02-20"),
        pilote="association-exemple-c",
        publics=("Ateliers de réemploi",),
        difficultes="Le statut de la centrale d’achat reste à choisir.",
    ),
    fiche(
        "Équiper les lieux d’accueil de postes en libre service",
        "Un poste, une imprimante, une affiche qui dit comment s’en servir : un minimum attendu partout.",
        suivi("en_cours", "2024-12", "2025-12", "2025-05-14"),
        pilote="intercommunalite-exemple-b",
        avec=("commune-exemple-b", "commune-exemple-c"),
        publics=("Tous publics",),
        territoires=("bv-chateaudun",),
    ),
    fiche(
        "Expliquer l’empreinte environnementale des équipements",
        "Garder son téléphone deux ans de plus compte davantage que trier ses courriels : une exposition "
        "le montre en dix panneaux.",
        suivi("a_venir", {"edtf": "2025-23", "recu": "automne 2025"}, "2026-12"),
        pilote="etablissement-exemple-c",
        publics=("Tous publics", "Collégiens"),
    ),
    fiche(
        "Créer une réserve de chargeurs et d’accessoires",
        "Un chargeur qui manque rend l’appareil inutile. Chaque lieu donne ce qu’il a en double et prend "
        "ce qu’il lui faut.",
        suivi("a_venir", "2025-10", None),
        publics=("Lieux d’accueil", "Tous publics"),
        priorite="bas",
    ),
    fiche(
        "Prêter des clés de connexion le temps d’une formation",
        "Se former à distance sans connexion est impossible. Une clé prêtée trois mois évite l’abandon.",
        suivi("en_cours", "2025-01", "2025-09-30", "2025-06-09"),
        pilote="operateur-exemple-b",
        publics=("Stagiaires de la formation professionnelle",),
    ),
    fiche(
        "Donner une seconde vie aux téléphones oubliés dans les tiroirs",
        "Deux semaines de collecte par an dans les écoles et les entreprises, puis tri, effacement et don.",
        suivi("a_venir", "2025-11-17", "2026-02"),
        pilote="association-exemple-c",
        avec=("etablissement-exemple-a", "entreprise-exemple-a"),
        publics=("Tous publics",),
    ),
    fiche(
        "Suivre les équipements donnés pendant leur première année",
        "Un appel à un mois, à six mois, à un an : ce qui sert, ce qui casse, ce qu’il faudrait changer dans le don.",
        suivi("a_venir", "2026-02", "2027-02"),
        pilote="association-exemple-b",
        publics=("Bénéficiaires d’un équipement",),
    ),
)
