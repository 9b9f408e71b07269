"""Fiches of the small world to be decided on, merged and split."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from uuid import UUID

from backend.context import Contexte
from backend.queries.lecture import Ligne, lignes
from backend.services import fiches_action as fa
from backend.services.commands import arbitrage as cb, fiches_action as ca
from tests.support.personnes import ALICE, MAINTENANT, contexte

BUS = {
    "titre": "Bus du numérique",
    "contexte": "Les villages sont loin de tout.",
    "objectifs": "Aller vers.",
    "publics": ["Aînés", "Jeunes"],
    "territoires": ["28"],
    "besoin": 500_00,
    "acteurs": [
        {"role": "pilote", "structure": "cd-28"},
        {"role": "proposeur", "structure": "asso-a"},
    ],
    "jalons": [{"titre": "Acheter", "date": "2025-09"}, {"titre": "Partir", "date": {"edtf": "2026", "recu": "2026"}}],
    "financements": [{"financeur": "Région", "annee": 2025, "demande": 100_00}],
    "indicateurs": [
        {
            "libelle": "Trajets",
            "unite": "trajets",
            "cible": {"valeur": "12", "periode": "2026"},
            "mesures": [{"valeur": "3", "date": "2025-05-01", "source": "Carnet"}],
        }
    ],
    "liens": [{"libelle": "Le bus", "url": "https://exemple.fr/bus"}],
}


CAR = {
    "titre": "Car numérique",
    "contexte": "Un car existe déjà.",
    "publics": ["aînés", "Familles"],
    "acteurs": [{"role": "pilote", "structure": "asso-a"}],
    "jalons": [{"titre": "acheter", "date": "2025-09", "livrable": "Le car"}],
    "financements": [{"financeur": "région", "annee": 2025, "demande": 70_00, "promis": 10_00}],
}


def alice_plus_tard(minutes: int) -> Contexte:
    """Alice, later: the journal tells acts apart by their instant."""
    return contexte(ALICE, requete=f"m{minutes}", maintenant=MAINTENANT + timedelta(minutes=minutes))


async def creer(ctx: Contexte, saisie: dict[str, Any], **champs: Any) -> str:
    """A fiche under instruction in axe 2."""
    complete = {
        "feuille_de_route": "28-2024",
        "axe": "28-2024/2",
        "instruction": "en_instruction",
        **saisie,
        **champs,
    }
    return str(await fa.creer_fiche_action(ctx, ca.CreerFicheAction.model_validate(complete)))


async def fiche(cle: str | UUID) -> Ligne:
    """The row of a fiche."""
    (rangee,) = await lignes("SELECT * FROM fiche_action WHERE id = {}", UUID(str(cle)))
    return rangee


def instruire(instruction: str, **champs: Any) -> ca.ChangerInstruction:
    """A move of the arbitration."""
    return ca.ChangerInstruction.model_validate({"instruction": instruction, **champs})


def fusion(cible: str, *sources: str, **champs: Any) -> cb.FusionnerFiches:
    """A merge with the choices by default."""
    return cb.FusionnerFiches.model_validate({"cible": cible, "sources": sources, **champs})
