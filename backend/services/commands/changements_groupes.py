"""The command of a bulk change."""

from __future__ import annotations

from typing import Annotated
from uuid import UUID

from pydantic import Field

from backend.services.commands.champs import Commande, DateEdtf, ReferenceFacultative, TexteFacultatif
from fne_roadmaps.domain.changements_groupes import FICHES_MAX, ChampGroupe, GesteDePilote
from fne_roadmaps.domain.enums import Avancement, Meteo, Priorite


class DemandeDeChangement(Commande):
    """What is asked of each fiche: the field, and its value in the one that bears its name.

    ``pourquoi`` goes to the journal of every fiche that changes, and is the message of a request for news.
    """

    champ: ChampGroupe
    avancement: Avancement | None = None
    priorite: Priorite | None = None
    meteo: Meteo | None = None
    axe: ReferenceFacultative = None
    fin: DateEdtf | None = None
    structure: ReferenceFacultative = None
    geste: GesteDePilote = GesteDePilote.AJOUTER
    pourquoi: TexteFacultatif = None


class FicheVue(Commande):
    """A fiche at the version its author saw in the preview."""

    fiche: UUID
    version: Annotated[int, Field(ge=1)]


class ChangerDesFiches(Commande):
    """The change itself: only fiches still at the version that was seen are written."""

    feuille_de_route: UUID
    demande: DemandeDeChangement
    fiches: Annotated[tuple[FicheVue, ...], Field(min_length=1, max_length=FICHES_MAX)]
