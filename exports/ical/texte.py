"""Text and addresses made safe for calendar lines; escaping and folding are left to the icalendar library."""

from __future__ import annotations

import re

SUITE = "… (suite sur la page de la réunion)"

# Vertical tab and form feed are line ends too: text pasted from a word processor uses them.
_SAUTS = re.compile("\r\n|[\r\v\f\x85\u2028\u2029]")
# Other controls of C0 and C1, lone surrogates, byte order marks and noncharacters: no reader wants them.
_INTERDITS = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufeff\ufffe\uffff]")
# The « : » and what RFC 3986 allows; other ASCII signs, spaces and line ends make the address refused.
_ADRESSE = re.compile(r"https?://[\w\-.~:/?#\[\]@!$&'()*+,;=%]+")


def nettoyer(texte: str) -> str:
    """Same text with « \\n » as its only line end and no control character but the tab."""
    return _INTERDITS.sub("", _SAUTS.sub("\n", texte))


def sur_une_ligne(texte: str) -> str:
    """Same text on one line, for titles, places and names; no-break spaces stay."""
    return re.sub(r"[ \t\n]+", " ", nettoyer(texte)).strip(" ")


def adresse_sure(adresse: str | None) -> str | None:
    """The web address in ASCII; None for another scheme, or a sign that would end the line or the address."""
    if not adresse or not _ADRESSE.fullmatch(adresse):
        return None
    return "".join(c if c.isascii() else "".join(f"%{o:02X}" for o in c.encode()) for c in adresse)


def abreger(lignes: list[str], longueur: int) -> list[str]:
    """First whole lines that hold within ``longueur`` characters, then words that say where the rest is."""
    total = 0
    for rang, ligne in enumerate(lignes):
        total += len(ligne) + 1
        if total > longueur:
            debut = [] if rang else [ligne[: longueur - len(SUITE)]]
            return [*lignes[:rang], *debut, SUITE]
    return lignes
