"""Example decisions of the winter COPIL of Eure-et-Loir, tied to fiches, and one fiche taken up elsewhere."""

from __future__ import annotations

from typing import Any

from fne_roadmaps.demo.exemples.seances import TENUE, cle_de_point
from fne_roadmaps.demo.saisie import Acte, Donnee, actes


def _decision(texte: str, responsable: str, echeance: str | Donnee, *fiches: str, **champs: Any) -> Donnee:
    return {
        "instance": "28/copil",
        "reunion": "28/copil/r3",
        "annee": 2025,
        "date": "2025-01-28",
        "texte": texte,
        "responsable": responsable,
        "echeance": echeance,
        "fiches": fiches,
        "mode_decision": "consensus",
        "source": "Relevé de décisions d’exemple",
        "exemple": True,
        **champs,
    }


ACTES: tuple[Acte, ...] = (
    *actes(
        "creer_decision",
        (
            _decision(
                "Les haltes itinérantes commencent par les communes sans lieu d’accueil du bassin de "
                "Nogent-le-Rotrou, puis s’étendent au bassin de Dreux.",
                "intercommunalite-exemple-a",
                "2025-05-31",
                "28-2024/1.3",
                point=cle_de_point(TENUE, 2),
            ),
            _decision(
                "Le parcours de douze séances et le passeport de progression utilisent le même positionnement initial.",
                "association-exemple-b",
                {"edtf": "2025-23", "recu": "automne 2025"},
                "28-2024/2.1",
                "28-2024/2.19",
                point=cle_de_point(TENUE, 3),
            ),
            _decision(
                "Toute organisation donatrice signe la même convention de collecte, avec une clause "
                "d’effacement des données.",
                "association-exemple-c",
                "2025-09",
                "28-2024/5.1",
                "28-2024/5.9",
                point=cle_de_point(TENUE, 3),
            ),
        ),
    ),
    (
        "lier_fiches",
        {
            "source": "28-2024/2.19",
            "cible": "45-2024/2.2",
            "type": "essaimage",
            "date": "2025-05-15",
            "note": "Passeport repris d’un département à l’autre (exemple).",
        },
    ),
)
