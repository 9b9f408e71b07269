"""Writing a deposit: begun from the link of a call, then kept step by step, complete or not.

What is typed is kept as typed. The journal tells that a step was kept, not its text: until it is submitted, a deposit
is its author's; then the fiche it becomes is journaled whole.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any
from uuid import UUID

from backend.context import Contexte
from backend.queries.contributions import aides_possibles, lire_appel, lire_depot
from backend.queries.contributions.appels import QUOI as QUOI_APPEL
from backend.queries.lecture import Ligne
from backend.services.commands.contributions import CommencerDepot, PresenterDepot
from backend.services.contributions.envois import envoyer_le_lien
from backend.services.ecriture import creer, ecriture, journaliser, verrouiller
from fne_roadmaps.domain.contributions import SAISIE_MAX, Etape, Saisies, etat_appel
from fne_roadmaps.domain.droits import DepotTenu, Droit, droits_sur_depot, droits_sur_gouvernance, exiger
from fne_roadmaps.domain.enums import EtatAppel, EtatDepot, ModeleCourriel
from fne_roadmaps.domain.errors import Conflit, NonTrouve, RegleViolee
from fne_roadmaps.tables.contributions import Depot

QUOI = "Ce dépôt"
PRESENTATION = "structure"
"""The step kept in columns of its own."""

PERIME = "Quelqu’un a enregistré cette étape entre-temps : les deux textes sont ci-dessous, rien n’est perdu."
_FERME = {
    EtatAppel.PAS_ENCORE: "Cet appel à fiches n’est pas encore ouvert.",
    EtatAppel.CLOS: "Cet appel à fiches est clos : votre fiche reste lisible, mais elle ne change plus.",
}


async def _commencer(ctx: Contexte, commande: CommencerDepot) -> UUID:
    """Begin a deposit under a call that is open, for who holds its link. Raises NonTrouve or RegleViolee."""
    appel = await lire_appel(UUID(commande.appel))
    if appel is None or not (ctx.acteur.systeme or appel["id"] in ctx.acteur.liens):
        raise NonTrouve(QUOI_APPEL)
    exiger_ouvert(ctx, appel)
    valeurs = {
        "appel": appel["id"],
        "structure_nom": commande.structure_nom,
        "fonction": commande.fonction,
        "courriel": commande.courriel,
        "aide": await _aide(appel["gouvernance"], commande.aide),
        "contenu": "{}",
        "etat": EtatDepot.EN_COURS,
        "exemple": commande.exemple,
        "generation": 1,
    }
    saisie = {"appel": appel["id"], "structure_nom": commande.structure_nom, "aide": valeurs["aide"]}
    nom = f"{appel['id']}:{commande.structure_nom}"
    cle = await creer(ctx, Depot, nom, valeurs, gouvernance=appel["gouvernance"], saisie=saisie)
    await _ecrire_au_deposant(ctx, cle, appel, commande.courriel)
    return cle


async def nommer_le_deposant(ctx: Contexte, cle: UUID, lue: int, commande: PresenterDepot) -> int:
    """Change who writes, where to send the link, who helps: ``lue`` and what is returned as ``enregistrer_etape``."""
    async with ecriture():
        depot = await depot_verrouille(ctx, cle, Droit.REDIGER)
        exiger_ouvert(ctx, depot)
        tenue = int(depot["contenu"].get(PRESENTATION, {"v": 0})["v"])
        valeurs: dict[str, Any] = {
            "structure_nom": commande.structure_nom,
            "fonction": commande.fonction,
            "aide": await _aide(depot["gouvernance"], commande.aide),
        }
        # Only who holds the personal link says where it is sent.
        adresse = commande.courriel if Droit.PROPOSER in droits_de(ctx, depot) else depot["courriel"]
        changements = {c: (depot[c], v) for c, v in valeurs.items() if depot[c] != v}
        if not changements and adresse == depot["courriel"]:
            return tenue
        if tenue != lue:
            raise Conflit(PERIME, {c: depot[c] for c in ("structure_nom", "fonction")}, valeurs)
        if adresse != depot["courriel"]:
            changements["courriel"] = (None, None)
            await _ecrire_au_deposant(ctx, cle, depot, adresse)
        contenu = {**depot["contenu"], PRESENTATION: {"v": lue + 1, "valeurs": {}}}
        colonnes = {**valeurs, "courriel": adresse, "contenu": json.dumps(contenu)}
        await ecrire_depot(ctx, depot, colonnes, "presenter", changements)
        return lue + 1


async def enregistrer_etape(ctx: Contexte, cle: UUID, etape: Etape, lue: int, saisies: Saisies) -> int:
    """Keep what is typed in a step, as typed. Returns the number of times the step was kept.

    ``lue`` is that number when the page was read: raises Conflit when the step was kept since, RegleViolee when it is
    too long or the call is closed.
    """
    valeurs = {c: list(v) for c, v in saisies.items() if etape.tient(c) and any(v)}
    if sum(len(v) for textes in valeurs.values() for v in textes) > SAISIE_MAX:
        raise RegleViolee(etape.champs[0], "Cette étape est trop longue : 100\u202f000 caractères au plus.")
    async with ecriture():
        return await _enregistrer(ctx, cle, etape, lue, valeurs)


async def _enregistrer(ctx: Contexte, cle: UUID, etape: Etape, lue: int, valeurs: Mapping[str, list[str]]) -> int:
    depot = await depot_verrouille(ctx, cle, Droit.REDIGER)
    exiger_ouvert(ctx, depot)
    tenue = depot["contenu"].get(etape.code, {"v": 0, "valeurs": {}})
    if tenue["valeurs"] == valeurs:
        return int(tenue["v"])
    if tenue["v"] != lue:
        raise Conflit(PERIME, tenue["valeurs"], valeurs)
    contenu = {**depot["contenu"], etape.code: {"v": lue + 1, "valeurs": valeurs}}
    changements = {f"etape.{etape.code}": (lue or None, lue + 1)}
    await ecrire_depot(ctx, depot, {"contenu": json.dumps(contenu)}, "enregistrer", changements)
    return lue + 1


async def renvoyer_le_lien(ctx: Contexte, cle: UUID) -> UUID:
    """Send its personal link again to the address a deposit gave, for who writes the roadmap; the call it answers.

    Raises RegleViolee.
    """
    async with ecriture():
        await verrouiller(Depot, cle)
        depot = await lire_depot(cle)
        if depot is None:
            raise NonTrouve(QUOI)
        exiger(droits_sur_gouvernance(ctx.acteur, depot["gouvernance"]), Droit.REDIGER, QUOI)
        if not depot["courriel"]:
            raise RegleViolee("courriel", "Ce dépôt n’a pas donné d’adresse : son lien ne peut pas être renvoyé.")
        await _ecrire_au_deposant(ctx, cle, depot, depot["courriel"])
        await journaliser(
            ctx, "depot", cle, "renvoyer", gouvernance=depot["gouvernance"], changements={"courriel": (None, None)}
        )
        return UUID(str(depot["appel"]))


def droits_de(ctx: Contexte, depot: Ligne) -> frozenset[Droit]:
    """Rights of who asks on a row of ``lire_depot``."""
    return droits_sur_depot(ctx.acteur, depot["gouvernance"], DepotTenu(depot["id"], depot["etat"], depot["aide"]))


async def depot_verrouille(ctx: Contexte, cle: UUID, droit: Droit) -> Ligne:
    """The deposit, held until the end of the transaction, for who may ``droit``. Raises NonTrouve or Interdit."""
    await verrouiller(Depot, cle)
    depot = await lire_depot(cle)
    if depot is None:
        raise NonTrouve(QUOI)
    exiger(droits_de(ctx, depot), droit, QUOI)
    return depot


def exiger_ouvert(ctx: Contexte, appel: Ligne) -> None:
    """The call takes fiches today. Raises RegleViolee."""
    etat = etat_appel(appel["ouvre_le"], appel["ferme_le"], ctx.au)
    if etat is not EtatAppel.OUVERT:
        raise RegleViolee("appel", _FERME[etat])


async def ecrire_depot(
    ctx: Contexte, depot: Ligne, valeurs: Mapping[str, Any], action: str, changements: Mapping[str, tuple[Any, Any]]
) -> int:
    """Write columns of a locked deposit and say in the journal what ``changements`` tells, no more. New version."""
    version = int(depot["version"]) + 1
    colonnes: dict[Any, Any] = {**valeurs, "version": version, "maj_le": ctx.maintenant}
    await Depot.update(colonnes).where(Depot.id == depot["id"]).run()
    await journaliser(ctx, "depot", depot["id"], action, gouvernance=depot["gouvernance"], changements=changements)
    return version


async def _aide(gouvernance: UUID, reference: str | None) -> UUID | None:
    """The structure named to help, among those who may be. Raises RegleViolee."""
    if reference is None:
        return None
    for structure in await aides_possibles(gouvernance):
        if reference in {structure["code"], str(structure["id"])}:
            return UUID(str(structure["id"]))
    raise RegleViolee("aide", "Choisissez dans la liste qui vous aide à écrire.")


async def _ecrire_au_deposant(ctx: Contexte, cle: UUID, appel: Ligne, courriel: str | None) -> None:
    if not courriel:
        return
    await envoyer_le_lien(
        ctx,
        ModeleCourriel.DEPOT,
        courriel,
        gouvernance=appel["gouvernance"],
        objet=cle,
        donnees={"appel": appel.get("appel_titre") or appel["titre"], "feuille": appel["feuille_titre"]},
    )
