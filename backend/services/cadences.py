"""Correcting the cadences of an instance: a new one begins by ``instances.ajouter_cadence``."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from pydantic_core import to_jsonable_python

from backend.context import Contexte
from backend.queries.lecture import Ligne, ligne
from backend.queries.references import charger
from backend.services import instances
from backend.services.commands.instances import AjouterCadence, CadenceSaisie
from backend.services.ecriture import changer, ecriture
from backend.services.listes import changer_une_rangee
from backend.services.sieges import tenir_instance
from fne_roadmaps.domain.errors import Conflit, NonTrouve
from fne_roadmaps.tables.instances import Cadence, Instance

QUOI = "Cette cadence"
_DITS = ("texte", "min_par_an", "max_par_an", "intervalle_demi_mois", "debut", "fin", "decision", "source")
_CHANGE = "Quelqu’un a modifié cette cadence entre-temps : vérifiez votre texte, puis enregistrez de nouveau."


async def _ajouter(ctx: Contexte, commande: AjouterCadence) -> UUID:
    """``instances.ajouter_cadence``, done once however often a form is sent. Returns the key of the instance."""
    saisie = CadenceSaisie(**commande.model_dump(exclude={"instance"}))
    await instances._ajouter_cadence(ctx, commande.instance, saisie)
    return UUID(str((await charger(ctx.acteur, "instance", commande.instance))["id"]))


async def modifier_cadence(ctx: Contexte, cadence: UUID, version: int | None, commande: CadenceSaisie) -> int:
    """Change what a cadence says. Returns its new version. Raises RegleViolee or Conflit."""
    async with ecriture():
        instance, avant = await _tenir(ctx, cadence)
        (voulue,) = (await instances.preparer_cadences(ctx, instance["id"], "", [commande], "cadence")).rangees
        valeurs = {champ: voulue[champ] for champ in _DITS}
        differents = {champ: valeur for champ, valeur in valeurs.items() if avant[champ] != valeur}
        if version is not None and version != avant["version"]:
            actuel = to_jsonable_python({champ: avant[champ] for champ in _DITS})
            raise Conflit(_CHANGE, actuel=actuel, propose=to_jsonable_python(differents))
        if not differents:
            return int(avant["version"])
        await _dire(ctx, instance, "modifier_cadence", _dit(avant), _dit(valeurs))
        await changer_une_rangee(ctx, Cadence, avant, valeurs)
        return int(avant["version"]) + 1


async def retirer_cadence(ctx: Contexte, cadence: UUID) -> UUID:
    """Take out a cadence typed by mistake. Returns the key of the instance."""
    async with ecriture():
        instance, avant = await _tenir(ctx, cadence)
        await _dire(ctx, instance, "retirer_cadence", _dit(avant), None)
        return await _marquer(ctx, instance, avant, retiree=True)


async def retablir_cadence(ctx: Contexte, cadence: UUID) -> UUID:
    """Put back a cadence taken out. Returns the key of the instance."""
    async with ecriture():
        instance, avant = await _tenir(ctx, cadence, retiree=True)
        await _dire(ctx, instance, "retablir_cadence", None, _dit(avant))
        return await _marquer(ctx, instance, avant, retiree=False)


async def _tenir(ctx: Contexte, cadence: UUID, *, retiree: bool = False) -> tuple[Ligne, Ligne]:
    """The instance of a cadence, held, and the cadence. Raises NonTrouve or Interdit."""
    instance = await tenir_instance(ctx, (await _cadence(cadence, retiree=retiree))["instance"])
    return instance, await _cadence(cadence, retiree=retiree)


async def _cadence(cadence: UUID, *, retiree: bool) -> Ligne:
    etat = "IS NOT NULL" if retiree else "IS NULL"
    trouvee = await ligne(f"SELECT * FROM cadence WHERE id = {{}} AND supprime_le {etat}", cadence)
    if trouvee is None:
        raise NonTrouve(QUOI)
    return trouvee


async def _marquer(ctx: Contexte, instance: Ligne, cadence: Ligne, *, retiree: bool) -> UUID:
    colonnes: dict[Any, Any] = {
        "supprime_le": ctx.maintenant if retiree else None,
        "maj_le": ctx.maintenant,
        "version": cadence["version"] + 1,
    }
    await Cadence.update(colonnes).where(Cadence.id == cadence["id"]).run()
    return UUID(str(instance["id"]))


async def _dire(ctx: Contexte, instance: Ligne, action: str, avant: Any, apres: Any) -> None:
    await changer(
        ctx,
        Instance,
        instance,
        None,
        {},
        gouvernance=instance["gouvernance"],
        action=action,
        autres={"cadence": (avant, apres)},
    )


def _dit(cadence: Ligne) -> dict[str, Any]:
    dits: dict[str, Any] = to_jsonable_python({c: cadence[c] for c in _DITS if cadence[c] is not None})
    return dits
