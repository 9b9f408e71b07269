"""Published versions: those of several roadmaps, and the outline of one frozen text."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from backend.queries.lecture import Ligne, ligne, lignes, par_cle, parmi
from backend.queries.valeurs import Forme, former_toutes
from fne_roadmaps.domain.enums import EtatFeuille


@dataclass(frozen=True, slots=True)
class AxePublie:
    """A level-1 heading as published; ``titre`` is None when no public text gives it."""

    rang: int
    titre: str | None
    transversal: bool


@dataclass(frozen=True, slots=True)
class PlanPublie:
    """Headings of a frozen text, and the number of its fiches, of examples among them."""

    axes: tuple[AxePublie, ...]
    fiches: int
    exemples: int


async def versions(feuilles: Iterable[UUID]) -> dict[UUID, list[Ligne]]:
    """Versions by roadmap, first to last, without their content. One statement."""
    clause = parmi("feuille_de_route", feuilles)
    rangees = await lignes(
        "SELECT id, feuille_de_route, numero, etat, occasion, empreinte, exemple, date_edtf, date_premier, "
        f"date_dernier, date_recu FROM version_publiee WHERE {clause.sql} ORDER BY feuille_de_route, numero",
        *clause.valeurs,
    )
    return par_cle(former_toutes(rangees, Forme(mots={"etat": EtatFeuille}, dates=("date",))), "feuille_de_route")


async def plan_publie(version: UUID) -> PlanPublie:
    """The outline of one version: what a reader who does not follow the governance sees of its axes. One statement."""
    trouvee = await ligne("SELECT contenu FROM version_publiee WHERE id = {}", version)
    if trouvee is None:
        raise LookupError(f"version {version}")
    axes = json.loads(trouvee["contenu"])["axes"]
    return PlanPublie(
        axes=tuple(AxePublie(a["rang"], a["titre"], a["transversal"]) for a in axes),
        fiches=sum(len(a["fiches"]) for a in axes),
        exemples=sum(1 for a in axes for f in a["fiches"] if f["exemple"]),
    )
