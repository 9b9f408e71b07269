"""A decision is taken, followed until done, superseded: three acts beside writing it."""

from __future__ import annotations

from backend.context import Contexte
from backend.queries.lecture import Ligne, lignes
from backend.queries.references import charger, cle_de
from backend.services.commands.decisions import ChangerAdoption, ChangerSuivi, RemplacerDecision
from backend.services.ecriture import changer, colonnes_date, ecriture, verrouiller
from backend.services.reunions.decisions import QUOI
from backend.services.reunions.effets import appliquer_effets
from fne_roadmaps.domain.decisions import Votes, changer_adoption as permettre_adoption, verifier_remplacement
from fne_roadmaps.domain.droits import Droit, droits_sur_instance, exiger, peut_tenir_le_suivi
from fne_roadmaps.domain.enums import EtatAdoption, ModeDecision
from fne_roadmaps.domain.errors import Interdit
from fne_roadmaps.tables.gouvernances import Gouvernance
from fne_roadmaps.tables.reunions import Decision


async def changer_adoption(ctx: Contexte, reference: str, version: int | None, commande: ChangerAdoption) -> int:
    """Take, reject or put off a decision; taken, what it carries changes with it. Returns the new version.

    Raises Interdit when the writer may not make one of the changes: who holds an instance does not always arbitrate.
    """
    async with ecriture():
        return await _changer_adoption(ctx, reference, version, commande)


async def _changer_adoption(ctx: Contexte, reference: str, version: int | None, commande: ChangerAdoption) -> int:
    avant = await _tenir(ctx, reference)
    mode = ModeDecision(avant["mode_decision"]) if avant["mode_decision"] else None
    votes = Votes(commande.voix_pour, commande.voix_contre, commande.abstentions)
    permettre_adoption(EtatAdoption(avant["adoption"]), commande.adoption, mode, votes)
    valeurs = {
        "adoption": commande.adoption.value,
        "voix_pour": votes.pour,
        "voix_contre": votes.contre,
        "abstentions": votes.abstentions,
        **(colonnes_date("date", commande.date) if commande.date else {}),
    }
    nouvelle = await changer(
        ctx,
        Decision,
        avant,
        version,
        valeurs,
        gouvernance=avant["gouvernance"],
        action="changer_adoption",
        pourquoi=commande.pourquoi,
    )
    if commande.adoption is EtatAdoption.ADOPTEE:
        await appliquer_effets(ctx, avant)
    return nouvelle


async def changer_suivi(ctx: Contexte, reference: str, version: int | None, commande: ChangerSuivi) -> int:
    """Say where what was decided stands, on the day of the context. Returns the new version."""
    async with ecriture():
        avant = await charger(ctx.acteur, "decision", reference)
        droits = droits_sur_instance(ctx.acteur, avant["gouvernance"], avant["instance"])
        exiger(droits, Droit.SUIVRE, QUOI)
        if not peut_tenir_le_suivi(ctx.acteur, droits, avant["responsable"]):
            raise Interdit("Le suivi d’une décision revient à qui tient l’instance, et à la structure qui en répond.")
        valeurs = {"suivi": commande.suivi.value, "suivi_note": commande.suivi_note, "suivi_le": ctx.au}
        return await changer(
            ctx,
            Decision,
            avant,
            version,
            valeurs,
            gouvernance=avant["gouvernance"],
            action="changer_suivi",
            pourquoi=commande.suivi_note,
        )


async def remplacer_decision(ctx: Contexte, reference: str, version: int | None, commande: RemplacerDecision) -> int:
    """Say which former decision this one supersedes, or none any more. Returns the new version."""
    async with ecriture():
        avant = await _tenir(ctx, reference)
        ancienne = await cle_de(ctx.acteur, "decision", commande.remplace, "remplace")
        if ancienne is not None:
            remplacees = {
                r["id"]: r["remplace"]
                for r in await lignes("SELECT id, remplace FROM decision WHERE gouvernance = {}", avant["gouvernance"])
            }
            vieille = await charger(ctx.acteur, "decision", str(ancienne))
            remplacees.setdefault(ancienne, vieille["remplace"])
            verifier_remplacement(remplacees, avant["id"], ancienne, EtatAdoption(vieille["adoption"]))
        return await changer(
            ctx,
            Decision,
            avant,
            version,
            {"remplace": ancienne},
            gouvernance=avant["gouvernance"],
            action="remplacer",
        )


async def _tenir(ctx: Contexte, reference: str) -> Ligne:
    """The decision, for who holds its instance, its governance held meanwhile. Raises NonTrouve or Interdit."""
    avant = await charger(ctx.acteur, "decision", reference)
    exiger(droits_sur_instance(ctx.acteur, avant["gouvernance"], avant["instance"]), Droit.REUNIR, QUOI)
    await verrouiller(Gouvernance, avant["gouvernance"])
    return await charger(ctx.acteur, "decision", str(avant["id"]))
