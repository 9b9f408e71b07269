"""Organisations, the posts people hold in them, and the people: none of them needs an account."""

from __future__ import annotations

from piccolo.table import Table

from fne_roadmaps.tables.base import Suivi, jour, mot, texte, vers
from fne_roadmaps.tables.territoires import Territoire


class Structure(Suivi, Table):
    """An organisation, known by a readable code; SIRET, RIDET and RNA are text."""

    code = mot(80, null=False, unique=True)
    nom = mot(200, null=False)
    sigle = mot(40)
    type = mot(30, null=False)
    siret = mot(14)
    ridet = mot(10)
    rna = mot(10)
    territoire = vers(Territoire, null=True)
    note = texte()


class Personne(Suivi, Table):
    """A person, with or without an account; never printed outside signatures and the address lists of members."""

    nom = mot(120, null=False)
    prenom = mot(120)
    courriel = mot(254)
    telephone = mot(40)


class Poste(Suivi, Table):
    """A function in an organisation. Seats, pilots, links and rights point here, never to the person."""

    code = mot(120, null=False, unique=True)
    structure = vers(Structure)
    fonction = mot(200, null=False)


class Occupation(Suivi, Table):
    """Who holds a post and when: a passation is one new row here and one end date."""

    poste = vers(Poste)
    personne = vers(Personne)
    debut = jour()
    fin = jour()
