"""What a reader may do at a meeting already found."""

from __future__ import annotations

from backend.queries.lecture import Ligne, lignes
from fne_roadmaps.domain.droits import Acteur, Droit, droits_sur_reunion
from fne_roadmaps.domain.enums import EtatReunion


async def droits_a_la_reunion(acteur: Acteur, reunion: Ligne) -> frozenset[Droit]:
    """The rights on a stored meeting, joint governances included. One statement."""
    associees = await lignes("SELECT gouvernance FROM reunion_associee WHERE reunion = {}", reunion["id"])
    return droits_sur_reunion(
        acteur,
        [reunion["gouvernance"], *(a["gouvernance"] for a in associees)],
        reunion["id"],
        reunion["instance"],
        EtatReunion(reunion["etat"]),
    )
