"""The one way a service takes hold of a fiche: found, seen, and the right checked."""

from __future__ import annotations

from collections.abc import Collection
from uuid import UUID

from backend.context import Contexte
from backend.queries.fiches_action.droits import droits_de_fiche
from backend.queries.lecture import Ligne
from backend.queries.references import QUOI, charger
from backend.services.ecriture import verrouiller
from fne_roadmaps.domain.droits import Droit, droit_d_ecrire, exiger
from fne_roadmaps.tables.fiches_action import FicheAction


async def charger_fiche(ctx: Contexte, reference: str | UUID, droit: Droit) -> tuple[Ligne, Ligne]:
    """The fiche and its roadmap, for a writer who may ``droit``. Three statements. Raises NonTrouve or Interdit."""
    fiche = await charger(ctx.acteur, "fiche_action", reference)
    feuille = await charger(ctx.acteur, "feuille_de_route", fiche["feuille_de_route"])
    exiger(await droits_de_fiche(ctx.acteur, fiche, feuille), droit, QUOI["fiche_action"])
    return fiche, feuille


async def tenir_fiche(ctx: Contexte, reference: str | UUID, droit: Droit) -> tuple[Ligne, Ligne]:
    """The same, held until the end of the transaction and read again: nobody changes it meanwhile. Eight statements."""
    cle = (await charger_fiche(ctx, reference, droit))[0]["id"]
    await verrouiller(FicheAction, cle)
    return await charger_fiche(ctx, cle, droit)


async def charger_fiche_a_ecrire(ctx: Contexte, reference: str | UUID, champs: Collection[str]) -> tuple[Ligne, Ligne]:
    """The fiche and its roadmap, for a writer who may change ``champs``. Three statements. Raises as above."""
    fiche = await charger(ctx.acteur, "fiche_action", reference)
    feuille = await charger(ctx.acteur, "feuille_de_route", fiche["feuille_de_route"])
    droits = await droits_de_fiche(ctx.acteur, fiche, feuille)
    exiger(droits, droit_d_ecrire(droits, champs), QUOI["fiche_action"])
    return fiche, feuille
