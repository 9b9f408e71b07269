"""Axe 2, example fiches, first half: learning the basics, at any age."""

from __future__ import annotations

from fne_roadmaps.demo.fiches_28 import completes_2
from fne_roadmaps.demo.saisie import Donnee, fiche, jalon, suivi

FICHES: tuple[Donnee, ...] = (
    completes_2.PARCOURS,
    fiche(
        "Organiser des ateliers de découverte de l’ordinateur pour grands débutants",
        "Beaucoup n’osent pas s’inscrire de peur de ralentir les autres. Des groupes de cinq, sans "
        "prérequis, lèvent cette crainte.",
        suivi("en_cours", "2024-10", None, "2025-06-04"),
        pilote="association-exemple-a",
        publics=("Grands débutants", "Personnes âgées"),
    ),
    fiche(
        "Apprendre pas à pas à faire ses démarches en ligne",
        "Faire à la place dépanne une fois. Faire avec, trois fois de suite, rend autonome.",
        suivi("en_cours", "2024-11", "2025-12", "2025-05-26"),
        pilote="etablissement-exemple-b",
        avec=("service-exemple-a", "operateur-exemple-a"),
        publics=("Tous publics",),
        priorite="eleve",
    ),
    completes_2.RENTREE,
    fiche(
        "Ouvrir des ateliers de bureautique aux demandeurs d’emploi",
        "Le traitement de texte et le tableur sont attendus dans presque toutes les offres, même quand "
        "elles ne le disent pas.",
        suivi("realisee", "2024-09", "2025-03", "2025-04-02"),
        pilote="operateur-exemple-b",
        avec=("association-exemple-b",),
        publics=("Demandeurs d’emploi",),
        territoires=("bv-chartres", "bv-dreux"),
    ),
    fiche(
        "Faire certifier les compétences numériques des personnes en insertion",
        "Une attestation reconnue donne confiance et parle aux employeurs. Encore faut-il que l’examen se "
        "passe près de chez soi.",
        suivi("en_cours", "2025-01", "2025-06-30", "2025-06-09"),
        pilote="operateur-exemple-b",
        publics=("Personnes en insertion",),
    ),
    completes_2.AGENTS,
    fiche(
        "Créer un club informatique entre générations",
        "Les plus jeunes montrent les gestes, les plus âgés racontent les usages. Chacun repart avec quelque chose.",
        suivi("realisee", "2024-10", "2025-05-31", "2025-06-05"),
        pilote="association-exemple-d",
        publics=("Personnes âgées", "Jeunes de 12 à 25 ans"),
        territoires=("bv-nogent-le-rotrou",),
    ),
    fiche(
        "Initier les collégiens à la recherche d’information fiable",
        "Chercher n’est pas trouver. Trois séances en classe pour comparer, recouper et citer ses sources.",
        suivi("en_cours", "2025-01", "2025-06-27", "2025-05-23"),
        pilote="etablissement-exemple-a/vie-scolaire",
        publics=("Collégiens",),
        jalons=(
            jalon(
                "Séances écrites avec les professeurs documentalistes",
                "2025-02",
                "Trois séances",
                "2025-02-14",
            ),
            jalon("Six classes volontaires", "2025-05", "Carnets d’élèves"),
        ),
    ),
    fiche(
        "Proposer des stages de programmation pendant les vacances scolaires",
        "Écrire un petit jeu en quatre jours donne l’envie de comprendre le reste.",
        suivi("realisee", "2024-10-21", "2025-04-25", "2025-05-07"),
        pilote="association-exemple-e",
        avec=("commune-exemple-a",),
        publics=("Jeunes de 10 à 15 ans",),
        territoires=("bv-chartres",),
    ),
    fiche(
        "Mettre en place des ateliers « photos et souvenirs » pour les aînés",
        "Trier, nommer et partager ses photographies : un sujet qui donne envie et fait travailler tous "
        "les gestes utiles.",
        suivi("en_cours", "2025-02", "2025-11", "2025-05-14"),
        pilote="commune-exemple-b",
        publics=("Personnes âgées",),
    ),
    fiche(
        "Renforcer les compétences numériques des salariés des petites entreprises",
        "Dans une équipe de cinq personnes, personne n’a le temps de former les autres. Deux matinées sur "
        "place suffisent pour un outil à la fois.",
        suivi("a_venir", "2025-10", "2026-10"),
        pilote="entreprise-exemple-a",
        avec=("operateur-exemple-b",),
        publics=("Salariés", "Dirigeants de petites entreprises"),
    ),
    fiche(
        "Aider les associations à gérer leurs adhésions et leur comptabilité en ligne",
        "Les dossiers papier se perdent quand le bureau change. Un outil simple, choisi ensemble, assure "
        "la continuité.",
        suivi("en_cours", "2024-12", "2025-10", "2024-12-10"),
        pilote="association-exemple-c",
        publics=("Associations", "Bénévoles"),
    ),
    fiche(
        "Accompagner les artisans et commerçants dans leur présence en ligne",
        "Des horaires justes, une photographie récente et un moyen de prendre contact : l’essentiel tient "
        "en une matinée.",
        suivi("realisee", "2024-09", "2025-02", "2025-03-04"),
        pilote="entreprise-exemple-b",
        avec=("intercommunalite-exemple-b",),
        publics=("Artisans et commerçants",),
        territoires=("bv-chateaudun",),
    ),
    fiche(
        "Initier les agriculteurs aux téléprocédures de leur métier",
        "Les déclarations se font en ligne, à dates fixes, et une erreur coûte cher. Des ateliers avant "
        "chaque échéance évitent l’urgence.",
        suivi("en_cours", "2025-01", "2026-06", "2025-05-16"),
        pilote="syndicat-exemple-a",
        publics=("Agriculteurs",),
        territoires=("bv-chateaudun", "bv-chartres"),
    ),
    fiche(
        "Animer des ateliers mêlant français et numérique pour les nouveaux arrivants",
        "Lire un formulaire et le remplir s’apprennent ensemble. Deux animateurs, l’un pour la langue, "
        "l’autre pour l’outil.",
        suivi("en_cours", "2024-11", "2025-07", "2025-06-03"),
        pilote="association-exemple-b",
        avec=("association-exemple-d",),
        publics=("Personnes allophones",),
        territoires=("bv-dreux",),
    ),
    fiche(
        "Ouvrir des ateliers numériques en milieu fermé",
        "Préparer la sortie, c’est aussi savoir prendre un rendez-vous en ligne et protéger ses comptes.",
        suivi("en_pause", "2025-01", "2026-12", "2025-03-12"),
        pilote="association-exemple-d",
        avec=("service-exemple-a",),
        publics=("Personnes détenues",),
        difficultes="Le matériel doit être agréé avant d’entrer dans l’établissement.",
    ),
)
