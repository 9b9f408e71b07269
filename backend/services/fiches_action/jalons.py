"""Milestones ticked, and measures added: one gesture each, without rewriting the lists they stand in."""

from __future__ import annotations

import json
from datetime import date, datetime
from typing import Any
from uuid import UUID

from backend.context import Contexte
from backend.queries.lecture import Ligne, ligne, lignes
from backend.services.commands.suivi import AjouterMesure
from backend.services.ecriture import changer, colonnes_date, ecriture, inserer
from backend.services.fiches_action.acces import tenir_fiche
from backend.services.fiches_action.nouvelles import signature_de
from fne_roadmaps.domain.droits import Droit
from fne_roadmaps.domain.enums import ComparateurChiffre, NatureChiffre, UsageChiffre
from fne_roadmaps.domain.errors import NonTrouve, RegleViolee
from fne_roadmaps.tables.fiches_action import FicheAction, Jalon
from fne_roadmaps.tables.gouvernances import Chiffre

QUOI = "Ce jalon"
QUOI_MESURE = "Cette mesure"
_AJOUT = "ajouter_mesure"


async def cocher_jalon(ctx: Contexte, fiche_action: UUID, jalon: UUID, fait_le: date | None) -> int:
    """Say that a milestone is done on a day, or (None) not yet. Returns the fiche's version. Raises RegleViolee."""
    async with ecriture():
        return await _cocher_un(ctx, fiche_action, jalon, fait_le)


async def _cocher_un(ctx: Contexte, fiche_action: UUID | str, jalon: UUID, fait_le: date | None) -> int:
    fiche, feuille = await tenir_fiche(ctx, fiche_action, Droit.RENSEIGNER)
    return await _cocher(ctx, fiche, feuille, await _jalon(jalon, fiche["id"]), fait_le)


async def annuler_jalon(ctx: Contexte, jalon: UUID) -> UUID:
    """Undo the last word on whether a milestone is done: what was said before comes back. Returns the fiche's key.

    Raises RegleViolee when something else was said since.
    """
    async with ecriture():
        trouve = await ligne("SELECT fiche_action FROM jalon WHERE id = {}", jalon)
        if trouve is None:
            raise NonTrouve(QUOI)
        fiche, feuille = await tenir_fiche(ctx, trouve["fiche_action"], Droit.RENSEIGNER)
        rangee = await _jalon(jalon, fiche["id"])
        avant = await _dit_avant(fiche["id"], rangee)
        await _cocher(ctx, fiche, feuille, rangee, avant)
        return UUID(str(fiche["id"]))


async def _jalon(jalon: UUID, fiche: UUID) -> Ligne:
    trouve = await ligne("SELECT * FROM jalon WHERE id = {} AND fiche_action = {}", jalon, fiche)
    if trouve is None:
        raise NonTrouve(QUOI)
    return trouve


async def _dit_avant(fiche: UUID, jalon: Ligne) -> date | None:
    """When the milestone was done, before the last act on it. One statement."""
    actes = await lignes(
        "SELECT avant, apres FROM entree_journal WHERE concept = {} AND objet = {} AND champ = {} "
        "ORDER BY le DESC LIMIT 20",
        "fiche_action",
        fiche,
        "jalon",
    )
    for acte in actes:
        avant, apres = json.loads(acte["avant"]), json.loads(acte["apres"])
        if apres.get("jalon") == str(jalon["id"]):
            if apres["fait_le"] != (jalon["fait_le"] and jalon["fait_le"].isoformat()):
                break
            return date.fromisoformat(avant["fait_le"]) if avant["fait_le"] else None
    raise RegleViolee("fait_le", "Ce jalon a changé depuis : il n’y a plus à annuler.")


async def _cocher(ctx: Contexte, fiche: Ligne, feuille: Ligne, jalon: Ligne, fait_le: date | None) -> int:
    if fait_le is not None and fait_le > ctx.au:
        raise RegleViolee("fait_le", "Un jalon fait ne l’est pas d’avance.")
    if jalon["fait_le"] == fait_le:
        return int(fiche["version"])
    dit = {"jalon": jalon["id"], "titre": jalon["titre"]}
    nouvelles = [d for d in (fiche["nouvelles_le"], fait_le) if d is not None]
    nouvelle = await changer(
        ctx,
        FicheAction,
        fiche,
        None,
        {"nouvelles_le": max(nouvelles, default=None)},
        gouvernance=feuille["gouvernance"],
        action="cocher_jalon",
        autres={"jalon": ({**dit, "fait_le": jalon["fait_le"]}, {**dit, "fait_le": fait_le})},
    )
    await Jalon.update({Jalon.fait_le: fait_le}).where(Jalon.id == jalon["id"]).run()
    return nouvelle


async def ajouter_mesure(ctx: Contexte, fiche_action: UUID | str, commande: AjouterMesure) -> UUID:
    """Add a dated value to an indicator. Returns the key of the measure. Raises RegleViolee.

    The fiche has had news on the day of the measure.
    """
    async with ecriture():
        return await _ajouter_mesure(ctx, fiche_action, commande)


async def _ajouter_mesure(ctx: Contexte, fiche_action: UUID | str, commande: AjouterMesure) -> UUID:
    fiche, feuille = await tenir_fiche(ctx, fiche_action, Droit.RENSEIGNER)
    indicateur = await _indicateur(fiche["id"], commande.indicateur)
    le = min(commande.date.dernier or commande.date.premier or ctx.au, ctx.au)
    if commande.date.premier and commande.date.premier > ctx.au:
        raise RegleViolee("date", "Une mesure ne se date pas d’avance.")
    deja = await ligne(
        "SELECT id FROM chiffre WHERE indicateur = {} AND usage = {} AND date_edtf = {} AND supprime_le IS NULL",
        indicateur["id"],
        UsageChiffre.MESURE.value,
        commande.date.edtf,
    )
    if deja:
        raise RegleViolee("date", "Cet indicateur a déjà une mesure à cette date : modifiez-la.")
    auteur, _ = await signature_de(ctx)
    mesure = {"indicateur": indicateur["libelle"], "valeur": commande.valeur, "date": commande.date.edtf}
    await changer(
        ctx,
        FicheAction,
        fiche,
        None,
        {"nouvelles_le": max(le, fiche["nouvelles_le"] or le)},
        gouvernance=feuille["gouvernance"],
        action=_AJOUT,
        autres={"mesure": (None, mesure)},
    )
    cle = ctx.cle(f"chiffre:{indicateur['id']}:{commande.date.edtf}")
    rangee = {
        "id": cle,
        "cree_le": ctx.maintenant,
        "maj_le": ctx.maintenant,
        "exemple": fiche["exemple"],
        "indicateur": indicateur["id"],
        "usage": UsageChiffre.MESURE,
        "nature": NatureChiffre.DECLARE,
        "comparateur": ComparateurChiffre.EGAL,
        "libelle": indicateur["libelle"],
        "unite": indicateur["unite"],
        "valeur": commande.valeur,
        "source": commande.source or auteur,
        "rang": 0,
        **colonnes_date("date", commande.date),
    }
    await inserer(Chiffre, [rangee])
    return cle


async def annuler_mesure(ctx: Contexte, mesure: UUID) -> UUID:
    """Take back a measure just added: the day of the last news comes back with it. Returns the fiche's key.

    The journal keeps what it said. Raises NonTrouve when it is no more, or RegleViolee when no gesture added it.
    """
    async with ecriture():
        fiche, feuille = await tenir_fiche(ctx, await _fiche_mesuree(mesure), Droit.RENSEIGNER)
        # Read under the lock: two people may take back the same measure.
        chiffre = await ligne("SELECT cree_le FROM chiffre WHERE id = {}", mesure)
        if chiffre is None:
            raise NonTrouve(QUOI_MESURE)
        ajout = await _ajout(fiche["id"], chiffre["cree_le"])
        if "mesure" not in ajout:
            raise RegleViolee("mesure", "Cette mesure a été saisie avec ses voisines : modifiez les indicateurs.")
        _, dite = ajout["mesure"]
        avant, apres = ajout.get("nouvelles_le", (None, None))
        inchangee = apres is not None and fiche["nouvelles_le"] == date.fromisoformat(apres)
        await Chiffre.delete().where(Chiffre.id == mesure).run()
        await changer(
            ctx,
            FicheAction,
            fiche,
            None,
            {"nouvelles_le": avant and date.fromisoformat(avant)} if inchangee else {},
            gouvernance=feuille["gouvernance"],
            action="annuler_mesure",
            autres={"mesure": (dite, None)},
        )
        return UUID(str(fiche["id"]))


async def _fiche_mesuree(mesure: UUID) -> UUID:
    trouve = await ligne(
        "SELECT i.fiche_action FROM chiffre c JOIN indicateur i ON i.id = c.indicateur WHERE c.id = {}", mesure
    )
    if trouve is None:
        raise NonTrouve(QUOI_MESURE)
    return UUID(str(trouve["fiche_action"]))


async def _ajout(fiche: UUID, instant: datetime) -> dict[str, tuple[Any, Any]]:
    """What the gesture that added a measure at that instant changed, field by field. One statement."""
    entrees = await lignes(
        "SELECT champ, avant, apres FROM entree_journal WHERE concept = {} AND objet = {} AND action = {} AND le = {}",
        "fiche_action",
        fiche,
        _AJOUT,
        instant,
    )
    return {e["champ"]: (json.loads(e["avant"] or "null"), json.loads(e["apres"] or "null")) for e in entrees}


async def _indicateur(fiche: UUID, reference: str) -> Ligne:
    try:
        cle = UUID(reference)
    except ValueError:
        raise RegleViolee("indicateur", "Choisissez un indicateur de la fiche.") from None
    trouve = await ligne("SELECT * FROM indicateur WHERE id = {} AND fiche_action = {}", cle, fiche)
    if trouve is None:
        raise RegleViolee("indicateur", "Cet indicateur n’est pas de cette fiche.")
    return trouve
