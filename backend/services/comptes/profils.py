"""The profile of an account in a governance: given, changed, ended, and kept in history."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

from backend.context import Contexte
from backend.queries.comptes.gestion import comptes_de_gouvernance
from backend.queries.lecture import Ligne, ligne, lignes
from backend.queries.references import charger
from backend.services.comptes.connexion import _perimer_les_liens
from backend.services.comptes.sessions import _fermer_toutes
from backend.services.ecriture import ecriture, inserer, journaliser, verrouiller
from fne_roadmaps.domain.comptes import verifier_dernier_teneur
from fne_roadmaps.domain.droits import Droit, droits_sur_gouvernance, exiger
from fne_roadmaps.domain.enums import Profil
from fne_roadmaps.domain.errors import NonTrouve, RegleViolee
from fne_roadmaps.tables.comptes import ProfilDeCompte
from fne_roadmaps.tables.gouvernances import Gouvernance

QUOI = "Cette gouvernance"


async def changer_profil(ctx: Contexte, gouvernance: str | UUID, compte: UUID, profil: Profil) -> None:
    """Change the rights of an account there; it enters again. Raises RegleViolee for the last who administers."""
    async with ecriture():
        ici, actuel = await _charger(ctx, gouvernance, compte, profil)
        if actuel == profil:
            raise RegleViolee("profil", f"Ce compte a déjà le profil « {profil.libelle} ».")
        await _donner_profil(ctx, compte, ici["id"], profil)
        await _fermer_toutes(ctx, compte)


async def retirer_profil(ctx: Contexte, gouvernance: str | UUID, compte: UUID) -> None:
    """End the rights of an account there, from this day on; what it did stays."""
    async with ecriture():
        ici, actuel = await _charger(ctx, gouvernance, compte, None)
        await _finir_profil(ctx, compte, ici["id"], actuel)
        await _fermer_toutes(ctx, compte)
        if not await _profils_en_vigueur(ctx, compte):
            await _perimer_les_liens(ctx, compte)


async def _charger(ctx: Contexte, reference: str | UUID, compte: UUID, voulu: Profil | None) -> tuple[Ligne, Profil]:
    ici = await charger(ctx.acteur, "gouvernance", reference)
    exiger(droits_sur_gouvernance(ctx.acteur, ici["id"]), Droit.ADMINISTRER, QUOI)
    await verrouiller(Gouvernance, ici["id"])
    actuel = await _profil_en_vigueur(ctx, compte, ici["id"])
    if actuel is None:
        raise NonTrouve("Ce compte")
    await _garder_un_teneur(ctx, ici["id"], compte, actuel, voulu)
    return ici, actuel


async def _garder_un_teneur(
    ctx: Contexte, gouvernance: UUID, compte: UUID, actuel: Profil, voulu: Profil | None
) -> None:
    tenus = await comptes_de_gouvernance(gouvernance, ctx.au)
    autres = [Profil(c["profil"]) for c in tenus if c["id"] != compte and c["ouvert"]]
    verifier_dernier_teneur(actuel, voulu, autres)


async def _profils_en_vigueur(ctx: Contexte, compte: UUID) -> dict[UUID, Profil]:
    """What the account may do on this day, by governance."""
    tenus = await lignes(
        "SELECT gouvernance, profil FROM profil_de_compte WHERE compte = {} AND (fin IS NULL OR fin >= {})",
        compte,
        ctx.au,
    )
    return {p["gouvernance"]: Profil(p["profil"]) for p in tenus}


async def _profil_en_vigueur(ctx: Contexte, compte: UUID, gouvernance: UUID) -> Profil | None:
    return (await _profils_en_vigueur(ctx, compte)).get(gouvernance)


async def _donner_profil(ctx: Contexte, compte: UUID, gouvernance: UUID, profil: Profil) -> None:
    """One row for an account in a governance: the journal keeps what it was."""
    en_vigueur = await _profil_en_vigueur(ctx, compte, gouvernance)
    avant = await ligne("SELECT id FROM profil_de_compte WHERE compte = {} AND gouvernance = {}", compte, gouvernance)
    if avant is None:
        cle = ctx.cle(f"profil:{compte}:{gouvernance}")
        valeurs = {"id": cle, "compte": compte, "gouvernance": gouvernance, "profil": profil.value, "debut": ctx.au}
        await inserer(ProfilDeCompte, [valeurs])
    else:
        await (
            ProfilDeCompte.update({ProfilDeCompte.profil: profil.value, ProfilDeCompte.fin: None})
            .where(ProfilDeCompte.id == avant["id"])
            .run()
        )
    await journaliser(
        ctx,
        "compte",
        compte,
        "changer_profil",
        gouvernance=gouvernance,
        changements={"profil": (en_vigueur, profil)},
    )


async def _finir_profil(ctx: Contexte, compte: UUID, gouvernance: UUID, profil: Profil) -> None:
    veille = ctx.au - timedelta(days=1)
    await (
        ProfilDeCompte.update({ProfilDeCompte.fin: veille})
        .where((ProfilDeCompte.compte == compte) & (ProfilDeCompte.gouvernance == gouvernance))
        .run()
    )
    await journaliser(
        ctx,
        "compte",
        compte,
        "retirer_profil",
        gouvernance=gouvernance,
        changements={"profil": (profil, None)},
    )
