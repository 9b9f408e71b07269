"""The documents of a meeting: minutes, decisions, letter, attendance sheet, and the minutes of a year."""

from exports.docx.reunions.compilation import rendre_compilation
from exports.docx.reunions.compte_rendu import rendre_compte_rendu
from exports.docx.reunions.convocation import rendre_convocation
from exports.docx.reunions.emargement import rendre_emargement
from exports.docx.reunions.releve_de_decisions import rendre_releve_de_decisions

__all__ = [
    "rendre_compilation",
    "rendre_compte_rendu",
    "rendre_convocation",
    "rendre_emargement",
    "rendre_releve_de_decisions",
]
