"""Axe 1, complete example fiches: every field a team may fill in."""

from __future__ import annotations

from fne_roadmaps.demo.saisie import Donnee, fiche, financement, indicateur, jalon, suivi

CELLULE: Donnee = fiche(
    "Créer une cellule départementale d’animation de la médiation numérique",
    "La médiation numérique repose sur des structures nombreuses, de taille très inégale, qui n’ont pas de "
    "lieu commun pour se coordonner. Les demandes se perdent et les mêmes outils sont refaits plusieurs "
    "fois.",
    suivi("en_cours", "2024-11", "2026-12", "2025-06-11"),
    pilote="collectivite-exemple-a/inclusion",
    co_pilotes=("service-exemple-a",),
    avec=("association-exemple-a", "intercommunalite-exemple-a", "operateur-exemple-a"),
    contributeurs=("association-exemple-e",),
    proposee_par=("collectivite-exemple-a",),
    aide=("association-exemple-a",),
    objectifs="- Donner au réseau un interlocuteur connu, joignable chaque jour ouvré.\n"
    "- Tenir un programme annuel commun, suivi en COTECH.\n"
    "- Réduire de moitié les ateliers doublonnés d’une même semaine.",
    description="La cellule réunit une coordination à plein temps et un relais par bassin de vie, détaché "
    "deux jours par mois. Elle prépare les COTECH, tient la carte des lieux, répond aux structures et "
    "publie une lettre mensuelle. Elle n’accueille pas de public : elle oriente et outille. Un bilan "
    "court, présenté chaque semestre au COPIL, dit ce qui a été fait, ce qui manque et ce qui peut "
    "s’arrêter. Les structures notent chaque année le service rendu.",
    moyens_humains="Une coordination (1 ETP), quatre relais de bassin (0,1 ETP chacun)",
    livrables="Programme annuel, lettre mensuelle, bilan semestriel",
    lien_diagnostic="80 structures recensées dans le département en 2024",
    publics=("Structures de médiation", "Collectivités"),
    territoires=("28",),
    priorite="eleve",
    meteo="securises",
    progression_declaree=45,
    difficultes="Un relais de bassin reste à désigner.",
    prochaine_etape="Présenter le premier bilan semestriel au COPIL.",
    axes_servis=("28-2024/2", "28-2024/4"),
    besoin=210_000_00,
    jalons=(
        jalon("Fiche de poste et recrutement", "2024-12", "Fiche de poste", "2024-12-18"),
        jalon("Lettre de cadrage signée", "2025-01-31", "Lettre de cadrage", "2025-01-30"),
        jalon(
            "Premier bilan semestriel",
            {"edtf": "2025-34", "recu": "2e trimestre 2025"},
            "Bilan de quatre pages",
        ),
        jalon("Évaluation et suites", "2026-12", "Rapport au COPIL"),
    ),
    financements=(
        *financement(
            "Collectivité exemple A",
            "collectivite-exemple-a",
            demande={2025: 60_000_00, 2026: 60_000_00},
            promis={2026: 60_000_00},
            obtenu={2025: 60_000_00},
            depense={2025: 24_500_00},
        ),
        *financement(
            "Service de l’État exemple A",
            "service-exemple-a",
            demande={2025: 35_000_00, 2026: 35_000_00},
            promis={2025: 35_000_00},
        ),
        *financement("Fondation exemple A", "fondation-exemple-a", demande={2026: 20_000_00}),
    ),
    indicateurs=(
        indicateur(
            "Structures qui suivent le programme annuel",
            "structures",
            ("0", "2024"),
            ("60", "2026"),
            ("22", "2025-03"),
            ("31", "2025-06-10"),
            source="Registre de la cellule (exemple)",
        ),
        indicateur(
            "Demandes de structures traitées en moins de cinq jours",
            "%",
            ("0", "2024"),
            ("90", "2026"),
            ("78", "2025-05"),
            source="Messagerie de la cellule (exemple)",
        ),
    ),
    liens=({"libelle": "Lettre de cadrage (exemple)", "url": "https://exemple.fr/cellule/cadrage"},),
)

HALTES: Donnee = fiche(
    "Organiser des haltes numériques itinérantes dans les communes sans lieu d’accueil",
    "Dans les communes éloignées des lieux d’accueil, les démarches en ligne se reportent ou "
    "s’abandonnent. Se déplacer suppose une voiture et une demi-journée ; la halte ramène l’aide au cœur "
    "du village.",
    suivi("en_cours", "2025-01", "2027-12", "2025-06-06"),
    pilote="intercommunalite-exemple-a/mediation",
    co_pilotes=("collectivite-exemple-a",),
    avec=("commune-exemple-a", "commune-exemple-b", "association-exemple-b"),
    contributeurs=("association-exemple-d",),
    proposee_par=("association-exemple-b",),
    aide=("association-exemple-a",),
    objectifs="- Tenir une halte par quinzaine dans vingt-quatre communes.\n"
    "- Accompagner mille personnes par an, dont la moitié pour la première fois.\n"
    "- Relier chaque halte à un lieu permanent.",
    description="Une équipe de deux médiateurs tourne quatre jours par semaine avec un véhicule équipé de "
    "six postes et d’une connexion autonome. La commune annonce la halte, ouvre une salle l’hiver et "
    "désigne un contact. Chaque visite alterne accueil libre et atelier court, sur un thème choisi un mois "
    "à l’avance. Les besoins relevés servent à décider, chaque année, quelles communes garder, ajouter ou "
    "quitter. Les habitants y sont associés par une réunion publique, une fois l’an, dans chaque circuit.",
    moyens_humains="Deux médiateurs (2 ETP), une coordination (0,2 ETP)",
    livrables="Calendrier des haltes, guide d’accueil pour les communes, bilan annuel",
    lien_diagnostic="4 027 personnes accompagnées par les conseillers numériques en 2024 (données partielles)",
    publics=("Habitants des communes rurales", "Personnes âgées", "Demandeurs d’emploi"),
    territoires=("bv-nogent-le-rotrou", "bv-dreux"),
    priorite="eleve",
    meteo="atteignables",
    progression_declaree=30,
    difficultes="Le véhicule a été livré avec six semaines de retard.",
    prochaine_etape="Ouvrir le second circuit, dans le bassin de Dreux.",
    axes_servis=("28-2024/2", "28-2024/3"),
    besoin=285_000_00,
    jalons=(
        jalon("Véhicule équipé et livré", "2025-03-14", "Procès-verbal de réception", "2025-03-14"),
        jalon("Premier circuit : douze communes", "2025-04", "Calendrier des haltes", "2025-04-22"),
        jalon(
            "Second circuit : douze communes de plus",
            {"edtf": "2025-23", "recu": "automne 2025"},
            "Calendrier",
        ),
        jalon("Évaluation avec les communes", "2027-06", "Rapport au COPIL"),
    ),
    financements=(
        *financement(
            "Intercommunalité exemple A",
            "intercommunalite-exemple-a",
            obtenu={2025: 55_000_00},
            promis={2026: 50_000_00, 2027: 50_000_00},
            depense={2025: 31_200_00},
        ),
        *financement(
            "Collectivité exemple A",
            "collectivite-exemple-a",
            obtenu={2025: 40_000_00},
            promis={2026: 40_000_00},
        ),
        *financement("Fondation exemple A", "fondation-exemple-a", demande={2026: 25_000_00, 2027: 25_000_00}),
    ),
    indicateurs=(
        indicateur(
            "Communes desservies",
            "communes",
            ("0", "2024"),
            ("24", "2026"),
            ("12", "2025-05"),
            source="Calendrier des haltes (exemple)",
        ),
        indicateur(
            "Personnes accompagnées par an",
            "personnes",
            ("0", "2024"),
            ("1000", "2027"),
            ("186", "2025-05-31"),
            source="Relevé des haltes (exemple)",
        ),
    ),
    liens=({"libelle": "Calendrier des haltes (exemple)", "url": "https://exemple.fr/haltes"},),
)
