"""Mails waiting to be sent, written in the transaction of the act that asks for them."""

from __future__ import annotations

from piccolo.columns import UUID, Timestamptz
from piccolo.table import Table

from fne_roadmaps.tables.base import Cle, entier, instant, mot, texte, vers
from fne_roadmaps.tables.gouvernances import Gouvernance


class Courriel(Cle, Table):
    """One mail to one address. ``donnees`` (JSON) feeds the model; links are signed when it is sent, never stored.

    ``objet_lie`` is the account, deposit or request the mail is about. ``pris_le`` is when a sender took it.
    """

    gouvernance = vers(Gouvernance, null=True)
    destinataire = mot(254, null=False)
    modele = mot(30, null=False)
    donnees = texte()
    objet_lie = UUID(null=True, default=None)
    etat = mot(20, null=False, index=True)
    essais = entier(0)
    cree_le = Timestamptz(null=False, default=None)
    prochain_essai_le = instant()
    pris_le = instant()
    envoye_le = instant()
    erreur = texte()
