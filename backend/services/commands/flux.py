"""Commands on calendar feeds."""

from __future__ import annotations

from backend.services.commands.champs import Commande, ReferenceFacultative
from fne_roadmaps.domain.enums import PorteeFlux


class CreerFlux(Commande):
    """A feed of one's own; ``cible`` is the key or code of what ``portee`` names, none for one's meetings."""

    portee: PorteeFlux
    cible: ReferenceFacultative = None
