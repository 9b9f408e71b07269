"""Every concept of the API, in the order of its description."""

from __future__ import annotations

from backend.api.communs import STRUCTURES, TERRITOIRES
from backend.api.feuilles_de_route import AXES, FEUILLES_DE_ROUTE
from backend.api.fiches_action import FICHES_ACTION
from backend.api.gouvernances import CHIFFRES, CONTRIBUTIONS, GOUVERNANCES
from backend.api.instances import INSTANCES
from backend.api.ressources import Ressource
from backend.api.reunions import DECISIONS, REUNIONS
from backend.api.seances import POINTS, PRESENCES

RESSOURCES: tuple[Ressource, ...] = (
    GOUVERNANCES,
    FEUILLES_DE_ROUTE,
    AXES,
    FICHES_ACTION,
    INSTANCES,
    REUNIONS,
    POINTS,
    PRESENCES,
    DECISIONS,
    CHIFFRES,
    CONTRIBUTIONS,
    TERRITOIRES,
    STRUCTURES,
)
