"""Writing organisations, posts and people, and passing a post from one person to the next."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import UUID

from backend.context import Contexte
from backend.queries.lecture import Ligne, lignes
from backend.queries.references import charger, cle_de
from backend.services.commands.structures import CreerPersonne, CreerPoste, CreerStructure, OccuperPoste
from backend.services.ecriture import changer, creer, ecriture, verrouiller
from backend.services.territoires import exiger_systeme
from fne_roadmaps.domain.errors import RegleViolee
from fne_roadmaps.domain.territoires import ridet, rna, siret
from fne_roadmaps.tables.structures import Occupation, Personne, Poste, Structure

_QUOI = "Les structures, les postes et les personnes"


async def creer_structure(ctx: Contexte, commande: CreerStructure) -> UUID:
    """Add an organisation; its SIRET, RIDET or RNA is checked when given."""
    async with ecriture():
        return await _creer_structure(ctx, commande)


async def _creer_structure(ctx: Contexte, commande: CreerStructure) -> UUID:
    exiger_systeme(ctx, _QUOI)
    territoire = await cle_de(ctx.acteur, "territoire", commande.territoire, "territoire")
    valeurs = {
        **commande.model_dump(),
        "territoire": territoire,
        "siret": siret(commande.siret) if commande.siret else None,
        "ridet": ridet(commande.ridet) if commande.ridet else None,
        "rna": rna(commande.rna) if commande.rna else None,
    }
    return await creer(ctx, Structure, commande.code, valeurs, gouvernance=None, saisie=commande)


async def creer_poste(ctx: Contexte, commande: CreerPoste) -> UUID:
    """Add a function in an organisation, with or without somebody in it."""
    async with ecriture():
        return await _creer_poste(ctx, commande)


async def _creer_poste(ctx: Contexte, commande: CreerPoste) -> UUID:
    exiger_systeme(ctx, _QUOI)
    structure = await charger(ctx.acteur, "structure", commande.structure)
    valeurs = {**commande.model_dump(), "structure": structure["id"]}
    return await creer(ctx, Poste, commande.code, valeurs, gouvernance=None, saisie=commande)


async def creer_personne(ctx: Contexte, commande: CreerPersonne) -> UUID:
    """Add a person, who needs no account. The journal keeps that it was done, not the name."""
    exiger_systeme(ctx, _QUOI)
    async with ecriture():
        return await creer(
            ctx, Personne, commande.nom, commande.model_dump(), gouvernance=None, saisie={"exemple": commande.exemple}
        )


async def occuper_poste(ctx: Contexte, commande: OccuperPoste) -> UUID:
    """A person takes a post: the holder before leaves the day before, the history stays. Raises RegleViolee."""
    exiger_systeme(ctx, _QUOI)
    async with ecriture():
        poste = await charger(ctx.acteur, "poste", commande.poste)
        personne = await charger(ctx.acteur, "personne", commande.personne)
        await verrouiller(Poste, poste["id"])
        return await _occuper(ctx, poste, personne["id"], commande.debut)


async def _occuper(ctx: Contexte, poste: Ligne, personne: UUID, debut: date) -> UUID:
    for occupation in await lignes(
        "SELECT * FROM occupation WHERE poste = {} AND supprime_le IS NULL AND (fin IS NULL OR fin >= {})",
        poste["id"],
        debut,
    ):
        if occupation["debut"] and occupation["debut"] >= debut:
            raise RegleViolee("debut", "Quelqu’un occupe déjà ce poste à partir de ce jour ou plus tard.")
        await changer(ctx, Occupation, occupation, None, {"fin": debut - timedelta(days=1)}, gouvernance=None)
    valeurs = {"poste": poste["id"], "personne": personne, "debut": debut}
    return await creer(ctx, Occupation, f"{poste['code']}:{debut}", valeurs, gouvernance=None, saisie=valeurs)
