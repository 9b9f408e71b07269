"""A roadmap: state, published texts, axes, and its fiches with their filters in the address."""

from __future__ import annotations

from dataclasses import dataclass

from backend.web.contexts.cadre import Cadre, Lien
from backend.web.contexts.commun import Repartition, VersionPubliee
from backend.web.contexts.liste import Colonne, Filtres, Onglet, Pagination, Raccourci
from backend.web.contexts.liste_de_fiches import (
    ColonneDeStatut,
    FicheLigne,
    Frise,
    GroupeAxe,
    OutilsDeListe,
    SansResultat,
)
from fne_roadmaps.domain.dates import DateIncertaine
from fne_roadmaps.domain.enums import EtatFeuille


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
class FeuilleDeRouteContexte:
    """``mot`` and ``mots`` are the roadmap's own word for level 1. ``total`` counts every fiche the reader
    sees, ``exemples`` how many of them are examples; both are 0 when ``ouverte`` is False. ``presentation`` tells which
    of ``fiches`` (in a table), ``statuts``, ``frise`` and ``par_axe`` shows the filtered set; ``omises`` counts what is
    left out of a presentation without pages. ``epinglee`` does not answer the filters: it is being changed.
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
    nouvelle_href: str | None = None
    arbitrage: tuple[Lien, ...] = ()
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
    presentations: tuple[Onglet, ...] = ()
    presentation: str = "tableau"
    fiches: tuple[FicheLigne, ...] = ()
    epinglee: FicheLigne | None = None
    colonnes: tuple[Colonne, ...] = ()
    pagination: Pagination | None = None
    statuts: tuple[ColonneDeStatut, ...] = ()
    frise: Frise | None = None
    par_axe: tuple[GroupeAxe, ...] = ()
    outils: OutilsDeListe | None = None
    omises: int = 0
    sans_resultat: SansResultat | None = None
