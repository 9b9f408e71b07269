"""Answers about roadmaps, their axes and their published versions."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Any
from uuid import UUID

from pydantic import Field

from backend.api.schemas.base import AuJour, Date, Droits, Objet, Ref, Rendu, RenduDeCodes
from fne_roadmaps.domain.enums import Avancement, EtatFeuille, Instruction, Perimetre, TypeAppui


class Progression(Rendu):
    """Réalisées on retained less abandoned, with the formula in words."""

    realisees: int
    retenues: int
    abandonnees: int
    base: int
    formule: str


class Suivi(Rendu):
    """Counts of fiches, examples among them, and signals on the reference day."""

    fiches: int
    exemples: int
    en_retard: int
    sans_pilote: int
    par_instruction: dict[Instruction, int]
    retenues: Annotated[dict[Avancement, int], Field(description="Fiches retenues, par avancement")]
    progression: Progression


class Appui(RenduDeCodes):
    """A contract or scheme the roadmap leans on."""

    type: TypeAppui
    intitule: str
    source: str | None


class Signataire(Rendu):
    """A known signatory; what no source gives is null."""

    structure: Ref
    qualite: str | None
    mandat: str | None
    source: str | None


class Etape(RenduDeCodes):
    """The roadmap entered a state."""

    etat: EtatFeuille
    date: Date | None
    occasion: str | None
    source: str | None


class Version(RenduDeCodes):
    """A presented or signed text and its digest (SHA-256 of its canonical JSON, RFC 8785)."""

    id: UUID
    numero: int
    etat: EtatFeuille
    date: Date | None
    occasion: str | None
    empreinte: str
    exemple: bool


class VersionEntiere(Version):
    """The whole frozen text; ``schema_contenu`` tells how to read it."""

    feuille_de_route: str
    schema_contenu: int
    fige_le: str
    contenu: dict[str, Any]


class Axe(Objet):
    """A level-1 heading; ``titre`` is null when no public text gives it."""

    code: str | None
    feuille_de_route: Ref
    parent: Ref | None
    rang: int
    titre: str | None
    transversal: bool
    chapo: str | None
    source: str | None
    suivi: Suivi


class AxeEntier(Axe):
    """An axe read alone."""

    au: AuJour
    droits: Droits


class FeuilleResume(Objet):
    """A roadmap in a list; ``suivi`` is null for those who do not follow the governance."""

    code: str
    gouvernance: Ref
    titre: str
    sous_titre: str | None
    perimetre: Perimetre
    mot_niveau_1: str
    mots_niveau_1: str
    annee: int
    debut: dt.date | None
    fin: dt.date | None
    etat: EtatFeuille
    date_etat: Date | None
    occasion: str | None
    suivi: Suivi | None


class Feuille(Objet):
    """A roadmap whole; the text in progress, notes, axes and counts are for those who follow the governance."""

    code: str
    gouvernance: Ref
    titre: str
    sous_titre: str | None
    perimetre: Perimetre
    mot_niveau_1: str
    mots_niveau_1: str
    annee: int
    debut: dt.date | None
    fin: dt.date | None
    etat: EtatFeuille
    axes_declares: int | None
    territoires: tuple[Ref, ...]
    appuis: tuple[Appui, ...]
    signataires: tuple[Signataire, ...]
    signataires_note: str | None
    etapes: tuple[Etape, ...]
    versions: tuple[Version, ...]
    avant_propos: str | None
    comitologie_chapo: str | None
    mention: str | None
    note: str | None
    source: str | None
    axes: tuple[Axe, ...] | None
    suivi: Suivi | None
    au: AuJour
    droits: Droits
