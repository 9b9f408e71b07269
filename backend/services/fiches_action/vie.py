"""The two lives of a fiche: arbitration, and progress."""

from __future__ import annotations

import json
from typing import Any
from uuid import UUID

from backend.context import Contexte
from backend.queries.fiches_action.droits import droits_de_fiche
from backend.queries.lecture import Ligne, ligne, lignes
from backend.queries.references import QUOI
from backend.services.commands.fiches_action import ChangerAvancement, ChangerInstruction
from backend.services.ecriture import changer, ecriture, verrouiller
from backend.services.fiches_action import redaction
from backend.services.fiches_action.acces import charger_fiche
from backend.services.fiches_action.numerotation import prochaine_proposition, rang_dans_l_axe, rang_libre
from fne_roadmaps.domain.arbitrage import exiger_motif, refuser_fusion_nue
from fne_roadmaps.domain.droits import Droit, exiger
from fne_roadmaps.domain.enums import Avancement, Instruction
from fne_roadmaps.domain.errors import RegleViolee
from fne_roadmaps.domain.fiches_action import (
    changer_avancement as permettre_avancement,
    changer_instruction as permettre_instruction,
)
from fne_roadmaps.tables.feuilles_de_route import FeuilleDeRoute
from fne_roadmaps.tables.fiches_action import FicheAction

ACTE = "changer_instruction"
PROPOSITIONS = frozenset({Instruction.BROUILLON, Instruction.PROPOSEE})


async def changer_instruction(ctx: Contexte, reference: str, version: int | None, commande: ChangerInstruction) -> int:
    """Move a fiche in arbitration; retained, it takes the next number of its axe. Returns the new version."""
    async with ecriture():
        return await _changer_instruction(ctx, reference, version, commande)


async def _changer_instruction(ctx: Contexte, reference: str, version: int | None, commande: ChangerInstruction) -> int:
    fiche, feuille = await charger_fiche(ctx, reference, Droit.SUIVRE)
    de, vers = Instruction(fiche["instruction"]), commande.instruction
    droits = await droits_de_fiche(ctx.acteur, fiche, feuille)
    exiger(droits, droit_d_instruire(de, vers), QUOI["fiche_action"])
    await verrouiller(FeuilleDeRoute, feuille["id"])
    refuser_fusion_nue(de, vers)
    permettre_instruction(de, vers, signee=await publiee(feuille["id"]))
    exiger_motif(vers, commande.pourquoi)
    valeurs: dict[str, Any] = {"instruction": vers.value}
    if commande.axe is not None:
        axe = await redaction._axe(ctx, feuille["id"], commande.axe)
        valeurs["axe"] = axe and axe["id"]
    valeurs |= await _numeroter(feuille["id"], {**fiche, **valeurs}, vers)
    return await changer(
        ctx,
        FicheAction,
        fiche,
        version,
        valeurs,
        gouvernance=feuille["gouvernance"],
        action=ACTE,
        pourquoi=commande.pourquoi,
    )


async def publiee(feuille: UUID) -> bool:
    """A version of the roadmap was presented or signed."""
    return await ligne("SELECT id FROM version_publiee WHERE feuille_de_route = {} LIMIT 1", feuille) is not None


async def _numeroter(feuille: UUID, fiche: Ligne, vers: Instruction, ancien: int | None = None) -> dict[str, Any]:
    """The number of a fiche in the state ``vers``: the next of its axe (or ``ancien`` when free), or a proposal's."""
    if vers is Instruction.RETENUE:
        if fiche["axe"] is None:
            raise RegleViolee("axe", "Placez d’abord la fiche dans un axe : elle y prendra son numéro.")
        voulu = ancien if ancien and await rang_libre(feuille, fiche["axe"], ancien) else None
        return {"rang": await rang_dans_l_axe(feuille, fiche["axe"], voulu)}
    if fiche["rang"] is None:
        return {}
    proposition = fiche["numero_proposition"] or await prochaine_proposition(feuille)
    return {"rang": None, "numero_proposition": proposition}


async def annuler_instruction(ctx: Contexte, reference: str) -> int:
    """Undo the last move of a fiche in arbitration, with its axe and its number. Raises RegleViolee."""
    async with ecriture():
        fiche, feuille = await charger_fiche(ctx, reference, Droit.SUIVRE)
        dernier = await _dernier_passage(fiche["id"])
        if dernier is None or dernier["instruction"][1] != fiche["instruction"]:
            raise RegleViolee("instruction", "L’instruction de cette fiche a changé depuis : il n’y a plus à annuler.")
        de, vers = Instruction(fiche["instruction"]), Instruction(dernier["instruction"][0])
        droits = await droits_de_fiche(ctx.acteur, fiche, feuille)
        exiger(droits, droit_d_instruire(de, vers), QUOI["fiche_action"])
        await verrouiller(FeuilleDeRoute, feuille["id"])
        permettre_instruction(de, vers, signee=await publiee(feuille["id"]))
        valeurs: dict[str, Any] = {"instruction": vers.value}
        if "axe" in dernier:
            valeurs["axe"] = dernier["axe"][0] and UUID(dernier["axe"][0])
        ancien = dernier.get("rang", (None, None))[0]
        valeurs |= await _numeroter(feuille["id"], {**fiche, **valeurs}, vers, ancien)
        return await changer(
            ctx,
            FicheAction,
            fiche,
            None,
            valeurs,
            gouvernance=feuille["gouvernance"],
            action=ACTE,
            pourquoi="Retour à l’état d’avant.",
        )


async def _dernier_passage(fiche: UUID) -> dict[str, tuple[Any, Any]] | None:
    """What the last move changed, field by field (before, after); None when it was not a plain move."""
    entrees = await lignes(
        "SELECT requete, action, champ, avant, apres FROM entree_journal WHERE objet = {} AND concept = {} "
        "AND action IN ({}, {}, {}) ORDER BY le DESC LIMIT 12",
        fiche,
        "fiche_action",
        ACTE,
        "fusionner",
        "defusionner",
    )
    passages = [e for e in entrees if e["champ"] == "instruction"]
    if not passages or passages[0]["action"] != ACTE:
        return None
    ensemble = [e for e in entrees if e["requete"] == passages[0]["requete"] and e["action"] == ACTE]
    return {e["champ"]: (_lu(e["avant"]), _lu(e["apres"])) for e in ensemble}


def _lu(texte: str | None) -> Any:
    return json.loads(texte) if texte is not None else None


def droit_d_instruire(de: Instruction, vers: Instruction) -> Droit:
    """Who wrote a fiche proposes it, or takes it back; the rest is arbitration."""
    return Droit.REDIGER if {de, vers} <= PROPOSITIONS else Droit.ARBITRER


async def changer_avancement(ctx: Contexte, reference: str, version: int | None, commande: ChangerAvancement) -> int:
    """Move a retained fiche along. The day of the change is its last news. Returns the new version."""
    async with ecriture():
        return await _changer_avancement(ctx, reference, version, commande)


async def _changer_avancement(ctx: Contexte, reference: str, version: int | None, commande: ChangerAvancement) -> int:
    fiche, feuille = await charger_fiche(ctx, reference, Droit.RENSEIGNER)
    permettre_avancement(
        Instruction(fiche["instruction"]), Avancement(fiche["avancement"]), commande.avancement, commande.pourquoi
    )
    valeurs = {"avancement": commande.avancement.value, "nouvelles_le": ctx.au}
    return await changer(
        ctx,
        FicheAction,
        fiche,
        version,
        valeurs,
        gouvernance=feuille["gouvernance"],
        action="changer_avancement",
        pourquoi=commande.pourquoi,
    )
