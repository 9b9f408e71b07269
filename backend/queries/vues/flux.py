"""What a feed may be of."""

from __future__ import annotations

from backend.queries.lecture import Ligne, instance_suivie, lignes
from fne_roadmaps.domain.droits import Acteur


async def instances_suivies(acteur: Acteur) -> list[Ligne]:
    """Bodies the reader follows, by code, with the name of their governance. One statement."""
    suivie = instance_suivie(acteur)
    return await lignes(
        "SELECT instance.code, instance.nom, g.nom AS g_nom FROM instance JOIN gouvernance g "
        f"ON g.id = instance.gouvernance WHERE instance.supprime_le IS NULL AND ({suivie.sql}) ORDER BY instance.code",
        *suivie.valeurs,
    )
