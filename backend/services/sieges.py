"""Writing the seats of an instance, one by one or as a list: a seat that stays keeps its key, whatever it says.

Attendance and invitations point to seats. What is done to one moves the version of its instance, and is told there in
the journal.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from pydantic_core import to_jsonable_python

from backend.context import Contexte
from backend.queries.lecture import Ligne, ligne, lignes
from backend.queries.references import QUOI as NOMS, charger, cle_de
from backend.services.commands.instances import AjouterSiege, SiegeDeListe, SiegeSaisi
from backend.services.ecriture import changer, ecriture, inserer, verrouiller
from backend.services.listes import Liste, changer_une_rangee
from fne_roadmaps.domain.droits import Droit, droits_sur_instance, exiger
from fne_roadmaps.domain.errors import Conflit, NonTrouve, RegleViolee
from fne_roadmaps.domain.sieges import (
    SiegeTenu,
    verifier_quorum_apres,
    verifier_sans_chevauchement,
    verifier_siege,
    verifier_sieges,
    voix_attendues,
)
from fne_roadmaps.tables.instances import Instance, Siege

QUOI = "Ce siège"
SIEGES_MAX = 1000
_DITS = ("structure", "poste", "suppleant", "libelle", "college", "voix", "debut", "fin", "source")
_CHANGE = "Quelqu’un a modifié ce siège entre-temps : vérifiez votre texte, puis enregistrez de nouveau."


async def ajouter_siege(ctx: Contexte, commande: AjouterSiege) -> UUID:
    """Add a seat after the others. Returns its key. Raises RegleViolee, on overlapping mandates among others."""
    async with ecriture():
        return await _ajouter(ctx, commande)


async def _ajouter(ctx: Contexte, commande: AjouterSiege) -> UUID:
    instance = await tenir_instance(ctx, commande.instance)
    sieges = await sieges_tenus(instance["id"])
    if len(sieges) >= SIEGES_MAX:
        raise RegleViolee("structure", "Une instance compte mille sièges au plus.")
    valeurs = await _valeurs(ctx, commande)
    _verifier(valeurs, sieges)
    cle = ctx.cle(f"siege:{instance['code']}:v{instance['version'] + 1}")
    await _journaliser(ctx, instance, "ajouter_siege", None, valeurs)
    commun = {"instance": instance["id"], "cree_le": ctx.maintenant, "maj_le": ctx.maintenant}
    await inserer(Siege, [{**commun, **valeurs, "id": cle, "rang": max((s["rang"] for s in sieges), default=0) + 1}])
    return cle


async def modifier_siege(ctx: Contexte, siege: UUID, version: int | None, commande: SiegeSaisi) -> int:
    """Change what a seat says, its mandate included. Returns its new version. Raises RegleViolee or Conflit."""
    async with ecriture():
        return await _modifier(ctx, siege, version, commande)


async def _modifier(ctx: Contexte, siege: UUID, version: int | None, commande: SiegeSaisi) -> int:
    instance, avant, sieges = await _tenir(ctx, siege)
    valeurs = await _valeurs(ctx, commande)
    differents = {champ: valeur for champ, valeur in valeurs.items() if avant[champ] != valeur}
    if version is not None and version != avant["version"]:
        raise Conflit(
            _CHANGE,
            actuel=to_jsonable_python({champ: avant[champ] for champ in _DITS}),
            propose=to_jsonable_python(differents),
        )
    if not differents:
        return int(avant["version"])
    autres = [s for s in sieges if s["id"] != siege]
    _verifier(valeurs, autres)
    verifier_quorum_apres(instance["quorum"], voix_de(ctx, sieges), voix_de(ctx, [*autres, valeurs]))
    await _journaliser(ctx, instance, "modifier_siege", avant, valeurs)
    await changer_une_rangee(ctx, Siege, avant, valeurs)
    return int(avant["version"]) + 1


async def retirer_siege(ctx: Contexte, siege: UUID) -> UUID:
    """Take a seat out of the composition; what was noted of it at meetings stays. Returns the key of the instance."""
    async with ecriture():
        instance, avant, sieges = await _tenir(ctx, siege)
        autres = [s for s in sieges if s["id"] != siege]
        verifier_quorum_apres(instance["quorum"], voix_de(ctx, sieges), voix_de(ctx, autres))
        await _journaliser(ctx, instance, "retirer_siege", avant, None)
        await _marquer(ctx, avant, retire=True)
        return UUID(str(instance["id"]))


async def retablir_siege(ctx: Contexte, siege: UUID) -> UUID:
    """Put a seat taken out back in its place, with its key. Returns the key of the instance. Raises RegleViolee."""
    async with ecriture():
        retire = await _siege(siege, retire=True)
        instance = await tenir_instance(ctx, retire["instance"])
        retire = await _siege(siege, retire=True)
        _verifier(retire, await sieges_tenus(instance["id"]))
        await _journaliser(ctx, instance, "retablir_siege", None, retire)
        await _marquer(ctx, retire, retire=False)
        return UUID(str(instance["id"]))


async def deplacer_siege(ctx: Contexte, siege: UUID, rang: int) -> UUID:
    """Give a seat another place, from 1; the others make room. Returns the key of the instance."""
    async with ecriture():
        instance, avant, sieges = await _tenir(ctx, siege)
        autres = [s for s in sieges if s["id"] != siege]
        place = min(max(rang, 1), len(sieges))
        ordre = [*autres[: place - 1], avant, *autres[place - 1 :]]
        neufs = [(s["id"], i) for i, s in enumerate(ordre, start=1) if s["rang"] != i]
        if neufs:
            dit = {"siege": str(siege)}
            depuis = [s["id"] for s in sieges].index(siege) + 1
            await _dire(ctx, instance, "ranger_sieges", "ordre", {**dit, "place": depuis}, {**dit, "place": place})
            await _ranger(neufs)
        return UUID(str(instance["id"]))


async def tenir_instance(ctx: Contexte, reference: UUID | str) -> Ligne:
    """An instance, held until the end of the transaction, for who keeps it. Raises NonTrouve or Interdit."""
    vue = await charger(ctx.acteur, "instance", reference)
    exiger(droits_sur_instance(ctx.acteur, vue["gouvernance"], vue["id"]), Droit.REUNIR, NOMS["instance"])
    await verrouiller(Instance, vue["id"])
    return await charger(ctx.acteur, "instance", vue["id"])


async def sieges_tenus(instance: UUID) -> list[Ligne]:
    """Seats of an instance in their order, whole rows. One statement."""
    return await lignes(
        "SELECT * FROM siege WHERE instance = {} AND supprime_le IS NULL ORDER BY rang, cree_le, id", instance
    )


async def preparer_sieges(ctx: Contexte, instance: UUID, nom: str, sieges: Sequence[SiegeDeListe]) -> Liste:
    """The whole composition as a list: each seat under the key it had, or a new one. Raises RegleViolee."""
    voulus = [await _valeurs(ctx, siege, f"sieges.{i}.") for i, siege in enumerate(sieges)]
    verifier_sieges([_tenu(v) for v in voulus])
    cles = _cles_gardees(sieges, voulus, await sieges_tenus(instance))
    rangees = [
        {
            "id": cle or ctx.cle(f"siege:{nom}:{i}"),
            "cree_le": ctx.maintenant,
            "maj_le": ctx.maintenant,
            "instance": instance,
            "rang": i,
            **valeurs,
        }
        for i, (cle, valeurs) in enumerate(zip(cles, voulus, strict=True), start=1)
    ]
    return Liste(Siege, "instance", rangees, par_cle=True)


def _cles_gardees(saisis: Sequence[SiegeDeListe], voulus: Sequence[Ligne], tenus: Sequence[Ligne]) -> list[UUID | None]:
    """For each seat the key it keeps: the one it names, or that of the seat that says the same, or has its place."""
    libres = {s["id"]: s for s in tenus}
    cles: list[UUID | None] = [None] * len(voulus)
    for i, saisi in enumerate(saisis):
        if saisi.id is not None:
            if libres.pop(saisi.id, None) is None:
                raise RegleViolee(f"sieges.{i}.id", "Ce siège n’est pas de cette instance, ou il y figure deux fois.")
            cles[i] = saisi.id
    for pareil in (_pareil, _meme_place):
        for i, voulu in enumerate(voulus):
            trouve = next((s["id"] for s in libres.values() if pareil(s, voulu)), None) if cles[i] is None else None
            if trouve is not None:
                cles[i] = trouve
                del libres[trouve]
    return cles


def _pareil(tenu: Ligne, voulu: Ligne) -> bool:
    return all(tenu[champ] == voulu[champ] for champ in _DITS)


def _meme_place(tenu: Ligne, voulu: Ligne) -> bool:
    return _tenu(tenu).place == _tenu(voulu).place and tenu["debut"] == voulu["debut"]


def voix_de(ctx: Contexte, sieges: Sequence[Mapping[str, Any]]) -> int:
    """Voices of these rows, from the day of reference on."""
    return voix_attendues([_tenu(s) for s in sieges], ctx.au)


def _tenu(rangee: Mapping[str, Any]) -> SiegeTenu:
    return SiegeTenu(**{champ: rangee[champ] for champ in _DITS if champ != "source"})


def _verifier(valeurs: Mapping[str, Any], autres: Sequence[Ligne]) -> None:
    siege = _tenu(valeurs)
    verifier_siege(siege)
    verifier_sans_chevauchement(siege, [_tenu(s) for s in autres])


async def _valeurs(ctx: Contexte, commande: SiegeSaisi, champ: str = "") -> Ligne:
    """What a seat says, references resolved. Raises RegleViolee."""
    structure = await cle_de(ctx.acteur, "structure", commande.structure, f"{champ}structure")
    poste = await cle_de(ctx.acteur, "poste", commande.poste, f"{champ}poste")
    if structure and poste and (await charger(ctx.acteur, "poste", poste))["structure"] != structure:
        raise RegleViolee(f"{champ}poste", "Ce poste est d’une autre organisation que celle du siège.")
    return {
        **commande.model_dump(include=set(_DITS)),
        "structure": structure,
        "poste": poste,
        "suppleant": await cle_de(ctx.acteur, "poste", commande.suppleant, f"{champ}suppleant"),
    }


async def _tenir(ctx: Contexte, siege: UUID) -> tuple[Ligne, Ligne, list[Ligne]]:
    """The instance of a seat, held; the seat, and all of them. Raises NonTrouve or Interdit."""
    instance = await tenir_instance(ctx, (await _siege(siege))["instance"])
    sieges = await sieges_tenus(instance["id"])
    lui = next((s for s in sieges if s["id"] == siege), None)
    if lui is None:
        raise NonTrouve(QUOI)
    return instance, lui, sieges


async def _siege(siege: UUID, *, retire: bool = False) -> Ligne:
    etat = "IS NOT NULL" if retire else "IS NULL"
    trouve = await ligne(f"SELECT * FROM siege WHERE id = {{}} AND supprime_le {etat}", siege)
    if trouve is None:
        raise NonTrouve(QUOI)
    return trouve


async def _marquer(ctx: Contexte, siege: Ligne, *, retire: bool) -> None:
    colonnes: dict[Any, Any] = {
        "supprime_le": ctx.maintenant if retire else None,
        "maj_le": ctx.maintenant,
        "version": siege["version"] + 1,
    }
    await Siege.update(colonnes).where(Siege.id == siege["id"]).run()


async def _ranger(places: Sequence[tuple[UUID, int]]) -> None:
    """New places, a hundred at a time: nobody who writes a seat is disturbed by where it stands."""
    for debut in range(0, len(places), 100):
        paquet = places[debut : debut + 100]
        cas = " ".join(f"WHEN {{}} THEN {rang}" for _, rang in paquet)
        cles = [cle for cle, _ in paquet]
        marques = ", ".join(["{}"] * len(cles))
        await Siege.raw(f"UPDATE siege SET rang = CASE id {cas} END WHERE id IN ({marques})", *cles, *cles).run()


async def _journaliser(
    ctx: Contexte, instance: Ligne, action: str, avant: Mapping[str, Any] | None, apres: Mapping[str, Any] | None
) -> None:
    await _dire(ctx, instance, action, "siege", avant and _dit(avant), apres and _dit(apres))


async def _dire(ctx: Contexte, instance: Ligne, action: str, champ: str, avant: Any, apres: Any) -> None:
    await changer(
        ctx,
        Instance,
        instance,
        None,
        {},
        gouvernance=instance["gouvernance"],
        action=action,
        autres={champ: (avant, apres)},
    )


def _dit(siege: Mapping[str, Any]) -> dict[str, Any]:
    dits: dict[str, Any] = to_jsonable_python({c: siege[c] for c in _DITS if siege[c] is not None})
    return dits
