"""Axe 1, example fiches: coordination, animation, going towards people."""

from __future__ import annotations

from fne_roadmaps.demo.fiches_28 import completes_1, completes_1_suite
from fne_roadmaps.demo.saisie import Donnee, fiche, jalon, suivi

FICHES: tuple[Donnee, ...] = (
    completes_1.CELLULE,
    fiche(
        "Publier une carte unique des lieux d’accompagnement, mise à jour chaque mois",
        "Plusieurs listes circulent et se contredisent. Une seule carte, tenue par une personne désignée, "
        "évite les déplacements inutiles.",
        suivi("en_cours", "2024-10", None, "2025-06-02"),
        pilote="association-exemple-a/coordination",
        avec=("intercommunalite-exemple-a", "intercommunalite-exemple-b"),
        publics=("Tous publics", "Agents d’accueil"),
        priorite="eleve",
    ),
    completes_1.HALTES,
    fiche(
        "Réunir chaque trimestre les médiateurs de chaque bassin de vie",
        "Les médiateurs d’un même bassin se connaissent peu et préparent parfois le même atelier la même semaine.",
        suivi("en_cours", "2024-09", None, "2025-05-22"),
        pilote="association-exemple-a/coordination",
        publics=("Médiateurs numériques",),
        territoires=("bv-chartres", "bv-chateaudun", "bv-dreux", "bv-nogent-le-rotrou"),
    ),
    fiche(
        "Former les secrétaires de mairie à repérer et à orienter les usagers",
        "La mairie reste le premier guichet des petites communes. Une demi-journée de formation suffit pour "
        "savoir vers qui orienter.",
        suivi("realisee", "2024-11", "2025-04", "2025-05-06"),
        pilote="collectivite-exemple-a/inclusion",
        avec=("association-exemple-a",),
        publics=("Secrétaires de mairie",),
        jalons=(
            jalon(
                "Module écrit avec dix secrétaires de mairie",
                "2024-12",
                "Module d’une demi-journée",
                "2024-12-12",
            ),
            jalon("Sessions tenues dans chaque bassin de vie", "2025-04", "Feuilles de présence", "2025-04-24"),
        ),
    ),
    fiche(
        "Ouvrir des permanences numériques dans les salles communales",
        "Des salles équipées restent vides en semaine. Une permanence régulière, même courte, crée une habitude.",
        suivi("en_cours", "2025-01", "2025-12", "2025-05-15"),
        pilote="intercommunalite-exemple-b",
        avec=("commune-exemple-a", "commune-exemple-b"),
        publics=("Habitants des communes rurales", "Personnes âgées"),
        territoires=("bv-chateaudun",),
    ),
    fiche(
        "Harmoniser les fiches d’orientation entre structures",
        "Chaque structure a sa fiche. Un modèle commun, d’une page, permet de suivre une personne d’un "
        "lieu à l’autre sans lui faire répéter son histoire.",
        suivi("realisee", "2024-10", "2025-02-28", "2025-03-10"),
        pilote="association-exemple-b",
        avec=("association-exemple-a", "service-exemple-a"),
        publics=("Agents d’accueil", "Travailleurs sociaux"),
    ),
    fiche(
        "Expérimenter l’accompagnement à domicile avec les services d’aide à la personne",
        "Des personnes ne sortent plus de chez elles. Les intervenants à domicile peuvent repérer le besoin, "
        "à condition de savoir à qui passer le relais.",
        suivi("bloquee", "2025-01", "2025-05-31", "2025-04-03"),
        pilote="association-exemple-d",
        avec=("collectivite-exemple-a",),
        publics=("Personnes âgées", "Personnes en perte d’autonomie"),
        territoires=("bv-nogent-le-rotrou",),
        difficultes="La convention avec les services d’aide à la personne n’est pas signée : la question de "
        "l’assurance reste ouverte.",
        prochaine_etape="Porter la question au COTECH.",
    ),
    fiche(
        "Désigner un référent numérique dans chaque intercommunalité",
        "Un nom et un numéro de service par intercommunalité, pour que chaque question trouve sa réponse.",
        suivi("realisee", "2024-09", "2025-01", "2025-02-04"),
        pilote="collectivite-exemple-b",
        publics=("Élus et agents des intercommunalités",),
        priorite="eleve",
    ),
    fiche(
        "Partager un calendrier commun des ateliers",
        "Un habitant doit pouvoir trouver en une minute l’atelier le plus proche, quel qu’en soit l’organisateur.",
        suivi("en_cours", "2025-02", {"edtf": "2025-23", "recu": "automne 2025"}, "2025-05-28"),
        pilote="association-exemple-a",
        avec=("intercommunalite-exemple-c", "etablissement-exemple-b"),
        publics=("Tous publics",),
    ),
    fiche(
        "Accueillir le public sur les marchés du bassin de Dreux",
        "Un stand, deux chaises et un ordinateur portable : le marché du samedi touche des personnes qui "
        "n’entrent dans aucun lieu d’accueil.",
        suivi("realisee", "2024-10", "2025-03-29", "2025-04-08"),
        pilote="intercommunalite-exemple-a/mediation",
        publics=("Tous publics",),
        territoires=("bv-dreux",),
    ),
    completes_1_suite.REMPLACEMENTS,
    fiche(
        "Mettre en place un annuaire professionnel des médiateurs",
        "Savoir qui fait quoi, avec quelles spécialités, pour s’adresser au bon collègue.",
        suivi("en_cours", "2024-11", "2025-03", "2024-12-05"),
        pilote="association-exemple-e",
        publics=("Médiateurs numériques",),
    ),
    fiche(
        "Proposer un temps d’accueil numérique dans les bibliothèques rurales",
        "Les bibliothèques sont ouvertes, chauffées et connues. Deux heures par semaine y suffisent pour "
        "répondre aux questions courantes.",
        suivi("en_cours", "2025-03", "2026-06", "2025-06-05"),
        pilote="collectivite-exemple-a",
        avec=("commune-exemple-c",),
        publics=("Habitants des communes rurales",),
        territoires=("bv-nogent-le-rotrou", "bv-chateaudun"),
    ),
    fiche(
        "Faire connaître les lieux d’accompagnement par l’affichage en mairie et en pharmacie",
        "Les personnes les plus éloignées ne cherchent pas sur internet où apprendre à s’en servir.",
        suivi("realisee", "2024-11", "2024-12-31", "2025-01-14"),
        pilote="service-exemple-a",
        avec=("commune-exemple-a",),
        publics=("Tous publics",),
    ),
    fiche(
        "Aller à la rencontre des familles sur les aires d’accueil",
        "Les démarches en ligne supposent une adresse stable et une connexion. Un rendez-vous mensuel sur "
        "place lève une partie des obstacles.",
        suivi("a_venir", {"edtf": "2025-35", "recu": "3e trimestre 2025"}, "2026-12"),
        avec=("association-exemple-d", "intercommunalite-exemple-c"),
        publics=("Gens du voyage",),
    ),
    fiche(
        "Créer une équipe mobile pour les quartiers prioritaires",
        "Deux médiateurs, présents à heures fixes au pied des immeubles, en lien avec les maisons de quartier.",
        suivi("en_cours", "2025-01-15", "2026-12-31", "2025-05-12"),
        pilote="intercommunalite-exemple-c",
        avec=("association-exemple-b",),
        publics=("Habitants des quartiers prioritaires",),
        territoires=("bv-chartres", "bv-dreux"),
    ),
    fiche(
        "Outiller les bénévoles qui aident leurs voisins",
        "Beaucoup d’aide passe par l’entraide. Un livret simple dit ce qu’on peut faire, ce qu’il vaut mieux "
        "éviter et à qui demander conseil.",
        suivi("en_cours", "2025-02", "2025-09", "2025-04-29"),
        pilote="association-exemple-d",
        publics=("Bénévoles",),
    ),
    fiche(
        "Organiser une journée départementale de la médiation numérique",
        "Une journée par an pour montrer ce qui marche, rencontrer les élus et accueillir les nouveaux venus.",
        suivi("a_venir", "2025-06", {"edtf": "[2025-09..2025-10]", "recu": "entre septembre et octobre 2025"}),
        pilote="collectivite-exemple-b",
        avec=("association-exemple-a", "service-exemple-a"),
        publics=("Médiateurs numériques", "Élus", "Associations"),
    ),
    fiche(
        "Évaluer ensemble l’accueil du public chaque année",
        "Quelques questions posées partout de la même façon, pour savoir si l’accueil s’améliore.",
        suivi("a_venir", "2025-10", None),
        pilote="association-exemple-a",
        publics=("Tous publics",),
        priorite="moyen",
    ),
    fiche(
        "Installer un point d’appui numérique dans les cafés et épiceries de village",
        "Le dernier commerce ouvert est souvent le lieu où l’on demande de l’aide. Autant l’équiper et le "
        "relier au réseau.",
        suivi("abandonnee", "2024-10", "2025-04", "2025-02-18"),
        pilote="syndicat-exemple-a",
        publics=("Habitants des communes rurales",),
        difficultes="Trop peu de commerces volontaires après trois mois de prospection.",
    ),
    fiche(
        "Rejoindre les parents à la sortie des écoles",
        "Un quart d’heure devant l’école fait plus que dix affiches : les parents posent la question qu’ils "
        "repoussaient depuis des semaines.",
        suivi("en_cours", "2025-03", "2025-07-04", "2025-06-10"),
        pilote="commune-exemple-b",
        publics=("Parents d’élèves",),
        territoires=("bv-dreux",),
    ),
    fiche(
        "Coordonner les tournées des services itinérants existants",
        "Bus, camionnettes et permanences se croisent parfois dans la même commune le même jour.",
        suivi("en_cours", "2024-12", {"edtf": "2025-33", "recu": "1er trimestre 2025"}, "2025-03-20"),
        pilote="collectivite-exemple-a",
        avec=("operateur-exemple-a", "syndicat-exemple-a"),
        publics=("Habitants des communes rurales",),
    ),
    fiche(
        "Assurer une présence numérique dans les accueils de jour",
        "Sans téléphone chargé ni adresse électronique, on perd ses droits. La présence d’un médiateur dans "
        "l’accueil de jour évite la rupture.",
        suivi("en_cours", "2024-11", None, "2025-05-19"),
        pilote="association-exemple-b",
        publics=("Personnes sans domicile",),
        territoires=("bv-chartres",),
    ),
    fiche(
        "Animer un groupe d’échange de pratiques entre conseillers numériques",
        "Une fois par mois, un cas difficile est présenté et discuté, en toute confidentialité.",
        suivi("realisee", "2024-09", "2025-05", "2025-06-03"),
        pilote="etablissement-exemple-c",
        publics=("Conseillers numériques",),
    ),
    fiche(
        "Vérifier deux fois par an les horaires affichés des lieux d’accueil",
        "Un horaire faux décourage plus sûrement qu’une porte close. La vérification se fait par appel et sur place.",
        suivi("a_venir", "2025-09", "2026-03"),
        pilote="association-exemple-e",
        publics=("Tous publics",),
        priorite="bas",
    ),
    fiche(
        "Définir un socle commun d’accueil et de confidentialité",
        "Être reçu de la même façon partout : un espace au calme, le temps nécessaire et rien de noté sans accord.",
        suivi("en_cours", "2025-01", "2025-11", "2025-03-31"),
        pilote="association-exemple-a/coordination",
        avec=("association-exemple-b", "etablissement-exemple-b"),
        publics=("Structures d’accueil",),
        objectifs="- Écrire le socle avec les structures volontaires.\n- L’afficher dans chaque lieu d’accueil.",
    ),
    fiche(
        "Proposer un transport à la demande vers les ateliers",
        "Sans voiture, un atelier à dix kilomètres n’existe pas. Le transport à la demande peut s’y arrêter.",
        suivi("en_pause", "2025-01", "2025-12", "2025-02-11"),
        pilote="syndicat-exemple-a",
        avec=("operateur-exemple-b",),
        publics=("Personnes non motorisées",),
        territoires=("bv-nogent-le-rotrou",),
        difficultes="Le marché de transport doit être renouvelé avant d’ajouter des arrêts.",
    ),
    fiche(
        "Mettre en commun les supports d’animation sous licence libre",
        "Chaque structure refait ce qu’une autre a déjà fait. Une bibliothèque partagée épargne des heures.",
        suivi("en_cours", "2024-12", "2026-12", "2025-06-12"),
        pilote="association-exemple-e",
        contributeurs=("association-exemple-a", "etablissement-exemple-c"),
        publics=("Médiateurs numériques",),
    ),
    fiche(
        "Associer les commerçants au repérage des personnes isolées",
        "Un commerçant voit qui peine à payer en ligne ou à recevoir un code. Une carte glissée au bon "
        "moment suffit à faire le lien.",
        suivi("a_venir", "2025-11", "2026-09"),
        avec=("entreprise-exemple-a",),
        publics=("Personnes isolées",),
    ),
    completes_1_suite.PERENNISATION,
)
