"""Requests for news in the small world: asked about the bus, answered from their link."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from backend.context import Contexte
from backend.queries.contributions import demande_du_lien
from backend.queries.lecture import Ligne, ligne
from backend.services import contributions as s
from backend.services.commands.contributions import DemanderDesNouvelles
from backend.services.commands.fiches_action import ModifierFicheAction
from backend.services.fiches_action import modifier_fiche_action
from fne_roadmaps.domain.droits import PUBLIC
from fne_roadmaps.domain.jetons import creer_jeton
from tests.support.etat import valeur
from tests.support.personnes import SECRET, contexte

VISITEUR = contexte(PUBLIC)
BUS, PERMANENCES, ATELIERS = "28-2024/1.1", "28-2024/1.2", "28-2024/p1"
LU = {"lu.avancement": "a_venir", "vu.avancement": "a_venir"}
REPONSE = {
    **LU,
    "avancement": "en_cours",
    "progression": "40 %",
    "difficultes": "Le bus est en panne.",
    "prochaine_etape": "Réparer.",
    "debut": "1er septembre 2025",
    "fin": "printemps 2026",
    "texte": "Huit communes visitées.",
    "fonction": "Coordination",
    "mesure.indicateur": "Communes visitées",
    "mesure.valeur": "8",
    "mesure.date": "15 juin 2025",
}


async def piloter(alice: Contexte, reference: str = BUS) -> None:
    """The fiche gets a pilote and an indicator."""
    commande = ModifierFicheAction.model_validate(
        {
            "acteurs": [{"role": "pilote", "structure": "asso-a"}],
            "indicateurs": [{"libelle": "Communes visitées", "unite": "communes"}],
        }
    )
    version = await valeur("SELECT version FROM fiche_action WHERE id = {}", await cle_de(reference))
    await modifier_fiche_action(alice, reference, version, commande)


async def cle_de(reference: str) -> UUID:
    """Key of a fiche of the small world, by its title."""
    titre = {BUS: "Bus numérique", PERMANENCES: "Permanences", ATELIERS: "Ateliers"}[reference]
    cle: UUID = await valeur("SELECT id FROM fiche_action WHERE titre = {}", titre)
    return cle


async def demander(alice: Contexte, **champs: Any) -> tuple[Contexte, UUID]:
    """A request about the bus, and whoever holds its link."""
    await piloter(alice)
    fait = await s.demander_des_nouvelles(alice, [BUS], DemanderDesNouvelles.model_validate(champs))
    (demande,) = fait.creees.values()
    return await par_le_lien(demande), demande


async def par_le_lien(demande: UUID) -> Contexte:
    """Whoever holds the link of a request."""
    ctx, _ = await demande_du_lien(VISITEUR, creer_jeton(SECRET, "nouvelles", demande))
    return ctx


async def fiche() -> Ligne:
    """The bus as stored."""
    trouvee = await ligne("SELECT * FROM fiche_action WHERE id = {}", await cle_de(BUS))
    assert trouvee
    return trouvee


async def repondue(alice: Contexte, reponse: Mapping[str, str] = REPONSE) -> UUID:
    """A request already answered."""
    ctx, demande = await demander(alice)
    await s.repondre(ctx, demande, reponse)
    return demande
