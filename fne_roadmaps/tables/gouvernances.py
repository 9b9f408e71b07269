"""Governances, their members with dated roles, what a structure contributes, and sourced figures."""

from __future__ import annotations

from piccolo.columns.reference import LazyTableReference
from piccolo.table import Table

from fne_roadmaps.tables.base import Cle, DateConnue, Suivi, entier, jour, mot, oui_non, texte, vers
from fne_roadmaps.tables.structures import Structure
from fne_roadmaps.tables.territoires import Territoire

_INDICATEUR = LazyTableReference(table_class_name="Indicateur", module_path="fne_roadmaps.tables.fiches_action")


class Gouvernance(Suivi, Table):
    """Who carries and steers a territory's roadmaps. ``publique``: identity and published versions open to all."""

    code = mot(80, null=False, unique=True)
    type = mot(30, null=False)
    nom = mot(200, null=False)
    territoire = vers(Territoire)
    publique = oui_non()
    presentation = texte()
    porteurs_source = texte()
    note = texte()


class Membre(Suivi, Table):
    """An organisation in a governance, at its protocol rank."""

    gouvernance = vers(Gouvernance)
    structure = vers(Structure)
    rang = entier(0)
    precision = texte()


class RoleDeMembre(Cle, Table):
    """One role of a member, with its period and source."""

    membre = vers(Membre)
    role = mot(30, null=False)
    debut = jour()
    fin = jour()
    source = texte()


class Contribution(DateConnue, Suivi, Table):
    """What a structure brought to a governance beside meetings; ``temps`` in words (« un quart de temps plein »),
    or counted in minutes.
    """

    gouvernance = vers(Gouvernance)
    structure = vers(Structure)
    rang = entier(0)
    type = mot(30, null=False)
    description = texte()
    temps = mot(200)
    source = texte()
    temps_minutes = entier()


class Chiffre(DateConnue, Suivi, Table):
    """A figure = value (decimal text), unit, period, source, declared or computed.

    It serves the diagnostic or a declared total of a governance, or an indicator of a fiche (``indicateur`` set).
    ``date_*`` is the day or period measured.
    """

    gouvernance = vers(Gouvernance, null=True)
    indicateur = vers(_INDICATEUR, null=True)
    territoire = vers(Territoire, null=True)
    usage = mot(20, null=False)
    nature = mot(20, null=False)
    theme = mot(120)
    rang = entier(0)
    libelle = mot(300, null=False)
    valeur = mot(40, null=False)
    comparateur = mot(20, null=False)
    unite = mot(60)
    periode = mot(120)
    source = texte()
    note = texte()
