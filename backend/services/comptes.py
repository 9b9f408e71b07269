"""Accounts with their profile in each governance, and the settings stored with a database."""

from __future__ import annotations

from collections.abc import Mapping
from uuid import UUID

from backend.context import Contexte
from backend.queries.references import charger, cle_de
from backend.services.ecriture import creer, ecriture, inserer
from backend.services.territoires import exiger_systeme
from fne_roadmaps.domain.enums import Profil
from fne_roadmaps.tables.comptes import Compte, ProfilDeCompte, Reglage


async def creer_compte(
    ctx: Contexte, identifiant: str, nom: str, profils: Mapping[str, Profil], structure: str | None = None
) -> UUID:
    """Open an account; ``profils`` maps governance codes to the rights there."""
    async with ecriture():
        return await _creer(ctx, identifiant, nom, profils, structure)


async def _creer(
    ctx: Contexte, identifiant: str, nom: str, profils: Mapping[str, Profil], structure: str | None = None
) -> UUID:
    exiger_systeme(ctx, "Les comptes")
    valeurs = {
        "identifiant": identifiant,
        "nom": nom,
        "structure": await cle_de(ctx.acteur, "structure", structure, "structure"),
    }
    saisie = {"profils": dict(profils)}
    cle = await creer(ctx, Compte, identifiant, valeurs, gouvernance=None, saisie=saisie)
    rangees = []
    for code, profil in profils.items():
        gouvernance = await charger(ctx.acteur, "gouvernance", code)
        nom_profil = ctx.cle(f"profil:{identifiant}:{code}")
        rangees.append({"id": nom_profil, "compte": cle, "gouvernance": gouvernance["id"], "profil": profil})
    await inserer(ProfilDeCompte, rangees)
    return cle


async def regler(ctx: Contexte, reglages: Mapping[str, str]) -> None:
    """Store settings with a new database, inside the caller's transaction."""
    exiger_systeme(ctx, "Les réglages")
    await inserer(
        Reglage, [{"id": ctx.cle(f"reglage:{cle}"), "cle": cle, "valeur": valeur} for cle, valeur in reglages.items()]
    )
