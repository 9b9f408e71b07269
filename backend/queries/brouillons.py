"""Reading what somebody left half typed: theirs alone, whatever their rights."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from backend.queries.lecture import ligne
from fne_roadmaps.domain.droits import Acteur


@dataclass(frozen=True, slots=True)
class Brouillon:
    """What was typed, field by field and in order, against ``version_lue`` of the object (None for a new one)."""

    paires: tuple[tuple[str, str], ...]
    version_lue: int | None
    le: datetime


async def lire_brouillon(acteur: Acteur, objet: UUID, section: str) -> Brouillon | None:
    """The draft its author left in a section of an object, if any. One statement."""
    trouve = await ligne(
        "SELECT contenu, version_lue, maj_le FROM brouillon WHERE auteur = {} AND objet = {} AND section = {}",
        acteur.identifiant,
        objet,
        section,
    )
    if trouve is None:
        return None
    paires = tuple((str(nom), str(valeur)) for nom, valeur in json.loads(trouve["contenu"] or "[]"))
    return Brouillon(paires, trouve["version_lue"] or None, trouve["maj_le"])
