"""From blocks to parts: the body, its sections, and what goes around it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from copy import deepcopy

from exports.docx.flux import serialiser
from exports.docx.ooxml import Bloc, lier_la_fin
from exports.docx.shell import DOCUMENT, PROPRIETES, Gabarit, PageDeGabarit
from exports.docx.tableaux import intervalle

_FIN_DE_SECTION = intervalle(1)


def assembler(
    gabarit: Gabarit, blocs: Iterable[Bloc], proprietes: bytes, entetes: Mapping[str, bytes]
) -> list[tuple[str, bytes]]:
    """Names and contents of the parts, in the order of the archive."""
    rendues = {DOCUMENT: serialiser(blocs), PROPRIETES: proprietes, **entetes}
    return [(nom, rendues[nom] if contenu is None else contenu) for nom, contenu in gabarit.parties]


def clore(contenu: Iterable[Bloc], page: PageDeGabarit) -> Iterator[Bloc]:
    """Blocks, then the paragraph one point high that closes their section.

    It holds to the last block (the last row of a table): alone, it could open a page of its own.
    """
    dernier: Bloc | None = None
    for bloc in contenu:
        if dernier is not None:
            yield dernier
        dernier = bloc
    if dernier is not None:
        yield lier_la_fin(dernier)
    fin = _FIN_DE_SECTION.poser()
    fin[0].append(deepcopy(page.sectpr))
    yield fin
