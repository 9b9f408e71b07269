"""The writer: pieces become bytes one after the other, so that no tree of the whole document ever stands in memory.

Each modele is cloned once for a document; its clone is filled, written, and filled again. Measured on 131 fiches: half the
time of a tree built whole, and a time that stays linear.
"""

from __future__ import annotations

from collections.abc import Iterable
from copy import copy

from lxml import etree

from exports.docx.ooxml import Bloc, Element, Modele, Piece, W

_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_DECLARATION = b"<?xml version='1.0' encoding='UTF-8' standalone='yes'?>\n"


def serialiser(blocs: Iterable[Bloc]) -> bytes:
    """The part ``word/document.xml`` that holds these blocks."""
    exemplaires: dict[Modele, _Exemplaire] = {}
    morceaux = [_DECLARATION, _DEBUT]
    for bloc in blocs:
        if isinstance(bloc, Piece):
            exemplaire = exemplaires.get(bloc.modele)
            if exemplaire is None:
                exemplaire = exemplaires[bloc.modele] = _Exemplaire(bloc.modele)
            morceaux.append(exemplaire.ecrire(bloc.valeurs))
        else:
            morceaux.append(_contenu(_corps(bloc)))
    return b"".join((*morceaux, _FIN))


class _Exemplaire:
    """The clone of a modele that one document fills again and again."""

    __slots__ = ("corps", "modele", "noeuds")

    def __init__(self, modele: Modele) -> None:
        clone = copy(modele.element)
        self.modele = modele
        self.noeuds = modele.noeuds(clone)
        self.corps = _corps(clone)

    def ecrire(self, valeurs: tuple[str, ...]) -> bytes:
        """Bytes of one use; the clone is then as it was, apart from the values of its slots."""
        derangements = self.modele.remplir(self.noeuds, valeurs)
        octets = _contenu(self.corps)
        for parent, avant in reversed(derangements):
            parent[:] = avant
        return octets


def _corps(*blocs: Element) -> Element:
    """A ``w:body`` in its document: blocks inside it inherit the namespaces."""
    racine = etree.Element(f"{{{W}}}document", nsmap={"w": W, "r": _R})
    corps = etree.SubElement(racine, f"{{{W}}}body")
    corps.text = ""
    corps.extend(blocs)
    return corps


def _octets(corps: Element) -> bytes:
    racine = corps.getparent()
    assert racine is not None
    return etree.tostring(racine, encoding="UTF-8")


_VIDE = _octets(_corps())
_DEBUT, _FIN = _VIDE[: _VIDE.index(b"</")], _VIDE[_VIDE.index(b"</") :]


def _contenu(corps: Element) -> bytes:
    """The blocks alone, without the document around them."""
    return _octets(corps)[len(_DEBUT) : -len(_FIN)]
