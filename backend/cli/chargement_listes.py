"""Acts of a demonstration that belong to an account: the views it keeps, the bulk changes it makes."""

from __future__ import annotations

from dataclasses import replace
from typing import Any
from uuid import UUID

from backend.context import Contexte
from backend.queries.comptes import acteur_de
from backend.queries.fiches_action import FICHES
from backend.queries.listes import lire_demande
from backend.queries.references import charger
from backend.queries.vues.liste_de_fiches import lire_toutes
from backend.services import vues_enregistrees
from backend.services.changements_groupes import execution
from backend.services.commands.changements_groupes import ChangerDesFiches
from fne_roadmaps.domain.changements_groupes import FICHES_MAX


async def garder_une_vue(ctx: Contexte, donnee: dict[str, Any]) -> UUID:
    """A list kept under a name by an account."""
    lui = await _comme(ctx, donnee["compte"])
    feuille = await charger(lui.acteur, "feuille_de_route", donnee["feuille_de_route"])
    return await vues_enregistrees._enregistrer(lui, feuille["id"], donnee["nom"], donnee["requete"])


async def changer_en_groupe(ctx: Contexte, donnee: dict[str, Any]) -> UUID:
    """A bulk change of the fiches that answer filters, as its author sees them."""
    lui = await _comme(ctx, donnee["compte"])
    feuille = await charger(lui.acteur, "feuille_de_route", donnee["feuille_de_route"])
    demande = lire_demande(FICHES, list(donnee["filtres"].items()))
    page = await lire_toutes(lui.acteur, feuille["id"], demande, ctx.au, FICHES_MAX)
    commande = ChangerDesFiches.model_validate(
        {
            "feuille_de_route": feuille["id"],
            "demande": donnee["demande"],
            "fiches": [{"fiche": f["id"], "version": f["version"]} for f in page.elements],
        }
    )
    return await execution._executer(lui, commande)


async def _comme(ctx: Contexte, identifiant: str) -> Contexte:
    acteur = await acteur_de(identifiant, ctx.au)
    if acteur is None:
        raise LookupError(f"compte {identifiant}")
    return replace(ctx, acteur=acteur)
