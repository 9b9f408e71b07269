"""Lists whose whole state is in the address: quick filters, filter bar, sort, pages."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Raccourci:
    """A quick filter, with its count when it has one."""

    libelle: str
    href: str
    nombre: int | None = None
    icone: str | None = None
    courant: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Onglet:
    """One presentation of the same set."""

    libelle: str
    href: str
    icone: str
    courant: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """One choice of a list; an empty ``valeur`` means no filter."""

    valeur: str
    libelle: str
    choisie: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ChampListe:
    """A drop-down of the filter bar; ``nom`` is the query parameter."""

    nom: str
    libelle: str
    options: tuple[Option, ...]

    @property
    def actif(self) -> bool:
        """Whether something else than « no filter » is chosen."""
        return any(o.choisie and o.valeur for o in self.options)


@dataclass(frozen=True, slots=True, kw_only=True)
class FiltreActif:
    """A filter in words (statut « Bloquée ») and the address of the same list without it."""

    libelle: str
    valeur: str
    href_sans: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ChampJour:
    """A day to filter by; ``nom`` is the query parameter, ``valeur`` is AAAA-MM-JJ or empty."""

    nom: str
    libelle: str
    valeur: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Filtres:
    """A GET form on ``action``. ``texte`` is None when the list has no free text; ``caches`` are kept
    parameters. ``plus`` and ``jour`` are fields folded under « Plus de filtres » whatever the width.
    """

    action: str
    href_effacer: str
    listes: tuple[ChampListe, ...]
    texte: str | None = None
    indication: str = ""
    tri: ChampListe | None = None
    caches: tuple[tuple[str, str], ...] = ()
    actifs: tuple[FiltreActif, ...] = ()
    plus: tuple[ChampListe, ...] = ()
    jour: ChampJour | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Colonne:
    """A heading. ``href`` sorts by it (again: the other way); ``sens`` is ``ascending`` or ``descending``
    when sorted. ``code`` names what its cells show.
    """

    libelle: str
    code: str = ""
    href: str | None = None
    sens: str | None = None
    classe: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A page of a list; ``href`` is None for a gap."""

    numero: int
    href: str | None
    courante: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Pagination:
    """Ranks of the first and last lines shown (1-based, 0 when empty), total, links."""

    premier: int
    dernier: int
    total: int
    pages: tuple[Page, ...] = ()
    precedente: str | None = None
    suivante: str | None = None
