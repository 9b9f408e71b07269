"""Items of an agenda: their order, their life, and how an unfinished one goes on in a later meeting."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping, Sequence
from typing import TypeVar

from fne_roadmaps.domain.cycles import exiger_passage
from fne_roadmaps.domain.enums import EtatPoint, EtatReunion
from fne_roadmaps.domain.errors import RegleViolee

C = TypeVar("C", bound=Hashable)

_E = EtatPoint
PASSAGES: dict[EtatPoint, frozenset[EtatPoint]] = {
    _E.A_TRAITER: frozenset({_E.TRAITE, _E.REPORTE, _E.RETIRE}),
    _E.TRAITE: frozenset({_E.A_TRAITER, _E.RETIRE}),
    _E.REPORTE: frozenset({_E.A_TRAITER}),
    _E.RETIRE: frozenset({_E.A_TRAITER}),
}
_PASSEES = frozenset({EtatReunion.TENUE, EtatReunion.ANNULEE})


def placer(ordre: Sequence[C], point: C, avant: C | None) -> tuple[C, ...]:
    """The order with ``point`` just before ``avant``, or last. Doing it twice is doing it once.

    Raises RegleViolee when one of them is no longer there.
    """
    if point not in ordre or (avant is not None and avant not in ordre):
        raise RegleViolee("ordre", "L’ordre du jour a changé : ce point n’y est plus à cette place. Rechargez la page.")
    if avant == point:
        return tuple(ordre)
    autres = [p for p in ordre if p != point]
    place = autres.index(avant) if avant is not None else len(autres)
    return (*autres[:place], point, *autres[place:])


def changer_etat(de: EtatPoint, vers: EtatPoint, *, copie_vivante: bool = False) -> None:
    """Allow a move of the life of an item. Raises RegleViolee.

    One carried over comes back only when nobody treats its copy in a later meeting any more.
    """
    exiger_passage("etat", de, vers, PASSAGES[de])
    if de is _E.REPORTE and copie_vivante:
        raise RegleViolee(
            "etat", "Ce point est déjà à l’ordre du jour d’une réunion suivante : retirez-le d’abord de là."
        )


def exiger_report(*, meme_reunion: bool, meme_instance: bool, etat_cible: EtatReunion, plus_tard: bool) -> None:
    """An item is carried over into a later, living meeting of the same body (or governance). Raises RegleViolee."""
    if meme_reunion:
        raise RegleViolee("reunion", "Un point se reporte à une autre réunion que la sienne.")
    if not meme_instance:
        raise RegleViolee("reunion", "Un point se reporte à une réunion de la même instance.")
    if etat_cible in _PASSEES:
        raise RegleViolee("reunion", f"Un point ne se reporte pas à une réunion {etat_cible.libelle.lower()}.")
    if not plus_tard:
        raise RegleViolee("reunion", "Un point se reporte à une réunion qui vient après la sienne.")


def exiger_un_objet(*objets: object | None, champ: str = "objets") -> None:
    """What an item is about is a fiche, an axe or a decision: exactly one. Raises RegleViolee."""
    if sum(o is not None for o in objets) != 1:
        raise RegleViolee(
            champ, "Un objet de l’ordre du jour est une fiche, un axe ou une décision : un seul à la fois."
        )


def points_a_reprendre(points: Iterable[tuple[C, EtatPoint]], copies: Mapping[C, C | None]) -> tuple[C, ...]:
    """Of items of past meetings, those nobody finished and no later meeting has taken up, in order.

    ``copies`` gives, of each live item, the one it was carried over from.
    """
    repris = set(copies.values())
    return tuple(p for p, etat in points if etat in {_E.A_TRAITER, _E.REPORTE} and p not in repris)


def remonter(point: C, reporte_de: Mapping[C, C | None]) -> tuple[C, ...]:
    """The same item in the meetings before, newest first, without itself; a loop is left where it closes."""
    chaine: list[C] = []
    vus = {point}
    origine = reporte_de.get(point)
    while origine is not None and origine not in vus:
        chaine.append(origine)
        vus.add(origine)
        origine = reporte_de.get(origine)
    return tuple(chaine)
