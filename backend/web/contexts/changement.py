"""A bulk change: what to change, what it would do, what it did."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from backend.web.contexts.cadre import Cadre
from backend.web.contexts.formulaire import Formulaire
from backend.web.contexts.liste import FiltreActif


@dataclass(frozen=True, slots=True, kw_only=True)
class FicheChangee:
    """One fiche of a bulk change: from what to what, or why not."""

    titre: str
    href: str
    numero: str | None = None
    avant: str | None = None
    apres: str | None = None
    cause: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ApercuDeChangement:
    """What would be done. ``lues`` are the fiches and the versions seen, as the form sends them back."""

    changent: tuple[FicheChangee, ...]
    refusees: tuple[FicheChangee, ...]
    inchangees: tuple[FicheChangee, ...]
    lues: str
    executer: Formulaire


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangementRecent:
    """A bulk change the reader made, and whether it was undone."""

    libelle: str
    href: str
    fait_le: datetime
    annule: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangementContexte:
    """``total`` fiches are concerned, by ``filtres`` or because they were ticked. ``choix`` is the GET form that asks
    for the preview; ``apercu`` is there once it is asked and may be given.
    """

    cadre: Cadre
    titre: str
    total: int
    cochees: bool
    filtres: tuple[FiltreActif, ...]
    choix: Formulaire
    champs: tuple[tuple[str, str], ...]
    options: dict[str, tuple[tuple[str, str], ...]] = field(default_factory=dict)
    noms: tuple[str, ...] = ()
    caches: tuple[tuple[str, str], ...] = ()
    apercu: ApercuDeChangement | None = None
    recents: tuple[ChangementRecent, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangementFaitContexte:
    """What a bulk change did; ``annuler`` undoes it, while it can be. Once undone: what went back, what stayed."""

    cadre: Cadre
    libelle: str
    fait_le: datetime
    retour: str
    faites: tuple[FicheChangee, ...]
    refusees: tuple[FicheChangee, ...]
    inchangees: int
    pourquoi: str | None = None
    annuler: str | None = None
    annule_le: datetime | None = None
    retablies: int = 0
    restees: tuple[FicheChangee, ...] = ()
