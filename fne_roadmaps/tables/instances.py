"""Bodies of the comitology: their tree, seats, cadences, and the roles structures hold in them."""

from __future__ import annotations

from piccolo.columns.reference import LazyTableReference
from piccolo.table import Table

from fne_roadmaps.tables.base import Cle, Suivi, entier, jour, mot, oui_non, texte, vers
from fne_roadmaps.tables.gouvernances import Gouvernance
from fne_roadmaps.tables.structures import Poste, Structure
from fne_roadmaps.tables.territoires import Territoire

_DECISION = LazyTableReference(table_class_name="Decision", module_path="fne_roadmaps.tables.reunions")


class Instance(Suivi, Table):
    """A body that meets: a COPIL, a working group, a bassin de vie… at its rank under its parent.

    ``quorum`` is how many seats with a voice must be present or represented; None when the body asks for none.
    """

    code = mot(120, null=False, unique=True)
    gouvernance = vers(Gouvernance)
    parent = vers("self", null=True)
    rang = entier(0)
    type = mot(30, null=False)
    nom = mot(200, null=False)
    role = texte()
    territoire = vers(Territoire, null=True)
    mode_decision = mot(20)
    quorum = entier()
    debut = jour()
    fin = jour()
    note = texte()
    source = texte()


class Siege(Suivi, Table):
    """A seat: an organisation, a post, or a collective named in words; with its college and voice.

    ``poste`` is its titular, ``suppleant`` the post that sits in its absence.
    """

    instance = vers(Instance)
    rang = entier(0)
    structure = vers(Structure, null=True)
    poste = vers(Poste, null=True)
    suppleant = vers(Poste, null=True)
    libelle = mot(200)
    college = mot(120)
    voix = oui_non()
    debut = jour()
    fin = jour()
    source = texte()


class Cadence(Suivi, Table):
    """How often an instance meets during a period: words, least and most per year, or an interval in half months.

    ``decision`` is the decision that set it, when known.
    """

    source = texte()
    instance = vers(Instance)
    texte = mot(200, null=False)
    min_par_an = entier()
    max_par_an = entier()
    intervalle_demi_mois = entier()
    debut = jour()
    fin = jour()
    decision = vers(_DECISION, null=True)


class RoleEnInstance(Cle, Table):
    """A role a structure holds in an instance, dated and sourced."""

    instance = vers(Instance)
    structure = vers(Structure)
    role = mot(30, null=False)
    debut = jour()
    fin = jour()
    source = texte()
