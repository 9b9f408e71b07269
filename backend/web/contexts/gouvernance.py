"""A governance: who carries it, its roadmaps, its bodies, its figures."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from backend.web.contexts.cadre import Cadre, Lien
from backend.web.contexts.commun import (
    Chiffre,
    DecisionPrise,
    LigneReunion,
    Porteur,
    Repartition,
    VersionPubliee,
)
from fne_roadmaps.domain.dates import DateIncertaine
from fne_roadmaps.domain.enums import EtatFeuille, Perimetre, TypeGouvernance


@dataclass(frozen=True, slots=True, kw_only=True)
class MembreLigne:
    """A member with its roles in words, each with its period when known; ``source`` when it is not the common one."""

    nom: str
    roles: tuple[str, ...]
    source: str | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FeuilleResume:
    """A roadmap of the governance; ``progres`` and counts are None or 0 when the reader does not see the
    fiches.
    """

    titre: str
    code: str
    href: str
    etat: EtatFeuille
    perimetre: Perimetre
    date_etat: DateIncertaine | None = None
    occasion: str | None = None
    niveau_1: str | None = None
    fiches: int = 0
    fiches_exemple: int = 0
    progres: Repartition | None = None
    en_retard: int = 0
    versions: tuple[VersionPubliee, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class NoeudInstance:
    """A body and the bodies under it. ``cadence`` is the current one in words, ``tenues`` says what was held
    (« 6 en 2024 »).

    ``due`` is the last day by which it should next meet; ``fermee_le`` its last day, once it has come.
    ``en_retard`` counts the bodies under it, at any depth, that should have met; ``deplie``: those right under it
    show at once.
    """

    nom: str
    href: str
    cadence: str | None = None
    tenues: str | None = None
    enfants: tuple[NoeudInstance, ...] = ()
    due: date | None = None
    due_passee: bool = False
    fermee_le: date | None = None
    en_retard: int = 0
    deplie: bool = True
    colleges: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Contribution:
    """What the hub (or another structure) brought."""

    type: str
    texte: str
    structure: str
    date: DateIncertaine | None = None
    source: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Signataire:
    """``qualite`` and ``mandat`` stay None when no text documents them."""

    organisme: str
    qualite: str | None = None
    mandat: str | None = None
    source: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class GouvernanceContexte:
    """``ouverte`` as for the region. ``signataires`` lists the known ones; ``signataires_note`` what is not documented.

    ``avertissements``: unusual porteurs, told and never refused. ``nom_complet`` when the title is shorter;
    ``membres_source`` when all members share one.
    """

    cadre: Cadre
    nom: str
    code: str
    type: TypeGouvernance
    ouverte: bool
    porteurs: tuple[Porteur, ...]
    membres: tuple[MembreLigne, ...]
    feuilles: tuple[FeuilleResume, ...]
    avertissements: tuple[str, ...] = ()
    nom_complet: str | None = None
    presentation: str | None = None
    membres_source: str | None = None
    signataires: tuple[Signataire, ...] = ()
    signataires_note: str | None = None
    instances: tuple[NoeudInstance, ...] = ()
    nouvelle_instance: str | None = None
    contributions: tuple[Contribution, ...] = ()
    activite: tuple[Chiffre, ...] = ()
    diagnostic: tuple[Chiffre, ...] = ()
    decisions: tuple[DecisionPrise, ...] = ()
    reunions: tuple[LigneReunion, ...] = ()
    agenda_href: str = ""
    abonner_href: str | None = None
    agenda_public: str | None = None
    nouvelle_reunion: str | None = None
    coller: str | None = None
    comptes_rendus: str | None = None
    bassins: tuple[str, ...] = ()
    appuis: tuple[str, ...] = ()
    note: str | None = None
    liees: tuple[Lien, ...] = ()
