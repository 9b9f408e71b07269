"""Commands on date polls."""

from __future__ import annotations

from typing import Annotated
from uuid import UUID

from pydantic import Field

from backend.services.commands.champs import Commande, Heure, Jour, Mot120, Mot200Facultatif, Reference, TexteFacultatif
from fne_roadmaps.domain.enums import AvisDeDate
from fne_roadmaps.domain.sondages import JOURS_MAX


class OuvrirSondage(Commande):
    """A poll on the days a meeting may be held; answers are taken until ``ferme_le``, included."""

    reunion: Reference
    jours: Annotated[tuple[Jour, ...], Field(max_length=JOURS_MAX)]
    message: TexteFacultatif = None
    ferme_le: Jour | None = None


class AvisDit(Commande):
    """What is answered for one possible day."""

    option: UUID
    avis: AvisDeDate


class RepondreSondage(Commande):
    """One person's answer; ``reponse`` is the one it replaces."""

    sondage: UUID
    reponse: UUID | None = None
    nom: Mot120
    structure_nom: Mot200Facultatif = None
    commentaire: TexteFacultatif = None
    avis: Annotated[tuple[AvisDit, ...], Field(max_length=JOURS_MAX)]


class ChoisirLaDate(Commande):
    """The day that is kept, with its hours when they are known."""

    option: UUID
    heure_debut: Heure | None = None
    heure_fin: Heure | None = None
