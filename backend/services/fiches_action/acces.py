"""The one way a service takes hold of a fiche: found, seen, and the right checked."""

from __future__ import annotations

from uuid import UUID

from backend.context import Contexte
from backend.queries.fiches_action.droits import droits_de_fiche
from backend.queries.lecture import Ligne
from backend.queries.references import QUOI, charger
from fne_roadmaps.domain.droits import Droit, exiger


async def charger_fiche(ctx: Contexte, reference: str | UUID, droit: Droit) -> tuple[Ligne, Ligne]:
    """The fiche and its roadmap, for a writer who may ``droit``. Three statements. Raises NonTrouve or Interdit."""
    fiche = await charger(ctx.acteur, "fiche_action", reference)
    feuille = await charger(ctx.acteur, "feuille_de_route", fiche["feuille_de_route"])
    exiger(await droits_de_fiche(ctx.acteur, fiche, feuille), droit, QUOI["fiche_action"])
    return fiche, feuille
