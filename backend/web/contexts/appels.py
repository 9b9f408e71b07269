"""Calls for fiches: their list, their form, their two pages."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from backend.web.contexts.cadre import Cadre, Lien
from backend.web.contexts.formulaire import Formulaire
from fne_roadmaps.domain.enums import EtatAppel, EtatDepot, Instruction

Option = tuple[str, str]
"""A value and its label."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TexteEnregistre:
    """A field somebody else kept meanwhile: its label and its text."""

    libelle: str
    texte: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LienACopier:
    """A whole address somebody will paste elsewhere; ``libelle`` names the field that holds it."""

    libelle: str
    adresse: str
    aide: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AppelLigne:
    """One call in the list of its roadmap; ``deposes`` are submitted, ``en_cours`` still being written."""

    titre: str
    href: str
    etat: EtatAppel
    ouvre_le: date | None
    ferme_le: date | None
    deposes: int
    en_cours: int
    exemple: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class AppelsContexte:
    """The calls of a roadmap."""

    cadre: Cadre
    feuille: str
    appels: tuple[AppelLigne, ...]
    nouveau: str
    propositions: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AppelFormulaireContexte:
    """Opening or changing a call; ``axes`` are the headings it may name, ``mots`` how they are called."""

    cadre: Cadre
    feuille: str
    titre: str
    bouton: str
    axes: tuple[Option, ...]
    mots: str
    formulaire: Formulaire
    enregistres: tuple[TexteEnregistre, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DepotLigne:
    """A deposit in the list of a call: who, where it stands, since when; its text only once it is submitted."""

    structure: str
    fonction: str | None
    etat: EtatDepot
    le: datetime
    aide: str | None
    instruction: Instruction | None
    fiche: Lien | None
    renvoyer: str | None
    exemple: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class AppelContexte:
    """A call for who writes the roadmap. ``prolonger`` is there when it has a last day, ``clore`` while it is open."""

    cadre: Cadre
    titre: str
    consignes: str | None
    etat: EtatAppel
    ouvre_le: date | None
    ferme_le: date | None
    axes: tuple[str, ...]
    mots: str
    lien: LienACopier
    apercu: str
    depots: tuple[DepotLigne, ...]
    modifier: str
    clore: str | None
    revoquer: str
    prolonger: Formulaire | None
    exemple: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class AppelPublicContexte:
    """A call as whoever was given its link reads it; ``commencer`` only while it is open."""

    cadre: Cadre
    lieu: str
    titre: str
    consignes: str | None
    etat: EtatAppel
    ouvre_le: date | None
    ferme_le: date | None
    axes: tuple[str, ...]
    mots: str
    commencer: str | None
    exemple: bool
