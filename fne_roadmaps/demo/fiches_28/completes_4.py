"""Axe 4, complete example fiches: disability, carers, accessible websites."""

from __future__ import annotations

from fne_roadmaps.demo.saisie import Donnee, fiche, financement, indicateur, jalon, suivi

HANDICAP_VISUEL: Donnee = fiche(
    "Adapter les outils numériques au handicap visuel",
    "Agrandir, faire lire, dicter : les fonctions existent dans presque tous les appareils, mais peu de "
    "personnes savent qu’elles y sont, et peu de médiateurs savent les régler.",
    suivi("en_cours", "2025-02", "2026-12", "2025-06-04"),
    pilote="association-exemple-d",
    co_pilotes=("etablissement-exemple-b",),
    avec=("association-exemple-a", "collectivite-exemple-b", "entreprise-exemple-b"),
    contributeurs=("etablissement-exemple-c",),
    proposee_par=("association-exemple-d",),
    aide=("association-exemple-a",),
    objectifs="- Accompagner cent vingt personnes en deux ans.\n"
    "- Former un médiateur par bassin de vie.\n"
    "- Équiper quatre lieux d’un poste adapté.",
    description="Chaque personne est reçue trois fois, seule ou avec un proche : d’abord pour dire ce "
    "qu’elle veut faire, ensuite pour régler son propre appareil, enfin pour s’exercer. Les réglages sont "
    "notés sur une fiche en gros caractères ou enregistrés. Un poste adapté, dans chaque bassin de vie, "
    "permet d’essayer loupe, synthèse vocale et plage braille avant d’acheter. Les médiateurs formés se "
    "retrouvent deux fois par an.",
    moyens_humains="Une instructrice ou un instructeur (0,5 ETP), quatre médiateurs formés",
    livrables="Fiche de réglages, guide des aides, quatre postes adaptés",
    lien_diagnostic="Groupe de travail Autonomie/dépendance",
    publics=("Personnes aveugles ou malvoyantes", "Proches aidants"),
    territoires=("bv-chartres", "bv-chateaudun", "bv-dreux", "bv-nogent-le-rotrou"),
    priorite="eleve",
    meteo="atteignables",
    progression_declaree=25,
    difficultes="Les délais de livraison des plages braille dépassent trois mois.",
    prochaine_etape="Installer les deux premiers postes adaptés.",
    axes_servis=("28-2024/2", "28-2024/5"),
    besoin=96_000_00,
    jalons=(
        jalon("Guide des aides relu par des personnes concernées", "2025-04-30", "Guide", "2025-04-29"),
        jalon("Deux postes adaptés installés", {"edtf": "2025-22", "recu": "été 2025"}, "Procès-verbaux"),
        jalon("Quatre médiateurs formés", "2025-11", "Attestations"),
        jalon("Cent vingt personnes accompagnées", "2026-12", "Bilan"),
    ),
    financements=(
        *financement(
            "Collectivité exemple B",
            "collectivite-exemple-b",
            obtenu={2025: 26_000_00},
            promis={2026: 26_000_00},
            depense={2025: 9_800_00},
        ),
        *financement("Fondation exemple A", "fondation-exemple-a", promis={2025: 20_000_00}, demande={2026: 14_000_00}),
        *financement("Entreprise exemple B", "entreprise-exemple-b", obtenu={2025: 5_000_00}, demande={2026: 5_000_00}),
    ),
    indicateurs=(
        indicateur(
            "Personnes accompagnées",
            "personnes",
            ("0", "2024"),
            ("120", "2026"),
            ("17", "2025-05-30"),
            source="Registre des rendez-vous (exemple)",
        ),
        indicateur(
            "Lieux équipés d’un poste adapté",
            "lieux",
            ("1", "2024"),
            ("5", "2026"),
            ("1", "2025-06-04"),
            source="Procès-verbaux (exemple)",
        ),
    ),
    liens=({"libelle": "Guide des aides (exemple)", "url": "https://exemple.fr/vision/guide"},),
)

AIDANTS: Donnee = fiche(
    "Soutenir les aidants familiaux dans les démarches en ligne",
    "L’aidant gère les comptes, les soins et les courriers de quelqu’un d’autre, souvent avec ses mots de "
    "passe. Il le fait seul, le soir, sans savoir ce qui est permis.",
    suivi("en_cours", "2024-12", "2026-09-30", "2025-05-26"),
    pilote="collectivite-exemple-b",
    co_pilotes=("association-exemple-b",),
    avec=("etablissement-exemple-b", "operateur-exemple-a", "intercommunalite-exemple-c"),
    contributeurs=("association-exemple-d",),
    proposee_par=("association-exemple-b",),
    aide=("association-exemple-a",),
    objectifs="- Recevoir trois cents aidants en deux ans.\n"
    "- Mettre en règle la délégation de démarches.\n"
    "- Rompre l’isolement par des groupes de parole et d’entraide.",
    description="Un rendez-vous d’une heure fait le tour des démarches en cours et de leurs délégations "
    "possibles. Un dossier numérique partagé est ouvert quand la personne aidée l’accepte. Chaque mois, "
    "dans chaque bassin de vie, un groupe se réunit deux heures : une démarche expliquée, puis un temps "
    "d’échange. Une garde à domicile peut être proposée pendant la réunion. Les questions juridiques sont "
    "regroupées et posées une fois par trimestre.",
    moyens_humains="Deux médiateurs (0,4 ETP chacun), une psychologue (vacations)",
    livrables="Guide de la délégation, dossier type, réponses juridiques trimestrielles",
    lien_diagnostic="Groupe de travail Autonomie/dépendance",
    publics=("Aidants familiaux",),
    territoires=("28",),
    priorite="eleve",
    meteo="appuis_necessaires",
    progression_declaree=40,
    difficultes="La garde à domicile n’est pas financée au-delà de 2025.",
    prochaine_etape="Chercher un second financeur pour la garde à domicile.",
    axes_servis=("28-2024/3",),
    besoin=118_000_00,
    jalons=(
        jalon("Guide de la délégation", "2025-02-28", "Guide", "2025-03-07"),
        jalon("Quatre groupes mensuels ouverts", "2025-04", "Calendrier", "2025-04-30"),
        jalon("Cent premiers aidants reçus", {"edtf": "2025-34", "recu": "2e trimestre 2025"}, "Point d’étape"),
        jalon("Bilan et suites", "2026-09", "Rapport au COPIL"),
    ),
    financements=(
        *financement(
            "Collectivité exemple B",
            "collectivite-exemple-b",
            obtenu={2025: 38_000_00},
            promis={2026: 30_000_00},
            depense={2025: 15_700_00},
        ),
        *financement("Opérateur exemple A", "operateur-exemple-a", obtenu={2025: 18_000_00}, demande={2026: 32_000_00}),
    ),
    indicateurs=(
        indicateur(
            "Aidants reçus",
            "aidants",
            ("0", "2024"),
            ("300", "2026"),
            ("41", "2025-03"),
            ("87", "2025-05-26"),
            source="Registre des rendez-vous (exemple)",
        ),
        indicateur(
            "Délégations mises en règle",
            "délégations",
            ("0", "2024"),
            ("180", "2026"),
            ("52", "2025-05-26"),
            source="Dossiers types (exemple)",
        ),
    ),
    liens=({"libelle": "Guide de la délégation (exemple)", "url": "https://exemple.fr/aidants/guide"},),
)

SITES: Donnee = fiche(
    "Rendre accessibles les sites internet des communes",
    "Un texte trop pâle, un formulaire sans étiquette, un document numérisé de travers : de petits défauts "
    "ferment la mairie en ligne à une partie des habitants.",
    suivi("en_cours", "2025-01", "2026-12", "2025-05-19"),
    pilote="syndicat-exemple-a",
    co_pilotes=("intercommunalite-exemple-a",),
    avec=("commune-exemple-a", "commune-exemple-b", "commune-exemple-c", "association-exemple-d"),
    contributeurs=("etablissement-exemple-c",),
    proposee_par=("syndicat-exemple-a",),
    aide=("association-exemple-e",),
    objectifs="- Vérifier cinquante sites communaux.\n"
    "- Corriger en priorité l’état civil, l’urbanisme et le contact.\n"
    "- Publier partout une déclaration d’accessibilité sincère.",
    description="Une grille courte, de vingt points, est passée sur chaque site avec deux personnes en "
    "situation de handicap. La commune reçoit une page de constats, classés par urgence, et une "
    "demi-journée d’aide pour corriger elle-même ce qui peut l’être. Les corrections techniques sont "
    "commandées en groupe auprès des fournisseurs. Une formation d’une journée apprend à écrire et à "
    "publier des documents lisibles par tous.",
    moyens_humains="Une chargée ou un chargé de projet (0,5 ETP), deux personnes expertes d’usage",
    livrables="Grille de vingt points, constats par commune, modèle de déclaration",
    lien_diagnostic="Groupe de travail Inclusion/précarité",
    publics=("Habitants", "Communes"),
    territoires=("28",),
    priorite="moyen",
    meteo="appuis_necessaires",
    progression_declaree=20,
    difficultes="Un fournisseur n’a pas répondu à la commande groupée.",
    prochaine_etape="Relancer la commande avec un second fournisseur.",
    axes_servis=("28-2024/1", "28-2024/2"),
    besoin=74_000_00,
    jalons=(
        jalon("Grille essayée sur cinq sites", "2025-03", "Grille", "2025-03-28"),
        jalon("Vingt sites vérifiés", "2025-06-30", "Constats"),
        jalon("Commande groupée passée", {"edtf": "2025-23", "recu": "automne 2025"}, "Bon de commande"),
        jalon("Cinquante sites vérifiés", "2026-09", "Constats"),
    ),
    financements=(
        *financement(
            "Syndicat mixte exemple A",
            "syndicat-exemple-a",
            obtenu={2025: 22_000_00},
            promis={2026: 22_000_00},
            depense={2025: 8_100_00},
        ),
        *financement("Service de l’État exemple A", "service-exemple-a", demande={2025: 15_000_00, 2026: 15_000_00}),
    ),
    indicateurs=(
        indicateur(
            "Sites vérifiés",
            "sites",
            ("0", "2024"),
            ("50", "2026"),
            ("14", "2025-05-19"),
            source="Constats remis (exemple)",
        ),
        indicateur(
            "Points de la grille respectés",
            "%",
            ("41", "2025"),
            ("75", "2026"),
            source="Grille de vingt points (exemple)",
        ),
    ),
    liens=({"libelle": "Grille de vingt points (exemple)", "url": "https://exemple.fr/sites/grille"},),
)
