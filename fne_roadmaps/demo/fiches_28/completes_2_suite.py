"""Axe 2, last complete example fiche: understanding artificial intelligence."""

from __future__ import annotations

from fne_roadmaps.demo.saisie import Donnee, fiche, financement, indicateur, jalon, suivi

INTELLIGENCE: Donnee = fiche(
    "Découvrir l’intelligence artificielle sans jargon",
    "Les outils qui écrivent ou dessinent à la demande sont partout, et chacun en a une idée différente. "
    "Entre crainte et confiance aveugle, il manque un lieu pour essayer et discuter.",
    suivi("a_venir", "2025-09-22", "2026-06", "2025-04-28"),
    pilote="etablissement-exemple-c",
    co_pilotes=("association-exemple-e",),
    avec=("etablissement-exemple-a", "commune-exemple-a", "entreprise-exemple-b"),
    contributeurs=("association-exemple-a",),
    proposee_par=("association-exemple-e",),
    aide=("association-exemple-a",),
    objectifs="- Comprendre en une soirée ce que ces outils savent faire et ce qu’ils inventent.\n"
    "- Former vingt médiateurs capables d’animer ces soirées.\n"
    "- Tenir douze soirées dans le département.",
    description="Chaque soirée dure deux heures : une démonstration, trois essais en petit groupe, une "
    "discussion. On demande, on vérifie, on se trompe ensemble. Les sujets viennent de la vie courante : "
    "une lettre, une recette, une photographie truquée. Les médiateurs suivent d’abord deux jours de "
    "formation et reçoivent un déroulé. Une page rappelle les règles simples : ne rien confier de "
    "personnel, toujours vérifier, dire quand on s’en est servi.",
    moyens_humains="Un formateur (0,1 ETP), vingt médiateurs formés deux jours",
    livrables="Déroulé de la soirée, page de règles simples, bilan des questions posées",
    lien_diagnostic="80 structures recensées dans le département en 2024",
    publics=("Tous publics", "Médiateurs numériques"),
    territoires=("28",),
    priorite="bas",
    meteo="atteignables",
    progression_declaree=10,
    difficultes="Les outils changent entre deux relectures du déroulé.",
    prochaine_etape="Essayer le déroulé avec un premier groupe.",
    axes_servis=("28-2024/3",),
    besoin=19_000_00,
    jalons=(
        jalon("Déroulé écrit", "2025-09", "Déroulé"),
        jalon(
            "Vingt médiateurs formés",
            {"edtf": "[2025-10..2025-11]", "recu": "octobre ou novembre 2025"},
            "Attestations",
        ),
        jalon("Douze soirées tenues", "2026-06", "Bilan des questions"),
    ),
    financements=(
        *financement(
            "Établissement exemple C",
            "etablissement-exemple-c",
            obtenu={2025: 6_000_00},
            promis={2026: 3_000_00},
        ),
        *financement("Commune exemple A", "commune-exemple-a", demande={2025: 5_000_00, 2026: 5_000_00}),
    ),
    indicateurs=(
        indicateur(
            "Soirées tenues",
            "soirées",
            ("0", "2024"),
            ("12", "2026"),
            source="Calendrier commun (exemple)",
        ),
        indicateur(
            "Médiateurs formés",
            "médiateurs",
            ("0", "2024"),
            ("20", "2026"),
            ("2", "2025-04-28"),
            source="Attestations (exemple)",
        ),
    ),
    liens=({"libelle": "Page de règles simples (exemple)", "url": "https://exemple.fr/ia/regles"},),
)
