"""Fictitious organisations, pilots and partners of the example fiches. Each name says « exemple »."""

from __future__ import annotations

from fne_roadmaps.demo.saisie import Acte, actes

# code less its letter, name less its letter, type, letters
_FAMILLES = (
    ("association-exemple", "Association exemple", "association", "abcde"),
    ("commune-exemple", "Commune exemple", "commune", "abc"),
    ("intercommunalite-exemple", "Intercommunalité exemple", "epci", "abc"),
    ("collectivite-exemple", "Collectivité exemple", "departement", "ab"),
    ("service-exemple", "Service de l’État exemple", "etat", "a"),
    ("etablissement-exemple", "Établissement exemple", "enseignement", "abc"),
    ("operateur-exemple", "Opérateur exemple", "operateur", "ab"),
    ("entreprise-exemple", "Entreprise exemple", "entreprise", "ab"),
    ("fondation-exemple", "Fondation exemple", "fondation", "a"),
    ("syndicat-exemple", "Syndicat mixte exemple", "syndicat_mixte", "a"),
)

_POSTES = (
    ("association-exemple-a", "coordination", "Coordination de la médiation (exemple)"),
    ("collectivite-exemple-a", "inclusion", "Mission inclusion numérique (exemple)"),
    ("intercommunalite-exemple-a", "mediation", "Service de médiation numérique (exemple)"),
    ("association-exemple-c", "atelier", "Atelier de reconditionnement (exemple)"),
    ("etablissement-exemple-a", "vie-scolaire", "Vie scolaire (exemple)"),
)

ACTES: tuple[Acte, ...] = (
    *actes(
        "creer_structure",
        (
            {
                "code": f"{code}-{lettre}",
                "nom": f"{nom} {lettre.upper()}",
                "type": type_,
                "note": "Organisme fictif, pour l’exemple.",
                "exemple": True,
            }
            for code, nom, type_, lettres in _FAMILLES
            for lettre in lettres
        ),
    ),
    *actes(
        "creer_poste",
        (
            {
                "code": f"{structure}/{poste}",
                "structure": structure,
                "fonction": fonction,
                "exemple": True,
            }
            for structure, poste, fonction in _POSTES
        ),
    ),
)
