"""An example arbitration in Loir-et-Cher: look-alikes, two fiches merged, one set aside, one taken up, one in the bin.

Proposals are numbered in the order they are entered: after the eight of ``fiches_41``, these are p9 to p15.
"""

from __future__ import annotations

from typing import Any

from fne_roadmaps.demo.cles import cle_fixe
from fne_roadmaps.demo.saisie import Acte, Donnee, actes, fiche, jalon, suivi

FEUILLE = "41-2024"


def _proposition(rang_axe: int, instruction: str, donnee: Donnee, **champs: Any) -> Donnee:
    return {
        "feuille_de_route": FEUILLE,
        "axe": f"{FEUILLE}/{rang_axe}",
        "instruction": instruction,
        "territoires": ("41",),
        **donnee,
        "exemple": True,
        **champs,
    }


_PROPOSITIONS: tuple[Donnee, ...] = (
    _proposition(
        1,
        "proposee",
        fiche(
            "Prêter des ordinateurs aux étudiants",
            "Une armoire de prêt à la bibliothèque, pour un semestre, avec une prise en main d’une heure.",
            suivi("a_venir", "2025-10", None),
            proposee_par=("association-exemple-c",),
            publics=("Étudiants",),
            besoin=840_000,
        ),
    ),
    _proposition(
        5,
        "en_instruction",
        fiche(
            "Former les intervenants à domicile à l’accompagnement numérique",
            "Savoir dire jusqu’où l’on aide, et vers qui l’on oriente.",
            suivi("a_venir", "2026-01", "2026-12"),
            proposee_par=("association-exemple-e",),
            publics=("Intervenants à domicile",),
        ),
    ),
    _proposition(
        3,
        "en_instruction",
        fiche(
            "Ouvrir un guichet numérique le samedi",
            "Qui travaille la semaine ne peut pas venir aux heures de bureau.",
            suivi("a_venir", "2025-11", None),
            pilote="commune-exemple-a",
            proposee_par=("commune-exemple-a",),
            publics=("Actifs",),
            jalons=(jalon("Trouver la salle", "2025-09"), jalon("Ouvrir", "2025-11", "Un guichet ouvert")),
            besoin=450_000,
        ),
    ),
    _proposition(
        3,
        "en_instruction",
        fiche(
            "Tenir un guichet du numérique le samedi matin",
            "Deux samedis par mois, un médiateur et un bénévole reçoivent sans rendez-vous.",
            suivi("a_venir", "2026-01", None),
            pilote="association-exemple-b",
            proposee_par=("association-exemple-b",),
            publics=("Actifs", "Familles"),
            jalons=(jalon("Ouvrir", "2025-11", "Un guichet ouvert"), jalon("Premier bilan", "2026-06")),
            objectifs="Recevoir dix personnes par samedi.",
        ),
    ),
    _proposition(
        6,
        "en_instruction",
        fiche(
            "Distribuer des tablettes dans les halls de mairie",
            "Des tablettes en libre service, sans personne à côté.",
            suivi("a_venir", "2025-12", None),
            proposee_par=("commune-exemple-c",),
            publics=("Tous publics",),
        ),
    ),
    _proposition(
        6,
        "proposee",
        fiche(
            "Faire connaître les lieux numériques par les bulletins",
            "Saisie en double d’une fiche déjà proposée.",
            suivi("a_venir", "2025-12", None),
            proposee_par=("commune-exemple-c",),
            publics=("Tous publics",),
        ),
    ),
)

ACTES: tuple[Acte, ...] = (
    *actes("proposer_fiche", _PROPOSITIONS),
    (
        "fusionner_fiches",
        {
            "cible": f"{FEUILLE}/p11",
            "sources": (f"{FEUILLE}/p12",),
            "pourquoi": "Deux structures proposent le même guichet (exemple).",
        },
    ),
    (
        "instruire_fiche",
        {
            "fiche": f"{FEUILLE}/p13",
            "instruction": "ecartee",
            "pourquoi": "Le matériel seul n’aide personne : à reprendre avec un accueil (exemple).",
        },
    ),
    ("supprimer_fiche", {"fiche": f"{FEUILLE}/p14", "pourquoi": "Saisie en double (exemple)."}),
    (
        "reprendre_fiche",
        {
            "version": cle_fixe("version_publiee:28-2024:1"),
            "numero": "2.1",
            "feuille_de_route": FEUILLE,
            "axe": f"{FEUILLE}/5",
            "instruction": "proposee",
            "note": "Une action publiée en Eure-et-Loir, à adapter ici (exemple).",
        },
    ),
)
