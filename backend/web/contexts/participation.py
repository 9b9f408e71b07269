"""What a structure did in the comitology over a year, and the form by which it says so."""

from __future__ import annotations

from dataclasses import dataclass

from backend.web.contexts.cadre import Cadre, Lien
from backend.web.contexts.commun import Chiffre
from backend.web.contexts.formulaire import Formulaire
from fne_roadmaps.domain.dates import DateIncertaine


@dataclass(frozen=True, slots=True, kw_only=True)
class LigneDeCumul:
    """A place, its counts by column, and its total; ``temps`` in words, empty when nobody counted."""

    lieu: str
    nombres: tuple[int, ...]
    total: int
    temps: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TableauDeCumul:
    """Counts by place: ``colonnes`` are the names of what is counted, ``ensemble`` the last line."""

    legende: str
    colonnes: tuple[str, ...]
    lignes: tuple[LigneDeCumul, ...]
    ensemble: LigneDeCumul


@dataclass(frozen=True, slots=True, kw_only=True)
class ReunionTenue:
    """A meeting of the year and what the structure did there; ``compte``: it is among the counts."""

    titre: str
    href: str
    date: DateIncertaine | None
    ou: str
    roles: tuple[str, ...]
    temps: str
    etat: str
    compte: bool
    exemple: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ContributionLigne:
    """Something brought between meetings; ``retirer`` is None for who may only read."""

    type: str
    texte: str
    ou: str
    date: DateIncertaine | None
    temps: str
    source: str | None = None
    retirer: str | None = None
    exemple: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ParticipationContexte:
    """A year of a structure. ``formulaire`` is None for who may say nothing; ``gouvernances`` are its choices."""

    cadre: Cadre
    structure: str
    annee: int
    annees: tuple[tuple[int, str], ...]
    par_type: TableauDeCumul | None
    par_role: TableauDeCumul | None
    reunions: tuple[ReunionTenue, ...]
    incertaines: tuple[ReunionTenue, ...]
    contributions: tuple[ContributionLigne, ...]
    instances: tuple[tuple[Lien, str], ...]
    declares: tuple[Chiffre, ...]
    csv: str
    abonner_href: str | None = None
    formulaire: Formulaire | None = None
    gouvernances: tuple[tuple[str, str], ...] = ()
    types: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleADire:
    """The form of a meeting's page that says a structure's roles; ``structures``, ``roles`` are (code, name)."""

    formulaire: Formulaire
    structures: tuple[tuple[str, str], ...]
    roles: tuple[tuple[str, str], ...]
    participation: Lien | None = None
