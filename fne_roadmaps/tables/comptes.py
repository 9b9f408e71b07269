"""Accounts and their profile in each governance, idempotency keys, and the settings stored with a database."""

from __future__ import annotations

from piccolo.columns import Timestamptz
from piccolo.table import Table

from fne_roadmaps.tables.base import Cle, Suivi, entier, mot, texte, vers
from fne_roadmaps.tables.gouvernances import Gouvernance
from fne_roadmaps.tables.structures import Structure


class Compte(Suivi, Table):
    """Somebody who enters; ``identifiant`` is what the journal keeps."""

    identifiant = mot(80, null=False, unique=True)
    nom = mot(120, null=False)
    structure = vers(Structure, null=True)


class ProfilDeCompte(Cle, Table):
    """The rights of an account in one governance."""

    compte = vers(Compte)
    gouvernance = vers(Gouvernance)
    profil = mot(30, null=False)


class CleIdempotence(Cle, Table):
    """A creation already answered: the same key and the same request give the same answer again."""

    acteur = mot(80, null=False)
    cle = mot(120, null=False)
    empreinte = mot(64, null=False)
    statut = entier(0)
    reponse = texte()
    cree_le = Timestamptz(null=False, default=None)


class Reglage(Cle, Table):
    """A setting stored with the data: ``demo`` and ``au`` (the reference day of a demonstration)."""

    cle = mot(40, null=False, unique=True)
    valeur = texte()
