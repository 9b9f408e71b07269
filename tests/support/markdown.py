"""The documentation as tests read it: prose, tables, commands and links of Markdown pages."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.support.outils import RACINE

DOCS = RACINE / "docs"
GUIDE = DOCS / "guide"
GLOSSAIRE = DOCS / "glossaire.md"

_CLOTURE = re.compile(r"\s*```(\w*)")
_CODE = re.compile(r"`([^`]+)`")
_LIEN = re.compile(r"!?\[[^\]]*\]\(([^)\s]+)\)")
_SANS_PROSE = re.compile(r"`[^`]*`|\]\([^)]*\)|<[^>]*>")


@dataclass(frozen=True, slots=True)
class Bloc:
    """A fenced block, with the language it announces."""

    langue: str
    texte: str


@dataclass(frozen=True, slots=True)
class Table:
    """A table of a page, under the nearest heading above it; cells keep their Markdown."""

    titre: str
    entetes: tuple[str, ...]
    lignes: tuple[tuple[str, ...], ...]


def pages() -> list[Path]:
    """README and every page of the documentation."""
    return [RACINE / "README.md", *sorted(DOCS.rglob("*.md"))]


def nom(page: Path) -> str:
    """How a failure names the page."""
    return str(page.relative_to(RACINE))


def texte_de(page: Path) -> str:
    """The whole text of a page."""
    return page.read_text(encoding="utf-8")


def _lues(page: Path) -> Iterator[tuple[str | None, str]]:
    """Each line with the language of the block it is in, None outside."""
    langue: str | None = None
    for ligne in texte_de(page).splitlines():
        cloture = _CLOTURE.match(ligne)
        if cloture:
            langue = cloture[1] if langue is None else None
        else:
            yield langue, ligne


def blocs(page: Path) -> list[Bloc]:
    """Fenced blocks, in order."""
    trouves = re.findall(r"^```(\w*)\n(.*?)^```$", texte_de(page), re.MULTILINE | re.DOTALL)
    return [Bloc(langue, texte) for langue, texte in trouves]


def prose(page: Path) -> list[str]:
    """Lines outside fenced blocks; what no typography applies to (code, addresses) is a letter instead."""
    return [_SANS_PROSE.sub("\ue000", ligne) for langue, ligne in _lues(page) if langue is None]


def codes(page: Path) -> list[str]:
    """Inline code, in order."""
    return [code for langue, ligne in _lues(page) if langue is None for code in _CODE.findall(ligne)]


def code(cellule: str) -> str:
    """The one inline code of a cell."""
    (seul,) = _CODE.findall(cellule)
    return str(seul)


def codes_de(cellule: str) -> list[str]:
    """Every inline code of a cell or a sentence."""
    return _CODE.findall(cellule)


def liens(page: Path) -> list[str]:
    """Targets of links and images, outside fenced blocks."""
    return [cible for langue, ligne in _lues(page) if langue is None for cible in _LIEN.findall(ligne)]


def ancres(page: Path) -> set[str]:
    """Anchors that the headings of a page give, as code hosts make them."""
    titres = [ligne.lstrip("# ") for langue, ligne in _lues(page) if langue is None and ligne.startswith("#")]
    return {re.sub(r"[^\w\- ]", "", titre.lower()).replace(" ", "-") for titre in titres}


def tables(page: Path) -> list[Table]:
    """Tables, in order."""
    trouvees: list[Table] = []
    titre, lignes = "", []
    for langue, ligne in [*_lues(page), (None, "")]:
        if langue is None and ligne.startswith("|"):
            lignes.append(tuple(c.strip() for c in ligne.strip().strip("|").split("|")))
            continue
        if lignes:
            trouvees.append(Table(titre, lignes[0], tuple(lignes[2:])))
            lignes = []
        if langue is None and ligne.startswith("#"):
            titre = ligne.lstrip("# ")
    return trouvees


def table(page: Path, *entetes: str) -> Table:
    """The only table of the page with these headers."""
    (seule,) = [t for t in tables(page) if t.entetes == entetes]
    return seule
