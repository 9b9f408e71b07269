"""Minutes held for writing: found, the right checked, their meeting locked; and a version of them frozen."""

from __future__ import annotations

from uuid import UUID

from backend.context import Contexte
from backend.queries.comptes_rendus import charger_compte_rendu, contenu_a_figer
from backend.queries.comptes_rendus.contenu import figer
from backend.queries.lecture import Ligne, ligne
from backend.queries.reunions.droits import droits_a_la_reunion
from backend.services.ecriture import inserer, verrouiller
from fne_roadmaps.domain.droits import Droit, exiger
from fne_roadmaps.domain.enums import EtatCompteRendu
from fne_roadmaps.domain.errors import NonTrouve
from fne_roadmaps.tables.comptes_rendus import VersionCompteRendu
from fne_roadmaps.tables.reunions import Reunion

QUOI = "Ce compte rendu"


async def tenir_compte_rendu(
    ctx: Contexte, cle: UUID, droit: Droit = Droit.REUNIR
) -> tuple[Ligne, Ligne, frozenset[Droit]]:
    """The minutes, their meeting and the rights there, for who may ``droit``; locked until the transaction ends.

    Raises NonTrouve or Interdit.
    """
    trouve = await charger_compte_rendu(ctx.acteur, cle)
    reunion = await ligne("SELECT * FROM reunion WHERE id = {}", trouve["reunion"])
    if reunion is None:
        raise NonTrouve(QUOI)
    droits = await droits_a_la_reunion(ctx.acteur, reunion)
    exiger(droits, droit, QUOI)
    await verrouiller(Reunion, reunion["id"])
    return await charger_compte_rendu(ctx.acteur, cle), reunion, droits


async def figer_version(ctx: Contexte, compte_rendu: UUID, etat: EtatCompteRendu, motif: str | None) -> int:
    """Freeze what the minutes say now, under the next number, which is returned."""
    rendu = await charger_compte_rendu(ctx.acteur, compte_rendu)
    derniere = await ligne("SELECT MAX(numero) AS n FROM version_compte_rendu WHERE compte_rendu = {}", compte_rendu)
    numero = int((derniere and derniere["n"]) or 0) + 1
    charge, marque = figer(await contenu_a_figer(ctx.acteur, rendu, ctx.au))
    await inserer(
        VersionCompteRendu,
        [
            {
                "id": ctx.cle(f"version_compte_rendu:{compte_rendu}:{numero}"),
                "compte_rendu": compte_rendu,
                "numero": numero,
                "etat": etat.value,
                "charge": charge,
                "empreinte": marque,
                "motif": motif,
                "cree_le": ctx.maintenant,
            }
        ],
    )
    return numero
