"""Who pilots a fiche: the structures in that role, changed without touching the other roles."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any
from uuid import UUID

from backend.context import Contexte
from backend.queries.lecture import Ligne, lignes
from backend.queries.references import QUOI, cle_de
from backend.services.ecriture import ecriture
from backend.services.fiches_action.acces import charger_fiche
from backend.services.listes import Liste, changer_avec_listes
from fne_roadmaps.domain.droits import Droit
from fne_roadmaps.domain.enums import RoleActeur
from fne_roadmaps.domain.errors import RegleViolee
from fne_roadmaps.domain.textes import replier
from fne_roadmaps.tables.fiches_action import Acteur, FicheAction

QUI_PEUT_PILOTER = "choisissez-la dans la liste, ou écrivez son code"


async def choisir_pilotes(
    ctx: Contexte, reference: str | UUID, version: int | None, garder: Collection[str], ajouter: str | None = None
) -> int:
    """Keep the pilots named by their codes, add a structure by its name or code. Returns the new version.

    Posts of kept pilots stay. Raises RegleViolee on ``ajouter`` for an unknown structure, Conflit as any change.
    """
    async with ecriture():
        fiche, feuille = await charger_fiche(ctx, reference, Droit.REDIGER)
        tenus = await lignes(
            "SELECT x.id, x.role, x.rang, x.structure, x.poste, s.code FROM acteur x "
            "JOIN structure s ON s.id = x.structure WHERE x.fiche_action = {} ORDER BY x.rang, x.id",
            fiche["id"],
        )
        pilotes = [a for a in tenus if a["role"] == RoleActeur.PILOTE and a["code"] in garder]
        neuve = await structure_nommee(ctx, ajouter, "ajouter") if ajouter and ajouter.strip() else None
        return await changer_avec_listes(
            ctx,
            FicheAction,
            fiche,
            version,
            {},
            {"acteurs": rangees_des_acteurs(ctx, fiche, tenus, _avec(pilotes, neuve))},
            gouvernance=feuille["gouvernance"],
        )


def _avec(pilotes: Sequence[Ligne], structure: UUID | None) -> list[Ligne]:
    """Pilots, and one more unless it is already there."""
    if structure is None or any(p["structure"] == structure for p in pilotes):
        return list(pilotes)
    return [*pilotes, {"structure": structure, "poste": None}]


def rangees_des_acteurs(ctx: Contexte, fiche: Ligne, tenus: Sequence[Ligne], pilotes: Sequence[Ligne]) -> Liste:
    """The actors of a fiche as they must become: these pilots first, the others as they are."""
    voulus: list[dict[str, Any]] = [
        {"role": RoleActeur.PILOTE.value, "structure": p["structure"], "poste": p["poste"]} for p in pilotes
    ]
    voulus += [
        {"role": a["role"], "structure": a["structure"], "poste": a["poste"]}
        for a in tenus
        if a["role"] != RoleActeur.PILOTE
    ]
    nom = f"acteur:{fiche['id']}:v{fiche['version'] + 1}"
    rangees = [
        {"id": ctx.cle(f"{nom}:{i}"), "fiche_action": fiche["id"], "rang": i, **acteur}
        for i, acteur in enumerate(voulus, start=1)
    ]
    return Liste(Acteur, "fiche_action", rangees)


async def structure_nommee(ctx: Contexte, texte: str, champ: str) -> UUID:
    """The structure whose code or name this is, accents and capitals aside. Raises RegleViolee on ``champ``."""
    voulu = replier(texte)
    trouvees = await lignes("SELECT id, code, nom FROM structure WHERE supprime_le IS NULL")
    par_nom = [s["id"] for s in trouvees if voulu in {replier(s["nom"]), replier(s["code"])}]
    if len(par_nom) == 1:
        return UUID(str(par_nom[0]))
    if len(par_nom) > 1:
        raise RegleViolee(champ, f"Plusieurs structures s’appellent « {texte.strip()[:80]} » : écrivez son code.")
    try:
        cle = await cle_de(ctx.acteur, "structure", texte.strip()[:140], champ)
    except RegleViolee:
        cle = None
    if cle is None:
        raise RegleViolee(champ, f"{QUOI['structure']} n’existe pas ici : {QUI_PEUT_PILOTER}.")
    return cle
