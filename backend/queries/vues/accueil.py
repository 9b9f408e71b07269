"""The region at a glance: each governance, what awaits somebody, what comes next."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from backend.queries.chiffres import CHIFFRES
from backend.queries.gouvernances import membres_de
from backend.queries.lecture import TOUT, Clause, Ligne, gouvernance_suivie, instance_suivie, lignes, par_cle
from backend.queries.reunions import DECISIONS
from backend.queries.vues.feuilles_de_route import feuilles
from backend.queries.vues.gouvernances import gouvernances
from backend.queries.vues.listes import tout_lister
from backend.queries.vues.reunions import a_venir, comptes_rendus_en_retard, reunions, sans_suite
from fne_roadmaps.domain.droits import Acteur, Droit, droits_sur_gouvernance
from fne_roadmaps.domain.enums import TypeGouvernance, UsageChiffre


@dataclass(frozen=True, slots=True)
class GouvernanceResumee:
    """A row of the home page; the next meeting, and how many past ones nobody said were held, only when it is open.

    ``comptes_rendus_en_retard``: by year, meetings whose minutes are late, for who holds them.
    """

    gouvernance: Ligne
    ouverte: bool
    membres: list[Ligne]
    feuilles: list[Ligne]
    prochaine: Ligne | None
    sans_suite: int
    comptes_rendus_en_retard: dict[int, int]


@dataclass(frozen=True, slots=True)
class AccueilVue:
    """``hub`` is the hub's own comitology, ``hub_instances`` its first-level bodies when they are open."""

    gouvernances: list[GouvernanceResumee]
    hub: Ligne | None
    hub_instances: list[Ligne]
    reunions: list[Ligne]
    decisions: list[Ligne]
    chiffres: list[Ligne]


async def lire_accueil(acteur: Acteur, au: date) -> AccueilVue:
    """The home page, in a fixed number of statements."""
    toutes = await gouvernances(acteur, TOUT)
    hub = next((g for g in toutes if g["type"] == TypeGouvernance.HUB), None)
    par_gouvernance: dict[UUID, list[Ligne]] = {}
    for feuille in await feuilles(acteur, {}, au):
        par_gouvernance.setdefault(feuille["gouvernance"]["id"], []).append(feuille)
    venir = await reunions(acteur, a_venir(au), au)
    prochaines = par_cle(venir, "gouvernance")
    en_suspens = await _en_suspens(acteur, au)
    en_retard = _par_an(await comptes_rendus_en_retard(acteur, au))
    membres = await membres_de([g["id"] for g in toutes], au)
    return AccueilVue(
        gouvernances=[
            GouvernanceResumee(
                gouvernance=g,
                ouverte=Droit.SUIVRE in droits_sur_gouvernance(acteur, g["id"]),
                membres=membres.get(g["id"], []),
                feuilles=par_gouvernance.get(g["id"], []),
                prochaine=next(iter(prochaines.get(g["id"], [])), None),
                sans_suite=en_suspens.get(g["id"], 0),
                comptes_rendus_en_retard=en_retard.get(g["id"], {}),
            )
            for g in toutes
            if g["type"] != TypeGouvernance.HUB
        ],
        hub=hub,
        hub_instances=await _premieres_instances(acteur, hub["id"]) if hub else [],
        reunions=venir,
        decisions=await tout_lister(acteur, DECISIONS, {"echue": True}, au),
        chiffres=await _chiffres(acteur, hub["id"], au) if hub else [],
    )


async def _en_suspens(acteur: Acteur, au: date) -> dict[UUID, int]:
    """Past meetings nobody said were held, by governance followed."""
    clause = gouvernance_suivie(acteur, "r.gouvernance") & sans_suite(au)
    rangees = await lignes(
        "SELECT r.gouvernance, COUNT(*) AS n FROM reunion r "
        f"WHERE r.supprime_le IS NULL AND {clause.sql} GROUP BY r.gouvernance",
        *clause.valeurs,
    )
    return {r["gouvernance"]: r["n"] for r in rangees}


def _par_an(reunions_: list[Ligne]) -> dict[UUID, dict[int, int]]:
    """How many of them by governance, then by year."""
    comptes: dict[UUID, dict[int, int]] = {}
    for r in reunions_:
        par_an = comptes.setdefault(r["gouvernance"], {})
        par_an[r["date_premier"].year] = par_an.get(r["date_premier"].year, 0) + 1
    return comptes


async def _premieres_instances(acteur: Acteur, gouvernance: UUID) -> list[Ligne]:
    visibles = instance_suivie(acteur) & Clause("instance.gouvernance = {} AND instance.parent IS NULL", (gouvernance,))
    return await lignes(
        f"SELECT id, nom FROM instance WHERE supprime_le IS NULL AND {visibles.sql} ORDER BY rang, code",
        *visibles.valeurs,
    )


async def _chiffres(acteur: Acteur, hub: UUID, au: date) -> list[Ligne]:
    """Figures of the whole region: those of the hub's own diagnostic."""
    return await tout_lister(acteur, CHIFFRES, {"gouvernance": str(hub), "usage": (UsageChiffre.DIAGNOSTIC,)}, au)
