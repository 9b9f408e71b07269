"""Reading what somebody left half typed: theirs alone, whatever their rights."""

from __future__ import annotations

import json
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from backend.queries.lecture import Ligne, ligne, lignes, parmi
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
    return _former(trouve) if trouve else None


async def lire_brouillons(acteur: Acteur, objet: UUID) -> dict[str, Brouillon]:
    """The drafts their author left about an object, by section. One statement."""
    trouves = await lignes(
        "SELECT section, contenu, version_lue, maj_le FROM brouillon WHERE auteur = {} AND objet = {}",
        acteur.identifiant,
        objet,
    )
    return {trouve["section"]: _former(trouve) for trouve in trouves}


async def lire_brouillons_de(acteur: Acteur, objets: Collection[UUID], section: str) -> dict[UUID, Brouillon]:
    """The drafts their author left in one section of several objects, by object. One statement."""
    clause = parmi("objet", objets)
    trouves = await lignes(
        "SELECT objet, contenu, version_lue, maj_le FROM brouillon "
        f"WHERE auteur = {{}} AND section = {{}} AND {clause.sql}",
        acteur.identifiant,
        section,
        *clause.valeurs,
    )
    return {trouve["objet"]: _former(trouve) for trouve in trouves}


def _former(rangee: Ligne) -> Brouillon:
    paires = tuple((str(nom), str(valeur)) for nom, valeur in json.loads(rangee["contenu"] or "[]"))
    return Brouillon(paires, rangee["version_lue"] or None, rangee["maj_le"])
