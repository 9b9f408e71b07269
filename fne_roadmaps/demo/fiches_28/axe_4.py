"""Axe 4, example fiches: a digital world that makes people able."""

from __future__ import annotations

from fne_roadmaps.demo.fiches_28 import completes_4
from fne_roadmaps.demo.saisie import Donnee, fiche, jalon, suivi

FICHES: tuple[Donnee, ...] = (
    completes_4.HANDICAP_VISUEL,
    fiche(
        "Ouvrir un lieu d’essai des aides techniques numériques",
        "On n’achète pas une commande oculaire sur catalogue. Un lieu pour essayer, à son rythme, avec un "
        "ergothérapeute.",
        suivi("a_venir", "2026-01", "2027-06"),
        pilote="etablissement-exemple-b",
        avec=("fondation-exemple-a", "entreprise-exemple-b"),
        publics=("Personnes en situation de handicap", "Aidants"),
        priorite="moyen",
    ),
    completes_4.AIDANTS,
    fiche(
        "Accompagner l’ouverture de son dossier de santé en ligne",
        "Ordonnances, vaccins, courriers : tout y est, à condition d’avoir su l’ouvrir une première fois.",
        suivi("en_cours", "2024-12", "2025-12", "2025-06-03"),
        pilote="operateur-exemple-a",
        avec=("association-exemple-b",),
        publics=("Tous publics", "Personnes âgées"),
    ),
    fiche(
        "Garder le lien en établissement grâce à l’appel vidéo",
        "Un appel par semaine avec un petit-enfant vaut bien une animation. Il y faut une tablette simple "
        "et quelqu’un pour lancer l’appel.",
        suivi("realisee", "2024-09", "2025-02-28", "2025-03-13"),
        pilote="etablissement-exemple-b",
        publics=("Résidents d’établissements pour personnes âgées",),
        territoires=("bv-chateaudun", "bv-nogent-le-rotrou"),
    ),
    fiche(
        "Faciliter les démarches de logement en ligne",
        "Demande de logement, aide au loyer, signalement d’un désordre : trois démarches longues, à faire "
        "en deux rendez-vous.",
        suivi("en_cours", "2025-01", "2025-11", "2025-05-09"),
        pilote="operateur-exemple-a",
        publics=("Locataires", "Demandeurs de logement"),
        territoires=("bv-chartres", "bv-dreux"),
    ),
    fiche(
        "Préparer ses déplacements avec les services de mobilité",
        "Horaires, billets, covoiturage : savoir chercher la veille évite de renoncer le matin.",
        suivi("en_cours", "2025-03", "2025-09", "2025-05-27"),
        pilote="syndicat-exemple-a",
        publics=("Jeunes de 16 à 25 ans", "Demandeurs d’emploi"),
    ),
    completes_4.SITES,
    fiche(
        "Proposer des ateliers de budget familial avec un tableur",
        "Un tableau de dix lignes, rempli ensemble, montre où part l’argent et redonne prise.",
        suivi("en_cours", "2024-11", "2025-04-30", "2025-03-27"),
        pilote="association-exemple-b",
        publics=("Familles",),
        territoires=("bv-dreux",),
    ),
    fiche(
        "Former les accompagnants éducatifs à la communication adaptée",
        "Pictogrammes, synthèse vocale, commandes simplifiées : l’outil ne sert que si l’entourage s’en sert aussi.",
        suivi("a_venir", {"edtf": "2025-35", "recu": "3e trimestre 2025"}, "2026-06"),
        pilote="etablissement-exemple-a",
        publics=("Accompagnants éducatifs",),
    ),
    fiche(
        "Récrire les documents publics en langage clair",
        "Un courrier compris à la première lecture évite un appel, une visite et parfois une rupture de droits.",
        suivi("realisee", "2024-10", "2025-04-15", "2025-04-28"),
        pilote="collectivite-exemple-a/inclusion",
        avec=("commune-exemple-a", "association-exemple-d"),
        publics=("Tous publics", "Personnes en situation d’illettrisme"),
    ),
    fiche(
        "Ouvrir dans les mairies un accès accompagné aux droits",
        "Une table, un poste, une personne disponible sur rendez-vous : la mairie redevient un lieu où "
        "l’on règle ses affaires.",
        suivi("en_cours", "2025-02", "2026-01", "2025-06-06"),
        pilote="intercommunalite-exemple-b",
        avec=("commune-exemple-a", "commune-exemple-c"),
        publics=("Habitants des communes rurales",),
        territoires=("bv-chateaudun",),
    ),
    fiche(
        "Faciliter la téléconsultation accompagnée dans les villages",
        "Sans médecin à vingt kilomètres, la téléconsultation n’est possible que si quelqu’un prépare et accompagne.",
        suivi("bloquee", "2025-01", "2025-06-13", "2025-05-02"),
        pilote="intercommunalite-exemple-a",
        avec=("etablissement-exemple-b",),
        publics=("Habitants des communes rurales",),
        territoires=("bv-nogent-le-rotrou",),
        difficultes="La connexion de deux salles reste insuffisante pour l’image.",
        prochaine_etape="Essayer une connexion par satellite dans une salle.",
    ),
    fiche(
        "Préparer son dossier de candidature en autonomie",
        "Un curriculum vitae à jour, une lettre adaptée, un envoi au bon format : quatre séances pour ne "
        "plus dépendre de personne.",
        suivi("en_cours", "2025-01", "2025-12", "2025-05-18"),
        pilote="operateur-exemple-b",
        publics=("Demandeurs d’emploi",),
    ),
    fiche(
        "Découvrir les loisirs et la culture en ligne",
        "Musées, films, archives, orgues et étoiles : le numérique peut aussi faire plaisir, et c’est "
        "souvent par là que l’on commence.",
        suivi("en_cours", "2025-02", None, "2025-05-31"),
        pilote="commune-exemple-c",
        publics=("Tous publics",),
    ),
    fiche(
        "Raconter son territoire par la cartographie participative",
        "Les habitants placent sur une carte ce qui compte pour eux : un lavoir, un raccourci, un banc qui manque.",
        suivi("a_venir", "2026-03", "2026-10"),
        pilote="association-exemple-e",
        publics=("Habitants",),
        priorite="bas",
    ),
    fiche(
        "Prendre part à la vie publique grâce aux consultations en ligne",
        "Donner son avis sur un projet suppose de trouver la consultation, de la comprendre et d’oser écrire.",
        suivi("a_venir", "2025-10", "2026-05"),
        avec=("commune-exemple-b", "association-exemple-e"),
        publics=("Habitants",),
    ),
    fiche(
        "Soutenir les projets numériques portés par des habitants",
        "Une petite somme, un coup de main technique et une date de présentation : de quoi passer de l’idée à l’essai.",
        suivi("a_venir", {"edtf": "[2025-10..2025-11]", "recu": "octobre ou novembre 2025"}, "2026-12"),
        pilote="fondation-exemple-a",
        publics=("Habitants", "Jeunes de 16 à 25 ans"),
    ),
    fiche(
        "Équiper les salles d’atelier de boucles magnétiques et de grands écrans",
        "Entendre et voir sans effort : deux équipements simples qui ouvrent l’atelier à bien des personnes.",
        suivi("en_cours", "2025-01", "2025-10", "2025-04-15"),
        pilote="intercommunalite-exemple-c",
        publics=("Personnes malentendantes", "Personnes malvoyantes"),
        jalons=(
            jalon("Repérage des salles", "2025-02", "Liste des salles", "2025-02-25"),
            jalon("Commande groupée", "2025-04", "Bon de commande"),
            jalon("Salles équipées", "2025-10", "Procès-verbaux"),
        ),
    ),
    fiche(
        "Adapter les ateliers aux personnes sourdes ou malentendantes",
        "Un interprète, des supports écrits, un animateur face au groupe : l’atelier n’est pas différent, "
        "il est préparé.",
        suivi("en_pause", "2025-01", "2025-12", "2025-03-25"),
        pilote="association-exemple-d",
        publics=("Personnes sourdes ou malentendantes",),
        difficultes="Aucun interprète disponible avant l’automne.",
    ),
    fiche(
        "Choisir des objets connectés utiles au maintien à domicile",
        "Entre gadget et vrai service, un comparatif fait avec ceux qui s’en servent, sans publicité.",
        suivi("abandonnee", "2024-11", "2025-06", "2025-01-21"),
        pilote="etablissement-exemple-c",
        publics=("Personnes âgées", "Aidants"),
        difficultes="Un guide équivalent, national, est paru entre-temps.",
    ),
    fiche(
        "Accompagner les jeunes majeurs qui sortent de l’aide sociale à l’enfance",
        "À dix-huit ans, tout arrive en même temps : compte, logement, santé, impôts. Un parrain numérique "
        "avance avec eux.",
        suivi("en_cours", "2025-02", "2026-12", "2025-05-30"),
        pilote="collectivite-exemple-b",
        avec=("association-exemple-d",),
        publics=("Jeunes majeurs",),
        priorite="eleve",
    ),
    fiche(
        "Prendre ses rendez-vous médicaux en ligne sans aide",
        "Trois séances pour créer son compte, chercher un créneau, annuler et transmettre une ordonnance.",
        suivi("realisee", "2024-10", "2025-03-31", "2025-04-16"),
        pilote="commune-exemple-b",
        publics=("Personnes âgées", "Parents"),
    ),
    fiche(
        "Créer un réseau d’habitants relais du numérique",
        "Dans chaque immeuble ou hameau, quelqu’un aide déjà. Le reconnaître, le former et lui dire merci.",
        suivi("a_venir", "2025-09", "2026-12"),
        pilote="association-exemple-d",
        publics=("Habitants",),
        territoires=("bv-dreux", "bv-chartres"),
    ),
    fiche(
        "Favoriser l’expression des personnes en situation d’illettrisme",
        "La voix, l’image et le dessin permettent de dire avant de savoir écrire. Un atelier en fait un journal parlé.",
        suivi("a_venir", "2025-11", "2026-11"),
        pilote="association-exemple-b",
        publics=("Personnes en situation d’illettrisme",),
    ),
    fiche(
        "Ouvrir les ateliers de fabrication aux personnes en situation de handicap",
        "Concevoir soi-même l’aide technique qui manque : une poignée, un support, un repère en relief.",
        suivi("en_cours", "2025-03", {"edtf": "2026-21", "recu": "printemps 2026"}, "2025-06-12"),
        pilote="association-exemple-e",
        avec=("etablissement-exemple-b",),
        publics=("Personnes en situation de handicap",),
        territoires=("bv-chartres",),
    ),
)
