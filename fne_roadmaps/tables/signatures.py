"""Published versions: the immutable, digested content of what was presented or signed."""

from __future__ import annotations

from piccolo.columns import Text
from piccolo.table import Table

from fne_roadmaps.tables.base import Cle, DateConnue, entier, mot, oui_non, texte, vers
from fne_roadmaps.tables.feuilles_de_route import FeuilleDeRoute


class VersionPubliee(DateConnue, Cle, Table):
    """One presented or signed text. ``contenu`` is canonical JSON (RFC 8785); ``empreinte`` its SHA-256 in hexadecimal.

    Triggers refuse any change or deletion.
    """

    feuille_de_route = vers(FeuilleDeRoute)
    numero = entier(0)
    etat = mot(20, null=False)
    occasion = texte()
    schema_contenu = entier(0)
    contenu = Text(null=False, default="")
    empreinte = mot(64, null=False)
    fige_le = mot(40, null=False)
    exemple = oui_non()
