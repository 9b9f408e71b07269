"""Commands on accounts."""

from __future__ import annotations

from backend.services.commands.champs import (
    Commande,
    Jour,
    Mot120,
    Mot120Facultatif,
    ReferenceFacultative,
)
from fne_roadmaps.domain.enums import Profil


class Inviter(Commande):
    """Somebody invited into a governance: who, at which address, for which organisation and post, with which rights."""

    nom: Mot120
    courriel: str
    profil: Profil
    structure: ReferenceFacultative = None
    poste: ReferenceFacultative = None


class PasserLaMain(Commande):
    """Handing a post over from a day on; without ``nom`` the post becomes vacant. ``courriel`` invites the next one."""

    le: Jour
    nom: Mot120Facultatif = None
    courriel: str | None = None
