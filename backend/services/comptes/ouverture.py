"""Opening an account, and the settings stored with a database."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from backend.context import Contexte
from backend.queries.references import charger, cle_de
from backend.services.ecriture import creer, ecriture, inserer
from backend.services.territoires import exiger_systeme
from fne_roadmaps.domain.comptes import courriel as adresse_de_courriel
from fne_roadmaps.domain.enums import Profil
from fne_roadmaps.tables.comptes import Compte, ProfilDeCompte, Reglage


@dataclass(frozen=True, slots=True)
class Identite:
    """Who an account stands for: the organisation and post it serves, the address it is entered with.

    ``mot_de_passe`` is an argon2 digest, given for the accounts of a demonstration only: people choose their own.
    """

    structure: str | None = None
    poste: str | None = None
    courriel: str | None = None
    mot_de_passe: str | None = None


async def creer_compte(
    ctx: Contexte, identifiant: str, nom: str, profils: Mapping[str, Profil], identite: Identite = Identite()
) -> UUID:
    """Open an account; ``profils`` maps governance codes to the rights there. From the command line only."""
    async with ecriture():
        exiger_systeme(ctx, "Les comptes")
        return await _creer(ctx, identifiant, nom, profils, identite)


async def _creer(
    ctx: Contexte, identifiant: str, nom: str, profils: Mapping[str, Profil], identite: Identite = Identite()
) -> UUID:
    valeurs = {
        "identifiant": identifiant,
        "nom": nom,
        "structure": await cle_de(ctx.acteur, "structure", identite.structure, "structure"),
        "poste": await cle_de(ctx.acteur, "poste", identite.poste, "poste"),
        "courriel": adresse_de_courriel(identite.courriel) if identite.courriel else None,
        "mot_de_passe": identite.mot_de_passe,
    }
    # The journal keeps the identifier and the rights, not the name nor the address.
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
