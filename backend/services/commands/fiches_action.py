"""Commands on fiches action."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from backend.services.commands.champs import (
    MAX_LISTE,
    Annee,
    Centimes,
    Commande,
    DateEdtf,
    Jour,
    Mot60Facultatif,
    Mot120Facultatif,
    Mot200,
    Mot300,
    Mot300Facultatif,
    Rang,
    Reference,
    ReferenceFacultative,
    TexteFacultatif,
    Url,
    Valeur,
    partielle,
)
from fne_roadmaps.domain.enums import Avancement, Instruction, Meteo, Priorite, RoleActeur, TypeLienFiches


class ActeurSaisi(Commande):
    """An organisation, and the post when known, in a role of the fiche."""

    role: RoleActeur
    structure: Reference
    poste: ReferenceFacultative = None


class JalonSaisi(Commande):
    """A dated step, done when ``fait_le`` is given."""

    titre: Mot300
    date: DateEdtf | None = None
    livrable: Mot300Facultatif = None
    fait_le: Jour | None = None


class FinancementSaisi(Commande):
    """One financer and one year; amounts in centimes."""

    financeur: Mot200
    structure: ReferenceFacultative = None
    annee: Annee
    demande: Centimes | None = None
    promis: Centimes | None = None
    obtenu: Centimes | None = None
    depense: Centimes | None = None


class MesureSaisie(Commande):
    """A value of an indicator at a date, with its source."""

    valeur: Valeur
    periode: Mot120Facultatif = None
    date: DateEdtf | None = None
    source: TexteFacultatif = None


class IndicateurSaisi(Commande):
    """What is measured: unit, baseline, target, dated measures."""

    libelle: Mot300
    unite: Mot60Facultatif = None
    source: TexteFacultatif = None
    depart: MesureSaisie | None = None
    cible: MesureSaisie | None = None
    mesures: Annotated[tuple[MesureSaisie, ...], Field(max_length=MAX_LISTE)] = ()


class LienSaisi(Commande):
    """A named web address."""

    libelle: Mot200
    url: Url


class CreerFicheAction(Commande):
    """A fiche of a roadmap. A retained fiche takes the next rank of its axe (or ``rang``); any other a proposal number.

    ``instruction`` and ``avancement`` may start elsewhere than at the beginning: an existing roadmap is
    entered as it stands.
    """

    feuille_de_route: Reference
    axe: ReferenceFacultative = None
    rang: Rang | None = None
    titre: Mot300
    contexte: TexteFacultatif = None
    objectifs: TexteFacultatif = None
    description: TexteFacultatif = None
    moyens_humains: TexteFacultatif = None
    livrables: TexteFacultatif = None
    lien_diagnostic: TexteFacultatif = None
    debut: DateEdtf | None = None
    fin: DateEdtf | None = None
    en_continu: bool = False
    instruction: Instruction = Instruction.BROUILLON
    avancement: Avancement = Avancement.A_VENIR
    priorite: Priorite | None = None
    meteo: Meteo | None = None
    progression_declaree: Annotated[int, Field(strict=True, ge=0, le=100)] | None = None
    difficultes: TexteFacultatif = None
    prochaine_etape: TexteFacultatif = None
    nouvelles_le: Jour | None = None
    besoin: Centimes | None = None
    axes_servis: Annotated[tuple[Reference, ...], Field(max_length=20)] = ()
    acteurs: Annotated[tuple[ActeurSaisi, ...], Field(max_length=MAX_LISTE)] = ()
    publics: Annotated[tuple[Mot200, ...], Field(max_length=50)] = ()
    territoires: Annotated[tuple[Reference, ...], Field(max_length=MAX_LISTE)] = ()
    jalons: Annotated[tuple[JalonSaisi, ...], Field(max_length=MAX_LISTE)] = ()
    financements: Annotated[tuple[FinancementSaisi, ...], Field(max_length=MAX_LISTE)] = ()
    indicateurs: Annotated[tuple[IndicateurSaisi, ...], Field(max_length=50)] = ()
    liens: Annotated[tuple[LienSaisi, ...], Field(max_length=50)] = ()
    exemple: bool = False


ModifierFicheAction = partielle(
    CreerFicheAction,
    "ModifierFicheAction",
    sauf=frozenset({"feuille_de_route", "instruction", "avancement", "exemple"}),
)


class ChangerInstruction(Commande):
    """Arbitration moves; ``pourquoi`` is kept in the journal. ``axe`` is where the fiche takes its number, or aims."""

    instruction: Instruction
    axe: ReferenceFacultative = None
    pourquoi: TexteFacultatif = None


class ChangerAvancement(Commande):
    """Progress moves; reopening asks why."""

    avancement: Avancement
    pourquoi: TexteFacultatif = None


class LierFiches(Commande):
    """A fusion, an essaimage or a scission between two fiches; ``source`` came first."""

    source: Reference
    cible: Reference
    type: TypeLienFiches
    date: DateEdtf | None = None
    note: TexteFacultatif = None
