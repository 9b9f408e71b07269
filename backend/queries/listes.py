"""Lists: filters, sort and pages over one declaration a concept, always in the same number of statements."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from backend.queries.filtres import Filtre
from backend.queries.lecture import Clause, Ligne, ligne, lignes
from backend.queries.references import cle_de, visible
from fne_roadmaps.domain.droits import Acteur
from fne_roadmaps.domain.errors import ReglesViolees, RegleViolee
from fne_roadmaps.domain.textes import grouper

PAR_PAGE = 50
PAR_PAGE_MAX = 200
PAGE_MAX = 1_000_000
RESERVES = ("tri", "page", "par_page")

Completer = Callable[[Acteur, date, list[Ligne]], Awaitable[list[Ligne]]]


@dataclass(frozen=True, slots=True)
class Liste:
    """One list. ``table`` is the concept; ``jointures`` follow it in FROM; ``completer`` gives rows their final form.

    ``tris`` maps a name to SQL expressions, the first one being the order by default; an expression that may be
    unknown ends with « ? » and then sorts last both ways. ``visible`` replaces the visibility of the concept.
    """

    table: str
    colonnes: str
    jointures: str
    filtres: Mapping[str, Filtre]
    tris: Mapping[str, tuple[str, ...]]
    completer: Completer
    visible: Callable[[Acteur], Clause] | None = None

    @property
    def tri(self) -> str:
        """Name of the order by default."""
        return next(iter(self.tris))


@dataclass(frozen=True, slots=True)
class Demande:
    """What is asked of a list: values of its filters, order, page."""

    tri: str
    decroissant: bool = False
    page: int = 1
    par_page: int = PAR_PAGE
    filtres: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Page:
    """One page of a list; ``total`` counts every row that answers the filters."""

    elements: list[Ligne]
    total: int
    page: int
    par_page: int


def lire_demande(liste: Liste, parametres: Iterable[tuple[str, str]]) -> Demande:
    """Parameters of an address, all checked; empty ones are left out. Raises ReglesViolees naming each refused one."""
    refus: list[RegleViolee] = []
    lues = _lues(parametres, (*liste.filtres, *RESERVES), refus)
    valeurs: dict[str, Any] = {}
    for nom, brut in lues.items():
        if nom not in RESERVES:
            try:
                valeurs[nom] = liste.filtres[nom].lire(nom, brut)
            except RegleViolee as violation:
                refus.append(violation)
    tri = lues.get("tri", liste.tri)
    if tri.removeprefix("-") not in liste.tris:
        refus.append(RegleViolee("tri", f"« {tri[:40]} » n’est pas un tri ; permis : {_tris(liste)}."))
    page, par_page = _pages(lues, refus)
    if refus:
        raise ReglesViolees(refus)
    return Demande(tri.removeprefix("-"), tri.startswith("-"), page, par_page, valeurs)


def lire_page(parametres: Iterable[tuple[str, str]]) -> tuple[int, int]:
    """Page and size of page of what has no other parameter. Raises ReglesViolees."""
    refus: list[RegleViolee] = []
    trouvees = _pages(_lues(parametres, ("page", "par_page"), refus), refus)
    if refus:
        raise ReglesViolees(refus)
    return trouvees


def _lues(parametres: Iterable[tuple[str, str]], permis: Collection[str], refus: list[RegleViolee]) -> dict[str, str]:
    lues: dict[str, str] = {}
    for nom, brut in parametres:
        if nom not in permis:
            refus.append(RegleViolee(nom[:40], f"Ce paramètre n’existe pas ici ; permis : {', '.join(permis)}."))
        elif nom in lues:
            refus.append(RegleViolee(nom, "Ce paramètre est donné deux fois."))
        else:
            lues[nom] = brut.strip()
    return {nom: brut for nom, brut in lues.items() if brut}


def _pages(lues: Mapping[str, str], refus: list[RegleViolee]) -> tuple[int, int]:
    page = _nombre("page", lues.get("page"), 1, PAGE_MAX, refus)
    return page, _nombre("par_page", lues.get("par_page"), PAR_PAGE, PAR_PAGE_MAX, refus)


def _tris(liste: Liste) -> str:
    return ", ".join(f"{nom}, -{nom}" for nom in liste.tris)


def _nombre(nom: str, brut: str | None, defaut: int, maxi: int, refus: list[RegleViolee]) -> int:
    if not brut:
        return defaut
    if brut.isascii() and brut.isdigit() and len(brut) < 9 and 1 <= int(brut) <= maxi:
        return int(brut)
    refus.append(RegleViolee(nom, f"« {brut[:20]} » n’est pas permis ici : un nombre entier de 1 à {grouper(maxi)}."))
    return defaut


async def lister(acteur: Acteur, liste: Liste, demande: Demande, au: date) -> Page:
    """One page and its total: two statements, and those of ``completer``. Raises RegleViolee: unknown reference."""
    clause = choix(acteur, liste, demande.filtres, au)
    ordre = ordre_de(liste, demande)
    cle = f"{liste.table}.id"
    depuis = f"FROM {liste.table} {liste.jointures} WHERE {clause.sql}"
    # The page is chosen on narrow rows first: only its rows carry their texts.
    rangees = await lignes(
        f"SELECT {liste.colonnes} FROM {liste.table} {liste.jointures} WHERE {cle} IN "
        f"(SELECT {cle} {depuis} ORDER BY {ordre} LIMIT {{}} OFFSET {{}}) ORDER BY {ordre}",
        *clause.valeurs,
        demande.par_page,
        (demande.page - 1) * demande.par_page,
    )
    compte = await ligne(f"SELECT COUNT(*) AS total {depuis}", *clause.valeurs)
    total = int(compte["total"]) if compte else 0
    if not total:
        await _refuser_inconnues(acteur, liste, demande)
    return Page(await liste.completer(acteur, au, rangees), total, demande.page, demande.par_page)


def choix(acteur: Acteur, liste: Liste, filtres: Mapping[str, Any], au: date) -> Clause:
    """The rows of a list that answer the filters and that the reader may see."""
    clause = Clause(f"{liste.table}.supprime_le IS NULL") & (
        liste.visible(acteur) if liste.visible else visible(acteur, liste.table)
    )
    for nom, valeur in filtres.items():
        clause = clause & liste.filtres[nom].clause(valeur, au)
    return clause


def ordre_de(liste: Liste, demande: Demande) -> str:
    """What follows ORDER BY: the same on both engines, unknown values last both ways."""
    sens = " DESC" if demande.decroissant else ""
    termes = []
    for expression in (*liste.tris[demande.tri], f"{liste.table}.id"):
        if expression.endswith("?"):
            termes.append(f"({expression[:-1]} IS NULL)")
        termes.append(expression.removesuffix("?") + sens)
    return ", ".join(termes)


async def _refuser_inconnues(acteur: Acteur, liste: Liste, demande: Demande) -> None:
    """A list is empty because what a filter names does not exist: said, not shown as an empty list."""
    for nom, valeur in demande.filtres.items():
        table = liste.filtres[nom].table
        if table:
            await cle_de(acteur, table, valeur, nom)
