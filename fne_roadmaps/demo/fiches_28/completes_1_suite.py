"""Axe 1, complete example fiches, continued: keeping the service and the posts."""

from __future__ import annotations

from fne_roadmaps.demo.saisie import Donnee, fiche, financement, indicateur, jalon, suivi

REMPLACEMENTS: Donnee = fiche(
    "Mutualiser le remplacement des médiateurs absents",
    "Une absence de trois semaines suffit à fermer un lieu d’accueil et à perdre ses habitués. Aucune "
    "structure, prise seule, n’a les moyens d’un remplaçant.",
    suivi("en_cours", "2025-01", {"edtf": "2026-36", "recu": "4e trimestre 2026"}, "2025-05-27"),
    pilote="association-exemple-b",
    co_pilotes=("intercommunalite-exemple-b",),
    avec=("association-exemple-a", "etablissement-exemple-c", "intercommunalite-exemple-c"),
    contributeurs=("association-exemple-e",),
    proposee_par=("association-exemple-b",),
    aide=("association-exemple-a",),
    objectifs="- Remplacer toute absence de plus de dix jours.\n"
    "- Ne fermer aucun lieu d’accueil plus d’une semaine.\n"
    "- Partager le coût selon une règle simple et écrite.",
    description="Un groupement de structures emploie un médiateur remplaçant et tient une liste de "
    "vacataires formés. La demande se fait par un formulaire unique ; la réponse vient sous trois jours. "
    "Le remplaçant suit le programme de la structure, avec ses outils, et laisse un carnet de bord. Les "
    "mois calmes, il renforce les haltes et les ateliers du soir. La règle de partage des coûts est revue "
    "chaque année par les membres.",
    moyens_humains="Un médiateur remplaçant (1 ETP), une gestion partagée (0,2 ETP)",
    livrables="Convention de groupement, liste de vacataires, carnet de bord type",
    lien_diagnostic="6 387 accompagnements par les conseillers numériques en 2024 (données partielles)",
    publics=("Structures de médiation", "Tous publics"),
    territoires=("28",),
    priorite="moyen",
    meteo="appuis_necessaires",
    progression_declaree=25,
    difficultes="La convention a demandé plus d’allers-retours que prévu entre les employeurs.",
    prochaine_etape="Signer la convention de groupement.",
    axes_servis=("28-2024/2",),
    besoin=132_000_00,
    jalons=(
        jalon("Règle de partage des coûts adoptée", "2025-02", "Note aux employeurs", "2025-02-26"),
        jalon("Convention de groupement signée", "2025-04-30", "Convention"),
        jalon("Premier remplacement assuré", "2025-09", "Carnet de bord"),
    ),
    financements=(
        *financement(
            "Intercommunalité exemple B",
            "intercommunalite-exemple-b",
            obtenu={2025: 22_000_00},
            promis={2026: 22_000_00},
        ),
        *financement(
            "Service de l’État exemple A",
            "service-exemple-a",
            demande={2025: 44_000_00, 2026: 44_000_00},
        ),
    ),
    indicateurs=(
        indicateur(
            "Jours d’absence remplacés",
            "jours",
            ("0", "2024"),
            ("180", "2026"),
            ("0", "2025-05-27"),
            source="Carnet de bord (exemple)",
        ),
        indicateur(
            "Lieux fermés plus d’une semaine",
            "lieux",
            ("9", "2024"),
            ("0", "2026"),
            ("4", "2025-05"),
            source="Enquête auprès des structures (exemple)",
        ),
    ),
    liens=({"libelle": "Projet de convention (exemple)", "url": "https://exemple.fr/remplacements/convention"},),
)

PERENNISATION: Donnee = fiche(
    "Préparer la pérennisation des postes de médiateurs",
    "Plusieurs postes reposent sur des aides qui prennent fin. Sans décision prise un an à l’avance, les "
    "personnes formées partent et les lieux d’accueil ferment avec elles.",
    suivi("a_venir", "2025-09", "2026-12-31", "2025-05-05"),
    pilote="collectivite-exemple-b",
    co_pilotes=("service-exemple-a",),
    avec=("intercommunalite-exemple-a", "intercommunalite-exemple-b", "intercommunalite-exemple-c"),
    contributeurs=("association-exemple-a",),
    proposee_par=("association-exemple-a",),
    aide=("association-exemple-e",),
    objectifs="- Savoir, poste par poste, ce qui prend fin et quand.\n"
    "- Proposer trois scénarios chiffrés aux employeurs.\n"
    "- Obtenir une décision avant la fin des aides.",
    description="Un état des lieux recense chaque poste, son employeur, son financement et son échéance. "
    "Trois scénarios sont chiffrés : poste porté par une intercommunalité, poste partagé entre plusieurs "
    "employeurs, poste financé en partie par une activité de formation. Chaque employeur est reçu, choisit "
    "un scénario et reçoit un appui pour le mettre en œuvre. Le COPIL suit un tableau simple : poste, "
    "échéance, décision prise ou non.",
    moyens_humains="Une chargée ou un chargé d’étude (0,5 ETP pendant un an)",
    livrables="État des postes, trois scénarios chiffrés, tableau de décisions",
    lien_diagnostic="16 projets déposés à l’appel à projets 2024 de l’État et de la Région",
    publics=("Employeurs de médiateurs",),
    territoires=("28",),
    priorite="eleve",
    meteo="compromis",
    progression_declaree=0,
    difficultes="Les dates de fin des aides ne sont pas toutes connues.",
    prochaine_etape="Écrire aux employeurs pour l’état des postes.",
    axes_servis=("28-2024/4",),
    besoin=48_000_00,
    jalons=(
        jalon("État des postes", {"edtf": "[2025-09..2025-10]", "recu": "septembre ou octobre 2025"}, "Tableau"),
        jalon("Trois scénarios chiffrés", "2026-01", "Note aux employeurs"),
        jalon("Décisions des employeurs", "2026-06-30", "Tableau de décisions"),
        jalon("Mise en œuvre", "2026-12", "Conventions"),
    ),
    financements=(
        *financement(
            "Collectivité exemple B",
            "collectivite-exemple-b",
            promis={2025: 12_000_00, 2026: 12_000_00},
        ),
        *financement("Service de l’État exemple A", "service-exemple-a", demande={2025: 12_000_00, 2026: 12_000_00}),
    ),
    indicateurs=(
        indicateur(
            "Postes dont la suite est décidée",
            "%",
            ("0", "2024"),
            ("100", "2026"),
            source="Tableau de décisions (exemple)",
        ),
        indicateur(
            "Employeurs rencontrés",
            "employeurs",
            ("0", "2024"),
            ("25", "2026"),
            ("2", "2025-05-05"),
            source="Registre des rendez-vous (exemple)",
        ),
    ),
    liens=({"libelle": "Trame de l’état des postes (exemple)", "url": "https://exemple.fr/postes/trame"},),
)
