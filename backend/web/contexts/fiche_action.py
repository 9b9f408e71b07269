"""A fiche action: everything its people write and follow."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from backend.web.contexts.cadre import Cadre, Lien
from fne_roadmaps.domain.dates import DateIncertaine
from fne_roadmaps.domain.enums import Avancement, Instruction, Meteo, Priorite
from fne_roadmaps.domain.fiches_action.finances import Solde
from fne_roadmaps.domain.fiches_action.retard import Retard


@dataclass(frozen=True, slots=True, kw_only=True)
class Acteur:
    """An organisation and the function that speaks for it."""

    nom: str
    fonction: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Jalon:
    """``etat`` is ``fait``, ``depasse`` (computed, with ``retard`` in days) or ``a_venir``."""

    titre: str
    etat: str
    date: DateIncertaine | None = None
    fait_le: datetime.date | None = None
    retard: int | None = None
    livrable: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Financement:
    """One financer and one year; amounts are centimes, None when not known."""

    financeur: str
    annee: int
    demande: int | None = None
    promis: int | None = None
    obtenu: int | None = None
    depense: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Mesure:
    """A value of an indicator (decimal text), its day or else its period in words, and its source."""

    valeur: str
    date: DateIncertaine | None = None
    periode: str | None = None
    source: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class IndicateurSuivi:
    """An indicator: baseline, target, and measures from the oldest to the newest."""

    libelle: str
    unite: str | None = None
    depart: Mesure | None = None
    cible: Mesure | None = None
    mesures: tuple[Mesure, ...] = ()
    source: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionLiee:
    """A decision that concerns the fiche; ``libelle`` names its meeting (« COPIL du 11 mars 2025, décision D3
    »).
    """

    libelle: str
    texte: str
    href: str | None = None
    echeance: DateIncertaine | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FicheLiee:
    """A link between fiches in words (« Reprise par »); ``href`` is None when the other one is not open to
    the reader.
    """

    relation: str
    titre: str
    href: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class EntreeHistorique:
    """One line of the journal, with values already in words; ``avant`` None for a creation."""

    le: datetime.date
    champ: str
    avant: str | None = None
    apres: str | None = None
    motif: str | None = None
    auteur: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FicheActionContexte:
    """Every field of a fiche; empty ones do not print; long texts are plain, « - » opens a list item."""

    cadre: Cadre
    titre: str
    code: str
    instruction: Instruction
    axe: str
    axe_href: str
    exemple: bool = False
    numero: str | None = None
    avancement: Avancement | None = None
    retard: Retard | None = None
    meteo: Meteo | None = None
    priorite: Priorite | None = None
    nouvelles: datetime.date | None = None
    pourcentage_declare: int | None = None
    pilotes: tuple[Acteur, ...] = ()
    co_pilotes: tuple[Acteur, ...] = ()
    partenaires: tuple[Acteur, ...] = ()
    contributeurs: tuple[Acteur, ...] = ()
    proposee_par: tuple[Acteur, ...] = ()
    aide_redaction: tuple[Acteur, ...] = ()
    debut: DateIncertaine | None = None
    fin: DateIncertaine | None = None
    en_continu: bool = False
    territoires: tuple[str, ...] = ()
    publics: tuple[str, ...] = ()
    axes_servis: tuple[str, ...] = ()
    contexte: str | None = None
    objectifs: str | None = None
    description: str | None = None
    moyens_humains: str | None = None
    livrables: str | None = None
    lien_diagnostic: str | None = None
    difficultes: str | None = None
    prochaine_etape: str | None = None
    liens: tuple[Lien, ...] = ()
    jalons: tuple[Jalon, ...] = ()
    financements: tuple[Financement, ...] = ()
    solde: Solde | None = None
    indicateurs: tuple[IndicateurSuivi, ...] = ()
    decisions: tuple[DecisionLiee, ...] = ()
    fiches_liees: tuple[FicheLiee, ...] = ()
    historique: tuple[EntreeHistorique, ...] = ()
