"""The two lives of a fiche: arbitration, and progress."""

from __future__ import annotations

from typing import Any

from backend.context import Contexte
from backend.queries.lecture import ligne
from backend.services.commands.fiches_action import ChangerAvancement, ChangerInstruction
from backend.services.ecriture import changer, ecriture, verrouiller
from backend.services.fiches_action.acces import charger_fiche
from backend.services.fiches_action.numerotation import prochaine_proposition, rang_dans_l_axe
from fne_roadmaps.domain.droits import Droit
from fne_roadmaps.domain.enums import Avancement, Instruction
from fne_roadmaps.domain.errors import RegleViolee
from fne_roadmaps.domain.fiches_action import changer_avancement as permettre_avancement
from fne_roadmaps.domain.fiches_action import changer_instruction as permettre_instruction
from fne_roadmaps.tables.feuilles_de_route import FeuilleDeRoute
from fne_roadmaps.tables.fiches_action import FicheAction


async def changer_instruction(ctx: Contexte, reference: str, version: int | None, commande: ChangerInstruction) -> int:
    """Move a fiche in arbitration; retained, it takes the next number of its axe. Returns the new version."""
    async with ecriture():
        fiche, feuille = await charger_fiche(ctx, reference, Droit.ARBITRER)
        await verrouiller(FeuilleDeRoute, feuille["id"])
        publiee = await ligne("SELECT id FROM version_publiee WHERE feuille_de_route = {}", feuille["id"])
        permettre_instruction(Instruction(fiche["instruction"]), commande.instruction, signee=publiee is not None)
        valeurs: dict[str, Any] = {"instruction": commande.instruction.value}
        if commande.instruction is Instruction.RETENUE:
            if fiche["axe"] is None:
                raise RegleViolee("axe", "Placez d’abord la fiche dans un axe : elle y prendra son numéro.")
            valeurs["rang"] = await rang_dans_l_axe(feuille["id"], fiche["axe"], None)
        elif fiche["rang"] is not None:
            valeurs["rang"] = None
        if "rang" in valeurs and valeurs["rang"] is None and fiche["numero_proposition"] is None:
            valeurs["numero_proposition"] = await prochaine_proposition(feuille["id"])
        return await changer(
            ctx,
            FicheAction,
            fiche,
            version,
            valeurs,
            gouvernance=feuille["gouvernance"],
            action="changer_instruction",
            pourquoi=commande.pourquoi,
        )


async def changer_avancement(ctx: Contexte, reference: str, version: int | None, commande: ChangerAvancement) -> int:
    """Move a retained fiche along. The day of the change is its last news. Returns the new version."""
    async with ecriture():
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
