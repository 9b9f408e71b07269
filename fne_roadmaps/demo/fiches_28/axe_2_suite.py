"""Axe 2, example fiches, second half: going further, training those who train."""

from __future__ import annotations

from fne_roadmaps.demo.fiches_28 import completes_2_suite
from fne_roadmaps.demo.saisie import Donnee, fiche, jalon, suivi

FICHES: tuple[Donnee, ...] = (
    fiche(
        "Former des jeunes en service civique à la médiation numérique",
        "Huit mois au contact du public, une formation de dix jours et un tuteur : une première expérience qui compte.",
        suivi("realisee", "2024-10", "2025-05-31", "2025-06-10"),
        pilote="association-exemple-a/coordination",
        publics=("Jeunes de 16 à 25 ans",),
    ),
    fiche(
        "Créer un passeport de progression commun à tous les ateliers",
        "Un carnet de quelques pages suit la personne d’un lieu à l’autre et garde la trace de ce qu’elle sait faire.",
        suivi("en_cours", "2025-01", {"edtf": "2025-23", "recu": "automne 2025"}, "2025-06-02"),
        pilote="association-exemple-b",
        avec=("association-exemple-a", "etablissement-exemple-b"),
        publics=("Participants aux ateliers",),
        priorite="eleve",
    ),
    fiche(
        "Proposer un positionnement de vingt minutes avant chaque parcours",
        "Quelques questions et deux exercices, pour entrer dans le bon groupe et ne pas s’ennuyer.",
        suivi("en_cours", "2024-12", "2025-05-15", "2025-05-02"),
        pilote="etablissement-exemple-b",
        publics=("Participants aux ateliers",),
    ),
    fiche(
        "Organiser des cafés numériques mensuels dans les tiers-lieux",
        "Un thème, une heure, un café : on vient sans s’inscrire, on revient avec un voisin.",
        suivi("en_cours", "2024-10", None, "2025-05-30"),
        pilote="association-exemple-e",
        publics=("Tous publics",),
        territoires=("bv-nogent-le-rotrou", "bv-chateaudun"),
    ),
    completes_2_suite.INTELLIGENCE,
    fiche(
        "Apprendre à utiliser son téléphone au quotidien",
        "Le téléphone est souvent le seul équipement du foyer. Régler la taille des caractères change déjà la journée.",
        suivi("en_cours", "2025-01", None, "2024-12-16"),
        pilote="commune-exemple-c",
        publics=("Personnes âgées", "Tous publics"),
    ),
    fiche(
        "Faire découvrir les métiers du numérique aux lycéens",
        "Une semaine de visites et de rencontres, avec des professionnels qui racontent leur parcours sans le lisser.",
        suivi("a_venir", "2026-01", "2026-03"),
        pilote="etablissement-exemple-a",
        avec=("entreprise-exemple-a", "entreprise-exemple-b"),
        publics=("Lycéens",),
    ),
    fiche(
        "Encourager l’accès des femmes aux formations du numérique",
        "Les formations se remplissent, mais rarement de femmes. Des marraines, des horaires tenables et "
        "un mode de garde font la différence.",
        suivi("a_venir", {"edtf": "2025-36", "recu": "4e trimestre 2025"}, "2027-06"),
        pilote="fondation-exemple-a",
        avec=("operateur-exemple-b",),
        publics=("Femmes en recherche d’emploi", "Jeunes femmes"),
    ),
    fiche(
        "Former des élèves ambassadeurs du numérique dans les collèges",
        "Deux élèves par classe, formés une journée, deviennent ceux vers qui l’on se tourne sans crainte d’être jugé.",
        suivi("a_venir", "2025-09-15", "2026-06-30"),
        pilote="etablissement-exemple-a/vie-scolaire",
        publics=("Collégiens",),
    ),
    fiche(
        "Créer une bibliothèque de tutoriels courts et sous-titrés",
        "Deux minutes, un seul geste, des sous-titres : un tutoriel se regarde au moment où l’on en a besoin.",
        suivi("en_cours", "2025-02", "2026-02", "2025-05-21"),
        pilote="etablissement-exemple-c",
        publics=("Tous publics", "Personnes sourdes ou malentendantes"),
    ),
    fiche(
        "Proposer des ateliers du soir aux actifs",
        "Les ateliers se tiennent en journée. Un créneau de dix-huit à vingt heures ouvre la porte à ceux "
        "qui travaillent.",
        suivi("abandonnee", "2024-11", "2025-06", "2025-03-18"),
        pilote="intercommunalite-exemple-c",
        publics=("Salariés",),
        difficultes="Trois séances d’essai, deux participants : le créneau ne convient pas.",
    ),
    fiche(
        "Soutenir la formation continue des médiateurs",
        "Les outils changent plus vite que les fiches de poste. Cinq jours par an et par médiateur, choisis avec lui.",
        suivi("a_venir", "2025-09", "2026-12"),
        pilote="association-exemple-a",
        avec=("etablissement-exemple-c",),
        publics=("Médiateurs numériques",),
        priorite="eleve",
    ),
    fiche(
        "Enseigner le son et l’image dans les maisons de jeunes",
        "Un court reportage, du repérage au montage, fait travailler l’écrit, la parole et l’esprit critique.",
        suivi("en_cours", "2025-03", "2025-08", "2025-06-06"),
        pilote="commune-exemple-a",
        publics=("Jeunes de 12 à 18 ans",),
        territoires=("bv-chartres",),
    ),
    fiche(
        "Apprendre à classer et à sauvegarder ses documents personnels",
        "Une carte d’identité numérisée et introuvable ne sert à rien. Un rangement simple, deux copies, "
        "et l’esprit libre.",
        suivi("en_cours", "2025-01", "2025-06-06", "2025-04-18"),
        pilote="commune-exemple-b",
        publics=("Tous publics",),
    ),
    fiche(
        "Préparer aux examens qui se passent sur ordinateur",
        "Connaître son sujet ne suffit plus : il faut savoir valider, revenir en arrière et gérer son temps à l’écran.",
        suivi("a_venir", "2025-11", "2026-05"),
        publics=("Candidats aux examens", "Jeunes de 16 à 25 ans"),
    ),
    fiche(
        "Initier les élus municipaux à la messagerie et à l’agenda partagés",
        "Un conseil qui partage ses documents gagne du temps ; encore faut-il que chacun sache les ouvrir.",
        suivi("realisee", "2024-11", "2025-01-31", "2025-02-12"),
        pilote="intercommunalite-exemple-a",
        publics=("Élus municipaux",),
        territoires=("bv-nogent-le-rotrou",),
    ),
    fiche(
        "Mesurer les acquis six mois après un parcours",
        "La satisfaction en fin de séance ne dit pas ce qu’il en reste. Un appel de dix minutes, six mois "
        "plus tard, le dit.",
        suivi("a_venir", "2026-01", "2026-12"),
        pilote="etablissement-exemple-c",
        publics=("Participants aux ateliers",),
        jalons=(
            jalon("Questionnaire écrit avec le groupe Éducation/jeunesse", "2026-01", "Questionnaire"),
            jalon(
                "Première série d’appels",
                {"edtf": "2026-34", "recu": "2e trimestre 2026"},
                "Note de résultats",
            ),
        ),
    ),
)
