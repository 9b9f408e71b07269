"""Undoing a bulk change: each fiche still as it left it goes back; those that moved on since are told."""

from __future__ import annotations

import json
from datetime import date
from typing import Any
from uuid import UUID

from pydantic_core import to_jsonable_python

from backend.context import Contexte
from backend.queries.lecture import Ligne, lignes, parmi
from backend.services.changements_groupes.preparation import FicheLue, deja_fait, preparer
from backend.services.commands.changements_groupes import DemandeDeChangement
from backend.services.contributions import demandes
from backend.services.ecriture import changer, colonnes_date, ecriture, verrouiller
from backend.services.fiches_action.pilotes import rangees_des_acteurs
from backend.services.listes import changer_avec_listes
from fne_roadmaps.domain.changements_groupes import ChampGroupe, droit_manquant
from fne_roadmaps.domain.dates import lire_date
from fne_roadmaps.domain.droits import Droit, droits_sur_gouvernance, exiger
from fne_roadmaps.domain.enums import EtatDemande
from fne_roadmaps.domain.errors import Conflit, ErreurMetier, Interdit, NonTrouve
from fne_roadmaps.tables.espace import ChangementGroupe
from fne_roadmaps.tables.feuilles_de_route import FeuilleDeRoute
from fne_roadmaps.tables.fiches_action import FicheAction

ACTION = "annuler_le_changement_groupe"
POURQUOI = "Annulation d’un changement groupé."
QUOI = "Ce changement groupé"
MODIFIEE = "Modifiée depuis : elle garde son texte d’aujourd’hui."
PARTIE = "Supprimée depuis."
PRISE = "Son ancien numéro est maintenant celui d’une autre fiche."
REPONDUE = "La réponse est déjà arrivée."


async def annuler_changement(ctx: Contexte, cle: UUID) -> None:
    """Undo it; asked twice, it is undone once. What could not go back is kept in the row, with the reason.

    Only its author may. Raises NonTrouve, Interdit.
    """
    async with ecriture():
        await verrouiller(ChangementGroupe, cle)
        fait = await deja_fait(cle)
        if fait is None:
            raise NonTrouve(QUOI)
        exiger(droits_sur_gouvernance(ctx.acteur, fait["gouvernance"]), Droit.SUIVRE, QUOI)
        if fait["auteur"] != ctx.acteur.identifiant:
            raise Interdit("Un changement groupé est annulé par qui l’a fait.")
        if fait["annule_le"] is None:
            await _annuler(ctx, fait)


async def _annuler(ctx: Contexte, fait: Ligne) -> None:
    await verrouiller(FeuilleDeRoute, fait["feuille_de_route"])
    contenu = json.loads(fait["contenu"])
    champ = ChampGroupe(contenu["champ"])
    faites = {UUID(f["fiche"]): f for f in contenu["faites"]}
    lues = await _relire(ctx, fait, champ, list(faites))
    retablies: list[str] = []
    restees: list[dict[str, Any]] = []
    for cle, tenue in faites.items():
        cause = await _retablir(ctx, fait, champ, lues.get(cle), tenue)
        if cause:
            restees.append({**{c: tenue[c] for c in ("fiche", "numero", "titre")}, "cause": cause})
        else:
            retablies.append(tenue["fiche"])
    contenu["annulation"] = {"retablies": retablies, "restees": restees}
    await (
        ChangementGroupe.update(
            {
                ChangementGroupe.annule_le: ctx.maintenant,
                ChangementGroupe.contenu: json.dumps(to_jsonable_python(contenu), ensure_ascii=False),
            }
        )
        .where(ChangementGroupe.id == fait["id"])
        .run()
    )


async def _relire(ctx: Contexte, fait: Ligne, champ: ChampGroupe, cles: list[UUID]) -> dict[UUID, FicheLue]:
    """The fiches as they are now, judged on rights alone: a former state is always a possible one."""
    neutre = DemandeDeChangement(champ=ChampGroupe.PRIORITE)
    situation = await preparer(ctx, fait["feuille_de_route"], neutre, cles)
    return {f.rangee["id"]: f for f in situation.fiches}


async def _retablir(
    ctx: Contexte, fait: Ligne, champ: ChampGroupe, lue: FicheLue | None, tenue: dict[str, Any]
) -> str | None:
    """Write back what one fiche was; else why it stays."""
    if lue is None:
        return PARTIE
    if champ is ChampGroupe.NOUVELLES:
        return await _rappeler(ctx, tenue)
    if lue.rangee["version"] != tenue["version"]:
        return MODIFIEE
    manquant = droit_manquant(champ, lue.jugee)
    if manquant:
        return manquant
    if champ is ChampGroupe.AXE and await _numero_pris(tenue["avant"], lue.rangee["id"]):
        return PRISE
    communs: dict[str, Any] = {"gouvernance": fait["gouvernance"], "action": ACTION, "pourquoi": POURQUOI}
    if champ is ChampGroupe.PILOTE:
        pilotes = [_cles(a) for a in tenue["acteurs"] if a["role"] == "pilote"]
        liste = rangees_des_acteurs(ctx, lue.rangee, lue.acteurs, pilotes)
        await changer_avec_listes(ctx, FicheAction, lue.rangee, None, {}, {"acteurs": liste}, **communs)
    else:
        await changer(ctx, FicheAction, lue.rangee, None, _colonnes(lue.rangee, tenue["avant"]), **communs)
    return None


def _colonnes(rangee: Ligne, avant: dict[str, Any]) -> dict[str, Any]:
    """Kept values as columns take them: keys, days and uncertain dates."""
    colonnes = {c: v for c, v in avant.items() if not c.startswith("fin_")}
    if "fin_edtf" in avant:
        edtf, recu = avant["fin_edtf"], avant["fin_recu"]
        colonnes |= colonnes_date("fin", lire_date(edtf, recu=recu) if edtf else None)
        if not edtf:
            colonnes["fin_recu"] = recu
    for champ, lire in (("axe", UUID), ("nouvelles_le", date.fromisoformat)):
        if colonnes.get(champ):
            colonnes[champ] = lire(colonnes[champ])
    return colonnes


def _cles(acteur: dict[str, Any]) -> Ligne:
    return {c: UUID(acteur[c]) if acteur[c] else None for c in ("structure", "poste")}


async def _numero_pris(avant: dict[str, Any], fiche: UUID) -> bool:
    if not avant.get("rang") or not avant.get("axe"):
        return False
    trouvees = await lignes(
        "SELECT id FROM fiche_action WHERE axe = {} AND rang = {} AND supprime_le IS NULL AND id <> {}",
        UUID(avant["axe"]),
        avant["rang"],
        fiche,
    )
    return bool(trouvees)


async def _rappeler(ctx: Contexte, tenue: dict[str, Any]) -> str | None:
    """Call the request off, unless it was answered meanwhile."""
    if not tenue.get("demande"):
        return None
    clause = parmi("id", [UUID(tenue["demande"])])
    (demande,) = await lignes(f"SELECT etat FROM demande_de_nouvelles WHERE {clause.sql}", *clause.valeurs)
    if demande["etat"] != EtatDemande.ENVOYEE:
        return REPONDUE
    try:
        await demandes._annuler(ctx, UUID(tenue["demande"]))
    except Conflit:
        return MODIFIEE
    except ErreurMetier as refus:
        return str(refus)
    return None
