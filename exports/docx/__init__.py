"""Word documents, in the house style, from frozen payloads."""

from exports.docx.document import rendre_feuille_de_route, rendre_parties
from exports.docx.paquet import zipper
from exports.docx.reunions import (
    rendre_compilation,
    rendre_compte_rendu,
    rendre_convocation,
    rendre_emargement,
    rendre_releve_de_decisions,
)
from exports.docx.shell import preparer_gabarit

__all__ = [
    "preparer_gabarit",
    "rendre_compilation",
    "rendre_compte_rendu",
    "rendre_convocation",
    "rendre_emargement",
    "rendre_feuille_de_route",
    "rendre_parties",
    "rendre_releve_de_decisions",
    "zipper",
]
