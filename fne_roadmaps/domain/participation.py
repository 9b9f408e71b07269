"""What a structure did in the comitology over a year: meetings counted once, by département, kind of body and role.

Only meetings held and real count. Roles of one meeting are counted each under its own name, and the meeting once. Time
is added up only where somebody counted it; how many meetings that covers is always told beside.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from fne_roadmaps.domain.dates import DateIncertaine, NatureDate
from fne_roadmaps.domain.enums import RoleInstance, TypeInstance


@dataclass(frozen=True, slots=True)
class RoleTenu:
    """One role held at one meeting. ``lieu`` is the département, None beyond one; ``type`` None without instance."""

    reunion: Hashable
    lieu: str | None
    type: TypeInstance | None
    role: RoleInstance
    minutes: int | None = None


@dataclass(frozen=True, slots=True)
class Cumul:
    """Meetings of one place, by kind of body and by role, and the minutes counted on ``comptees`` of them."""

    reunions: int = 0
    types: Mapping[TypeInstance | None, int] = field(default_factory=dict)
    roles: Mapping[RoleInstance, int] = field(default_factory=dict)
    minutes: int = 0
    comptees: int = 0


def cumuler(roles: Iterable[RoleTenu]) -> Cumul:
    """The sums over any set of roles held."""
    tenus = list(roles)
    type_de = {r.reunion: r.type for r in tenus}
    par_role = {(r.reunion, r.role) for r in tenus}
    comptes = [r for r in tenus if r.minutes is not None]
    return Cumul(
        reunions=len(type_de),
        types=Counter(type_de.values()),
        roles=Counter(role for _, role in par_role),
        minutes=sum(r.minutes or 0 for r in comptes),
        comptees=len({r.reunion for r in comptes}),
    )


def cumuler_par_lieu(roles: Iterable[RoleTenu]) -> dict[str | None, Cumul]:
    """The sums of each place, by name, what goes beyond one département last."""
    par_lieu: dict[str | None, list[RoleTenu]] = {}
    for role in roles:
        par_lieu.setdefault(role.lieu, []).append(role)
    return {lieu: cumuler(par_lieu[lieu]) for lieu in sorted(par_lieu, key=lambda nom: (nom is None, nom or ""))}


def annee_sure(quand: DateIncertaine | None) -> int | None:
    """The only year a meeting can be of; one that lasts is of the year it begins in. None when it may be of two."""
    if quand is None or quand.premier is None or quand.dernier is None:
        return None
    seule = quand.premier.year == quand.dernier.year or quand.nature is NatureDate.DUREE
    return quand.premier.year if seule else None


def tient(debut: date | None, fin: date | None, annee: int) -> bool:
    """A role dated so was held during the year, be it one day."""
    return (debut is None or debut.year <= annee) and (fin is None or fin.year >= annee)
