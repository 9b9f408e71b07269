"""Closed vocabularies of the field, each code with its French label.

Codes are stored and exchanged; labels are printed. Source of the words: the instruction of July 2023, the
State's own tool and the public texts of the governances.
"""

from __future__ import annotations

from enum import StrEnum


class Vocabulaire(StrEnum):
    """A closed list whose members carry a code (the value) and a French label."""

    libelle: str

    def __new__(cls, code: str, libelle: str = "") -> Vocabulaire:
        """Store the code as the value and keep the label beside it (empty only in a look-up by code)."""
        membre = str.__new__(cls, code)
        membre._value_ = code
        membre.libelle = libelle
        return membre
