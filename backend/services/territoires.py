"""Writing territories: reference data kept by the machine's own command line."""

from __future__ import annotations

from uuid import UUID

from backend.context import Contexte
from backend.queries.references import charger
from backend.services.commands.territoires import CreerTerritoire
from backend.services.ecriture import creer, ecriture
from fne_roadmaps.domain.enums import TypeTerritoire
from fne_roadmaps.domain.errors import Interdit
from fne_roadmaps.domain.periodes import verifier_periode
from fne_roadmaps.domain.territoires import code_territoire, fuseau_du_departement, verifier_fuseau
from fne_roadmaps.tables.territoires import Territoire


def exiger_systeme(ctx: Contexte, quoi: str) -> None:
    """Reference data is common to all: only the command line writes it. Raises Interdit."""
    if not ctx.acteur.systeme:
        raise Interdit(f"{quoi} sont communs à tous : seule la ligne de commande du serveur les modifie.")


async def creer_territoire(ctx: Contexte, commande: CreerTerritoire) -> UUID:
    """Add a territory, in its own transaction."""
    async with ecriture():
        return await _creer(ctx, commande)


async def _creer(ctx: Contexte, commande: CreerTerritoire) -> UUID:
    exiger_systeme(ctx, "Les territoires")
    code_territoire(commande.type, commande.code)
    verifier_periode(commande.valide_du, commande.valide_au, "valide_au")
    parent = await charger(ctx.acteur, "territoire", commande.parent) if commande.parent else None
    if commande.fuseau:
        fuseau = verifier_fuseau(commande.fuseau)
    elif commande.type is TypeTerritoire.DEPARTEMENT:
        fuseau = fuseau_du_departement(commande.code)
    else:
        fuseau = parent["fuseau"] if parent else "Europe/Paris"
    valeurs = {**commande.model_dump(), "parent": parent and parent["id"], "fuseau": fuseau}
    return await creer(ctx, Territoire, commande.code, valeurs, gouvernance=None, saisie=commande)
