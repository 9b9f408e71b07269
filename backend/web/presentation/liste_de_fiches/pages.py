"""Headings that sort, and pages."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from backend.queries.listes import Page as PageLue
from backend.web.contexts import Colonne, Page, Pagination
from backend.web.presentation.liste_de_fiches.colonnes import COLONNES
from backend.web.presentation.liste_de_fiches.etat import EtatDeListe
from exports.formats import majuscule


def colonnes(etat: EtatDeListe, mot: str) -> tuple[Colonne, ...]:
    """The number, the title, then the chosen columns; ``mot`` is the roadmap's own word for an axe."""
    fixes = [_colonne(etat, "N°", "numero", "rang", "numero"), _colonne(etat, "Fiche action", "titre", "", "titre")]
    return (
        *fixes,
        *(
            _colonne(
                etat,
                majuscule(mot) if code == "axe" else COLONNES[code].libelle,
                COLONNES[code].tri,
                COLONNES[code].classe,
                code,
            )
            for code in etat.colonnes
        ),
    )


def _colonne(etat: EtatDeListe, libelle: str, tri: str | None, classe: str, code: str) -> Colonne:
    """Sorting again by the same column goes the other way."""
    if tri is None:
        return Colonne(libelle=libelle, classe=classe, code=code)
    courante = etat.demande.tri == tri
    montant = courante and not etat.demande.decroissant
    return Colonne(
        libelle=libelle,
        code=code,
        href=etat.lien(tri=f"-{tri}" if montant else tri, selection="oui" if etat.selection else None),
        sens=("ascending" if montant else "descending") if courante else None,
        classe=classe,
    )


def pagination(etat: EtatDeListe, page: PageLue) -> Pagination:
    """Links to the ends and the neighbours of a page of fiches."""
    selection = "oui" if etat.selection else None
    return pagination_de(page, lambda n: etat.lien(page=n, selection=selection))


def pagination_de(page: PageLue, adresse: Callable[[int | None], str]) -> Pagination:
    """Links to the ends and the neighbours; ``adresse`` of None is that of the first page."""
    if not page.elements:
        return Pagination(premier=0, dernier=0, total=0)
    derniere = -(-page.total // page.par_page)
    premier = (page.page - 1) * page.par_page + 1

    def lien(n: int) -> str:
        return adresse(n if n > 1 else None)

    return Pagination(
        premier=premier,
        dernier=premier + len(page.elements) - 1,
        total=page.total,
        pages=tuple(
            Page(numero=n, href=lien(n) if n in _proches(page.page, derniere) else None, courante=n == page.page)
            for n in _montrees(page.page, derniere)
        ),
        precedente=lien(page.page - 1) if page.page > 1 else None,
        suivante=lien(page.page + 1) if page.page < derniere else None,
    )


def _proches(page: int, derniere: int) -> set[int]:
    """Pages linked: the ends, and the neighbours."""
    return {1, derniere} | {n for n in range(page - 2, page + 3) if 1 <= n <= derniere}


def _montrees(page: int, derniere: int) -> Iterable[int]:
    """Pages shown: those linked, and the first of each gap, which stands for it."""
    liees = _proches(page, derniere)
    return [n for n in range(1, derniere + 1) if n in liees or n - 1 in liees]
