"""Roadmaps: territories covered, dated stages of their life, what they lean on, and their ordered axes."""

from __future__ import annotations

from piccolo.table import Table

from fne_roadmaps.tables.base import Cle, DateConnue, Suivi, entier, jour, mot, oui_non, texte, vers
from fne_roadmaps.tables.gouvernances import Gouvernance
from fne_roadmaps.tables.structures import Structure
from fne_roadmaps.tables.territoires import Territoire


class FeuilleDeRoute(Suivi, Table):
    """A roadmap with its own word for level 1 (« axe », « orientation stratégique », « objectif »).

    ``annee`` is the year of its code; ``axes_declares`` and ``fiches_declarees`` are numbers a source states without
    publishing the titles.
    """

    code = mot(80, null=False, unique=True)
    gouvernance = vers(Gouvernance)
    titre = mot(200, null=False)
    sous_titre = mot(300)
    perimetre = mot(30, null=False)
    mot_niveau_1 = mot(60, null=False)
    mots_niveau_1 = mot(60, null=False)
    annee = entier(0)
    debut = jour()
    fin = jour()
    etat = mot(20, null=False)
    axes_declares = entier()
    avant_propos = texte()
    comitologie_chapo = texte()
    signataires_note = texte()
    mention = texte()
    note = texte()
    source = texte()


class FeuilleTerritoire(Cle, Table):
    """A territory a roadmap covers."""

    feuille_de_route = vers(FeuilleDeRoute)
    territoire = vers(Territoire)
    rang = entier(0)


class Etape(DateConnue, Suivi, Table):
    """The roadmap entered a state: when (as known), on which occasion, by which source."""

    feuille_de_route = vers(FeuilleDeRoute)
    etat = mot(20, null=False)
    occasion = texte()
    source = texte()


class Appui(Cle, Table):
    """A contract or scheme the roadmap leans on."""

    feuille_de_route = vers(FeuilleDeRoute)
    rang = entier(0)
    type = mot(20, null=False)
    intitule = mot(300, null=False)
    source = texte()


class Signataire(Cle, Table):
    """An expected or known signatory; ``qualite`` and ``mandat`` stay empty when no source gives them."""

    feuille_de_route = vers(FeuilleDeRoute)
    structure = vers(Structure)
    rang = entier(0)
    qualite = mot(200)
    mandat = mot(300)
    source = texte()


class Axe(Suivi, Table):
    """A level-1 heading at an explicit rank; ``titre`` is empty when no public text gives it (« non publié »)."""

    feuille_de_route = vers(FeuilleDeRoute)
    parent = vers("self", null=True)
    rang = entier(0)
    titre = mot(300)
    transversal = oui_non()
    chapo = texte()
    source = texte()
