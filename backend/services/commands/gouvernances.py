"""Commands on governances, their members, contributions and figures."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from backend.services.commands.champs import (
    MAX_LISTE,
    Commande,
    DateEdtf,
    Jour,
    Mot40,
    Mot60Facultatif,
    Mot120Facultatif,
    Mot200,
    Mot200Facultatif,
    Mot300,
    Reference,
    ReferenceFacultative,
    Texte,
    TexteFacultatif,
    Valeur,
    partielle,
)
from fne_roadmaps.domain.enums import (
    ComparateurChiffre,
    NatureChiffre,
    RoleMembre,
    TypeContribution,
    TypeGouvernance,
    UsageChiffre,
)


class RoleDate(Commande):
    """A role of a member, dated and sourced when known."""

    role: RoleMembre
    debut: Jour | None = None
    fin: Jour | None = None
    source: TexteFacultatif = None


class MembreSaisi(Commande):
    """A member, at the rank of its place in the list (protocol order)."""

    structure: Reference
    roles: Annotated[tuple[RoleDate, ...], Field(min_length=1, max_length=20)]
    precision: TexteFacultatif = None


class CreerGouvernance(Commande):
    """A governance under a readable code (``28``, ``hub-lo``, ``pnt-blaisois``), the start of many longer ones."""

    code: Mot40
    type: TypeGouvernance
    nom: Mot200
    territoire: Reference
    publique: bool = False
    presentation: TexteFacultatif = None
    porteurs_source: TexteFacultatif = None
    note: TexteFacultatif = None
    membres: Annotated[tuple[MembreSaisi, ...], Field(max_length=MAX_LISTE)] = ()
    exemple: bool = False


ModifierGouvernance = partielle(CreerGouvernance, "ModifierGouvernance", sauf=frozenset({"code", "exemple"}))


class AjouterContribution(Commande):
    """What a structure brought to a governance beside meetings; ``temps`` in words, or counted in minutes."""

    gouvernance: Reference
    structure: Reference
    type: TypeContribution
    description: Texte
    temps: Mot200Facultatif = None
    temps_minutes: Annotated[int, Field(ge=0, le=600_000)] | None = None
    date: DateEdtf | None = None
    source: TexteFacultatif = None
    exemple: bool = False


class AjouterChiffre(Commande):
    """A figure of a governance: diagnostic, or declared activity. ``valeur`` is decimal text, ``date``
    what it measures."""

    gouvernance: Reference
    territoire: ReferenceFacultative = None
    usage: UsageChiffre
    nature: NatureChiffre = NatureChiffre.DECLARE
    theme: Mot120Facultatif = None
    libelle: Mot300
    valeur: Valeur
    comparateur: ComparateurChiffre = ComparateurChiffre.EGAL
    unite: Mot60Facultatif = None
    periode: Mot120Facultatif = None
    date: DateEdtf | None = None
    source: TexteFacultatif = None
    note: TexteFacultatif = None
    exemple: bool = False
