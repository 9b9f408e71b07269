"""Roadmaps: what lists say of each, and the page of one with its list of fiches."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from backend.queries.feuilles_de_route import FEUILLES, lire_feuille
from backend.queries.gouvernances import membres_de
from backend.queries.lecture import Clause, Ligne, lignes, par_cle, parmi
from backend.queries.listes import Demande
from backend.queries.vues.liste_de_fiches import ListeDeFiches, lire_liste
from backend.queries.vues.listes import tout_lister
from backend.queries.vues.versions import PlanPublie, plan_publie, versions
from fne_roadmaps.domain.droits import Acteur


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
class FeuilleVue:
    """A roadmap as ``lire_feuille`` gives it, its members, and the number of its headings (``axes``).

    ``plan`` is the last published outline, read only for who does not follow it; ``liste`` for who does.
    """

    feuille: Ligne
    membres: list[Ligne]
    axes: int
    plan: PlanPublie | None
    liste: ListeDeFiches | None


async def lire_vue_feuille(
    acteur: Acteur,
    cle: UUID,
    demande: Demande,
    au: date,
    *,
    colonnes: Collection[str] = (),
    epinglee: UUID | None = None,
) -> FeuilleVue:
    """Everything the page of a roadmap says (see ``lire_liste`` for the last two). Raises NonTrouve."""
    feuille = await lire_feuille(acteur, cle, au)
    gouvernance = feuille["gouvernance"]["id"]
    suivie = feuille["suivi"] is not None
    publiee = feuille["versions"][-1] if feuille["versions"] and not suivie else None
    rangee = {"id": cle, "etat": feuille["etat"], "gouvernance": gouvernance}
    return FeuilleVue(
        feuille=feuille,
        membres=(await membres_de([gouvernance], au)).get(gouvernance, []),
        axes=len((await _axes_par_feuille([cle])).get(cle, ())),
        plan=await plan_publie(publiee["id"]) if publiee else None,
        liste=await lire_liste(acteur, rangee, demande, au, colonnes=colonnes, epinglee=epinglee) if suivie else None,
    )
