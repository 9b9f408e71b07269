"""Core properties of the file: title, authors, language, dates of the content, never of the clock."""

from __future__ import annotations

from copy import deepcopy

from lxml import etree

from exports.docx.shell import Gabarit
from exports.payloads import FeuilleDeRouteDoc
from exports.sections.feuilles_de_route import titre_du_document

_AUTEUR = "Feuilles de route"


def rendre_proprietes(doc: FeuilleDeRouteDoc, gabarit: Gabarit) -> bytes:
    """The part ``docProps/core.xml``."""
    racine = deepcopy(gabarit.proprietes)
    instant = f"{doc.arrete_au.isoformat()}T00:00:00Z"
    auteurs = ", ".join(o.nom for o in doc.porteurs) or _AUTEUR
    valeurs = {
        "title": titre_du_document(doc),
        "subject": doc.reference,
        "creator": auteurs,
        "lastModifiedBy": auteurs,
        "created": instant,
        "modified": instant,
    }
    for element in racine:
        nom = etree.QName(element).localname
        if nom in valeurs:
            element.text = valeurs[nom]
    return etree.tostring(racine, xml_declaration=True, encoding="UTF-8", standalone=True)
