"""What an agenda is brought into: the governance, its ground, its bodies, and the meetings it has already."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from backend.queries.lecture import Ligne, instance_suivie, ligne, lignes, reunion_suivie
from backend.queries.references import charger
from fne_roadmaps.domain.droits import Acteur, Droit, droits_sur_gouvernance, exiger
from fne_roadmaps.domain.errors import NonTrouve

QUOI = "Cet import d’agenda"
RECENTS = 5


@dataclass(frozen=True, slots=True)
class Terrain:
    """A governance about to receive an agenda. ``territoire`` is its ground, ``voisins`` those this one holds."""

    gouvernance: Ligne
    territoire: Ligne
    voisins: tuple[Ligne, ...]
    instances: tuple[Ligne, ...]
    reunions: tuple[Ligne, ...]


async def lire_terrain(acteur: Acteur, reference: str | UUID) -> Terrain:
    """For who may hold its meetings. Five statements. Raises NonTrouve, Interdit."""
    gouvernance = await charger(acteur, "gouvernance", reference)
    exiger(droits_sur_gouvernance(acteur, gouvernance["id"]), Droit.REUNIR, "Cette gouvernance")
    territoire = await ligne(
        "SELECT id, code, type, nom, fuseau FROM territoire WHERE id = {}", gouvernance["territoire"]
    )
    if territoire is None:
        raise LookupError(f"territoire de {gouvernance['code']}")
    voisins = await lignes(
        "SELECT id, code, type, nom FROM territoire WHERE parent = {} AND supprime_le IS NULL ORDER BY code",
        territoire["id"],
    )
    suivie, lisible = instance_suivie(acteur), reunion_suivie(acteur)
    instances = await lignes(
        "SELECT instance.id, instance.code, instance.type, instance.nom, instance.territoire FROM instance "
        f"WHERE instance.gouvernance = {{}} AND instance.supprime_le IS NULL AND ({suivie.sql}) ORDER BY rang, code",
        gouvernance["id"],
        *suivie.valeurs,
    )
    reunions = await lignes(
        "SELECT reunion.id, reunion.code, reunion.titre, reunion.date_edtf, reunion.heure_debut, reunion.source "
        f"FROM reunion WHERE reunion.gouvernance = {{}} AND reunion.supprime_le IS NULL AND ({lisible.sql}) "
        "ORDER BY reunion.code",
        gouvernance["id"],
        *lisible.valeurs,
    )
    return Terrain(gouvernance, territoire, tuple(voisins), tuple(instances), tuple(reunions))


async def lire_import(acteur: Acteur, cle: UUID) -> tuple[Ligne, dict[str, Any]]:
    """An import and what it kept of each meeting, for who follows the governance. One statement. Raises NonTrouve."""
    fait = await ligne(
        "SELECT i.id, i.auteur, i.contenu, i.fait_le, i.annule_le, i.gouvernance, g.code, g.nom FROM import_agenda i "
        "JOIN gouvernance g ON g.id = i.gouvernance WHERE i.id = {} AND g.supprime_le IS NULL",
        cle,
    )
    if fait is None:
        raise NonTrouve(QUOI)
    exiger(droits_sur_gouvernance(acteur, fait["gouvernance"]), Droit.SUIVRE, QUOI)
    return fait, json.loads(fait["contenu"])


async def imports_recents(acteur: Acteur, gouvernance: UUID) -> list[Ligne]:
    """The last imports the reader made into a governance, newest first. One statement."""
    return await lignes(
        "SELECT id, fait_le, annule_le FROM import_agenda WHERE gouvernance = {} AND auteur = {} "
        "ORDER BY fait_le DESC, id LIMIT {}",
        gouvernance,
        acteur.identifiant,
        RECENTS,
    )
