"""Pieces shared by several pages."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from backend.web.contexts.cadre import Lien
from fne_roadmaps.domain.dates import DateIncertaine
from fne_roadmaps.domain.enums import (
    Avancement,
    ComparateurChiffre,
    EtatFeuille,
    EtatReunion,
    ModeDecision,
    NatureChiffre,
)
from fne_roadmaps.domain.fiches_action.progression import Progression, progression


@dataclass(frozen=True, slots=True)
class Repartition:
    """Retained fiches counted by avancement; the progress and its formula are those of the domain."""

    comptes: Mapping[Avancement, int]

    @property
    def progression(self) -> Progression:
        """Réalisées on retained less abandoned."""
        return progression(self.comptes)


@dataclass(frozen=True, slots=True, kw_only=True)
class Porteur:
    """``deduit`` when no text says it; ``source`` tells where it was read or deduced from."""

    nom: str
    role: str
    source: str | None = None
    deduit: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Chiffre:
    """A figure with its source, declared or computed."""

    libelle: str
    valeur: str
    theme: str | None = None
    unite: str | None = None
    comparateur: ComparateurChiffre = ComparateurChiffre.EGAL
    territoire: str | None = None
    periode: str | None = None
    source: str | None = None
    note: str | None = None
    nature: NatureChiffre = NatureChiffre.DECLARE


@dataclass(frozen=True, slots=True, kw_only=True)
class VersionPubliee:
    """A presented or signed text. ``documents`` is empty when no file exists; ``empreinte`` is hexadecimal
    SHA-256.
    """

    numero: int
    etat: EtatFeuille
    date: DateIncertaine | None
    documents: tuple[Lien, ...] = ()
    empreinte: str | None = None
    occasion: str | None = None
    fiches: int | None = None
    fiches_exemple: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class LigneReunion:
    """A meeting in a list. ``precisions`` are joined by « · »; ``alerte`` is the question a contradiction
    raises; ``a_confirmer``: the day is known, not yet certain. ``retard_compte_rendu`` in days.
    """

    titre: str
    href: str
    date: DateIncertaine | None
    etat: EtatReunion
    debut: str | None = None
    fin: str | None = None
    precisions: tuple[str, ...] = ()
    alerte: str | None = None
    suite: str | None = None
    cadence: str | None = None
    a_confirmer: bool = False
    exemple: bool = False
    retard_compte_rendu: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionPrise:
    """``marque`` is its number in the year (« D1 »); ``origine`` links the meeting when the page is not that meeting.

    ``exemple`` marks what nobody decided.
    """

    marque: str
    texte: str
    code: str
    href: str
    date: DateIncertaine | None = None
    origine: Lien | None = None
    mode: ModeDecision | None = None
    suivi: str | None = None
    echeance: DateIncertaine | None = None
    fiches: tuple[Lien, ...] = ()
    source: str | None = None
    exemple: bool = False
