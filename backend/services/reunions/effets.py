"""What a decision changes when it is taken: written with it, applied with its adoption, all of it or nothing."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any
from uuid import UUID

from backend.context import Contexte
from backend.queries.fiches_action.liste import code_de_fiche
from backend.queries.lecture import Ligne, ligne, lignes
from backend.queries.references import charger, cle_de
from backend.services.commands.decisions import EffetSaisi
from backend.services.commands.fiches_action import ChangerAvancement, ChangerInstruction
from backend.services.commands.instances import CadenceSaisie
from backend.services.fiches_action import vie
from backend.services.instances import _ajouter_cadence
from backend.services.listes import Liste
from fne_roadmaps.domain.decisions import verifier_effet
from fne_roadmaps.domain.enums import Avancement, GenreEffet, Instruction
from fne_roadmaps.domain.errors import Interdit, NonTrouve, RegleViolee
from fne_roadmaps.tables.reunions import EffetDeDecision

_ETAPES = {Instruction.PROPOSEE: (Instruction.EN_INSTRUCTION,)}
"""A fiche still proposed is instructed on its way to what the decision makes of it."""


async def preparer_effets(
    ctx: Contexte, decision: UUID, nom: str, instance: UUID | None, saisis: Sequence[EffetSaisi]
) -> Liste:
    """The rows of the changes a decision carries. Raises RegleViolee on the line that cannot be."""
    rangees = []
    vus: set[tuple[str, UUID | None]] = set()
    for rang, effet in enumerate(saisis):
        champ = f"effets.{rang}"
        fiche = await cle_de(ctx.acteur, "fiche_action", effet.fiche, f"{champ}.fiche")
        cible = await cle_de(ctx.acteur, "instance", effet.instance, f"{champ}.instance") or instance
        valeur = await _valeur(ctx, effet, champ)
        verifier_effet(effet.genre, fiche=fiche is not None, valeur=valeur, motif=effet.motif, champ=champ)
        if effet.genre is GenreEffet.CADENCE and cible is None:
            raise RegleViolee(f"{champ}.instance", "Dites de quelle instance la cadence change.")
        objet = (effet.genre.value, fiche or cible)
        if objet in vus:
            raise RegleViolee(f"{champ}.genre", "Cette décision porte déjà ce changement.")
        vus.add(objet)
        rangees.append(
            {
                "id": ctx.cle(f"effet_de_decision:{nom}:{rang + 1}"),
                "decision": decision,
                "rang": rang + 1,
                "genre": effet.genre.value,
                "fiche_action": fiche,
                "instance": cible if effet.genre is GenreEffet.CADENCE else None,
                "valeur": valeur,
                "motif": effet.motif,
            }
        )
    return Liste(EffetDeDecision, "decision", rangees)


async def _valeur(ctx: Contexte, effet: EffetSaisi, champ: str) -> str | None:
    """The axe a fiche goes to, the state it takes, or the JSON of a cadence."""
    if effet.genre is GenreEffet.RETENIR:
        axe = await cle_de(ctx.acteur, "axe", effet.axe, f"{champ}.axe")
        return str(axe) if axe else None
    if effet.genre is GenreEffet.AVANCEMENT:
        return effet.avancement.value if effet.avancement else None
    if effet.genre is GenreEffet.CADENCE and effet.cadence:
        return effet.cadence.model_dump_json(exclude_none=True)
    return None


async def appliquer_effets(ctx: Contexte, decision: Ligne) -> None:
    """Make the changes a decision just taken carries, in the transaction of its adoption.

    Each is journaled with the decision as its cause. Raises RegleViolee naming the first that may not be: then nothing
    of the adoption is written.
    """
    effets = await lignes(
        "SELECT * FROM effet_de_decision WHERE decision = {} AND applique_le IS NULL ORDER BY rang", decision["id"]
    )
    for effet in effets:
        try:
            await _appliquer(ctx, decision, effet)
        except (RegleViolee, Interdit, NonTrouve) as refus:
            raise RegleViolee(
                f"effets.{effet['rang'] - 1}", f"{await _nom(effet)} : {_cause(refus)} Rien n’a été enregistré."
            ) from refus
        await EffetDeDecision.update({"applique_le": ctx.maintenant}).where(EffetDeDecision.id == effet["id"]).run()


def _cause(refus: Exception) -> str:
    return refus.message if isinstance(refus, RegleViolee) else str(refus)


async def _appliquer(ctx: Contexte, decision: Ligne, effet: Ligne) -> None:
    genre = GenreEffet(effet["genre"])
    pourquoi = f"Décision {decision['code']}."
    if effet["motif"]:
        pourquoi = f"{pourquoi} {effet['motif']}"
    if genre is GenreEffet.CADENCE:
        saisie = CadenceSaisie.model_validate({**json.loads(effet["valeur"]), "decision": decision["code"]})
        await _ajouter_cadence(ctx, str(effet["instance"]), saisie)
        return
    fiche = str(effet["fiche_action"])
    if genre is GenreEffet.AVANCEMENT:
        vers = Avancement(effet["valeur"])
        await vie._changer_avancement(ctx, fiche, None, ChangerAvancement(avancement=vers, pourquoi=pourquoi))
        return
    actuelle = await charger(ctx.acteur, "fiche_action", fiche)
    arrivee = Instruction.RETENUE if genre is GenreEffet.RETENIR else Instruction.ECARTEE
    for etape in (*_ETAPES.get(Instruction(actuelle["instruction"]), ()), arrivee):
        donnees: dict[str, Any] = {"instruction": etape, "pourquoi": pourquoi}
        if etape is Instruction.RETENUE and effet["valeur"]:
            donnees["axe"] = effet["valeur"]
        await vie._changer_instruction(ctx, fiche, None, ChangerInstruction.model_validate(donnees))


async def _nom(effet: Ligne) -> str:
    if effet["fiche_action"] is None:
        return "Cadence"
    fiche = await ligne(
        "SELECT a.titre, a.rang, a.numero_proposition, axe.rang AS axe_rang, f.code AS feuille FROM fiche_action a "
        "JOIN feuille_de_route f ON f.id = a.feuille_de_route LEFT JOIN axe ON axe.id = a.axe WHERE a.id = {}",
        effet["fiche_action"],
    )
    return f"Fiche {fiche and (code_de_fiche(fiche['feuille'], fiche) or fiche['titre'])}"
