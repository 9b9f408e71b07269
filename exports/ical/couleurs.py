"""Colour of each type of instance in calendars: CSS3 names, the only ones that RFC 7986 §5.9 allows."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from fne_roadmaps.domain.enums import TypeInstance

COULEURS: Mapping[TypeInstance, str] = MappingProxyType(
    {
        TypeInstance.COMITE_STRATEGIQUE: "darkslateblue",
        TypeInstance.COPIL: "darkgreen",
        TypeInstance.COTECH: "teal",
        TypeInstance.COMITE_CONSULTATIF: "purple",
        TypeInstance.GROUPE_DE_TRAVAIL: "chocolate",
        TypeInstance.GROUPE_OPERATIONNEL: "sienna",
        TypeInstance.COMITE_DEPARTEMENTAL: "steelblue",
        TypeInstance.RESEAU: "olive",
        TypeInstance.BASSIN_DE_VIE: "darkgoldenrod",
        TypeInstance.AUTRE: "slategray",
    }
)
