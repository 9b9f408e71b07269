"""Calendar feeds people subscribe to: what each shows, whose it is, and when it was last read."""

from __future__ import annotations

from piccolo.columns import UUID
from piccolo.table import Table

from fne_roadmaps.tables.base import Suivi, entier, instant, mot, vers
from fne_roadmaps.tables.comptes import Compte


class FluxAgenda(Suivi, Table):
    """One secret address of one account. ``cible`` is the key of what ``portee`` names, None for one's own meetings.

    Only the SHA-256 of the secret is kept. ``dernier_usage_le`` is written at most once an hour. ``rappel_minutes``
    before each meeting its calendar rings; never, unless asked.
    """

    compte = vers(Compte)
    portee = mot(20, null=False)
    cible = UUID(null=True, default=None)
    nom = mot(200, null=False)
    empreinte = mot(64, null=False, unique=True)
    revoque_le = instant()
    dernier_usage_le = instant()
    rappel_minutes = entier()
