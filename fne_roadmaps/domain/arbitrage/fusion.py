"""Several fiches into one: what is kept, added or written anew field by field, and what came from whom."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from fne_roadmaps.domain.arbitrage.contenus import (
    CALENDRIER,
    LISTES,
    TEXTES,
    VALEURS,
    Contenu,
    reunir,
)
from fne_roadmaps.domain.errors import RegleViolee
from fne_roadmaps.domain.textes import replier

CHOISIS = (*TEXTES, "calendrier", *VALEURS)
"""Fields one chooses for, in the order of the page; the calendar is one choice."""


@dataclass(frozen=True, slots=True)
class Garder:
    """The value of the fiche at that place (from 0)."""

    place: int


@dataclass(frozen=True, slots=True)
class Ajouter:
    """Every different text, one after the other; for the need, their sum."""


@dataclass(frozen=True, slots=True)
class Composer:
    """A text written for the occasion."""

    texte: str | None


Choix = Garder | Ajouter | Composer


@dataclass(frozen=True, slots=True)
class ChoixDeFusion:
    """``champs``: the choice of each field of ``CHOISIS`` (the fiche that receives keeps its own when none is given).

    ``ecartes``: places in the joined list of the elements left out. ``sommer``: amounts of one financer and year add.
    """

    champs: Mapping[str, Choix] = field(default_factory=dict)
    ecartes: Mapping[str, frozenset[int]] = field(default_factory=dict)
    sommer: bool = False


@dataclass(frozen=True, slots=True)
class Fusion:
    """``resultat`` is what the fiche that receives will say; ``apports`` what came from each fiche, by field."""

    resultat: dict[str, Any]
    apports: tuple[dict[str, Any], ...]


def choix_par_defaut(contenus: Sequence[Contenu], cible: int) -> ChoixDeFusion:
    """Nothing is lost: long texts follow one another, a missing value is taken where it is, the title stays."""
    return ChoixDeFusion(champs={champ: _par_defaut(champ, contenus, cible) for champ in CHOISIS})


def _par_defaut(champ: str, contenus: Sequence[Contenu], cible: int) -> Choix:
    remplies = [place for place in range(len(contenus)) if _valeur(champ, contenus[place])]
    if not remplies or remplies == [cible]:
        return Garder(cible)
    if champ in TEXTES and champ != "titre" and len(_differents(champ, contenus, cible)) > 1:
        return Ajouter()
    return Garder(cible if cible in remplies else remplies[0])


def _valeur(champ: str, contenu: Contenu) -> Any:
    """The value one chooses; an empty calendar is None."""
    if champ != "calendrier":
        return contenu[champ]
    return tuple(contenu[c] for c in CALENDRIER) if any(contenu[c] for c in CALENDRIER) else None


def differe(champ: str, contenus: Sequence[Contenu]) -> bool:
    """The fiches do not all say the same: there is something to choose."""
    return any(_valeur(champ, c) != _valeur(champ, contenus[0]) for c in contenus)


def _differents(champ: str, contenus: Sequence[Contenu], cible: int) -> dict[str, int]:
    """Different texts, folded, to the place of the first that says it: the one that receives first."""
    places: dict[str, int] = {}
    for place in (cible, *(p for p in range(len(contenus)) if p != cible)):
        if contenus[place][champ]:
            places.setdefault(replier(contenus[place][champ]), place)
    return places


def ajoutes(champ: str, contenus: Sequence[Contenu], cible: int) -> Any:
    """What « add » gives: different texts, the one that receives first, or the sum of the needs."""
    if champ == "besoin":
        connus = [c["besoin"] for c in contenus if c["besoin"] is not None]
        return sum(connus) if connus else None
    places = _differents(champ, contenus, cible).values()
    return "\n\n".join(contenus[place][champ] for place in places) or None


def fusionner(contenus: Sequence[Contenu], cible: int, choix: ChoixDeFusion) -> Fusion:
    """The content of the fiche at place ``cible`` once the others are in it. Raises RegleViolee on a field."""
    resultat = dict(contenus[cible])
    apports: tuple[dict[str, Any], ...] = tuple({} for _ in contenus)
    for champ in CHOISIS:
        choisi = choix.champs.get(champ, Garder(cible))
        places = _appliquer(champ, choisi, contenus, cible, resultat)
        for place in places:
            if _valeur(champ, contenus[place]):
                apports[place][champ] = _valeur(champ, contenus[place])
    for champ in LISTES:
        ecartes = choix.ecartes.get(champ, frozenset())
        reunis = reunir(champ, [c[champ] for c in contenus], sommer=choix.sommer)
        # What the fiche that receives already said stays first.
        gardes = sorted((r for i, r in enumerate(reunis) if i not in ecartes), key=lambda r: cible not in r.de)
        resultat[champ] = [r.element for r in gardes]
        for place in range(len(contenus)):
            if venus := [r.element for r in gardes if place in r.de]:
                apports[place][champ] = venus
    return Fusion(resultat, apports)


def _appliquer(
    champ: str, choisi: Choix, contenus: Sequence[Contenu], cible: int, resultat: dict[str, Any]
) -> tuple[int, ...]:
    """Write the chosen value in ``resultat``; returns the places it comes from."""
    if isinstance(choisi, Garder):
        if not 0 <= choisi.place < len(contenus):
            raise RegleViolee(champ, "Ce choix ne désigne aucune des fiches à fusionner.")
        for c in CALENDRIER if champ == "calendrier" else (champ,):
            resultat[c] = contenus[choisi.place][c]
        return (choisi.place,)
    if champ not in TEXTES and not (champ == "besoin" and isinstance(choisi, Ajouter)):
        raise RegleViolee(champ, "Pour ce point, gardez ce que dit l’une des fiches.")
    if isinstance(choisi, Ajouter):
        resultat[champ] = ajoutes(champ, contenus, cible)
        return tuple(range(len(contenus)))
    resultat[champ] = choisi.texte
    return ()
