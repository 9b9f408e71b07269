"""Agendas pasted or read from a file: which meetings each import created, so that it can be undone."""

from __future__ import annotations

from piccolo.columns import Timestamptz
from piccolo.table import Table

from fne_roadmaps.tables.base import Cle, instant, mot, texte, vers
from fne_roadmaps.tables.gouvernances import Gouvernance


class ImportAgenda(Cle, Table):
    """One import; ``contenu`` (JSON) lists its meetings, at the version they were created, and what was left out."""

    auteur = mot(120, null=False)
    gouvernance = vers(Gouvernance)
    contenu = texte()
    fait_le = Timestamptz(null=False, default=None)
    annule_le = instant()
