"""The four readers of a demonstration; first names only, and none of them is a real person."""

from __future__ import annotations

from fne_roadmaps.demo.saisie import Acte, actes

ACTES: tuple[Acte, ...] = actes(
    "creer_compte",
    (
        {
            "identifiant": "alice-28",
            "nom": "Alice",
            "structure": "prefecture-28",
            "profils": (("28", "porteur"),),
        },
        {"identifiant": "bob-28", "nom": "Bob", "structure": None, "profils": (("28", "lecteur"),)},
        {
            "identifiant": "charlie-41",
            "nom": "Charlie",
            "structure": "cd-41",
            "profils": (("41", "porteur"),),
        },
        {
            "identifiant": "diane-hub",
            "nom": "Diane",
            "structure": "hub-lo",
            "profils": tuple((code, "animateur") for code in ("18", "28", "36", "37", "41", "45", "hub-lo")),
        },
    ),
)
