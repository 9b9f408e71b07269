"""Axe 2, complete example fiches: learning from the first day to the last."""

from __future__ import annotations

from fne_roadmaps.demo.saisie import Donnee, fiche, financement, indicateur, jalon, suivi

PARCOURS: Donnee = fiche(
    "Proposer un parcours de compétences numériques de base en douze séances",
    "Les ateliers isolés plaisent mais ne suffisent pas : d’une séance à l’autre, les acquis se perdent. "
    "Un parcours suivi, avec un même groupe et un même animateur, ancre les gestes.",
    suivi("en_cours", "2025-01", "2026-12-31", "2025-06-05"),
    pilote="association-exemple-a/coordination",
    co_pilotes=("etablissement-exemple-b",),
    avec=("association-exemple-b", "intercommunalite-exemple-a", "commune-exemple-b"),
    contributeurs=("etablissement-exemple-c",),
    proposee_par=("association-exemple-a",),
    aide=("association-exemple-e",),
    objectifs="- Conduire quarante groupes de huit personnes en deux ans.\n"
    "- Faire aboutir trois quarts des participants.\n"
    "- Remettre à chacun un passeport de progression.",
    description="Le parcours compte douze séances de deux heures, une par semaine, près de chez soi. Les "
    "quatre premières donnent les gestes : clavier, souris, écran tactile, navigation. Les quatre "
    "suivantes portent sur les démarches du quotidien. Les dernières sont choisies par le groupe. Un "
    "positionnement ouvre le parcours, un entretien le referme. L’animateur suit un déroulé commun, qu’il "
    "adapte, et note dans le passeport ce que chacun sait faire seul. À mi-parcours, le groupe choisit "
    "avec lui les quatre dernières séances : photographies, achats, santé, recherche d’emploi, vie "
    "associative. Ceux qui s’absentent deux fois sont appelés ; un rattrapage leur est proposé dans un "
    "groupe voisin. À la fin, chacun reçoit l’adresse du lieu où poursuivre et le nom de la personne qui "
    "l’y attend.",
    moyens_humains="Quatre médiateurs (0,5 ETP chacun)",
    livrables="Déroulé des douze séances, passeport, bilan par groupe",
    lien_diagnostic="Illectronisme : 19 % de la population régionale (INSEE, 2019)",
    publics=("Grands débutants", "Personnes en insertion", "Personnes âgées"),
    territoires=("28",),
    priorite="eleve",
    meteo="securises",
    progression_declaree=35,
    difficultes="Les groupes du bassin de Châteaudun peinent à se remplir en été.",
    prochaine_etape="Ouvrir dix groupes à la rentrée.",
    axes_servis=("28-2024/4",),
    besoin=164_000_00,
    jalons=(
        jalon("Déroulé commun écrit et essayé", "2025-02-28", "Déroulé", "2025-02-27"),
        jalon("Dix premiers groupes", "2025-05", "Bilans de groupe", "2025-05-28"),
        jalon("Dix groupes de rentrée", {"edtf": "2025-23", "recu": "automne 2025"}, "Calendrier"),
        jalon("Quarante groupes conduits", "2026-12", "Bilan final"),
    ),
    financements=(
        *financement(
            "Collectivité exemple A",
            "collectivite-exemple-a",
            obtenu={2025: 42_000_00},
            promis={2026: 42_000_00},
            depense={2025: 18_900_00},
        ),
        *financement("Fondation exemple A", "fondation-exemple-a", obtenu={2025: 20_000_00}, demande={2026: 20_000_00}),
        *financement("Opérateur exemple B", "operateur-exemple-b", demande={2025: 20_000_00, 2026: 20_000_00}),
    ),
    indicateurs=(
        indicateur(
            "Groupes conduits",
            "groupes",
            ("0", "2024"),
            ("40", "2026"),
            ("4", "2025-03"),
            ("10", "2025-05-28"),
            source="Registre des groupes (exemple)",
        ),
        indicateur(
            "Participants qui vont au bout",
            "%",
            ("0", "2024"),
            ("75", "2026"),
            ("81", "2025-05-28"),
            source="Feuilles de présence (exemple)",
        ),
        indicateur(
            "Passeports remis",
            "passeports",
            ("0", "2024"),
            ("240", "2026"),
            ("62", "2025-05-28"),
            source="Registre des groupes (exemple)",
        ),
    ),
    liens=({"libelle": "Déroulé des douze séances (exemple)", "url": "https://exemple.fr/parcours/deroule"},),
)

RENTREE: Donnee = fiche(
    "Accompagner la rentrée numérique des parents d’élèves",
    "Inscription, cantine, cahier de liaison : tout passe par une application, parfois trois. Les parents "
    "les moins à l’aise découvrent les messages trop tard et s’éloignent de l’école.",
    suivi("realisee", "2024-08", "2025-03-31", "2025-04-11"),
    pilote="etablissement-exemple-a/vie-scolaire",
    co_pilotes=("association-exemple-d",),
    avec=("commune-exemple-a", "commune-exemple-b"),
    contributeurs=("association-exemple-e",),
    proposee_par=("etablissement-exemple-a",),
    aide=("association-exemple-a",),
    objectifs="- Installer et comprendre les applications de l’établissement en une séance.\n"
    "- Toucher deux cents familles dans six établissements.\n"
    "- Former dix parents relais.",
    description="Dans chaque établissement, deux séances ont lieu le soir de la réunion de rentrée, deux "
    "autres en novembre. Chaque famille vient avec son téléphone, crée ses comptes, apprend à lire les "
    "messages et à signaler une absence. Des parents relais, formés une demi-journée, restent joignables "
    "toute l’année. Les médiateurs relèvent ce qui bloque et le transmettent aux établissements, qui "
    "simplifient leurs consignes.",
    moyens_humains="Deux médiateurs (0,2 ETP chacun pendant huit mois)",
    livrables="Guide des familles en quatre langues, liste des blocages, bilan",
    lien_diagnostic="80 structures recensées dans le département en 2024",
    publics=("Parents d’élèves", "Familles allophones"),
    territoires=("bv-chartres", "bv-dreux"),
    priorite="moyen",
    meteo="securises",
    progression_declaree=100,
    difficultes="Une application a changé en cours d’année : le guide a dû être refait.",
    prochaine_etape="Proposer le guide aux autres établissements.",
    axes_servis=("28-2024/3",),
    besoin=26_000_00,
    jalons=(
        jalon("Guide des familles", "2024-09", "Guide en quatre langues", "2024-09-05"),
        jalon("Séances de rentrée", "2024-10", "Feuilles de présence", "2024-10-04"),
        jalon("Séances de novembre", "2024-11-30", "Feuilles de présence", "2024-11-28"),
        jalon("Bilan avec les établissements", "2025-03", "Bilan de six pages", "2025-03-27"),
    ),
    financements=(
        *financement(
            "Commune exemple A",
            "commune-exemple-a",
            obtenu={2024: 8_000_00, 2025: 4_000_00},
            depense={2024: 7_800_00, 2025: 3_900_00},
        ),
        *financement(
            "Fondation exemple A",
            "fondation-exemple-a",
            obtenu={2024: 9_000_00, 2025: 5_000_00},
            depense={2024: 9_000_00, 2025: 4_600_00},
        ),
    ),
    indicateurs=(
        indicateur(
            "Familles accompagnées",
            "familles",
            ("0", "2023"),
            ("200", "2025"),
            ("148", "2024-10"),
            ("231", "2025-03-27"),
            source="Feuilles de présence (exemple)",
        ),
        indicateur(
            "Parents relais formés",
            "parents",
            ("0", "2023"),
            ("10", "2025"),
            ("12", "2025-01"),
            source="Registre de l’établissement (exemple)",
        ),
    ),
    liens=({"libelle": "Guide des familles (exemple)", "url": "https://exemple.fr/rentree/guide"},),
)

AGENTS: Donnee = fiche(
    "Former les agents d’accueil des collectivités aux usages numériques",
    "À l’accueil, la question numérique arrive au milieu d’une autre. Les agents aident comme ils peuvent, "
    "sans cadre, et craignent de mal faire ou de trop en faire.",
    suivi("en_cours", "2025-02", {"edtf": "2026-34", "recu": "2e trimestre 2026"}, "2025-05-13"),
    pilote="collectivite-exemple-a/inclusion",
    co_pilotes=("intercommunalite-exemple-c",),
    avec=("commune-exemple-a", "commune-exemple-c", "etablissement-exemple-c"),
    contributeurs=("association-exemple-b",),
    proposee_par=("intercommunalite-exemple-c",),
    aide=("association-exemple-a",),
    objectifs="- Former cent vingt agents en dix-huit mois.\n"
    "- Donner un cadre écrit à l’aide faite au guichet.\n"
    "- Savoir orienter en moins de cinq minutes.",
    description="La formation dure deux jours, à quinze jours d’intervalle. Le premier porte sur les "
    "démarches les plus demandées et sur ce que l’on peut faire, ou non, à la place de quelqu’un. Le "
    "second part de situations vécues entre les deux. Chaque agent repart avec un mémo d’une page, le lieu "
    "d’orientation le plus proche et un contact. Un rendez-vous téléphonique a lieu trois mois après. Les "
    "questions posées ce jour-là nourrissent la session suivante.",
    moyens_humains="Deux formateurs (0,3 ETP chacun)",
    livrables="Programme de formation, mémo d’une page, charte de l’aide au guichet",
    lien_diagnostic="4 027 personnes accompagnées par les conseillers numériques en 2024 (données partielles)",
    publics=("Agents d’accueil",),
    territoires=("28",),
    priorite="moyen",
    meteo="atteignables",
    progression_declaree=20,
    difficultes="Les petites communes ne peuvent pas libérer un agent deux jours de suite.",
    prochaine_etape="Essayer un format en quatre demi-journées.",
    axes_servis=("28-2024/1",),
    besoin=58_500_00,
    jalons=(
        jalon("Programme validé", "2025-03", "Programme", "2025-03-21"),
        jalon("Trente premiers agents formés", {"edtf": "2025-34", "recu": "2e trimestre 2025"}, "Attestations"),
        jalon("Cent vingt agents formés", "2026-05", "Attestations"),
    ),
    financements=(
        *financement(
            "Collectivité exemple A",
            "collectivite-exemple-a",
            obtenu={2025: 18_000_00},
            promis={2026: 18_000_00},
            depense={2025: 6_400_00},
        ),
        *financement(
            "Intercommunalité exemple C",
            "intercommunalite-exemple-c",
            promis={2025: 12_000_00, 2026: 10_500_00},
        ),
    ),
    indicateurs=(
        indicateur(
            "Agents formés",
            "agents",
            ("0", "2024"),
            ("120", "2026"),
            ("24", "2025-05-13"),
            source="Attestations (exemple)",
        ),
        indicateur(
            "Agents qui orientent en moins de cinq minutes",
            "%",
            ("35", "2024"),
            ("80", "2026"),
            source="Questionnaire à trois mois (exemple)",
        ),
    ),
    liens=({"libelle": "Mémo du guichet (exemple)", "url": "https://exemple.fr/guichet/memo"},),
)
