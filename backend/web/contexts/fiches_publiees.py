"""Fiches of published texts, searched, read, and taken up elsewhere."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from backend.web.contexts.arbitrage import Options, PointDit
from backend.web.contexts.cadre import Cadre, Lien
from backend.web.contexts.formulaire import Formulaire
from fne_roadmaps.domain.dates import DateIncertaine
from fne_roadmaps.domain.enums import EtatFeuille


@dataclass(frozen=True, slots=True, kw_only=True)
class LignePubliee:
    """A fiche of a published text."""

    numero: str
    titre: str
    href: str
    axe: str | None = None
    exemple: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class TextePublie:
    """A published text and the fiches of it that answer the search."""

    territoire: str
    feuille: str
    titre: str
    etat: EtatFeuille
    date: DateIncertaine | None
    version: int
    fiches: tuple[LignePubliee, ...]
    total: int


@dataclass(frozen=True, slots=True, kw_only=True)
class FichesPublieesContexte:
    """Published fiches, searched by words and by governance."""

    cadre: Cadre
    textes: tuple[TextePublie, ...]
    total: int
    choix: Options
    formulaire: Formulaire
    cherche: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class FichePublieeContexte:
    """One fiche as a published text says it; ``reprendre`` None for who may propose nowhere."""

    cadre: Cadre
    titre: str
    numero: str
    territoire: str
    texte: Lien
    etat: EtatFeuille
    date: DateIncertaine | None
    version: int
    axe: str | None
    exemple: bool
    points: tuple[PointDit, ...]
    reperes: tuple[PointDit, ...]
    reprendre: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReprendreContexte:
    """Taking a published fiche up. ``axes`` by roadmap code."""

    cadre: Cadre
    fiche: str
    titre: str
    feuilles: Options
    axes: Mapping[str, Options]
    copie: tuple[str, ...]
    etats: Options
    formulaire: Formulaire
