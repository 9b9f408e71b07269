"""What the hub and others brought to each governance beside meetings, in the words of the sources."""

from __future__ import annotations

from typing import Any

from fne_roadmaps.demo import sources
from fne_roadmaps.demo.saisie import Acte, Donnee, actes


def _contribution(gouvernance: str, structure: str, type_: str, description: str, **champs: Any) -> Donnee:
    return {
        "gouvernance": gouvernance,
        "structure": structure,
        "type": type_,
        "description": description,
        "source": sources.HUB,
        **champs,
    }


ACTES: tuple[Acte, ...] = actes(
    "ajouter_contribution",
    (
        _contribution("18", "hub-lo", "diagnostic", "Diagnostic territorial, avec Emmaüs Connect."),
        _contribution("18", "emmaus-connect", "diagnostic", "Diagnostic territorial, avec le hub."),
        _contribution("18", "hub-lo", "animation", "Animation de trois réunions thématiques.", date="2024"),
        _contribution("28", "hub-lo", "conseil", "Conseil à la gouvernance."),
        _contribution("28", "hub-lo", "animation", "Travail dans les cinq groupes thématiques.", date="2024"),
        _contribution("28", "prefecture-28", "redaction", "Finalisation de la feuille de route."),
        _contribution(
            "36",
            "hub-lo",
            "diagnostic",
            "Diagnostic territorial détaillé, sur lequel s’appuie la feuille de route.",
        ),
        _contribution(
            "36",
            "hub-lo",
            "animation",
            "Co-animation des quatre étapes officielles et de nombreuses réunions, dont la source ne donne "
            "pas le nombre.",
            temps="Un quart d’un poste à temps plein",
            date="2024",
        ),
        _contribution("36", "ligue-enseignement-36", "redaction", "Rédaction de la feuille de route."),
        _contribution("37", "hub-lo", "animation", "Co-animation d’ateliers dans trois COPIL.", date="2024"),
        _contribution("41", "hub-lo", "diagnostic", "Apport du diagnostic."),
        _contribution("41", "hub-lo", "mise_en_relation", "Apport de contacts."),
        _contribution("41", "hub-lo", "accompagnement", "Aide aux structures qui écrivent leurs fiches action."),
        _contribution("45", "hub-lo", "animation", "Animation des groupes thématiques du COTECH."),
    ),
)
