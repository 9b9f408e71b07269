"""Doing a bulk change: one transaction, one cause, a trace that lets undo it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any
from uuid import UUID

from pydantic_core import to_jsonable_python

from backend.context import Contexte
from backend.services.changements_groupes.apercu import plume_de
from backend.services.changements_groupes.ecrits import Ecrit
from backend.services.changements_groupes.preparation import FicheLue, Situation, preparer
from backend.services.commands.changements_groupes import ChangerDesFiches, DemandeDeChangement
from backend.services.commands.contributions import DemanderDesNouvelles
from backend.services.contributions import demandes
from backend.services.ecriture import changer, inserer, verrouiller
from backend.services.fiches_action.pilotes import rangees_des_acteurs
from backend.services.listes import changer_avec_listes
from exports.formats import compte
from fne_roadmaps.domain.changements_groupes import SANS_DROIT, ChampGroupe, Sort
from fne_roadmaps.domain.errors import Interdit, RegleViolee
from fne_roadmaps.tables.espace import ChangementGroupe
from fne_roadmaps.tables.feuilles_de_route import FeuilleDeRoute
from fne_roadmaps.tables.fiches_action import FicheAction

CONCEPT = "changement_groupe"
ACTION = "changer_en_groupe"
PERIMEE = "Quelqu’un a modifié cette fiche depuis l’aperçu."


async def _executer(ctx: Contexte, commande: ChangerDesFiches) -> UUID:
    """Do it, inside the caller's transaction (``idempotence.creer_une_fois``). The row made tells what became of each.

    A fiche that moved on since the preview is left alone and told, like those the rules refuse. Raises NonTrouve,
    Interdit when every fiche is out of reach, RegleViolee when nothing changes: then nothing is written.
    """
    vues = {f.fiche: f.version for f in commande.fiches}
    await verrouiller(FeuilleDeRoute, commande.feuille_de_route)
    situation = await preparer(ctx, commande.feuille_de_route, commande.demande, tuple(vues))
    plume = await plume_de(ctx, situation)
    faites: list[dict[str, Any]] = []
    refusees: list[dict[str, Any]] = []
    for fiche in situation.fiches:
        cause = PERIMEE if fiche.rangee["version"] != vues[fiche.rangee["id"]] else fiche.jugement.cause
        ecrit = None if cause else plume.ecrire(fiche)
        if cause:
            refusees.append({**_dite(fiche), "cause": cause})
        elif ecrit:
            faites.append(await _ecrire(ctx, situation, fiche, ecrit))
    if not faites:
        _refuser(situation, refusees)
    if situation.changement.champ is ChampGroupe.NOUVELLES:
        await _demander(ctx, commande.demande, faites)
    libelle = f"{commande.demande.champ.libelle} de {compte(len(faites), 'fiche')}"
    return await _tracer(ctx, situation, libelle, commande.demande, faites, refusees)


def _refuser(situation: Situation, refusees: list[dict[str, Any]]) -> None:
    """Nothing would be written: say why, as one fiche would."""
    causes = list(dict.fromkeys(r["cause"] for r in refusees))
    if causes and all(cause.startswith(SANS_DROIT) for cause in causes):
        raise Interdit(causes[0])
    detail = " ".join(causes[:3]) if causes else "Elles ont déjà cette valeur."
    raise RegleViolee("fiches", f"Aucune fiche ne change. {detail}")


async def _ecrire(ctx: Contexte, situation: Situation, fiche: FicheLue, ecrit: Ecrit) -> dict[str, Any]:
    """Write one fiche with its journal. Gives what the trace keeps of it."""
    rangee = fiche.rangee
    garde: dict[str, Any] = {"avant": {c: rangee[c] for c in ecrit.colonnes}, "apres": dict(ecrit.colonnes)}
    version = rangee["version"]
    if ecrit.pilotes is not None:
        liste = rangees_des_acteurs(ctx, rangee, fiche.acteurs, ecrit.pilotes)
        garde["acteurs"] = [{c: a[c] for c in ("role", "structure", "poste")} for a in fiche.acteurs]
        version = await changer_avec_listes(
            ctx, FicheAction, rangee, None, {}, {"acteurs": liste}, gouvernance=situation.feuille["gouvernance"],
            action=ACTION, pourquoi=situation.changement.pourquoi,
        )  # fmt: skip
    elif ecrit.colonnes:
        version = await changer(
            ctx, FicheAction, rangee, None, ecrit.colonnes, gouvernance=situation.feuille["gouvernance"],
            action=ACTION, pourquoi=situation.changement.pourquoi,
        )  # fmt: skip
    return {**_dite(fiche), **garde, "version": version, "de": ecrit.avant, "a": ecrit.apres}


def _dite(fiche: FicheLue) -> dict[str, Any]:
    return {"fiche": fiche.rangee["id"], "numero": fiche.numero, "titre": fiche.rangee["titre"]}


async def _demander(ctx: Contexte, demande: DemandeDeChangement, faites: list[dict[str, Any]]) -> None:
    """Ask the pilot of each; the trace keeps which request was made."""
    commande = DemanderDesNouvelles(message=demande.pourquoi)
    fait = await demandes._demander_toutes(ctx, [f["fiche"] for f in faites], commande)
    for f in faites:
        f["demande"] = fait.creees.get(f["fiche"])


async def _tracer(
    ctx: Contexte,
    situation: Situation,
    libelle: str,
    demande: DemandeDeChangement,
    faites: list[dict[str, Any]],
    refusees: list[dict[str, Any]],
) -> UUID:
    cle = ctx.cle(f"{CONCEPT}:{ctx.requete}:{situation.feuille['code']}:{demande.champ.value}")
    contenu: Mapping[str, Any] = {
        "champ": demande.champ.value,
        "pourquoi": demande.pourquoi,
        "faites": faites,
        "refusees": refusees,
        "inchangees": sum(f.jugement.sort is Sort.INCHANGEE for f in situation.fiches),
    }
    await inserer(
        ChangementGroupe,
        [
            {
                "id": cle,
                "compte": ctx.acteur.cle,
                "auteur": ctx.acteur.identifiant,
                "feuille_de_route": situation.feuille["id"],
                "libelle": libelle,
                "contenu": json.dumps(to_jsonable_python(contenu), ensure_ascii=False),
                "fait_le": ctx.maintenant,
            }
        ],
    )
    return cle
