"""The journal: every write, field by field, append-only."""

from __future__ import annotations

from piccolo.columns import UUID, Timestamptz
from piccolo.table import Table

from fne_roadmaps.tables.base import Cle, mot, texte


class EntreeJournal(Cle, Table):
    """Who did what to which field, when, before, after and why. Values are JSON text. Triggers refuse any change.

    ``acteur`` is an account's identifier, never a name; ``gouvernance`` serves visibility.
    """

    le = Timestamptz(null=False, default=None)
    acteur = mot(80, null=False)
    requete = mot(80, null=False)
    concept = mot(40, null=False)
    objet = UUID(null=False, default=None, index=True)
    gouvernance = UUID(null=True, default=None, index=True)
    action = mot(40, null=False)
    champ = mot(80)
    avant = texte()
    apres = texte()
    pourquoi = texte()
