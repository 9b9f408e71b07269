"""Commands on decisions."""

from __future__ import annotations

from typing import Annotated
from uuid import UUID

from pydantic import Field

from backend.services.commands.champs import (
    MAX_LISTE,
    Annee,
    Commande,
    DateEdtf,
    Rang,
    Reference,
    ReferenceFacultative,
    Texte,
    TexteFacultatif,
    partielle,
)
from backend.services.commands.instances import CadenceSaisie
from fne_roadmaps.domain.enums import Avancement, EtatAdoption, GenreEffet, ModeDecision, NatureDecision, SuiviDecision

Voix = Annotated[int, Field(ge=0, le=10_000)]


class EffetSaisi(Commande):
    """A change the decision carries. ``axe`` is where a retained fiche takes its number; ``cadence`` is the new one.

    ``instance`` is whose cadence changes, the decision's own when left out.
    """

    genre: GenreEffet
    fiche: ReferenceFacultative = None
    axe: ReferenceFacultative = None
    avancement: Avancement | None = None
    instance: ReferenceFacultative = None
    cadence: CadenceSaisie | None = None
    motif: TexteFacultatif = None


class CreerDecision(Commande):
    """A decision, numbered in its year and instance (or governance); ``numero`` only when a source gives it.

    ``point`` is the item of the meeting's agenda it was taken on.
    """

    gouvernance: ReferenceFacultative = None
    instance: ReferenceFacultative = None
    reunion: ReferenceFacultative = None
    annee: Annee
    numero: Rang | None = None
    texte: Texte
    date: DateEdtf | None = None
    mode_decision: ModeDecision | None = None
    responsable: ReferenceFacultative = None
    echeance: DateEdtf | None = None
    nature: NatureDecision = NatureDecision.ORIENTATION
    adoption: EtatAdoption = EtatAdoption.ADOPTEE
    suivi: SuiviDecision = SuiviDecision.A_FAIRE
    point: UUID | None = None
    fiches: Annotated[tuple[Reference, ...], Field(max_length=MAX_LISTE)] = ()
    effets: Annotated[tuple[EffetSaisi, ...], Field(max_length=100)] = ()
    source: TexteFacultatif = None
    exemple: bool = False


ModifierDecision = partielle(
    CreerDecision,
    "ModifierDecision",
    sauf=frozenset({"gouvernance", "instance", "annee", "numero", "adoption", "suivi", "point", "exemple"}),
)


class ChangerAdoption(Commande):
    """The instance takes the decision, rejects it or puts it off; voices when they were counted."""

    adoption: EtatAdoption
    date: DateEdtf | None = None
    voix_pour: Voix | None = None
    voix_contre: Voix | None = None
    abstentions: Voix | None = None
    pourquoi: TexteFacultatif = None


class ChangerSuivi(Commande):
    """Where what was decided stands."""

    suivi: SuiviDecision
    suivi_note: TexteFacultatif = None


class RemplacerDecision(Commande):
    """The former decision this one supersedes; none takes that back."""

    remplace: ReferenceFacultative = None
