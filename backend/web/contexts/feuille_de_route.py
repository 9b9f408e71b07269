"""A roadmap: state, published texts, axes, and its fiches with their filters in the address."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from backend.web.contexts.cadre import Cadre
from backend.web.contexts.commun import Repartition, VersionPubliee
from backend.web.contexts.liste import Colonne, FiltreActif, Filtres, Pagination, Raccourci
from fne_roadmaps.domain.dates import DateIncertaine
from fne_roadmaps.domain.enums import Avancement, EtatFeuille, Instruction
from fne_roadmaps.domain.fiches_action.retard import Retard


@dataclass(frozen=True, slots=True, kw_only=True)
class AxeLigne:
    """``titre`` is None when no public text gives it; ``href`` filters the list below, None when the fiches
    are not open.
    """

    rang: int
    titre: str | None
    href: str | None = None
    transversal: bool = False
    progres: Repartition | None = None
    en_retard: int = 0
    en_instruction: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class FicheLigne:
    """A row of the list. ``avancement`` is None until the fiche is retained; ``nouvelles`` is the day of the
    last news.
    """

    titre: str
    href: str
    instruction: Instruction
    numero: str | None = None
    avancement: Avancement | None = None
    pilotes: tuple[str, ...] = ()
    fin: DateIncertaine | None = None
    en_continu: bool = False
    retard: Retard | None = None
    territoires: tuple[str, ...] = ()
    nouvelles: date | None = None
    exemple: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class SansResultat:
    """Which filter to drop and what it would give, when dropping one alone is enough."""

    a_retirer: FiltreActif | None = None
    donnerait: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class FeuilleDeRouteContexte:
    """``mot`` and ``mots`` are the roadmap's own word for level 1. ``total`` counts every fiche the reader
    sees, ``exemples`` how many of them are examples; both are 0 when ``ouverte`` is False.
    """

    cadre: Cadre
    code: str
    titre: str
    etat: EtatFeuille
    mot: str
    mots: str
    ouverte: bool
    porteurs: tuple[str, ...]
    axes: tuple[AxeLigne, ...]
    versions: tuple[VersionPubliee, ...]
    axes_valides: bool = False
    projet_href: str | None = None
    sous_titre: str | None = None
    date_etat: DateIncertaine | None = None
    occasion: str | None = None
    redacteurs: tuple[str, ...] = ()
    periode: str | None = None
    perimetre: str | None = None
    appuis: tuple[str, ...] = ()
    note: str | None = None
    total: int = 0
    exemples: int = 0
    progres: Repartition | None = None
    raccourcis: tuple[Raccourci, ...] = ()
    filtres: Filtres | None = None
    colonnes: tuple[Colonne, ...] = ()
    fiches: tuple[FicheLigne, ...] = ()
    pagination: Pagination | None = None
    sans_resultat: SansResultat | None = None
