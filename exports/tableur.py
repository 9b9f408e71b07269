"""A table as a text file that spreadsheets open with a double click: semicolons, UTF-8 with its mark."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence

_FORMULES = ("=", "+", "-", "@", "\t", "\r", "\n", "|", "%")


def rendre_csv(entetes: Sequence[str], lignes: Iterable[Sequence[str]]) -> bytes:
    """The bytes of the file. No cell can be taken for a formula; line ends inside a cell become spaces."""
    tampon = io.StringIO(newline="")
    plume = csv.writer(tampon, delimiter=";", lineterminator="\r\n", quoting=csv.QUOTE_MINIMAL)
    plume.writerow([neutraliser(cellule) for cellule in entetes])
    plume.writerows([neutraliser(cellule) for cellule in ligne] for ligne in lignes)
    return tampon.getvalue().encode("utf-8-sig")


def neutraliser(cellule: str) -> str:
    """The text of a cell, opened by an apostrophe when a spreadsheet could run it."""
    texte = " ".join(cellule.split("\r\n")).replace("\r", " ").replace("\n", " ").replace("\t", " ")
    return f"'{texte}" if texte.lstrip(" \u00a0\u202f").startswith(_FORMULES) else texte
