"""Attendance: seat by seat, with mandates and who replaces whom, and guests without account.

Every act first locks the meeting: two people at the door never point one seat twice, nor give one seat two mandates.
"""

from __future__ import annotations

from typing import Any
from uuid import UUID

from backend.context import Contexte
from backend.queries.lecture import Ligne, ligne
from backend.queries.references import cle_de
from backend.queries.seances.presences import presences_de, sieges_de
from backend.services.commands.champs import Commande
from backend.services.commands.seances import AjouterInvite, DirePresence, PointerInvite, PointerSiege
from backend.services.ecriture import changer, creer, ecriture
from backend.services.reunions.acces import tenir_reunion
from fne_roadmaps.domain.enums import EtatPresence
from fne_roadmaps.domain.errors import Conflit, NonTrouve, RegleViolee
from fne_roadmaps.domain.seances import Pointage, verifier_pointage
from fne_roadmaps.tables.seances import Presence

QUOI = "Cette présence"
PRESENCES_MAX = 1000
"""Of one meeting: more are the work of a machine."""
_DIT = ("etat", "a_distance", "represente_par", "representant")


async def pointer_siege(ctx: Contexte, reunion: str | UUID, version: int | None, commande: PointerSiege) -> None:
    """Say whether a seat is there. ``version`` is that of what was read of it, None when nothing was said yet.

    Saying again what is already said is no change. Raises RegleViolee or Conflit.
    """
    async with ecriture():
        await _pointer(ctx, await tenir_reunion(ctx, reunion), version, commande)


async def _pointer(ctx: Contexte, reunion: Ligne, version: int | None, commande: PointerSiege) -> UUID | None:
    """The key of what is said of the seat; None when nothing is."""
    presences = await presences_de(reunion["id"])
    if commande.siege not in {s["id"] for s in await sieges_de(reunion, ctx.au)}:
        raise RegleViolee("siege", "Ce siège n’est pas de cette instance le jour de la réunion.")
    actuelle = next((p for p in presences if p["siege"] == commande.siege), None)
    autres = {p["siege"]: pointage_de(p) for p in presences if p["siege"] and p["siege"] != commande.siege}
    if commande.etat is None:
        if actuelle is not None:
            _exiger_effacable(commande.siege, autres)
            await _changer(ctx, reunion, actuelle, version, {"supprime_le": ctx.maintenant}, "effacer")
        return None
    pointage = Pointage(commande.etat, commande.a_distance, commande.represente_par, commande.representant)
    verifier_pointage(commande.siege, pointage, autres)
    valeurs: dict[str, Any] = {**commande.model_dump(exclude={"siege"}), "etat": commande.etat.value}
    if actuelle is None:
        if version is not None:
            raise Conflit("Quelqu’un a effacé ce qui était dit de ce siège : rechargez la page.", {}, valeurs)
        return await _creer(ctx, reunion, {**valeurs, "siege": commande.siege}, commande)
    cle = UUID(str(actuelle["id"]))
    if all(actuelle[c] == valeurs[c] for c in _DIT):
        return cle
    # Nothing was read of it, and somebody has said something since: both must be seen.
    await _changer(ctx, reunion, actuelle, 0 if version is None else version, valeurs, "pointer")
    return cle


def _exiger_effacable(siege: UUID, autres: dict[UUID, Pointage]) -> None:
    if any(p.represente_par == siege for p in autres.values()):
        raise RegleViolee("etat", "Ce siège tient le pouvoir d’un autre : changez d’abord celui-là.")


def pointage_de(presence: Ligne) -> Pointage:
    """A stored attendance as the rules read it."""
    return Pointage(
        EtatPresence(presence["etat"]),
        bool(presence["a_distance"]),
        presence["represente_par"],
        presence["representant"],
    )


async def pointer_les_autres(ctx: Contexte, reunion: str | UUID, etat: EtatPresence) -> int:
    """Say the same of every seat nobody has pointed yet: present, or absent. Returns how many. Raises RegleViolee."""
    if etat not in {EtatPresence.PRESENT, EtatPresence.ABSENT}:
        raise RegleViolee("etat", "Les sièges restants se pointent tous présents, ou tous absents.")
    async with ecriture():
        tenue = await tenir_reunion(ctx, reunion)
        dits = {p["siege"] for p in await presences_de(tenue["id"])}
        restants = [s["id"] for s in await sieges_de(tenue, ctx.au) if s["id"] not in dits]
        for siege in restants:
            commande = PointerSiege(siege=siege, etat=etat)
            await _creer(ctx, tenue, {"etat": etat.value, "siege": siege}, commande)
        return len(restants)


async def ajouter_invite(ctx: Contexte, commande: AjouterInvite) -> UUID:
    """Add a guest. Raises RegleViolee when neither an organisation nor a name says who it is."""
    async with ecriture():
        return await _ajouter(ctx, commande)


async def modifier_presence(ctx: Contexte, presence: UUID, version: int, commande: Commande) -> UUID:
    """Change what is said of a seat or of a guest (``ModifierPresence``). Returns the key of the meeting.

    With a new ``etat``, what is not said again of it is taken back. Raises RegleViolee or Conflit.
    """
    async with ecriture():
        avant, reunion = await _tenir(ctx, presence)
        if avant["supprime_le"] is not None:
            raise NonTrouve(QUOI)
        if avant["version"] != version:
            raise Conflit("Cette présence a changé entre-temps.", {c: avant[c] for c in _DIT}, commande.model_dump())
        donnees = commande.model_dump(exclude_unset=True)
        dit = donnees if "etat" in donnees else {c: avant[c] for c in _DIT} | donnees
        if avant["siege"] is not None:
            await _pointer(ctx, reunion, version, PointerSiege(siege=avant["siege"], **dit))
            return UUID(str(reunion["id"]))
        pointage = Pointage(
            EtatPresence(dit["etat"]),
            bool(dit.get("a_distance", False)),
            dit.get("represente_par"),
            dit.get("representant"),
        )
        verifier_pointage(None, pointage, {})
        valeurs = {"etat": pointage.etat.value, "a_distance": pointage.a_distance}
        await _changer(ctx, reunion, avant, version, valeurs, "pointer")
        return UUID(str(reunion["id"]))


async def _dire(ctx: Contexte, commande: AjouterInvite | DirePresence) -> UUID:
    """Attendance said for the first time: of a guest, or of a seat. Raises RegleViolee, or Conflit on a seat said."""
    if isinstance(commande, AjouterInvite):
        return await _ajouter(ctx, commande)
    dit = {c: getattr(commande, c) for c in _DIT}
    if commande.siege is None:
        if commande.represente_par or commande.representant:
            raise RegleViolee("representant", "Seul un siège représenté a un représentant.")
        champs = ("reunion", "structure", "libelle", "etat", "a_distance")
        return await _ajouter(ctx, AjouterInvite(**{c: getattr(commande, c) for c in champs}))
    if commande.structure or commande.libelle:
        raise RegleViolee("siege", "Un siège dit déjà qui y siège : donnez un siège, ou un invité.")
    reunion = await tenir_reunion(ctx, commande.reunion)
    cle = await _pointer(ctx, reunion, None, PointerSiege(siege=commande.siege, **dit))
    if cle is None:
        raise RegleViolee("etat", "Dites ce qu’il en est de ce siège.")
    return cle


async def _ajouter(ctx: Contexte, commande: AjouterInvite) -> UUID:
    reunion = await tenir_reunion(ctx, commande.reunion)
    if commande.structure is None and commande.libelle is None:
        raise RegleViolee("libelle", "Dites qui est invité : une organisation, une personne, ou les deux.")
    verifier_pointage(None, Pointage(commande.etat, commande.a_distance), {})
    structure = await cle_de(ctx.acteur, "structure", commande.structure, "structure")
    valeurs = {
        **commande.model_dump(exclude={"reunion", "structure"}),
        "etat": commande.etat.value,
        "structure": structure,
    }
    return await _creer(ctx, reunion, valeurs, commande)


async def pointer_invite(ctx: Contexte, presence: UUID, version: int | None, commande: PointerInvite) -> UUID:
    """Say whether a guest is there. Returns the key of the meeting. Raises RegleViolee or Conflit."""
    async with ecriture():
        avant, reunion = await _tenir(ctx, presence)
        if avant["siege"] is not None:
            raise RegleViolee("etat", "Cette présence est celle d’un siège.")
        verifier_pointage(None, Pointage(commande.etat, commande.a_distance), {})
        valeurs = {"etat": commande.etat.value, "a_distance": commande.a_distance}
        await _changer(ctx, reunion, avant, version, valeurs, "pointer")
        return UUID(str(reunion["id"]))


async def retirer_presence(ctx: Contexte, presence: UUID) -> UUID:
    """Take a guest off the list; they can come back. Returns the key of the meeting."""
    return await _basculer(ctx, presence, retiree=True)


async def retablir_presence(ctx: Contexte, presence: UUID) -> UUID:
    """Bring a guest back on the list. Returns the key of the meeting."""
    return await _basculer(ctx, presence, retiree=False)


async def _basculer(ctx: Contexte, presence: UUID, *, retiree: bool) -> UUID:
    async with ecriture():
        avant, reunion = await _tenir(ctx, presence)
        if avant["siege"] is not None:
            raise RegleViolee("siege", "Un siège se pointe ; il ne se retire pas de la réunion.")
        if (avant["supprime_le"] is not None) != retiree:
            valeurs = {"supprime_le": ctx.maintenant if retiree else None}
            await _changer(ctx, reunion, avant, None, valeurs, "retirer" if retiree else "retablir")
        return UUID(str(reunion["id"]))


async def _tenir(ctx: Contexte, presence: UUID) -> tuple[Ligne, Ligne]:
    trouvee = await ligne("SELECT reunion FROM presence WHERE id = {}", presence)
    if trouvee is None:
        raise NonTrouve(QUOI)
    try:
        reunion = await tenir_reunion(ctx, trouvee["reunion"])
    except NonTrouve:
        raise NonTrouve(QUOI) from None
    tenue = await ligne("SELECT * FROM presence WHERE id = {}", presence)
    if tenue is None:
        raise NonTrouve(QUOI)
    return tenue, reunion


async def _creer(ctx: Contexte, reunion: Ligne, valeurs: dict[str, Any], saisie: Any) -> UUID:
    compte = await ligne("SELECT COUNT(*) AS n FROM presence WHERE reunion = {}", reunion["id"])
    n = int(compte["n"]) if compte else 0
    if n >= PRESENCES_MAX:
        raise RegleViolee("libelle", f"Cette réunion compte déjà {PRESENCES_MAX} présences : c’est le plus.")
    nom = f"{reunion['code']}:{n + 1}"
    ici = {**valeurs, "reunion": reunion["id"], "rang": n + 1, "exemple": reunion["exemple"]}
    return await creer(ctx, Presence, nom, ici, gouvernance=reunion["gouvernance"], saisie=saisie)


async def _changer(
    ctx: Contexte, reunion: Ligne, avant: Ligne, version: int | None, valeurs: dict[str, Any], action: str
) -> int:
    return await changer(ctx, Presence, avant, version, valeurs, gouvernance=reunion["gouvernance"], action=action)
