"""Changes asked for in circulated minutes by those who were there, and the answer each gets."""

from __future__ import annotations

from uuid import UUID

from backend.context import Contexte
from backend.queries.comptes_rendus.un import present_a_la_reunion
from backend.queries.lecture import Ligne, ligne
from backend.services.commands.comptes_rendus import DemanderAmendement, RepondreAmendement
from backend.services.comptes_rendus.acces import figer_version, tenir_compte_rendu
from backend.services.ecriture import changer, creer, ecriture
from fne_roadmaps.domain.comptes_rendus import verifier_amendement, verifier_reponse
from fne_roadmaps.domain.droits import Droit, peut_amender
from fne_roadmaps.domain.enums import EtatAmendement, EtatCompteRendu
from fne_roadmaps.domain.errors import Interdit, NonTrouve, RegleViolee
from fne_roadmaps.tables.comptes_rendus import Amendement
from fne_roadmaps.tables.reunions import PointOrdreDuJour

QUOI = "Cet amendement"


async def demander_amendement(ctx: Contexte, commande: DemanderAmendement) -> UUID:
    """Ask for a change, in the name of one's organisation and function. Returns its key."""
    async with ecriture():
        return await _demander(ctx, commande)


async def _demander(ctx: Contexte, commande: DemanderAmendement) -> UUID:
    rendu, reunion, droits = await tenir_compte_rendu(ctx, commande.compte_rendu, Droit.SUIVRE)
    if not peut_amender(ctx.acteur, droits, present=await present_a_la_reunion(ctx.acteur, reunion)):
        raise Interdit("Un amendement se demande au nom d’une organisation présente à la réunion.")
    verifier_amendement(EtatCompteRendu(rendu["etat"]), rendu["amendements_jusqu_au"], ctx.au)
    if commande.point is not None:
        await _point(commande.point, reunion["id"])
    elif commande.texte_propose is not None:
        raise RegleViolee("point", "Dites quel point ce texte remplace.")
    valeurs = {
        **commande.model_dump(),
        "auteur": await _auteur(ctx),
        "etat": EtatAmendement.PROPOSE.value,
        "exemple": rendu["exemple"],
    }
    nom = f"{reunion['code']}:{ctx.requete}"
    return await creer(ctx, Amendement, nom, valeurs, gouvernance=reunion["gouvernance"], saisie=commande)


async def retirer_amendement(ctx: Contexte, amendement: UUID) -> UUID:
    """Take back a change one asked for, before its answer. Returns the key of the minutes."""
    async with ecriture():
        avant = await _amendement(amendement)
        _, reunion, droits = await tenir_compte_rendu(ctx, avant["compte_rendu"], Droit.SUIVRE)
        if Droit.REUNIR not in droits and avant["auteur"] != await _auteur(ctx):
            raise Interdit("Un amendement se retire par qui l’a demandé.")
        verifier_reponse(EtatAmendement(avant["etat"]))
        await changer(
            ctx,
            Amendement,
            avant,
            None,
            {"supprime_le": ctx.maintenant},
            gouvernance=reunion["gouvernance"],
            action="retirer",
        )
        return UUID(str(avant["compte_rendu"]))


async def repondre_amendement(
    ctx: Contexte, amendement: UUID, version: int | None, commande: RepondreAmendement
) -> UUID:
    """Accept a change, which writes it in the notes of its item and freezes a new version, or refuse it with a word.

    Returns the key of the minutes. Raises Conflit when it was answered meanwhile.
    """
    async with ecriture():
        avant = await _amendement(amendement)
        rendu, reunion, _ = await tenir_compte_rendu(ctx, avant["compte_rendu"])
        avant = await _amendement(amendement)
        verifier_reponse(EtatAmendement(avant["etat"]))
        verifier_amendement(EtatCompteRendu(rendu["etat"]), None, ctx.au)
        etat = EtatAmendement.ACCEPTE if commande.accepte else EtatAmendement.REFUSE
        if not commande.accepte and not commande.reponse:
            raise RegleViolee("reponse", "Dites pourquoi : qui a demandé cet amendement le lira.")
        await changer(
            ctx,
            Amendement,
            avant,
            version,
            {"etat": etat.value, "reponse": commande.reponse},
            gouvernance=reunion["gouvernance"],
            action="repondre",
        )
        if commande.accepte:
            texte = commande.texte if commande.texte is not None else avant["texte_propose"]
            if avant["point"] and texte is not None:
                await ecrire_notes(ctx, avant["point"], reunion, texte, f"Amendement de {avant['auteur']}.")
            await figer_version(ctx, rendu["id"], EtatCompteRendu.DIFFUSE, f"Amendement de {avant['auteur']}.")
        return UUID(str(avant["compte_rendu"]))


async def ecrire_notes(ctx: Contexte, point: UUID, reunion: Ligne, texte: str, pourquoi: str) -> None:
    """Write the notes of an item of a meeting whose minutes are out: what an amendment or a correction does."""
    avant = await _point(point, reunion["id"])
    await changer(
        ctx,
        PointOrdreDuJour,
        avant,
        None,
        {"notes": texte},
        gouvernance=reunion["gouvernance"],
        action="corriger",
        pourquoi=pourquoi,
    )


async def _point(point: UUID, reunion: UUID) -> Ligne:
    trouve = await ligne(
        "SELECT * FROM point_ordre_du_jour WHERE id = {} AND reunion = {} AND supprime_le IS NULL", point, reunion
    )
    if trouve is None:
        raise RegleViolee("point", "Ce point n’est pas à l’ordre du jour de cette réunion.")
    return trouve


async def _amendement(cle: UUID) -> Ligne:
    trouve = await ligne("SELECT * FROM amendement WHERE id = {} AND supprime_le IS NULL", cle)
    if trouve is None:
        raise NonTrouve(QUOI)
    return trouve


async def _auteur(ctx: Contexte) -> str:
    """Organisation and function, never a name: « Préfecture d’Eure-et-Loir, chargée de mission »."""
    if ctx.acteur.cle is None:
        return ctx.acteur.nom
    trouve = await ligne(
        "SELECT s.nom, p.fonction FROM compte c LEFT JOIN structure s ON s.id = c.structure "
        "LEFT JOIN poste p ON p.id = c.poste WHERE c.id = {}",
        ctx.acteur.cle,
    )
    dits = [trouve["nom"], trouve["fonction"]] if trouve else []
    return ", ".join(d for d in dits if d) or ctx.acteur.nom
