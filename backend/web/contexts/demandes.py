"""Requests for news: asked, answered, read again."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from backend.web.contexts.appels import LienACopier
from backend.web.contexts.cadre import Cadre, Lien
from backend.web.contexts.formulaire import Formulaire
from fne_roadmaps.domain.enums import EtatDemande
from fne_roadmaps.domain.fusion import Morceau

Option = tuple[str, str]
"""A value and its label."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DemandeLigne:
    """A request for news in a list."""

    fiche: Lien | None
    a_qui: str
    etat: EtatDemande
    le: datetime
    echeance: date | None
    depassee: bool
    href: str
    exemple: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class DemanderContexte:
    """Asking for news of a fiche; ``attend`` is the request that already waits."""

    cadre: Cadre
    fiche: str
    pilote: str | None
    structures: tuple[str, ...]
    formulaire: Formulaire
    demandes: tuple[DemandeLigne, ...]
    attend: DemandeLigne | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Changement:
    """One field of an answer beside the fiche, word by word. ``perime``: the fiche has moved since it was answered."""

    champ: str
    libelle: str
    avant: tuple[Morceau, ...]
    apres: tuple[Morceau, ...]
    lu: str | None
    perime: bool
    long: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class DemandeContexte:
    """A request: its link while it waits, the answer beside the fiche once it came. Acts are there when they may be."""

    cadre: Cadre
    fiche: str
    fiche_href: str
    titre: str
    a_qui: str
    etat: EtatDemande
    message: str | None
    echeance: date | None
    depassee: bool
    cree_le: datetime
    repondue_le: datetime | None
    motif: str | None
    lien: LienACopier | None
    relancer: Formulaire | None
    courriel: bool
    annuler: str | None
    texte: str | None
    mesure: str | None
    changements: tuple[Changement, ...]
    inchanges: tuple[str, ...]
    accepter: Formulaire | None
    modification: bool
    modifier: str | None
    avancements: tuple[Option, ...]
    decliner: Formulaire | None
    indicateurs: tuple[Option, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RepondreContexte:
    """Answering a request, on one page; ``gardee`` when a draft of the answer was kept."""

    cadre: Cadre
    lieu: str
    fiche: str
    titre: str
    axe: str | None
    a_qui: str
    message: str | None
    echeance: date | None
    depassee: bool
    formulaire: Formulaire
    caches: tuple[Option, ...]
    avancements: tuple[Option, ...]
    indicateurs: tuple[Option, ...]
    gardee: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ReponseEnvoyeeContexte:
    """A request that waits no more: what was answered, what became of it."""

    cadre: Cadre
    lieu: str
    titre: str
    etat: EtatDemande
    repondue_le: datetime | None
    motif: str | None
    valeurs: tuple[tuple[str, str, bool], ...]
