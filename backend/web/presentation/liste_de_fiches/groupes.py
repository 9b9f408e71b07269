"""The same set by status, in columns, and by axe, in groups."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from backend.queries.lecture import Ligne
from backend.web.contexts import ColonneDeStatut, FicheLigne, GroupeAxe, Repartition
from backend.web.presentation.mots import texte
from fne_roadmaps.domain.enums import Avancement

_ORDRE = (
    Avancement.A_VENIR,
    Avancement.EN_COURS,
    Avancement.EN_PAUSE,
    Avancement.BLOQUEE,
    Avancement.REALISEE,
    Avancement.ABANDONNEE,
)


def par_statut(fiches: Sequence[FicheLigne]) -> tuple[ColonneDeStatut, ...]:
    """One column per avancement, empty ones too: a card may go there. What is not retained comes first, if any."""
    attente = tuple(f for f in fiches if f.avancement is None)
    colonnes = tuple(
        ColonneDeStatut(
            libelle=avancement.libelle,
            avancement=avancement,
            fiches=tuple(f for f in fiches if f.avancement is avancement),
        )
        for avancement in _ORDRE
    )
    en_attente = ColonneDeStatut(libelle="Non retenues", avancement=None, fiches=attente)
    return (*([en_attente] if attente else []), *colonnes)


def par_axe(lues: Iterable[Ligne], fiches: Iterable[FicheLigne]) -> tuple[GroupeAxe, ...]:
    """One group per axe that holds a fiche of the set, in the order of axes, fiches without axe last."""
    groupes: dict[tuple[bool, int], tuple[Ligne, list[FicheLigne]]] = {}
    for lue, fiche in zip(lues, fiches, strict=True):
        rang = lue["axe_rang"]
        groupes.setdefault((rang is None, rang or 0), (lue, []))[1].append(fiche)
    return tuple(
        GroupeAxe(
            rang=lue["axe_rang"],
            titre=texte(lue["axe"]["nom"]) if lue["axe"] else None,
            fiches=tuple(siennes),
            progres=_progres(siennes),
        )
        for _, (lue, siennes) in sorted(groupes.items(), key=lambda groupe: groupe[0])
    )


def _progres(fiches: Iterable[FicheLigne]) -> Repartition | None:
    comptes = Counter(f.avancement for f in fiches if f.avancement is not None)
    return Repartition({a: comptes.get(a, 0) for a in Avancement}) if comptes else None
