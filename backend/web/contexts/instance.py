"""A governance body: who sits, how often it meets, what it decided."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from backend.web.contexts.cadre import Cadre, Lien
from backend.web.contexts.commun import Chiffre, DecisionPrise, LigneReunion
from backend.web.contexts.gouvernance import NoeudInstance
from fne_roadmaps.domain.enums import TypeInstance


@dataclass(frozen=True, slots=True, kw_only=True)
class Siege:
    """A seat and who holds it; ``titulaire`` None when vacant or not documented. ``periode`` in words."""

    siege: str
    titulaire: str | None = None
    roles: tuple[str, ...] = ()
    periode: str | None = None
    source: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CadenceLigne:
    """A cadence as decided (« une réunion par an »), the period in which it holds in words, the decision that
    set it.
    """

    texte: str
    periode: str
    courante: bool
    decision: Lien | None = None
    source: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class InstanceContexte:
    """``due`` is the last day by which the next meeting should be held, by the current cadence; None without
    a cadence.
    """

    cadre: Cadre
    nom: str
    code: str
    type: TypeInstance
    gouvernance: Lien
    ouverte: bool
    parent: Lien | None = None
    enfants: tuple[NoeudInstance, ...] = ()
    objet: str | None = None
    periode: str | None = None
    due: date | None = None
    sieges: tuple[Siege, ...] = ()
    cadences: tuple[CadenceLigne, ...] = ()
    a_venir: tuple[LigneReunion, ...] = ()
    passees: tuple[LigneReunion, ...] = ()
    decisions: tuple[DecisionPrise, ...] = ()
    activite: tuple[Chiffre, ...] = ()
    exemples: int = 0
    agenda_href: str = ""
