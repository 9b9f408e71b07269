"""Who carries a governance, the dated roles of its members, and the code it is known by."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations

from fne_roadmaps.domain.enums import RoleMembre, TypeGouvernance, TypeStructure
from fne_roadmaps.domain.errors import RegleViolee
from fne_roadmaps.domain.periodes import Periode, verifier_periode
from fne_roadmaps.domain.territoires import COLLECTIVITES, DEPARTEMENTS

_PORTEURS_USUELS = frozenset({TypeStructure.ETAT, TypeStructure.REGION, TypeStructure.DEPARTEMENT, TypeStructure.EPCI})
_TERRITORIAL = re.compile(r"[0-9]{2,3}|2[AB]|R[0-9]{2}")
_PORTEE_LIBRE = frozenset({TypeGouvernance.PNT, TypeGouvernance.HUB})


def peut_porter(type_gouvernance: TypeGouvernance, type_structure: TypeStructure) -> str | None:
    """A warning, never a refusal, when an unusual organisation carries an FNE governance; else None.

    Doctrine: State, région, département or EPCI; a territorial project or the hub's own bodies take anyone.
    """
    if type_gouvernance in _PORTEE_LIBRE or type_structure in _PORTEURS_USUELS:
        return None
    return (
        "Une gouvernance France Numérique Ensemble est d’ordinaire portée par l’État, une région, "
        "un département ou une intercommunalité ; ce porteur est d’un autre type "
        f"(« {type_structure.libelle} »). "
        "Vérifiez qu’il s’agit bien du porteur."
    )


@dataclass(frozen=True, slots=True)
class RoleDate:
    """One role of one member, and the period in which it holds."""

    role: RoleMembre
    debut: date | None = None
    fin: date | None = None

    @property
    def periode(self) -> Periode:
        """The days it holds, ends included."""
        return Periode(self.debut, self.fin)


def roles_au(roles: Sequence[RoleDate], au: date) -> tuple[RoleMembre, ...]:
    """Roles a member holds on that day, in the order of the vocabulary, each once."""
    tenus = {r.role for r in roles if r.periode.contient(au)}
    return tuple(role for role in RoleMembre if role in tenus)


def verifier_roles(roles: Sequence[RoleDate], champ: str = "roles") -> None:
    """Periods run forwards, and the same role is not held twice on one day. Raises RegleViolee."""
    for i, role in enumerate(roles):
        verifier_periode(role.debut, role.fin, f"{champ}.{i}.fin")
    for un, autre in combinations(roles, 2):
        if un.role is autre.role and un.periode.chevauche(autre.periode):
            raise RegleViolee(champ, f"Le rôle « {un.role.libelle} » est donné deux fois pour une même période.")


def verifier_code_du_lieu(code: str, lieux: Collection[str], champ: str = "code") -> None:
    """« 28 » and « 28-dreux » belong to that ground: no other takes such a code. Raises RegleViolee."""
    tete = code.partition("-")[0]
    if _TERRITORIAL.fullmatch(tete) and tete not in lieux:
        raise RegleViolee(champ, f"Le code « {tete} » est celui d’un autre territoire.")


def verifier_code_gouvernance(code: str, champ: str = "code") -> str:
    """« 28 », « 28-chartres » (EPCI), « R24 » (région) or a name of its own (« hub-lo »)."""
    propre = code.strip()
    tete, _, suite = propre.partition("-")
    territorial = tete in DEPARTEMENTS | COLLECTIVITES or re.fullmatch(r"R[0-9]{2}", tete)
    forme = r"[a-z0-9]+(?:-[a-z0-9]+)*"
    if territorial and (propre == tete or re.fullmatch(forme, suite)):
        return propre
    if re.fullmatch(rf"(?=[a-z]){forme}", propre):
        return propre
    raise RegleViolee(champ, f"« {propre[:40]} » n’est pas un code de gouvernance ; exemples : « 28 », « hub-lo ».")
