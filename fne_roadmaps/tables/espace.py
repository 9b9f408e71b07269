"""What belongs to one person at work: texts being typed, lists kept under a name, bulk changes that can be undone."""

from __future__ import annotations

from piccolo.columns import UUID, Timestamptz
from piccolo.table import Table

from fne_roadmaps.tables.base import Cle, Suivi, entier, instant, mot, texte, vers
from fne_roadmaps.tables.comptes import Compte
from fne_roadmaps.tables.feuilles_de_route import FeuilleDeRoute


class Brouillon(Cle, Table):
    """A section being typed, kept as it is typed. ``auteur`` is an actor's identifier; ``objet`` what it is about.

    ``version_lue`` is the version of the object the text was typed against; ``contenu`` the JSON of the form's fields.
    """

    auteur = mot(120, null=False)
    objet = UUID(null=False, default=None)
    section = mot(40, null=False)
    version_lue = entier(0)
    contenu = texte()
    maj_le = Timestamptz(null=False, default=None)


class VueEnregistree(Suivi, Table):
    """A filtered list of fiches kept under a name: the query of its address."""

    compte = vers(Compte)
    feuille_de_route = vers(FeuilleDeRoute)
    nom = mot(80, null=False)
    requete = texte()


class ChangementGroupe(Cle, Table):
    """One change made to many fiches at once; ``contenu`` (JSON) tells, for each, before, after and version."""

    compte = vers(Compte, null=True)
    auteur = mot(120, null=False)
    feuille_de_route = vers(FeuilleDeRoute)
    libelle = mot(300, null=False)
    contenu = texte()
    fait_le = Timestamptz(null=False, default=None)
    annule_le = instant()
