"""Governance bodies: the tree of a governance, and the page of one body."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from backend.queries.instances import INSTANCES, lire_instance
from backend.queries.lecture import Clause, Ligne, date_de, ligne, lignes, parmi
from backend.queries.references import decision_suivie
from backend.queries.reunions import DECISIONS
from backend.queries.vues.listes import tout_lister
from backend.queries.vues.reunions import AU_MOINS, reunions
from fne_roadmaps.domain.dates import NatureDate
from fne_roadmaps.domain.droits import Acteur
from fne_roadmaps.domain.enums import EtatReunion
from fne_roadmaps.domain.errors import NonTrouve


@dataclass(frozen=True, slots=True)
class Noeud:
    """A body and those under it; ``tenues`` counts the meetings held by year, examples left out.

    In the years of ``au_moins`` the source only says that there was at least one. ``colleges`` are those of its seats
    in force, in their order.
    """

    instance: Ligne
    colleges: list[str] = field(default_factory=list)
    tenues: dict[int, int] = field(default_factory=dict)
    au_moins: set[int] = field(default_factory=set)
    enfants: list[Noeud] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Comitologie:
    """Bodies of one governance the reader may see: the roots of the tree, and each one by its key."""

    racines: list[Noeud]
    par_cle: dict[UUID, Noeud]


async def comitologie(acteur: Acteur, gouvernance: UUID, au: date) -> Comitologie:
    """The tree of a governance, siblings by rank. A body whose parent is not open is a root. Five statements."""
    instances = await tout_lister(acteur, INSTANCES, {"gouvernance": str(gouvernance)}, au)
    noeuds = {i["id"]: Noeud(i) for i in instances}
    await _compter_les_tenues(gouvernance, noeuds)
    await _nommer_les_colleges(gouvernance, noeuds, au)
    racines: list[Noeud] = []
    for noeud in noeuds.values():
        parent = noeud.instance["parent"] and noeuds.get(noeud.instance["parent"]["id"])
        (parent.enfants if parent else racines).append(noeud)
    return Comitologie(racines, noeuds)


def deployer(noeuds: Iterable[Noeud], sauf: UUID | None = None, niveau: int = 0) -> Iterator[tuple[Noeud, int]]:
    """Bodies in the order of the tree with their depth, leaving out ``sauf`` and those under it."""
    for noeud in noeuds:
        if noeud.instance["id"] != sauf:
            yield noeud, niveau
            yield from deployer(noeud.enfants, sauf, niveau + 1)


async def _nommer_les_colleges(gouvernance: UUID, noeuds: dict[UUID, Noeud], au: date) -> None:
    """Colleges of every body. One statement."""
    rangees = await lignes(
        "SELECT g.instance, g.college, MIN(g.rang) AS rang FROM siege g JOIN instance i ON i.id = g.instance "
        "WHERE i.gouvernance = {} AND g.supprime_le IS NULL AND g.college IS NOT NULL "
        "AND (g.debut IS NULL OR g.debut <= {}) AND (g.fin IS NULL OR g.fin >= {}) "
        "GROUP BY g.instance, g.college ORDER BY rang, g.college",
        gouvernance,
        au,
        au,
    )
    for r in rangees:
        if r["instance"] in noeuds:
            noeuds[r["instance"]].colleges.append(r["college"])


async def _compter_les_tenues(gouvernance: UUID, noeuds: dict[UUID, Noeud]) -> None:
    """Meetings held by body and by year; one that may have been of two years counts in none. One statement.

    A meeting of which only the year is known, and whose note opens with ``AU_MOINS``, stands for an unknown number.
    """
    rangees = await lignes(
        "SELECT instance, date_edtf, date_premier, date_dernier, date_recu, note FROM reunion WHERE gouvernance = {} "
        "AND instance IS NOT NULL AND etat = {} AND exemple = {} AND supprime_le IS NULL",
        gouvernance,
        EtatReunion.TENUE.value,
        False,
    )
    for r in rangees:
        noeud, quand = noeuds.get(r["instance"]), date_de(r)
        if noeud is None or quand is None or quand.premier is None or quand.dernier is None:
            continue
        an = quand.premier.year
        if an == quand.dernier.year:
            noeud.tenues[an] = noeud.tenues.get(an, 0) + 1
            if quand.nature is NatureDate.ANNEE and (r["note"] or "").startswith(AU_MOINS):
                noeud.au_moins.add(an)


@dataclass(frozen=True, slots=True)
class InstanceVue:
    """A body as ``lire_instance`` gives it, those under it, its meetings and decisions.

    ``fixees_par`` are the decisions that set its cadences, by key, when they are open.
    """

    instance: Ligne
    enfants: list[Noeud]
    reunions: list[Ligne]
    decisions: list[Ligne]
    fixees_par: dict[UUID, Ligne]


async def lire_vue_instance(acteur: Acteur, cle: UUID, au: date) -> InstanceVue:
    """Everything the page of a body says, in a fixed number of statements. Raises NonTrouve."""
    instance = await lire_instance(acteur, cle, au)
    arbre = await comitologie(acteur, instance["gouvernance"]["id"], au)
    return InstanceVue(
        instance=instance,
        enfants=arbre.par_cle[cle].enfants if cle in arbre.par_cle else [],
        reunions=await reunions(acteur, Clause("r.instance = {}", (cle,)), au),
        decisions=await tout_lister(acteur, DECISIONS, {"instance": str(cle)}, au),
        fixees_par=await _decisions_des_cadences(acteur, instance["cadences"]),
    )


async def _decisions_des_cadences(acteur: Acteur, cadences: list[Ligne]) -> dict[UUID, Ligne]:
    """The decisions that set cadences, as far as the reader may see them, by key. One statement."""
    visibles = parmi("decision.id", [c["decision"]["id"] for c in cadences if c["decision"]]) & decision_suivie(acteur)
    rangees = await lignes(
        "SELECT decision.id, decision.numero, decision.reunion, decision.date_edtf, decision.date_premier, "
        "decision.date_dernier, decision.date_recu FROM decision "
        f"WHERE decision.supprime_le IS NULL AND {visibles.sql}",
        *visibles.valeurs,
    )
    return {r["id"]: r for r in rangees}


async def lire_cadence(instance: UUID, cadence: UUID) -> Ligne:
    """A cadence of an instance the reader keeps. One statement. Raises NonTrouve."""
    trouvee = await ligne(
        "SELECT * FROM cadence WHERE id = {} AND instance = {} AND supprime_le IS NULL", cadence, instance
    )
    if trouvee is None:
        raise NonTrouve("Cette cadence")
    return trouvee


async def decisions_a_citer(acteur: Acteur, gouvernance: UUID, instance: UUID) -> list[Ligne]:
    """The latest decisions of a governance, those of the instance first. One statement."""
    visibles = decision_suivie(acteur)
    return await lignes(
        "SELECT decision.id, decision.code, decision.texte FROM decision WHERE decision.gouvernance = {} "
        f"AND decision.supprime_le IS NULL AND ({visibles.sql}) "
        "ORDER BY CASE WHEN decision.instance = {} THEN 0 ELSE 1 END, decision.annee DESC, decision.numero DESC, "
        "decision.code LIMIT 100",
        gouvernance,
        *visibles.valeurs,
        instance,
    )
