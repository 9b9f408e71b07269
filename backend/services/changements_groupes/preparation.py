"""What a bulk change reads before anything is decided: the fiches, their actors, rights and numbers, at once."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from backend.context import Contexte
from backend.queries.fiches_action import numero_de_fiche
from backend.queries.fiches_action.droits import fiches_tenues
from backend.queries.fiches_action.rangs import rangs_signes
from backend.queries.lecture import Clause, Ligne, date_de, ligne, lignes, par_cle, parmi
from backend.queries.references import QUOI, charger, cle_de
from backend.services.commands.changements_groupes import DemandeDeChangement
from backend.services.feuilles_de_route import exiger_axe_de
from backend.services.fiches_action.pilotes import structure_nommee
from fne_roadmaps.domain.changements_groupes import (
    FICHES_MAX,
    ChampGroupe,
    Changement,
    FicheJugee,
    Jugement,
    Valeur,
    juger,
)
from fne_roadmaps.domain.droits import (
    Droit,
    droits_sur_fiche,
    droits_sur_gouvernance,
    exiger,
    peut_demander_des_nouvelles,
)
from fne_roadmaps.domain.enums import Avancement, EtatDemande, Instruction, Meteo, Priorite, RoleActeur
from fne_roadmaps.domain.errors import RegleViolee
from fne_roadmaps.domain.fiches_action import numero

_ATTENDENT = (EtatDemande.ENVOYEE.value, EtatDemande.REPONDUE.value)


@dataclass(frozen=True, slots=True)
class FicheLue:
    """A stored row, its actors in order, what the rules read of it, and what they say."""

    rangee: Ligne
    acteurs: Sequence[Ligne]
    numero: str | None
    jugee: FicheJugee
    jugement: Jugement


@dataclass(frozen=True, slots=True)
class Situation:
    """``noms`` are the structures and the axe the change names, in words, by key."""

    feuille: Ligne
    changement: Changement
    fiches: Sequence[FicheLue]
    axe: Ligne | None
    noms: Mapping[UUID, str]


async def preparer(
    ctx: Contexte, reference: str | UUID, demande: DemandeDeChangement, cles: Collection[UUID]
) -> Situation:
    """Read and judge these fiches of the roadmap, in the order given; keys that name none are left out.

    The number of statements does not depend on how many fiches there are. Raises NonTrouve, or RegleViolee on the
    field whose value is missing or names nothing.
    """
    feuille = await charger(ctx.acteur, "feuille_de_route", reference)
    exiger(droits_sur_gouvernance(ctx.acteur, feuille["gouvernance"]), Droit.SUIVRE, QUOI["feuille_de_route"])
    if len(cles) > FICHES_MAX:
        raise RegleViolee(
            "fiches", f"Un changement groupé porte sur {FICHES_MAX} fiches au plus : resserrez les filtres."
        )
    axe = await _axe(ctx, feuille["id"], demande)
    changement = Changement(demande.champ, await _valeur(ctx, demande, axe), demande.geste, demande.pourquoi)
    rangees = await _rangees(feuille["id"], cles)
    acteurs = await _acteurs(cles)
    tenues = await fiches_tenues(list(rangees.values()), feuille)
    signes = await rangs_signes(feuille["id"]) if demande.champ is ChampGroupe.AXE else {}
    attendent = await _en_attente(cles) if demande.champ is ChampGroupe.NOUVELLES else frozenset()
    lues = []
    for cle in dict.fromkeys(cles):
        if cle not in rangees:
            continue
        rangee, siens = rangees[cle], acteurs.get(cle, [])
        jugee = FicheJugee(
            droits=droits_sur_fiche(ctx.acteur, feuille["gouvernance"], tenues[cle]),
            instruction=Instruction(rangee["instruction"]),
            avancement=Avancement(rangee["avancement"]),
            priorite=rangee["priorite"] and Priorite(rangee["priorite"]),
            meteo=rangee["meteo"] and Meteo(rangee["meteo"]),
            axe=rangee["axe"],
            numero_signe=_signe(rangee, signes),
            debut=date_de(rangee, "debut"),
            fin=date_de(rangee, "fin"),
            en_continu=rangee["en_continu"],
            pilotes=tuple(a["structure"] for a in siens if a["role"] == RoleActeur.PILOTE),
            demandable=peut_demander_des_nouvelles(ctx.acteur, feuille["gouvernance"], tenues[cle]),
            attend=cle in attendent,
        )
        lues.append(FicheLue(rangee, siens, numero_de_fiche(rangee), jugee, juger(changement, jugee)))
    return Situation(feuille, changement, lues, axe, await _noms(changement, lues))


async def _valeur(ctx: Contexte, demande: DemandeDeChangement, axe: Ligne | None) -> Valeur:
    """The value of the chosen field. Raises RegleViolee when it is asked and missing."""
    if demande.champ is ChampGroupe.AXE:
        return axe["id"] if axe else None
    if demande.champ is ChampGroupe.PILOTE:
        if not demande.structure:
            raise RegleViolee("structure", "Dites quelle structure.")
        return await structure_nommee(ctx, demande.structure, "structure")
    if demande.champ is ChampGroupe.AVANCEMENT:
        if demande.avancement is None:
            raise RegleViolee("avancement", "Choisissez le nouveau statut.")
        return demande.avancement
    valeurs: Mapping[ChampGroupe, Valeur] = {
        ChampGroupe.PRIORITE: demande.priorite,
        ChampGroupe.METEO: demande.meteo,
        ChampGroupe.FIN: demande.fin,
    }
    return valeurs.get(demande.champ)


async def _axe(ctx: Contexte, feuille: UUID, demande: DemandeDeChangement) -> Ligne | None:
    """The heading fiches go to, of the first level and of this roadmap."""
    if demande.champ is not ChampGroupe.AXE:
        return None
    cle = await cle_de(ctx.acteur, "axe", demande.axe, "axe")
    if cle is None:
        raise RegleViolee("axe", "Choisissez où ranger ces fiches.")
    await exiger_axe_de(feuille, cle, "axe")
    axe = await charger(ctx.acteur, "axe", cle)
    if axe["parent"] is not None:
        raise RegleViolee("axe", "Une fiche se range dans un axe de premier niveau : il donne le début de son numéro.")
    return axe


async def _rangees(feuille: UUID, cles: Collection[UUID]) -> dict[UUID, Ligne]:
    clause = parmi("fiche_action.id", cles) & Clause(
        "fiche_action.feuille_de_route = {} AND fiche_action.supprime_le IS NULL", (feuille,)
    )
    rangees = await lignes(
        "SELECT fiche_action.*, axe.rang AS axe_rang, axe.titre AS axe_titre FROM fiche_action "
        f"LEFT JOIN axe ON axe.id = fiche_action.axe WHERE {clause.sql}",
        *clause.valeurs,
    )
    return {r["id"]: r for r in rangees}


async def _acteurs(cles: Collection[UUID]) -> dict[Any, list[Ligne]]:
    clause = parmi("fiche_action", cles)
    rangees = await lignes(
        f"SELECT id, fiche_action, role, rang, structure, poste FROM acteur WHERE {clause.sql} ORDER BY rang, id",
        *clause.valeurs,
    )
    return par_cle(rangees, "fiche_action")


async def _en_attente(cles: Collection[UUID]) -> frozenset[UUID]:
    clause = parmi("fiche_action", cles) & parmi("etat", _ATTENDENT)
    rangees = await lignes(
        f"SELECT fiche_action FROM demande_de_nouvelles WHERE supprime_le IS NULL AND {clause.sql}", *clause.valeurs
    )
    return frozenset(r["fiche_action"] for r in rangees)


def _signe(rangee: Ligne, signes: Mapping[int, set[int]]) -> str | None:
    """The number of a fiche, when a published text prints it."""
    if rangee["rang"] is None or rangee["axe_rang"] is None or rangee["rang"] not in signes.get(rangee["axe_rang"], ()):
        return None
    return numero(rangee["axe_rang"], rangee["rang"])


async def _noms(changement: Changement, lues: Sequence[FicheLue]) -> dict[UUID, str]:
    """Names of the structures a change of pilots speaks of."""
    if changement.champ is not ChampGroupe.PILOTE:
        return {}
    cles = {p for f in lues for p in f.jugee.pilotes}
    if isinstance(changement.valeur, UUID):
        cles.add(changement.valeur)
    clause = parmi("id", sorted(cles, key=str))
    return {
        s["id"]: s["nom"] for s in await lignes(f"SELECT id, nom FROM structure WHERE {clause.sql}", *clause.valeurs)
    }


async def rangs_pris(axe: UUID) -> set[int]:
    """Ranks that fiches of an axe have today."""
    rangees = await lignes(
        "SELECT rang FROM fiche_action WHERE axe = {} AND rang IS NOT NULL AND supprime_le IS NULL", axe
    )
    return {r["rang"] for r in rangees}


async def deja_fait(cle: UUID) -> Ligne | None:
    """A bulk change by its key, with its governance."""
    return await ligne(
        "SELECT c.*, f.gouvernance, f.code, f.etat FROM changement_groupe c "
        "JOIN feuille_de_route f ON f.id = c.feuille_de_route WHERE c.id = {} AND f.supprime_le IS NULL",
        cle,
    )
