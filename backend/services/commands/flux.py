"""Commands on calendar feeds."""

from __future__ import annotations

from typing import Annotated

from pydantic import AfterValidator, BeforeValidator

from backend.services.commands.champs import Commande, Mot200, ReferenceFacultative, garde
from fne_roadmaps.domain.enums import PorteeFlux
from fne_roadmaps.domain.flux import verifier_rappel

Rappel = Annotated[int | None, BeforeValidator(lambda v: v or None), AfterValidator(garde(verifier_rappel))]
"""Minutes before a meeting; none, or an empty text, for no reminder."""


class CreerFlux(Commande):
    """A feed of one's own; ``cible`` is the key or code of what ``portee`` names, none for one's meetings."""

    portee: PorteeFlux
    cible: ReferenceFacultative = None
    rappel_minutes: Rappel = None


class ReglerFlux(Commande):
    """What may change of a feed without changing its address: its name, and when it rings."""

    nom: Mot200
    rappel_minutes: Rappel = None
