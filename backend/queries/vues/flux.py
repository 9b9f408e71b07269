"""What a feed may be of, and one's feeds as their page shows them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from backend.queries.flux import portee_du_flux, regions
from backend.queries.lecture import Ligne, gouvernance_suivie, instance_suivie, lignes
from backend.queries.vues.gouvernances import gouvernances
from fne_roadmaps.domain.droits import Acteur
from fne_roadmaps.domain.enums import PorteeFlux
from fne_roadmaps.domain.errors import NonTrouve


@dataclass(frozen=True, slots=True)
class ChoixDeFlux:
    """``demandee`` is what the address asks for beyond the rest, as value and name; ``structure`` is one's own."""

    demandee: tuple[str, str] | None
    structure: UUID | None
    regions: list[Ligne]
    gouvernances: list[Ligne]
    instances: list[Ligne]


async def choix_de_flux(acteur: Acteur, portee: str, cible: str) -> ChoixDeFlux:
    """What the reader may follow. Raises NonTrouve when the address asks for what is not open to them."""
    demandee = None
    if cible:
        if portee not in set(PorteeFlux):
            raise NonTrouve("Ce que vous voulez suivre")
        demandee = f"{portee}:{cible}", (await portee_du_flux(acteur, PorteeFlux(portee), cible)).nom
    return ChoixDeFlux(
        demandee,
        acteur.structure,
        await regions(),
        await gouvernances(acteur, gouvernance_suivie(acteur, "g.id")),
        await instances_suivies(acteur),
    )


def flux_tenu(siens: Sequence[Ligne], cle: UUID) -> Ligne:
    """The feed of a key among one's own."""
    return next(f for f in siens if f["id"] == cle)


async def instances_suivies(acteur: Acteur) -> list[Ligne]:
    """Bodies the reader follows, by code, with the name of their governance. One statement."""
    suivie = instance_suivie(acteur)
    return await lignes(
        "SELECT instance.code, instance.nom, g.nom AS g_nom FROM instance JOIN gouvernance g "
        f"ON g.id = instance.gouvernance WHERE instance.supprime_le IS NULL AND ({suivie.sql}) ORDER BY instance.code",
        *suivie.valeurs,
    )
