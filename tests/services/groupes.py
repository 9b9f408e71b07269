"""How tests make a bulk change, and look at what it did."""

from __future__ import annotations

import json
from typing import Any
from uuid import UUID, uuid4

from backend.context import Contexte
from backend.queries.lecture import Ligne, ligne, lignes
from backend.queries.references import charger
from backend.services.commands.changements_groupes import ChangerDesFiches
from backend.services.idempotence import creer_une_fois
from fne_roadmaps.domain.droits import SYSTEME

CODES = ("28-2024/1.1", "28-2024/1.2", "28-2024/p1")


async def fiche(code: str) -> Ligne:
    """A fiche by its code."""
    return await charger(SYSTEME, "fiche_action", code)


async def cles(*codes: str) -> list[UUID]:
    """Keys of fiches."""
    return [(await fiche(code))["id"] for code in codes or CODES]


async def feuille(code: str = "28-2024") -> UUID:
    """The key of a roadmap."""
    cle: UUID = (await charger(SYSTEME, "feuille_de_route", code))["id"]
    return cle


async def changer(ctx: Contexte, demande: dict[str, Any], *codes: str, cle: str | None = None) -> UUID:
    """Preview, then do what was seen."""
    commande = await voir(demande, *codes)
    return await executer(ctx, commande, cle)


async def voir(demande: dict[str, Any], *codes: str) -> ChangerDesFiches:
    """The command a preview leads to."""
    vues = [{"fiche": (f := await fiche(c))["id"], "version": f["version"]} for c in codes or CODES]
    return ChangerDesFiches.model_validate({"feuille_de_route": await feuille(), "demande": demande, "fiches": vues})


async def executer(ctx: Contexte, commande: ChangerDesFiches, cle: str | None = None) -> UUID:
    """As a page does."""

    async def dire(changement: UUID) -> str:
        return str(changement)

    reponse = await creer_une_fois(ctx, "changement_groupe", cle or str(uuid4()), commande, dire)
    return UUID(reponse.texte)


async def contenu(cle: UUID) -> dict[str, Any]:
    """What the trace of a bulk change keeps."""
    rangee = await ligne("SELECT contenu FROM changement_groupe WHERE id = {}", cle)
    garde: dict[str, Any] = json.loads((rangee or {})["contenu"])
    return garde


async def pilotes(code: str) -> list[str]:
    """Codes of the structures that pilot a fiche, in order."""
    rangees = await lignes(
        "SELECT s.code FROM acteur a JOIN structure s ON s.id = a.structure WHERE a.fiche_action = {} "
        "AND a.role = 'pilote' ORDER BY a.rang",
        (await fiche(code))["id"],
    )
    return [r["code"] for r in rangees]


async def axe(code: str) -> UUID:
    """The key of an axe."""
    cle: UUID = (await charger(SYSTEME, "axe", code))["id"]
    return cle
