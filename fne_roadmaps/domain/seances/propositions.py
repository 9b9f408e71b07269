"""The agenda proposed to the secretary: what is unfinished, late, waiting or silent, from facts somebody has read."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from uuid import UUID

from fne_roadmaps.domain.enums import NaturePoint, Vocabulaire


class GenreProposition(Vocabulaire):
    """Why something is proposed, in the order of the agenda."""

    APPROBATION = "approbation", "Comptes rendus à approuver"
    POINT = "point", "Points non terminés"
    DECISION = "decision", "Décisions en retard"
    ARBITRAGE = "arbitrage", "Fiches à arbitrer"
    SANS_NOUVELLES = "sans_nouvelles", "Fiches sans nouvelles"
    JALON = "jalon", "Jalons qui arrivent à échéance"


@dataclass(frozen=True, slots=True)
class Fait:
    """One thing to treat: minutes, an item left open, a late decision, a fiche; ``nom`` is how it is called."""

    genre: GenreProposition
    cle: UUID
    nom: str


@dataclass(frozen=True, slots=True)
class Proposition:
    """One item to add: minutes to approve and items carried over stand alone; others gather facts of one kind."""

    genre: GenreProposition
    titre: str
    nature: NaturePoint
    faits: tuple[Fait, ...]


_TITRES = {
    GenreProposition.DECISION: ("Suites des décisions en retard", NaturePoint.INFORMATION),
    GenreProposition.ARBITRAGE: ("Arbitrage des fiches proposées", NaturePoint.ARBITRAGE),
    GenreProposition.SANS_NOUVELLES: ("Fiches sans nouvelles", NaturePoint.INFORMATION),
    GenreProposition.JALON: ("Jalons qui arrivent à échéance", NaturePoint.INFORMATION),
}


def proposer(faits: Iterable[Fait], deja: Collection[UUID] = ()) -> tuple[Proposition, ...]:
    """Items to add, in the order of their kinds: each minutes and each unfinished item alone, the rest gathered.

    What the agenda already speaks of (``deja``: items carried over, fiches and decisions linked) is left out, and a
    fiche is proposed once, for the first reason.
    """
    vus: set[UUID] = set(deja)
    gardes: dict[GenreProposition, list[Fait]] = {genre: [] for genre in GenreProposition}
    for fait in sorted(faits, key=lambda f: list(GenreProposition).index(f.genre)):
        if fait.cle not in vus:
            vus.add(fait.cle)
            gardes[fait.genre].append(fait)
    seuls = [
        Proposition(genre, f.nom, nature, (f,))
        for genre, nature in (
            (GenreProposition.APPROBATION, NaturePoint.DECISION),
            (GenreProposition.POINT, NaturePoint.INFORMATION),
        )
        for f in gardes.pop(genre)
    ]
    groupes = [Proposition(genre, *_TITRES[genre], tuple(siens)) for genre, siens in gardes.items() if siens]
    return (*seuls, *groupes)
