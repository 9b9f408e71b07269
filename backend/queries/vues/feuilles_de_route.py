"""Roadmaps: what lists say of each, and the page of one with its list of fiches."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any
from uuid import UUID

from backend.queries.feuilles_de_route import FEUILLES, lire_feuille
from backend.queries.fiches_action import FICHES
from backend.queries.gouvernances import membres_de
from backend.queries.lecture import Clause, Ligne, lignes, par_cle, parmi
from backend.queries.listes import Demande, Page, lister
from backend.queries.vues.listes import compter, tout_lister
from backend.queries.vues.versions import PlanPublie, plan_publie, versions
from fne_roadmaps.domain.droits import Acteur
from fne_roadmaps.domain.enums import Instruction, RoleActeur

MOIS_SANS_NOUVELLES = 6


async def feuilles(acteur: Acteur, filtres: Mapping[str, Any], au: date) -> list[Ligne]:
    """Roadmaps with, beside what the list gives, their ``versions``, ``axes`` and ``transversaux`` (level-1 headings).

    Five statements.
    """
    trouvees = await tout_lister(acteur, FEUILLES, filtres, au)
    cles = [f["id"] for f in trouvees]
    axes = await _axes_par_feuille(cles)
    publiees = await versions(cles)
    return [
        {
            **f,
            "versions": publiees.get(f["id"], []),
            "axes": len(axes.get(f["id"], ())),
            "transversaux": sum(1 for a in axes.get(f["id"], ()) if a["transversal"]),
        }
        for f in trouvees
    ]


async def _axes_par_feuille(feuilles: list[UUID]) -> dict[UUID, list[Ligne]]:
    clause = parmi("feuille_de_route", feuilles) & Clause("parent IS NULL AND supprime_le IS NULL")
    rangees = await lignes(
        f"SELECT feuille_de_route, rang, transversal FROM axe WHERE {clause.sql} ORDER BY feuille_de_route, rang",
        *clause.valeurs,
    )
    return par_cle(rangees, "feuille_de_route")


@dataclass(frozen=True, slots=True)
class ListeDeFiches:
    """One page of the fiches of a roadmap, the choices of its filters, and the count of the silent ones.

    ``sans`` gives, for an empty page, how many fiches answer without each filter.
    """

    page: Page
    pilotes: list[Ligne]
    territoires: list[Ligne]
    sans_nouvelles: int
    sans: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class FeuilleVue:
    """A roadmap as ``lire_feuille`` gives it, its members, and the number of its headings (``axes``).

    ``plan`` is the last published outline, read only for who does not follow it; ``liste`` for who does.
    """

    feuille: Ligne
    membres: list[Ligne]
    axes: int
    plan: PlanPublie | None
    liste: ListeDeFiches | None


async def lire_vue_feuille(acteur: Acteur, cle: UUID, demande: Demande, au: date) -> FeuilleVue:
    """Everything the page of a roadmap says, in a fixed number of statements. Raises NonTrouve."""
    feuille = await lire_feuille(acteur, cle, au)
    gouvernance = feuille["gouvernance"]["id"]
    suivie = feuille["suivi"] is not None
    publiee = feuille["versions"][-1] if feuille["versions"] and not suivie else None
    return FeuilleVue(
        feuille=feuille,
        membres=(await membres_de([gouvernance], au)).get(gouvernance, []),
        axes=len((await _axes_par_feuille([cle])).get(cle, ())),
        plan=await plan_publie(publiee["id"]) if publiee else None,
        liste=await _liste(acteur, cle, demande, au) if suivie else None,
    )


async def _liste(acteur: Acteur, feuille: UUID, demande: Demande, au: date) -> ListeDeFiches:
    siennes = {"feuille_de_route": str(feuille)}
    page = await lister(acteur, FICHES, replace(demande, filtres={**_complets(demande.filtres), **siennes}), au)
    pilotes = await lignes(
        "SELECT DISTINCT s.code, s.nom FROM acteur x JOIN structure s ON s.id = x.structure "
        "JOIN fiche_action a ON a.id = x.fiche_action "
        "WHERE a.feuille_de_route = {} AND a.supprime_le IS NULL AND x.role = {}",
        feuille,
        RoleActeur.PILOTE.value,
    )
    territoires = await lignes(
        "SELECT DISTINCT t.code, t.nom, t.type FROM fiche_territoire x JOIN territoire t ON t.id = x.territoire "
        "JOIN fiche_action a ON a.id = x.fiche_action WHERE a.feuille_de_route = {} AND a.supprime_le IS NULL",
        feuille,
    )
    sans: dict[str, int] = {}
    for nom in demande.filtres if not page.total else ():
        autres = {n: v for n, v in demande.filtres.items() if n != nom}
        sans[nom] = await compter(acteur, FICHES, {**_complets(autres), **siennes}, au)
    return ListeDeFiches(
        page=page,
        pilotes=pilotes,
        territoires=territoires,
        sans_nouvelles=await compter(acteur, FICHES, {**siennes, "sans_nouvelles": MOIS_SANS_NOUVELLES}, au),
        sans=sans,
    )


def _complets(filtres: Mapping[str, Any]) -> dict[str, Any]:
    """An avancement is asked of retained fiches only: the others show their place in the arbitration instead."""
    if "avancement" in filtres and "instruction" not in filtres:
        return {**filtres, "instruction": (Instruction.RETENUE.value,)}
    return dict(filtres)
