"""Minutes of meetings: their state, what was frozen of them, and the changes attendees asked for."""

from __future__ import annotations

from piccolo.columns import Timestamptz
from piccolo.table import Table

from fne_roadmaps.tables.base import Cle, Suivi, entier, instant, jour, mot, texte, vers
from fne_roadmaps.tables.reunions import PointOrdreDuJour, Reunion


class CompteRendu(Suivi, Table):
    """The minutes of one meeting. What is said item by item stays in the notes of the items until circulated.

    ``approuve_a`` is the meeting that approved them, ``publie_le`` the day they became readable outside.
    """

    reunion = vers(Reunion)
    etat = mot(20, null=False)
    introduction = texte()
    conclusion = texte()
    diffuse_le = instant()
    amendements_jusqu_au = jour()
    approuve_le = jour()
    approuve_a = vers(Reunion, null=True)
    publie_le = instant()


class VersionCompteRendu(Cle, Table):
    """A frozen text of the minutes: canonical JSON and its digest, numbered from 1. Triggers refuse any change."""

    compte_rendu = vers(CompteRendu)
    numero = entier(1)
    etat = mot(20, null=False)
    charge = texte()
    empreinte = mot(64, null=False)
    motif = texte()
    cree_le = Timestamptz(null=False, default=None)


class Amendement(Suivi, Table):
    """A change asked for in circulated minutes, on one item or on the whole, and what became of it."""

    compte_rendu = vers(CompteRendu)
    point = vers(PointOrdreDuJour, null=True)
    auteur = mot(300, null=False)
    demande = texte()
    texte_propose = texte()
    etat = mot(20, null=False)
    reponse = texte()
