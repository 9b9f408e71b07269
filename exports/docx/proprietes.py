"""Core properties of the file: title, authors, language, dates of the content, never of the clock."""

from __future__ import annotations

from collections.abc import Sequence
from copy import deepcopy
from datetime import date

from lxml import etree

from exports.docx.shell import Gabarit
from exports.payloads import OrganismeDoc

_AUTEUR = "Feuilles de route"


def rendre_proprietes(
    gabarit: Gabarit, titre: str, sujet: str, auteurs: Sequence[OrganismeDoc], arrete_au: date
) -> bytes:
    """The part ``docProps/core.xml``."""
    racine = deepcopy(gabarit.proprietes)
    instant = f"{arrete_au.isoformat()}T00:00:00Z"
    noms = ", ".join(o.nom for o in auteurs) or _AUTEUR
    valeurs = {
        "title": titre,
        "subject": sujet,
        "creator": noms,
        "lastModifiedBy": noms,
        "created": instant,
        "modified": instant,
    }
    for element in racine:
        nom = etree.QName(element).localname
        if nom in valeurs:
            element.text = valeurs[nom]
    return etree.tostring(racine, xml_declaration=True, encoding="UTF-8", standalone=True)
