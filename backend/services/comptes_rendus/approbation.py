"""Minutes approved at a later meeting, published, and corrected by a new version when they must be."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from backend.context import Contexte
from backend.queries.lecture import ligne
from backend.queries.references import cle_de
from backend.services.commands.comptes_rendus import ApprouverCompteRendu, CorrigerCompteRendu
from backend.services.comptes_rendus.acces import figer_version, tenir_compte_rendu
from backend.services.comptes_rendus.amendements import ecrire_notes
from backend.services.ecriture import changer, ecriture
from fne_roadmaps.domain.comptes_rendus import changer_etat, verifier_approbation, verifier_correction
from fne_roadmaps.domain.enums import EtatAmendement, EtatCompteRendu, EtatReunion
from fne_roadmaps.domain.errors import RegleViolee
from fne_roadmaps.tables.comptes_rendus import CompteRendu


async def approuver_compte_rendu(ctx: Contexte, cle: UUID, version: int | None, commande: ApprouverCompteRendu) -> int:
    """Approve the minutes: frozen for good. Returns the new version."""
    async with ecriture():
        return await _approuver(ctx, cle, version, commande)


async def _approuver(ctx: Contexte, cle: UUID, version: int | None, commande: ApprouverCompteRendu) -> int:
    avant, reunion, _ = await tenir_compte_rendu(ctx, cle)
    changer_etat(EtatCompteRendu(avant["etat"]), EtatCompteRendu.APPROUVE, EtatReunion(reunion["etat"]))
    attente = await ligne(
        "SELECT COUNT(*) AS n FROM amendement WHERE compte_rendu = {} AND supprime_le IS NULL AND etat = {}",
        cle,
        EtatAmendement.PROPOSE.value,
    )
    diffuse = avant["diffuse_le"].date() if avant["diffuse_le"] else None
    diffuse = min(diffuse, ctx.au) if diffuse else None
    verifier_approbation(int(attente["n"]) if attente else 0, commande.approuve_le, diffuse, ctx.au)
    approuve_a = await cle_de(ctx.acteur, "reunion", commande.approuve_a, "approuve_a")
    if approuve_a == reunion["id"]:
        raise RegleViolee("approuve_a", "Une réunion n’approuve pas son propre compte rendu.")
    valeurs = {
        "etat": EtatCompteRendu.APPROUVE.value,
        "approuve_le": commande.approuve_le,
        "approuve_a": approuve_a,
    }
    nouvelle = await changer(
        ctx, CompteRendu, avant, version, valeurs, gouvernance=reunion["gouvernance"], action="approuver"
    )
    await figer_version(ctx, cle, EtatCompteRendu.APPROUVE, None)
    return nouvelle


async def publier_compte_rendu(ctx: Contexte, cle: UUID, version: int | None) -> int:
    """Open approved minutes to whoever may read the governance. Returns the new version."""
    async with ecriture():
        avant, reunion, _ = await tenir_compte_rendu(ctx, cle)
        changer_etat(EtatCompteRendu(avant["etat"]), EtatCompteRendu.PUBLIE, EtatReunion(reunion["etat"]))
        valeurs = {"etat": EtatCompteRendu.PUBLIE.value, "publie_le": ctx.maintenant}
        return await changer(
            ctx, CompteRendu, avant, version, valeurs, gouvernance=reunion["gouvernance"], action="publier"
        )


async def corriger_compte_rendu(ctx: Contexte, cle: UUID, version: int | None, commande: CorrigerCompteRendu) -> int:
    """Correct approved minutes: a new version, with why; the former ones stay. Returns the new version of the row."""
    async with ecriture():
        avant, reunion, _ = await tenir_compte_rendu(ctx, cle)
        etat = EtatCompteRendu(avant["etat"])
        verifier_correction(etat)
        textes: dict[str, Any] = {
            champ: commande.lire(champ)
            for champ in ("introduction", "conclusion")
            if champ in commande.model_fields_set
        }
        if commande.point is None and not textes:
            raise RegleViolee("texte", "Dites ce qui est corrigé : un point, l’ouverture ou la clôture.")
        nouvelle = await changer(
            ctx,
            CompteRendu,
            avant,
            version,
            textes,
            gouvernance=reunion["gouvernance"],
            action="corriger",
            autres={"correction": (None, commande)},
            pourquoi=commande.motif,
        )
        if commande.point is not None:
            await ecrire_notes(ctx, commande.point, reunion, commande.texte or "", commande.motif)
        await figer_version(ctx, cle, etat, commande.motif)
        return nouvelle
