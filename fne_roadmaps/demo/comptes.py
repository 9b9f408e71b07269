"""The readers of a demonstration; first names only, none of them is a real person, no address can be written to."""

from __future__ import annotations

from fne_roadmaps.demo.saisie import Acte, actes

MOT_DE_PASSE = "une phrase de démonstration"
_CONDENSE = "$argon2id$v=19$m=65536,t=3,p=4$ZGVtb25zdHJhdGlvbi1mbg$ni90Y5UEYuqeT6gvvwep7X7ZVdx7PjdJeuiZ2UZTk5A"
_GOUVERNANCES_DU_HUB = ("18", "28", "36", "37", "41", "45", "hub-lo")

_POSTES = (
    ("prefecture-28", "mission", "Chargé·e de mission inclusion numérique (exemple)"),
    ("cd-28", "mission", "Chef·fe de projet inclusion numérique (exemple)"),
    ("cd-41", "mission", "Chef·fe de projet inclusion numérique (exemple)"),
)
_COMPTES = (
    (
        "alice-28",
        "Alice",
        "prefecture-28",
        "prefecture-28/mission",
        "alice@prefecture-28.example",
        (("28", "porteur"),),
    ),
    ("bob-28", "Bob", None, None, "bob@lecture-28.example", (("28", "lecteur"),)),
    ("charlie-41", "Charlie", "cd-41", "cd-41/mission", "charlie@cd-41.example", (("41", "porteur"),)),
    (
        "diane-hub",
        "Diane",
        "hub-lo",
        "hub-lo/responsable-regional-1",
        "diane@hub.example",
        tuple((code, "animateur") for code in _GOUVERNANCES_DU_HUB),
    ),
    ("emile-28", "Émile", "cd-28", "cd-28/mission", "emile@cd-28.example", (("28", "redacteur"),)),
    (
        "fanny-28",
        "Fanny",
        "association-exemple-a",
        "association-exemple-a/coordination",
        "fanny@association-a.example",
        (("28", "contributeur"),),
    ),
)

ACTES: tuple[Acte, ...] = (
    *actes(
        "creer_poste",
        (
            {"code": f"{structure}/{poste}", "structure": structure, "fonction": fonction, "exemple": True}
            for structure, poste, fonction in _POSTES
        ),
    ),
    *actes(
        "passer_la_main",
        (
            {"gouvernance": "28", "poste": "cd-28/mission", "le": jour, "nom": nom}
            for jour, nom in (("2024-01-15", "Personne exemple A"), ("2025-06-02", "Personne exemple B"))
        ),
    ),
    *actes(
        "creer_compte",
        (
            {
                "identifiant": identifiant,
                "nom": nom,
                "structure": structure,
                "poste": poste,
                "courriel": courriel,
                "mot_de_passe": _CONDENSE,
                "profils": profils,
            }
            for identifiant, nom, structure, poste, courriel, profils in _COMPTES
        ),
    ),
)
