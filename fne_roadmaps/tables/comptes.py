"""Accounts, their profiles, sessions and personal links; idempotency keys; the settings stored with a database."""

from __future__ import annotations

from piccolo.columns import Timestamptz
from piccolo.table import Table

from fne_roadmaps.tables.base import Cle, Suivi, entier, instant, jour, mot, texte, vers
from fne_roadmaps.tables.gouvernances import Gouvernance
from fne_roadmaps.tables.structures import Poste, Structure


class Compte(Suivi, Table):
    """Somebody who enters; ``identifiant`` is what the journal keeps.

    ``courriel`` in lower case is what one enters with. ``mot_de_passe`` is an argon2 digest, empty until the invitation
    was used. ``poste`` is the function the account serves: seats, fiches and links hang on it, never on the person.
    ``echecs`` counts refused passwords since the last success; no try is heard before ``bloque_jusqu_a``.
    """

    identifiant = mot(80, null=False, unique=True)
    nom = mot(120, null=False)
    structure = vers(Structure, null=True)
    poste = vers(Poste, null=True)
    courriel = mot(254)
    mot_de_passe = mot(200)
    echecs = entier(0)
    bloque_jusqu_a = instant()


class ProfilDeCompte(Cle, Table):
    """The rights of an account in one governance, until ``fin`` included when it is given."""

    compte = vers(Compte)
    gouvernance = vers(Gouvernance)
    profil = mot(30, null=False)
    debut = jour()
    fin = jour()


class SessionDeCompte(Cle, Table):
    """An open session; ``empreinte`` is the SHA-256 of the cookie, which is stored nowhere.

    ``appareil`` is a short description of the browser, so that people recognise their sessions.
    """

    compte = vers(Compte)
    empreinte = mot(64, null=False, unique=True)
    appareil = mot(120)
    ouverte_le = Timestamptz(null=False, default=None)
    vue_le = Timestamptz(null=False, default=None)
    expire_le = Timestamptz(null=False, default=None)
    fermee_le = instant()


class LienAcces(Cle, Table):
    """A personal link to an account, good once (``UsageAcces``); the link itself is signed, never stored."""

    compte = vers(Compte)
    usage = mot(20, null=False)
    cree_le = Timestamptz(null=False, default=None)
    expire_le = Timestamptz(null=False, default=None)
    utilise_le = instant()


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
