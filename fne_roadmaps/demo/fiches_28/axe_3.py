"""Axe 3, example fiches: risks, security, safe habits."""

from __future__ import annotations

from fne_roadmaps.demo.fiches_28 import completes_3
from fne_roadmaps.demo.saisie import Donnee, fiche, jalon, suivi

FICHES: tuple[Donnee, ...] = (
    completes_3.ARNAQUES,
    fiche(
        "Tenir une permanence pour les victimes d’escroquerie en ligne",
        "La honte fait taire. Un lieu discret, un interlocuteur formé et la marche à suivre le jour même "
        "limitent les dégâts.",
        suivi("en_cours", "2025-02", None, "2025-05-29"),
        pilote="association-exemple-d",
        avec=("service-exemple-a",),
        publics=("Victimes d’escroquerie",),
        territoires=("bv-chartres",),
        priorite="eleve",
    ),
    completes_3.CYBERHARCELEMENT,
    fiche(
        "Accompagner les parents sur la place des écrans à la maison",
        "Ni sermon ni recette : une soirée pour comparer ses habitudes et repartir avec une règle que l’on tiendra.",
        suivi("realisee", "2024-10", "2025-05", "2025-06-04"),
        pilote="association-exemple-e",
        avec=("etablissement-exemple-a",),
        publics=("Parents",),
    ),
    fiche(
        "Aider les petites communes à se protéger des attaques informatiques",
        "Une mairie de trois agents n’a pas d’informaticien. Un diagnostic d’une journée et cinq gestes "
        "prioritaires changent la donne.",
        suivi("en_cours", "2025-01", "2026-12", "2025-05-20"),
        pilote="syndicat-exemple-a",
        avec=("intercommunalite-exemple-b", "commune-exemple-c"),
        publics=("Communes",),
        priorite="eleve",
        jalons=(
            jalon("Trame du diagnostic", "2025-02", "Trame", "2025-02-20"),
            jalon("Quinze communes visitées", "2025-05-31", "Rapports de visite"),
            jalon("Trente communes visitées", "2026-06", "Rapports de visite"),
        ),
    ),
    fiche(
        "Vérifier la sécurité des ordinateurs en accès libre",
        "Une session mal fermée livre des courriers et des comptes. Un réglage type efface tout au départ de l’usager.",
        suivi("realisee", "2024-11", "2025-03-15", "2025-04-01"),
        pilote="etablissement-exemple-b",
        publics=("Lieux d’accueil",),
    ),
    fiche(
        "Apprendre à reconnaître une fausse information",
        "Un titre, une image, une date : trois vérifications simples, répétées en groupe sur l’actualité "
        "de la semaine.",
        suivi("en_cours", "2024-12", "2025-12", "2024-12-12"),
        pilote="etablissement-exemple-c",
        publics=("Tous publics", "Lycéens"),
    ),
    fiche(
        "Rédiger une charte de confidentialité pour les accompagnants",
        "Identifiants notés sur un carnet, dossiers laissés ouverts : les habitudes doivent changer sans "
        "alourdir l’accueil.",
        suivi("realisee", "2024-09", "2025-01-31", "2025-02-06"),
        pilote="association-exemple-a/coordination",
        avec=("association-exemple-b", "collectivite-exemple-a"),
        publics=("Médiateurs numériques", "Travailleurs sociaux"),
    ),
    fiche(
        "Installer un gestionnaire de mots de passe dans les lieux d’accueil",
        "Le même mot de passe pour tous, affiché au mur, se rencontre encore. Un outil partagé et deux "
        "heures de prise en main y mettent fin.",
        suivi("en_cours", "2025-03", "2025-09-30", "2025-06-11"),
        pilote="intercommunalite-exemple-c",
        publics=("Lieux d’accueil",),
    ),
    fiche(
        "Faire le point sur les données personnelles laissées en ligne",
        "Vieux comptes, photographies oubliées, annonces périmées : un atelier pour retrouver, trier et "
        "demander l’effacement.",
        suivi("a_venir", "2025-09", "2026-04"),
        pilote="association-exemple-e",
        publics=("Tous publics",),
    ),
    fiche(
        "Organiser un exercice de crise numérique entre communes",
        "Une matinée sans messagerie ni logiciel de paie, pour de faux : on découvre ce qu’il aurait fallu prévoir.",
        suivi("a_venir", {"edtf": "2025-36", "recu": "dernier trimestre 2025"}, "2026-02"),
        pilote="service-exemple-a",
        avec=("syndicat-exemple-a", "commune-exemple-b"),
        publics=("Communes", "Intercommunalités"),
    ),
    fiche(
        "Donner le réflexe du second avis avant tout paiement inattendu",
        "Un numéro à appeler, une personne de confiance désignée d’avance : dix minutes d’attente évitent "
        "bien des pertes.",
        suivi("en_cours", "2025-01", "2025-05", "2025-04-22"),
        pilote="association-exemple-d",
        publics=("Personnes âgées",),
        territoires=("bv-nogent-le-rotrou",),
    ),
    fiche(
        "Former les animateurs jeunesse aux jeux en ligne et à leurs excès",
        "Pour en parler avec les jeunes, il faut y avoir joué au moins une fois et connaître leurs ressorts.",
        suivi("en_cours", "2025-02", "2025-10", "2025-05-07"),
        pilote="commune-exemple-a",
        publics=("Animateurs jeunesse",),
    ),
    fiche(
        "Tenir à jour une fiche d’alerte sur les fraudes du moment",
        "Une page, une fois par mois, affichée dans les lieux d’accueil : la fraude en cours, comment la "
        "reconnaître, que faire.",
        suivi("en_cours", "2024-10", None, "2025-06-02"),
        pilote="association-exemple-a",
        publics=("Tous publics", "Agents d’accueil"),
    ),
    fiche(
        "Aider à récupérer un compte piraté",
        "Reprendre la main demande de la méthode et de la patience. Un rendez-vous d’une heure, à deux, y "
        "suffit souvent.",
        suivi("en_cours", "2025-01", None, "2025-05-15"),
        pilote="etablissement-exemple-b",
        publics=("Tous publics",),
    ),
    fiche(
        "Protéger les majeurs protégés dans leurs usages numériques",
        "Comment laisser à une personne la liberté de naviguer sans l’exposer ? Un guide écrit avec les "
        "mandataires et les personnes concernées.",
        suivi("bloquee", "2025-01", "2025-12", "2025-03-05"),
        pilote="collectivite-exemple-b",
        avec=("association-exemple-d",),
        publics=("Majeurs protégés", "Mandataires"),
        difficultes="Les avis juridiques reçus se contredisent.",
        prochaine_etape="Demander un avis écrit au service compétent.",
    ),
    fiche(
        "Sécuriser les démarches faites pour le compte d’autrui",
        "Un mandat simple, daté et limité, protège la personne aidée comme celle qui l’aide.",
        suivi("en_cours", "2024-11", "2025-09", "2025-05-06"),
        pilote="collectivite-exemple-a/inclusion",
        avec=("association-exemple-b", "operateur-exemple-a"),
        publics=("Travailleurs sociaux", "Aidants"),
        priorite="eleve",
    ),
    fiche(
        "Proposer un contrôle de sécurité des téléphones",
        "Mises à jour, autorisations, verrouillage : un quart d’heure au comptoir, comme on fait vérifier ses pneus.",
        suivi("a_venir", "2025-10", "2026-09"),
        pilote="association-exemple-c",
        publics=("Tous publics",),
    ),
    fiche(
        "Sensibiliser les associations à la protection des données",
        "Fichier d’adhérents, photographies d’enfants, listes de diffusion : les obligations tiennent en "
        "une heure et demie.",
        suivi("a_venir", {"edtf": "2025-23", "recu": "à l’automne 2025"}, "2026-03"),
        pilote="association-exemple-e",
        publics=("Associations",),
    ),
    fiche(
        "Remettre en état de sécurité les ordinateurs anciens des foyers modestes",
        "Un ordinateur qui ne reçoit plus de mises à jour expose toute la famille. Un système libre lui "
        "rend des années de service.",
        suivi("en_cours", "2025-02", "2026-02", "2025-05-24"),
        pilote="association-exemple-c/atelier",
        publics=("Familles modestes",),
    ),
    fiche(
        "Prévenir la fatigue visuelle et les mauvaises postures devant l’écran",
        "Une chaise réglée, une pause, une lampe bien placée : des gestes simples, montrés au début de chaque atelier.",
        suivi("a_venir", "2026-01", None),
        pilote="etablissement-exemple-b",
        publics=("Tous publics",),
        priorite="bas",
    ),
    fiche(
        "Éviter les achats involontaires et les abonnements cachés",
        "Lire un panier, repérer une case déjà cochée, résilier en ligne : un atelier de consommation "
        "autant que de numérique.",
        suivi("a_venir", "2025-11", "2026-06"),
        avec=("association-exemple-d",),
        publics=("Tous publics", "Jeunes de 16 à 25 ans"),
    ),
)
