"""A governance body: who sits, how often it meets, what it decided."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from backend.web.contexts.cadre import Cadre, Lien
from backend.web.contexts.commun import DecisionPrise, LigneReunion
from backend.web.contexts.gouvernance import NoeudInstance
from backend.web.contexts.reunion import RoleReunion
from fne_roadmaps.domain.enums import TypeInstance


@dataclass(frozen=True, slots=True, kw_only=True)
class Siege:
    """A seat: an organisation, a collective or a post, and who holds it when the name is not theirs.

    ``voix``: it counts when the body decides. ``source`` when it is not the common one.
    """

    siege: str
    titulaire: str | None = None
    college: str | None = None
    periode: str | None = None
    source: str | None = None
    suppleant: str | None = None
    voix: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class CadenceLigne:
    """A cadence as decided (« une réunion par an »), the period in which it holds in words, the decision that
    set it.
    """

    texte: str
    courante: bool
    periode: str | None = None
    decision: Lien | None = None
    source: str | None = None
    modifier: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ActesInstance:
    """Where who keeps the body goes on; ``fermer`` or ``rouvrir``, never both."""

    modifier: str
    composition: str
    nouveau_siege: str
    courriels: str
    roles: str
    cadence: str
    dessous: str
    fermer: str | None = None
    rouvrir: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class InstanceContexte:
    """``due`` is the last day by which the next meeting should be held, by the current cadence; None without a cadence.

    ``roles`` are those organisations hold here beside seats; ``sieges_source`` when all seats share one. ``anciens``
    are seats whose mandate is over. ``prochaine`` and ``derniere`` are the meetings next to come and last held.
    """

    cadre: Cadre
    nom: str
    code: str
    type: TypeInstance
    gouvernance: Lien
    parent: Lien | None = None
    enfants: tuple[NoeudInstance, ...] = ()
    objet: str | None = None
    periode: str | None = None
    due: date | None = None
    due_passee: bool = False
    sieges: tuple[Siege, ...] = ()
    cadences: tuple[CadenceLigne, ...] = ()
    a_venir: tuple[LigneReunion, ...] = ()
    passees: tuple[LigneReunion, ...] = ()
    decisions: tuple[DecisionPrise, ...] = ()
    note: str | None = None
    source: str | None = None
    sieges_source: str | None = None
    roles: tuple[RoleReunion, ...] = ()
    comptes_rendus: tuple[tuple[int, str], ...] = ()
    exemples: int = 0
    agenda_href: str = ""
    fermee_le: date | None = None
    mode: str | None = None
    quorum: str | None = None
    anciens: tuple[Siege, ...] = ()
    prochaine: Lien | None = None
    derniere: Lien | None = None
    territoire: str | None = None
    actes: ActesInstance | None = None
    abonner_href: str | None = None
    nouvelle_reunion: str | None = None
    annee: str | None = None
