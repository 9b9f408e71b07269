"""Axe 3, complete example fiches: fraud and harassment."""

from __future__ import annotations

from fne_roadmaps.demo.saisie import Donnee, fiche, financement, indicateur, jalon, suivi

ARNAQUES: Donnee = fiche(
    "Sensibiliser les aînés aux arnaques en ligne",
    "Faux conseillers, faux colis, fausses amendes : les messages frauduleux se perfectionnent et visent "
    "d’abord ceux qui n’ont personne à qui demander. La crainte finit par éloigner de tout usage numérique.",
    suivi("en_cours", "2024-11", "2026-06-30", "2025-06-10"),
    pilote="association-exemple-d",
    co_pilotes=("service-exemple-a",),
    avec=("commune-exemple-a", "commune-exemple-b", "commune-exemple-c", "entreprise-exemple-a"),
    contributeurs=("association-exemple-e",),
    proposee_par=("association-exemple-d",),
    aide=("association-exemple-a",),
    objectifs="- Réunir mille deux cents personnes en quarante séances.\n"
    "- Laisser à chacune un réflexe et un numéro utile.\n"
    "- Former un relais dans chaque commune d’accueil.",
    description="Chaque séance dure une heure et demie, dans une salle connue, à l’heure du goûter. Deux "
    "comédiens amateurs jouent un appel frauduleux, que la salle interrompt quand elle le reconnaît. On "
    "décortique ensuite trois messages, l’un vrai, les deux autres faux. Chacun repart avec une carte à "
    "poser près du téléphone. Le relais de la commune reçoit la fiche d’alerte mensuelle et prévient ses "
    "voisins. Un mois plus tard, un bénévole rappelle dix participants par séance, pour savoir ce qu’il en "
    "reste.",
    moyens_humains="Une animation (0,4 ETP), douze bénévoles formés",
    livrables="Saynète et guide d’animation, carte réflexe, liste des relais",
    lien_diagnostic="Illectronisme : 19 % de la population régionale (INSEE, 2019)",
    publics=("Personnes âgées", "Aidants"),
    territoires=("28",),
    priorite="eleve",
    meteo="securises",
    progression_declaree=55,
    difficultes="Les salles sont prises par les vœux de janvier à la mi-février.",
    prochaine_etape="Programmer les dix séances de l’automne.",
    axes_servis=("28-2024/4",),
    besoin=47_000_00,
    jalons=(
        jalon("Saynète écrite et essayée", "2024-12", "Guide d’animation", "2024-12-19"),
        jalon("Vingt séances tenues", "2025-05-31", "Feuilles de présence", "2025-05-27"),
        jalon("Dix séances d’automne", {"edtf": "2025-23", "recu": "automne 2025"}, "Calendrier"),
        jalon("Bilan et transmission aux communes", "2026-06", "Bilan"),
    ),
    financements=(
        *financement(
            "Service de l’État exemple A",
            "service-exemple-a",
            obtenu={2024: 6_000_00, 2025: 12_000_00},
            promis={2026: 6_000_00},
            depense={2024: 5_900_00, 2025: 7_300_00},
        ),
        *financement("Fondation exemple A", "fondation-exemple-a", obtenu={2025: 10_000_00}, demande={2026: 8_000_00}),
        *financement("Commune exemple B", "commune-exemple-b", promis={2025: 2_500_00, 2026: 2_500_00}),
    ),
    indicateurs=(
        indicateur(
            "Personnes réunies",
            "personnes",
            ("0", "2024"),
            ("1200", "2026"),
            ("214", "2025-02"),
            ("588", "2025-05-27"),
            source="Feuilles de présence (exemple)",
        ),
        indicateur(
            "Participants qui citent le bon réflexe un mois après",
            "%",
            ("40", "2024"),
            ("80", "2026"),
            ("72", "2025-05"),
            source="Appels à un mois (exemple)",
        ),
    ),
    liens=({"libelle": "Carte réflexe (exemple)", "url": "https://exemple.fr/arnaques/carte"},),
)

CYBERHARCELEMENT: Donnee = fiche(
    "Prévenir le cyberharcèlement au collège",
    "Ce qui se passe en ligne le soir se prolonge en classe le matin. Les adultes l’apprennent tard, et "
    "les témoins ne savent pas quoi faire de ce qu’ils ont vu.",
    suivi("en_cours", "2025-01", "2026-07", "2025-05-22"),
    pilote="etablissement-exemple-a/vie-scolaire",
    co_pilotes=("association-exemple-e",),
    avec=("collectivite-exemple-a", "service-exemple-a"),
    contributeurs=("association-exemple-d",),
    proposee_par=("etablissement-exemple-a",),
    aide=("association-exemple-e",),
    objectifs="- Intervenir dans toutes les classes de cinquième des collèges volontaires.\n"
    "- Former deux adultes référents par collège.\n"
    "- Donner aux témoins un moyen sûr d’alerter.",
    description="Chaque classe suit trois séances : repérer, réagir, réparer. Elles partent de situations "
    "écrites par des élèves plus âgés et se terminent par une règle commune, affichée dans la salle. Deux "
    "adultes référents apprennent à recueillir une parole, à conserver les preuves et à saisir les bons "
    "services. Une soirée réunit les parents autour des mêmes situations. Chaque collège fait le point "
    "avec l’équipe deux fois par an.",
    moyens_humains="Deux intervenants (0,3 ETP chacun), deux référents par collège",
    livrables="Trois séances prêtes à l’emploi, protocole d’alerte, bilan par collège",
    lien_diagnostic="Groupe de travail Éducation/jeunesse",
    publics=("Collégiens", "Parents", "Équipes éducatives"),
    territoires=("28",),
    priorite="eleve",
    meteo="atteignables",
    progression_declaree=30,
    difficultes="Deux collèges ont reporté leur entrée dans l’action à la rentrée.",
    prochaine_etape="Former les référents des deux collèges restants.",
    axes_servis=("28-2024/2",),
    besoin=62_000_00,
    jalons=(
        jalon("Séances écrites avec des élèves", "2025-02-28", "Trois séances", "2025-03-03"),
        jalon("Six premiers collèges", "2025-05", "Bilans de collège", "2025-05-21"),
        jalon(
            "Référents formés dans huit collèges",
            {"edtf": "[2025-09..2025-10]", "recu": "à la rentrée"},
            "Attestations",
        ),
        jalon("Bilan départemental", "2026-07", "Rapport"),
    ),
    financements=(
        *financement(
            "Collectivité exemple A",
            "collectivite-exemple-a",
            obtenu={2025: 18_000_00},
            promis={2026: 16_000_00},
            depense={2025: 9_400_00},
        ),
        *financement(
            "Service de l’État exemple A",
            "service-exemple-a",
            promis={2025: 14_000_00},
            demande={2026: 14_000_00},
        ),
    ),
    indicateurs=(
        indicateur(
            "Classes touchées",
            "classes",
            ("0", "2024"),
            ("48", "2026"),
            ("19", "2025-05-21"),
            source="Bilans de collège (exemple)",
        ),
        indicateur(
            "Adultes référents formés",
            "adultes",
            ("0", "2024"),
            ("16", "2026"),
            ("11", "2025-05-21"),
            source="Attestations (exemple)",
        ),
        indicateur(
            "Élèves qui connaissent le moyen d’alerter",
            "%",
            ("28", "2024"),
            ("85", "2026"),
            source="Questionnaire anonyme (exemple)",
        ),
    ),
    liens=({"libelle": "Protocole d’alerte (exemple)", "url": "https://exemple.fr/college/alerte"},),
)
