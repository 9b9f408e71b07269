"""Twelve example fiches of 41-2024, two by orientation: proposed, under review or retained."""

from __future__ import annotations

from fne_roadmaps.demo.saisie import Acte, Donnee, dans_axe, fiche, suivi

_PROPOSEE: Donnee = {"instruction": "proposee"}
_EN_INSTRUCTION: Donnee = {"instruction": "en_instruction"}

_PAR_ORIENTATION: tuple[tuple[Donnee, ...], ...] = (
    (
        fiche(
            "Ouvrir les ateliers numériques aux horaires des familles monoparentales",
            "Un atelier à seize heures trente exclut qui va chercher un enfant. Une garde sur place change tout.",
            suivi("a_venir", "2025-10", "2026-06"),
            pilote="association-exemple-b",
            avec=("commune-exemple-a",),
            publics=("Familles monoparentales",),
            territoires=("bv-blaisois",),
        ),
        fiche(
            "Prêter un ordinateur et une connexion pendant les études",
            "Entre deux trains, un étudiant sans équipement rend ses devoirs depuis un téléphone.",
            suivi("a_venir", "2025-09", None),
            proposee_par=("etablissement-exemple-c",),
            publics=("Étudiants", "Apprentis"),
            **_PROPOSEE,
        ),
    ),
    (
        fiche(
            "Préparer aux entretiens d’embauche en visioconférence",
            "Cadrer l’image, soigner le son, regarder l’objectif : trois simulations filmées donnent de l’aisance.",
            suivi("en_cours", "2025-04", "2025-12", "2025-06-03"),
            pilote="operateur-exemple-b",
            publics=("Demandeurs d’emploi",),
            territoires=("bv-romorantinais-controis",),
        ),
        fiche(
            "Relier les chantiers d’insertion aux ateliers numériques voisins",
            "Deux heures par semaine, sur le temps de travail, pour avancer dans ses démarches.",
            suivi("a_venir", "2025-11", "2026-11"),
            pilote="association-exemple-c",
            publics=("Salariés en insertion",),
            **_EN_INSTRUCTION,
        ),
    ),
    (
        fiche(
            "Tester les démarches locales avec des personnes en situation de handicap",
            "Cinq personnes, cinq démarches, une journée : ce qui bloque se voit tout de suite.",
            suivi("a_venir", {"edtf": "2025-23", "recu": "automne 2025"}, "2026-03"),
            pilote="collectivite-exemple-b",
            publics=("Personnes en situation de handicap",),
            **_EN_INSTRUCTION,
        ),
        fiche(
            "Amener un accueil numérique dans les villages de Sologne",
            "Une salle prêtée, une demi-journée par quinzaine, le même visage à chaque fois.",
            suivi("a_venir", "2026-01", None),
            proposee_par=("association-exemple-d",),
            publics=("Habitants des communes rurales",),
            territoires=("bv-grande-sologne",),
            **_PROPOSEE,
        ),
    ),
    (
        fiche(
            "Tenir des permanences communes entre aide sociale et médiation numérique",
            "Deux professionnels dans la même pièce : la démarche et le droit se règlent en un seul rendez-vous.",
            suivi("a_venir", "2025-09", "2026-12"),
            pilote="service-exemple-a",
            avec=("collectivite-exemple-b", "association-exemple-b"),
            publics=("Personnes éloignées de leurs droits",),
            territoires=("bv-blaisois", "bv-vendomois"),
            priorite="eleve",
        ),
        fiche(
            "Écrire un guide des recours quand une démarche en ligne échoue",
            "Un bouton grisé n’est pas une réponse. Le guide dit à qui écrire, quoi joindre et dans quel délai.",
            suivi("a_venir", "2025-10", "2026-02"),
            proposee_par=("association-exemple-e",),
            publics=("Tous publics", "Travailleurs sociaux"),
            **_EN_INSTRUCTION,
        ),
    ),
    (
        fiche(
            "Offrir un temps de répit et d’échange aux aidants numériques",
            "Celui que l’on appelle à toute heure pour « l’ordinateur qui ne marche plus » a aussi besoin d’appui.",
            suivi("a_venir", {"edtf": "2025-36", "recu": "4e trimestre 2025"}, None),
            proposee_par=("association-exemple-d",),
            publics=("Aidants numériques bénévoles",),
            **_PROPOSEE,
        ),
        fiche(
            "Former les intervenants à domicile au mandat numérique",
            "Agir au nom de quelqu’un suppose un accord écrit et des limites claires.",
            suivi("a_venir", "2026-02", "2026-10"),
            pilote="etablissement-exemple-b",
            publics=("Intervenants à domicile",),
            **_EN_INSTRUCTION,
        ),
    ),
    (
        fiche(
            "Repérer les communes à plus de vingt minutes d’un lieu d’accueil",
            "Avant d’ouvrir un lieu, savoir où il manque : une carte, des temps de trajet, l’avis des maires.",
            suivi("en_cours", "2025-03", "2025-09", "2025-05-27"),
            pilote="intercommunalite-exemple-b",
            publics=("Collectivités",),
            territoires=("bv-vendomois", "bv-grande-sologne"),
        ),
        fiche(
            "Faire connaître l’offre numérique par les bulletins municipaux",
            "Une page par trimestre, prête à imprimer, avec les lieux, les jours et un numéro.",
            suivi("a_venir", "2025-12", None),
            proposee_par=("commune-exemple-c",),
            publics=("Tous publics",),
            **_PROPOSEE,
        ),
    ),
)

ACTES: tuple[Acte, ...] = tuple(
    acte for rang, fiches in enumerate(_PAR_ORIENTATION, start=1) for acte in dans_axe("41-2024", rang, fiches)
)
