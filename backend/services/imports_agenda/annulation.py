"""Undoing an import: each meeting still as it came is deleted; those that lived since stay, and are told."""

from __future__ import annotations

import json
from typing import Any
from uuid import UUID

from backend.context import Contexte
from backend.queries.imports_agenda import QUOI, lire_import
from backend.queries.lecture import Ligne, lignes, parmi
from backend.services.ecriture import changer, ecriture, verrouiller
from fne_roadmaps.domain.droits import Droit, droits_sur_gouvernance, exiger
from fne_roadmaps.domain.errors import Interdit
from fne_roadmaps.tables.imports_agenda import ImportAgenda
from fne_roadmaps.tables.reunions import Reunion

POURQUOI = "Annulation d’un import d’agenda."
MODIFIEE = "Modifiée depuis l’import : elle reste."
REMPLIE = "Elle a reçu un ordre du jour, des présences ou une décision : elle reste."
PARTIE = "Déjà supprimée."
_ATTACHES = ("point_ordre_du_jour", "presence", "decision", "sondage", "compte_rendu", "invitation")


async def annuler_import(ctx: Contexte, cle: UUID) -> None:
    """Undo it; asked twice, it is undone once. Only its author may. Raises NonTrouve, Interdit."""
    async with ecriture():
        await verrouiller(ImportAgenda, cle)
        fait, contenu = await lire_import(ctx.acteur, cle)
        exiger(droits_sur_gouvernance(ctx.acteur, fait["gouvernance"]), Droit.REUNIR, QUOI)
        if fait["auteur"] != ctx.acteur.identifiant:
            raise Interdit("Un import d’agenda est annulé par qui l’a fait.")
        if fait["annule_le"] is None:
            await _annuler(ctx, fait, contenu)


async def _annuler(ctx: Contexte, fait: Ligne, contenu: dict[str, Any]) -> None:
    cles = [UUID(r["reunion"]) for r in contenu["reunions"]]
    clause = parmi("id", cles)
    lues = {r["id"]: r for r in await lignes(f"SELECT * FROM reunion WHERE {clause.sql}", *clause.valeurs)}
    remplies = await _remplies(cles)
    retirees: list[str] = []
    restees: list[dict[str, Any]] = []
    for tenue in contenu["reunions"]:
        avant = lues[UUID(tenue["reunion"])]
        cause = _cause(avant, tenue["version"], remplies)
        if cause:
            restees.append({**tenue, "cause": cause})
            continue
        valeurs = {"supprime_le": ctx.maintenant, "sequence": avant["sequence"] + 1}
        communs: dict[str, Any] = {"gouvernance": fait["gouvernance"], "action": "supprimer", "pourquoi": POURQUOI}
        await changer(ctx, Reunion, avant, None, valeurs, **communs)
        retirees.append(tenue["reunion"])
    contenu["annulation"] = {"retirees": retirees, "restees": restees}
    await (
        ImportAgenda.update(
            {
                ImportAgenda.annule_le: ctx.maintenant,
                ImportAgenda.contenu: json.dumps(contenu, ensure_ascii=False),
            }
        )
        .where(ImportAgenda.id == fait["id"])
        .run()
    )


def _cause(avant: Ligne, version: int, remplies: set[UUID]) -> str | None:
    if avant["supprime_le"] is not None:
        return PARTIE
    if avant["version"] != version:
        return MODIFIEE
    return REMPLIE if avant["id"] in remplies else None


async def _remplies(cles: list[UUID]) -> set[UUID]:
    """Meetings something hangs on since. One statement for each table."""
    clause = parmi("reunion", cles)
    trouvees: set[UUID] = set()
    for table in _ATTACHES:
        sql = f"SELECT DISTINCT reunion FROM {table} WHERE supprime_le IS NULL AND {clause.sql}"
        trouvees |= {r["reunion"] for r in await lignes(sql, *clause.valeurs)}
    return trouvees
