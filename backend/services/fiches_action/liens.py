"""Links between fiches: fusion, essaimage, scission; both sides keep their history."""

from __future__ import annotations

from uuid import UUID

from backend.context import Contexte
from backend.queries.lecture import ligne
from backend.queries.references import charger
from backend.services.commands.fiches_action import LierFiches
from backend.services.ecriture import colonnes_date, ecriture, inserer, journaliser, verrouiller
from backend.services.feuilles_de_route import charger_feuille
from fne_roadmaps.domain.droits import Droit
from fne_roadmaps.domain.enums import TypeLienFiches
from fne_roadmaps.domain.errors import RegleViolee
from fne_roadmaps.tables.fiches_action import FicheAction, LienFiches


async def lier_fiches(ctx: Contexte, commande: LierFiches) -> UUID:
    """Tie two fiches; a fusion or a scission stays within one roadmap. Raises RegleViolee."""
    async with ecriture():
        return await _lier(ctx, commande)


async def _lier(ctx: Contexte, commande: LierFiches) -> UUID:
    source = await charger(ctx.acteur, "fiche_action", commande.source)
    cible = await charger(ctx.acteur, "fiche_action", commande.cible)
    feuille = await charger_feuille(ctx, cible["feuille_de_route"], Droit.REDIGER)
    if source["id"] == cible["id"]:
        raise RegleViolee("cible", "Une fiche ne se lie pas à elle-même.")
    for fiche in sorted((source["id"], cible["id"])):
        await verrouiller(FicheAction, fiche)
    meme_feuille = source["feuille_de_route"] == cible["feuille_de_route"]
    if not meme_feuille and commande.type is not TypeLienFiches.ESSAIMAGE:
        raise RegleViolee("cible", "Fusion et scission se font dans une même feuille de route.")
    if await ligne(
        "SELECT id FROM lien_fiches WHERE type = {} AND annule_le IS NULL "
        "AND ((source = {} AND cible = {}) OR (source = {} AND cible = {}))",
        commande.type.value,
        source["id"],
        cible["id"],
        cible["id"],
        source["id"],
    ):
        raise RegleViolee("cible", "Ces deux fiches sont déjà liées ainsi.")
    cle = ctx.cle(f"lien_fiches:{source['id']}:{cible['id']}:{commande.type}")
    await inserer(
        LienFiches,
        [
            {
                "id": cle,
                "source": source["id"],
                "cible": cible["id"],
                "type": commande.type,
                "note": commande.note,
                **colonnes_date("date", commande.date),
            }
        ],
    )
    await journaliser(
        ctx,
        "fiche_action",
        cible["id"],
        "lier",
        gouvernance=feuille["gouvernance"],
        changements={commande.type.value: (None, source["id"])},
        pourquoi=commande.note,
    )
    return cle
