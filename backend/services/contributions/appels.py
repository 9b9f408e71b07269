"""Calls for fiches: opened, changed, closed, prolonged, and their link revoked."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any
from uuid import UUID

from backend.context import Contexte
from backend.queries.contributions import charger_appel
from backend.queries.lecture import Ligne
from backend.queries.references import cle_de
from backend.services.commands.champs import Commande
from backend.services.commands.contributions import CreerAppel
from backend.services.ecriture import changer, creer, ecriture, verrouiller
from backend.services.feuilles_de_route import charger_feuille, exiger_axe_de
from backend.services.listes import Liste, changer_avec_listes, ecrire_liste
from fne_roadmaps.domain.contributions import clore, prolonger, verifier_appel
from fne_roadmaps.domain.droits import Droit
from fne_roadmaps.domain.enums import EtatFeuille
from fne_roadmaps.domain.errors import RegleViolee
from fne_roadmaps.tables.contributions import AppelAFiches, AppelAxe


async def creer_appel(ctx: Contexte, commande: CreerAppel) -> UUID:
    """Open a call in a roadmap. Raises RegleViolee."""
    async with ecriture():
        return await _creer(ctx, commande)


async def _creer(ctx: Contexte, commande: CreerAppel) -> UUID:
    feuille = await charger_feuille(ctx, commande.feuille_de_route, Droit.REDIGER)
    if feuille["etat"] == EtatFeuille.CLOSE:
        raise RegleViolee("feuille_de_route", "Cette feuille de route est close : elle n’appelle plus de fiches.")
    verifier_appel(commande.ouvre_le, commande.ferme_le)
    nom = f"{feuille['code']}/{commande.titre}"
    valeurs = {
        **commande.model_dump(exclude={"axes", "feuille_de_route"}),
        "feuille_de_route": feuille["id"],
        "generation": 1,
    }
    cle = await creer(ctx, AppelAFiches, nom, valeurs, gouvernance=feuille["gouvernance"], saisie=commande)
    await ecrire_liste(await _axes(ctx, cle, feuille["id"], nom, commande.axes))
    return cle


async def modifier_appel(ctx: Contexte, cle: UUID, version: int | None, commande: Commande) -> int:
    """Change a call (``ModifierAppel``). Returns the new version. Raises Conflit."""
    async with ecriture():
        appel = await _verrouille(ctx, cle)
        valeurs = commande.model_dump(exclude_unset=True, exclude={"axes"})
        verifier_appel(valeurs.get("ouvre_le", appel["ouvre_le"]), valeurs.get("ferme_le", appel["ferme_le"]))
        nom = f"{cle}:v{appel['version'] + 1}"
        listes = {}
        if "axes" in commande.model_fields_set:
            listes["axes"] = await _axes(ctx, cle, appel["feuille"], nom, commande.lire("axes"))
        return await changer_avec_listes(
            ctx, AppelAFiches, appel, version, valeurs, listes, gouvernance=appel["gouvernance"]
        )


async def clore_appel(ctx: Contexte, cle: UUID) -> int:
    """Nothing comes in any more, from today on. Returns the new version. Raises RegleViolee when it is closed."""
    async with ecriture():
        appel = await _verrouille(ctx, cle)
        periode = clore(appel["ouvre_le"], appel["ferme_le"], ctx.au)
        return await _changer(ctx, appel, "clore", {"ouvre_le": periode.debut, "ferme_le": periode.fin})


async def prolonger_appel(ctx: Contexte, cle: UUID, jusqu_au: date) -> int:
    """A later last day, for a call still open or closed. Returns the new version. Raises RegleViolee."""
    async with ecriture():
        appel = await _verrouille(ctx, cle)
        return await _changer(ctx, appel, "prolonger", {"ferme_le": prolonger(appel["ferme_le"], jusqu_au, ctx.au)})


async def revoquer_le_lien(ctx: Contexte, cle: UUID) -> int:
    """The shared link opens nothing any more, a new one does; personal links of deposits stay. The new version."""
    async with ecriture():
        appel = await _verrouille(ctx, cle)
        return await _changer(ctx, appel, "revoquer", {"generation": appel["generation"] + 1})


async def _verrouille(ctx: Contexte, cle: UUID) -> Ligne:
    await verrouiller(AppelAFiches, cle)
    return await charger_appel(ctx.acteur, cle)


async def _changer(ctx: Contexte, appel: Ligne, action: str, valeurs: dict[str, Any]) -> int:
    return await changer(ctx, AppelAFiches, appel, None, valeurs, gouvernance=appel["gouvernance"], action=action)


async def _axes(ctx: Contexte, appel: UUID, feuille: UUID, nom: str, references: Sequence[str]) -> Liste:
    """Level-1 headings of the roadmap, each once. Raises RegleViolee on « axes »."""
    cles: list[UUID] = []
    for reference in references:
        cle = await cle_de(ctx.acteur, "axe", reference, "axes")
        if cle is not None:
            await exiger_axe_de(feuille, cle, "axes")
            cles.append(cle)
    rangees = [
        {"id": ctx.cle(f"appel_axe:{nom}:{i}"), "appel": appel, "axe": axe, "rang": i}
        for i, axe in enumerate(dict.fromkeys(cles), start=1)
    ]
    return Liste(AppelAxe, "appel", rangees)
