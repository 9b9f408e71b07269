"""Example of two people who write one fiche: a change explained, a conflict settled, a text not yet saved."""

from __future__ import annotations

from fne_roadmaps.demo.saisie import Acte

COMPOSES = frozenset({"ecrire_une_fiche", "commencer_une_saisie"})
"""Acts made of more than one command of the services."""

FICHE = "28-2024/2.4"
_D_EMILE = "Proposer le guide aux autres établissements, dès la rentrée."
_D_ALICE = "Proposer le guide aux collèges du réseau."
_REUNI = "Proposer le guide aux collèges du réseau, dès la rentrée."

ACTES: tuple[Acte, ...] = (
    (
        "ecrire_une_fiche",
        {
            "compte": "emile-28",
            "fiche": FICHE,
            "pourquoi": "Le département relaie le guide (exemple).",
            "prochaine_etape": _D_EMILE,
        },
    ),
    (
        "ecrire_une_fiche",
        {
            "compte": "alice-28",
            "fiche": FICHE,
            "pourquoi": "Les deux textes réunis (exemple).",
            "prochaine_etape": _REUNI,
            "ecartes": {"prochaine_etape": (_D_ALICE, _REUNI)},
        },
    ),
    (
        "commencer_une_saisie",
        {
            "compte": "emile-28",
            "fiche": FICHE,
            "section": "besoin",
            "paires": (("description", "Deux séances d’une heure, en septembre, dans chaque collège (exemple)…"),),
        },
    ),
)
