"""Asking for news of fiches: one or many at once, then reminding and calling off."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID

from backend.context import Contexte
from backend.queries.contributions import lire_demande, pilote_de, tenue_de
from backend.queries.lecture import Ligne, ligne
from backend.queries.references import QUOI as QUOI_DE, charger, cle_de
from backend.services.commands.contributions import DemanderDesNouvelles, DemanderPourUneFiche, RelancerDemande
from backend.services.contributions.envois import envoyer_le_lien
from backend.services.ecriture import changer, creer, ecriture, journaliser, verrouiller
from fne_roadmaps.domain.contributions import changer_demande
from fne_roadmaps.domain.dates import jour_en_lettres
from fne_roadmaps.domain.droits import (
    Acteur,
    Droit,
    FicheTenue,
    droits_sur_gouvernance,
    peut_demander_des_nouvelles,
)
from fne_roadmaps.domain.enums import EtatDemande, Instruction, ModeleCourriel
from fne_roadmaps.domain.errors import Interdit, NonTrouve, RegleViolee
from fne_roadmaps.tables.contributions import DemandeDeNouvelles
from fne_roadmaps.tables.fiches_action import FicheAction

QUOI = "Cette demande de nouvelles"
_EN_ATTENTE = (EtatDemande.ENVOYEE.value, EtatDemande.REPONDUE.value)


@dataclass(frozen=True, slots=True)
class Demandees:
    """What asking for news of several fiches did: ``creees`` are the new requests, by fiche.

    ``deja`` are fiches that wait for an answer, or for theirs to be read; ``sans_pilote`` those nobody pilots.
    """

    creees: dict[UUID, UUID]
    deja: tuple[UUID, ...]
    sans_pilote: tuple[UUID, ...]


async def demander_des_nouvelles(
    ctx: Contexte, fiches: Sequence[str | UUID], commande: DemanderDesNouvelles
) -> Demandees:
    """Ask the pilote of each fiche, in one transaction; at most one request waits for each fiche.

    A mail goes out only when one fiche is asked about. Raises NonTrouve, Interdit or RegleViolee: nothing is asked.
    """
    async with ecriture():
        return await _demander_toutes(ctx, fiches, commande)


async def _demander_toutes(ctx: Contexte, fiches: Sequence[str | UUID], commande: DemanderDesNouvelles) -> Demandees:
    if commande.courriel and len(fiches) != 1:
        raise RegleViolee("courriel", "Une adresse ne vaut que pour une fiche.")
    if commande.echeance and commande.echeance < ctx.au:
        raise RegleViolee(
            "echeance", f"Le {jour_en_lettres(commande.echeance)} est passé : choisissez un jour à venir."
        )
    creees: dict[UUID, UUID] = {}
    deja: list[UUID] = []
    sans_pilote: list[UUID] = []
    for reference in fiches:
        fiche, feuille = await _fiche_a_demander(ctx, reference)
        await verrouiller(FicheAction, fiche["id"])
        if await _en_attente(fiche["id"]):
            deja.append(fiche["id"])
            continue
        pilote = await _pilote(ctx, fiche["id"], commande.structure)
        if pilote is None:
            sans_pilote.append(fiche["id"])
            continue
        creees[fiche["id"]] = await _creer(ctx, fiche, feuille, pilote, commande)
    return Demandees(creees, tuple(deja), tuple(sans_pilote))


async def _demander(ctx: Contexte, commande: DemanderPourUneFiche) -> UUID:
    """Ask about one fiche. Raises RegleViolee when it already waits, or has nobody to ask."""
    fait = await _demander_toutes(ctx, [commande.fiche], commande)
    if fait.deja:
        raise RegleViolee("structure", "Une demande attend déjà pour cette fiche : relancez-la, ou relisez sa réponse.")
    if fait.sans_pilote:
        raise RegleViolee("structure", "Cette fiche n’a pas de pilote : dites à quelle structure demander.")
    return next(iter(fait.creees.values()))


async def _creer(ctx: Contexte, fiche: Ligne, feuille: Ligne, pilote: Ligne, commande: DemanderDesNouvelles) -> UUID:
    valeurs = {
        "fiche_action": fiche["id"],
        "structure": pilote["structure"],
        "poste": pilote["poste"],
        "courriel": commande.courriel,
        "message": commande.message,
        "echeance": commande.echeance,
        "etat": EtatDemande.ENVOYEE,
        "generation": 1,
        "exemple": commande.exemple,
    }
    saisie = {c: v for c, v in valeurs.items() if c not in {"courriel", "generation"}}
    cle = await creer(
        ctx, DemandeDeNouvelles, str(fiche["id"]), valeurs, gouvernance=feuille["gouvernance"], saisie=saisie
    )
    if commande.courriel:
        await _ecrire(ctx, cle, feuille, {**valeurs, "titre": fiche["titre"]}, commande.courriel)
    return cle


async def relancer_demande(ctx: Contexte, cle: UUID, commande: RelancerDemande) -> None:
    """Ask again, by mail when an address is known, until a later day when one is given. Raises RegleViolee."""
    async with ecriture():
        demande, feuille = await _demande_verrouillee(ctx, cle)
        if demande["etat"] is not EtatDemande.ENVOYEE:
            raise RegleViolee("etat", "On ne relance qu’une demande qui attend sa réponse.")
        if commande.echeance and commande.echeance < ctx.au:
            raise RegleViolee("echeance", f"Le {jour_en_lettres(commande.echeance)} est passé.")
        courriel = commande.courriel or demande["courriel"]
        if commande.echeance and commande.echeance != demande["echeance"]:
            await _changer(ctx, demande, feuille, "relancer", {"echeance": commande.echeance})
        if commande.courriel and commande.courriel != demande["courriel"]:
            await (
                DemandeDeNouvelles.update({DemandeDeNouvelles.courriel: commande.courriel})
                .where(DemandeDeNouvelles.id == cle)
                .run()
            )
        await journaliser(
            ctx,
            "demande_de_nouvelles",
            cle,
            "relancer",
            gouvernance=feuille["gouvernance"],
            changements={"relance": (None, ctx.au)},
        )
        if courriel:
            echeance = commande.echeance or demande["echeance"]
            await _ecrire(ctx, cle, feuille, {**demande, "echeance": echeance}, courriel)


async def annuler_demande(ctx: Contexte, cle: UUID) -> None:
    """Call a request off: its link says so. Raises RegleViolee when it was answered."""
    async with ecriture():
        await _annuler(ctx, cle)


async def _annuler(ctx: Contexte, cle: UUID) -> None:
    demande, feuille = await _demande_verrouillee(ctx, cle)
    changer_demande(demande["etat"], EtatDemande.ANNULEE)
    await _changer(ctx, demande, feuille, "annuler", {"etat": EtatDemande.ANNULEE.value, "traitee_le": ctx.maintenant})


async def charger_demande(ctx: Contexte, cle: UUID) -> tuple[Ligne, Ligne]:
    """A request and the roadmap of its fiche, for who may ask for news of it. Raises NonTrouve or Interdit."""
    demande = await lire_demande(cle)
    if demande is None:
        raise NonTrouve(QUOI)
    fiche = await charger(ctx.acteur, "fiche_action", demande["fiche_action"])
    feuille = await charger(ctx.acteur, "feuille_de_route", fiche["feuille_de_route"])
    # What was asked is read, and called off, whatever has become of the fiche since.
    tenue = replace(await tenue_de(fiche, feuille), instruction=Instruction.RETENUE, feuille_close=False)
    exiger_de_demander(ctx.acteur, feuille["gouvernance"], tenue)
    return demande, feuille


def exiger_de_demander(acteur: Acteur, gouvernance: UUID, tenue: FicheTenue) -> None:
    """Raises NonTrouve, or Interdit, unless the writer may ask for news of this fiche."""
    if peut_demander_des_nouvelles(acteur, gouvernance, tenue):
        return
    if Droit.SUIVRE not in droits_sur_gouvernance(acteur, gouvernance):
        raise NonTrouve(QUOI_DE["fiche_action"])
    raise Interdit(
        "On demande des nouvelles d’une fiche retenue quand on écrit la feuille de route, ou qu’on anime ici et qu’on "
        "a aidé à écrire la fiche."
    )


async def _fiche_a_demander(ctx: Contexte, reference: str | UUID) -> tuple[Ligne, Ligne]:
    fiche = await charger(ctx.acteur, "fiche_action", reference)
    feuille = await charger(ctx.acteur, "feuille_de_route", fiche["feuille_de_route"])
    exiger_de_demander(ctx.acteur, feuille["gouvernance"], await tenue_de(fiche, feuille))
    return fiche, feuille


async def _demande_verrouillee(ctx: Contexte, cle: UUID) -> tuple[Ligne, Ligne]:
    await verrouiller(DemandeDeNouvelles, cle)
    return await charger_demande(ctx, cle)


async def _en_attente(fiche: UUID) -> bool:
    return (
        await ligne(
            "SELECT id FROM demande_de_nouvelles WHERE fiche_action = {} AND supprime_le IS NULL AND etat IN ({}, {})",
            fiche,
            *_EN_ATTENTE,
        )
        is not None
    )


async def _pilote(ctx: Contexte, fiche: UUID, reference: str | None) -> Ligne | None:
    """Whom to ask: the structure named, or the first pilote and its post; None when there is neither."""
    if reference is not None:
        return {"structure": await cle_de(ctx.acteur, "structure", reference, "structure"), "poste": None}
    return await pilote_de(fiche)


async def _changer(ctx: Contexte, demande: Ligne, feuille: Ligne, action: str, valeurs: dict[str, Any]) -> int:
    return await changer(
        ctx, DemandeDeNouvelles, demande, None, valeurs, gouvernance=feuille["gouvernance"], action=action
    )


async def _ecrire(ctx: Contexte, cle: UUID, feuille: Ligne, demande: Ligne, courriel: str) -> None:
    """The mail says what is asked, and until when unless that day is gone."""
    echeance = demande["echeance"]
    await envoyer_le_lien(
        ctx,
        ModeleCourriel.NOUVELLES,
        courriel,
        gouvernance=feuille["gouvernance"],
        objet=cle,
        donnees={
            "fiche": demande["titre"],
            "feuille": feuille["titre"],
            "message": demande["message"],
            "echeance": echeance.isoformat() if echeance and echeance >= ctx.au else None,
        },
    )
