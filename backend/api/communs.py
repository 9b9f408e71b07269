"""The API of territories and organisations: reference data, read only."""

from __future__ import annotations

from backend.api.ressources import Ressource
from backend.api.schemas import communs as formes
from backend.queries.structures import STRUCTURES as LISTE_STRUCTURES, lire_structure
from backend.queries.territoires import TERRITOIRES as LISTE_TERRITOIRES, lire_territoire

TERRITOIRES = Ressource(
    chemin="territoires",
    concept="territoire",
    un="un territoire",
    des="territoires",
    exemple="28",
    liste=LISTE_TERRITOIRES,
    resume=formes.TerritoireResume,
    entier=formes.Territoire,
    lire=lire_territoire,
)
STRUCTURES = Ressource(
    chemin="structures",
    concept="structure",
    un="une structure",
    des="structures",
    exemple="prefecture-28",
    liste=LISTE_STRUCTURES,
    resume=formes.StructureResume,
    entier=formes.Structure,
    lire=lire_structure,
)
