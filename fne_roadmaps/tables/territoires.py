"""Territories: coded as text, valid for a period, each with its source and time zone."""

from __future__ import annotations

from piccolo.table import Table

from fne_roadmaps.tables.base import Suivi, jour, mot, texte, vers


class Territoire(Suivi, Table):
    """``code`` is what people type (``R24``, ``2A``, ``bv-chartres``); ``du_nom`` the genitive (« d’Eure-et-Loir »)."""

    code = mot(60, null=False, unique=True)
    type = mot(30, null=False)
    nom = mot(200, null=False)
    du_nom = mot(220, null=False)
    parent = vers("self", null=True)
    fuseau = mot(60, null=False)
    valide_du = jour()
    valide_au = jour()
    source = texte()
    note = texte()
