"""Twelve example fiches of 45-2024, two by objectif, all retained."""

from __future__ import annotations

from fne_roadmaps.demo.saisie import Acte, Donnee, dans_axe, fiche, jalon, suivi

_PAR_OBJECTIF: tuple[tuple[Donnee, ...], ...] = (
    (
        fiche(
            "Équiper les associations d’ordinateurs reconditionnés sur place",
            "Réparer au lieu de remplacer : les associations gardent leurs machines et apprennent à les entretenir.",
            suivi("en_cours", "2025-02", "2026-06", "2025-06-05"),
            pilote="association-exemple-c/atelier",
            publics=("Associations",),
            territoires=("bv-montargis", "bv-gien"),
        ),
        fiche(
            "Animer une semaine du numérique sobre dans les établissements scolaires",
            "Une semaine pour compter, débrancher, réparer et discuter, avec des élèves pour guides.",
            suivi("realisee", "2025-01", "2025-04-05", "2025-04-22"),
            pilote="etablissement-exemple-a",
            publics=("Collégiens", "Lycéens"),
        ),
    ),
    (
        fiche(
            "Ouvrir une école du soir du numérique à Pithiviers",
            "Un même lieu, deux soirs par semaine, trois niveaux : chacun trouve sa place dans l’année.",
            suivi("en_cours", "2025-03", None, "2025-05-28"),
            pilote="etablissement-exemple-c",
            publics=("Adultes",),
            territoires=("bv-pithiviers",),
        ),
        fiche(
            "Adopter un passeport de progression d’un atelier à l’autre",
            "Repris d’une action menée dans un autre département : le même carnet, adapté aux lieux du Loiret.",
            suivi("a_venir", "2025-09", "2026-06"),
            pilote="association-exemple-a",
            avec=("association-exemple-b",),
            publics=("Participants aux ateliers",),
        ),
    ),
    (
        fiche(
            "Débattre des usages du numérique dans les lycées professionnels",
            "Pas de leçon : des cas concrets, des points de vue opposés, une règle écrite par la classe.",
            suivi("en_cours", "2025-01", "2025-06-30", "2025-05-16"),
            pilote="etablissement-exemple-a/vie-scolaire",
            publics=("Lycéens",),
        ),
        fiche(
            "Installer une exposition itinérante sur les traces laissées en ligne",
            "Huit panneaux, un jeu, une heure de visite : l’exposition change de médiathèque chaque mois.",
            suivi("a_venir", {"edtf": "2025-23", "recu": "automne 2025"}, "2026-12"),
            pilote="commune-exemple-a",
            publics=("Tous publics",),
        ),
    ),
    (
        fiche(
            "Proposer un rendez-vous individuel dans les quinze jours",
            "Attendre un mois, c’est renoncer. Un agenda partagé entre lieux raccourcit le délai.",
            suivi("en_cours", "2025-01", "2025-12", "2025-06-11"),
            pilote="intercommunalite-exemple-a",
            avec=("association-exemple-b", "commune-exemple-b"),
            publics=("Tous publics",),
            territoires=("bv-orleans",),
            priorite="eleve",
        ),
        fiche(
            "Suivre les personnes orientées jusqu’à leur première démarche aboutie",
            "Orienter ne suffit pas : un rappel à quinze jours vérifie que la personne a trouvé de l’aide.",
            suivi("en_cours", "2025-02", "2025-05-31", "2025-04-30"),
            pilote="operateur-exemple-a",
            publics=("Personnes éloignées du numérique",),
        ),
    ),
    (
        fiche(
            "Réunir deux fois par an les acteurs de chaque groupe thématique",
            "Se connaître avant d’avoir besoin les uns des autres : une demi-journée, un sujet, un repas.",
            suivi("en_cours", "2025-01", None, "2025-05-20"),
            pilote="collectivite-exemple-a",
            avec=("service-exemple-a", "intercommunalite-exemple-a"),
            publics=("Partenaires",),
        ),
        fiche(
            "Mettre en commun les salles et le matériel d’atelier entre partenaires",
            "Une liste, un calendrier et une règle de prêt d’une page évitent d’acheter en double.",
            suivi("a_venir", "2025-10", "2026-09"),
            publics=("Partenaires",),
        ),
    ),
    (
        fiche(
            "Choisir dix indicateurs que tout le monde sait remplir",
            "Mieux vaut dix nombres justes que cinquante cases vides. Le choix se fait avec ceux qui saisissent.",
            suivi("realisee", "2025-01", "2025-03-31", "2025-04-08"),
            pilote="collectivite-exemple-a/inclusion",
            publics=("Partenaires",),
            jalons=(jalon("Liste arrêtée", "2025-03", "Liste de dix indicateurs", "2025-03-25"),),
        ),
        fiche(
            "Publier chaque année un bilan lisible en dix minutes",
            "Ce qui a été fait, pour qui, avec combien, et ce qui n’a pas marché : dix minutes de lecture, "
            "pas davantage.",
            suivi("a_venir", "2026-01", None),
            pilote="collectivite-exemple-a",
            publics=("Tous publics", "Élus"),
        ),
    ),
)

ACTES: tuple[Acte, ...] = tuple(
    acte for rang, fiches in enumerate(_PAR_OBJECTIF, start=1) for acte in dans_axe("45-2024", rang, fiches)
)
