"""Agenda, notes and attendance of two example COPIL of Eure-et-Loir: one held in January, one convened for 17 June."""

from __future__ import annotations

from typing import Any

from fne_roadmaps.demo.cles import cle_fixe
from fne_roadmaps.demo.saisie import Acte, Donnee, actes

COMPOSES = frozenset({"reporter_point", "rendre_compte"})
"""Acts that are not one command."""
TENUE, CONVOQUEE = "28/copil/r3", "28/copil/r4"


def cle_de_point(reunion: str, n: int) -> str:
    """The key of the nth item ever put on the agenda of a meeting."""
    return str(cle_fixe(f"point_ordre_du_jour:{reunion}:p{n}"))


def _point(reunion: str, titre: str, nature: str, duree: int, *fiches: str, **champs: Any) -> Donnee:
    return {
        "reunion": reunion,
        "titre": f"{titre} (exemple)",
        "nature": nature,
        "duree": duree,
        "objets": tuple({"fiche_action": fiche} for fiche in fiches),
        "exemple": True,
        **champs,
    }


_HIVER = (
    _point(
        TENUE,
        "Installation du suivi après la signature",
        "information",
        20,
        presentateur="collectivite-exemple-a",
        texte="Rappel de la feuille de route signée, puis du rythme de suivi proposé.",
    ),
    _point(
        TENUE,
        "Où commencer les haltes itinérantes",
        "arbitrage",
        40,
        "28-2024/1.3",
        presentateur="intercommunalite-exemple-a",
        texte="Deux options :\n\n- les communes sans lieu d’accueil d’abord ;\n- un circuit par bassin de vie.",
    ),
    _point(
        TENUE,
        "Positionnement commun et convention de collecte",
        "decision",
        45,
        *("28-2024/2.1", "28-2024/2.19", "28-2024/5.1", "28-2024/5.9"),
        presentateur="association-exemple-b",
    ),
    _point(
        TENUE,
        "Calendrier partagé des ateliers",
        "avis",
        30,
        presentateur="association-exemple-a",
        presentateur_nom="Coordination",
    ),
)
_NOTES = (
    (1, "Le suivi passe au COTECH avant chaque COPIL.\n\nChaque pilote donne des nouvelles tous les deux mois."),
    (2, "Les communes sans lieu d’accueil passent d’abord : c’est là que la demande ne trouve personne."),
    (3, "Un même positionnement au départ évite de refaire le diagnostic à chaque structure."),
    (4, "Le temps a manqué : le point passe à la réunion suivante."),
)
_ETE = (
    _point(
        CONVOQUEE,
        "Approbation du relevé de décisions du 28 janvier",
        "decision",
        10,
        presentateur="collectivite-exemple-a",
    ),
    _point(
        CONVOQUEE,
        "Haltes itinérantes : premiers passages",
        "information",
        25,
        "28-2024/1.3",
        presentateur="intercommunalite-exemple-a",
    ),
    _point(CONVOQUEE, "Fiches sans pilote", "decision", 30, texte="Qui prend quoi, et pour quand."),
)
_INVITES = (
    {"structure": "collectivite-exemple-a", "libelle": "Direction du numérique"},
    {"structure": "intercommunalite-exemple-a", "libelle": "Chargée de projet"},
    {"structure": "association-exemple-a", "libelle": "Coordination"},
    {"structure": "association-exemple-b", "a_distance": True},
    {"structure": "association-exemple-c", "etat": "excuse"},
)

_COMPTE_RENDU: Donnee = {
    "reunion": TENUE,
    "introduction": "Les co-porteurs remercient les organisations présentes et rappellent l’objet de la séance.",
    "conclusion": "La prochaine séance fera le point à mi-année.",
    "amendements_jusqu_au": "2025-07-04",
    "amendements": (
        {
            "auteur": "Association exemple A, coordination",
            "point": cle_de_point(TENUE, 2),
            "demande": "Préciser que l’ordre des communes se revoit à l’été (exemple).",
            "texte_propose": "Les communes sans lieu d’accueil passent d’abord ; l’ordre se revoit à l’été.",
        },
    ),
}
"""Circulated at the reference day, with one change asked for."""

COMPTES_RENDUS: tuple[Acte, ...] = (("rendre_compte", _COMPTE_RENDU),)
"""Written once the decisions of the meeting are."""

ACTES: tuple[Acte, ...] = (
    *actes("creer_point", _HIVER),
    *actes("noter_point", ({"point": cle_de_point(TENUE, n), "notes": notes} for n, notes in _NOTES)),
    *actes("changer_etat_point", ({"point": cle_de_point(TENUE, n), "etat": "traite"} for n in (1, 2, 3))),
    *actes("ajouter_invite", ({"reunion": TENUE, "exemple": True, **invite} for invite in _INVITES)),
    *actes("creer_point", _ETE),
    ("reporter_point", {"point": cle_de_point(TENUE, 4), "vers": CONVOQUEE}),
)
