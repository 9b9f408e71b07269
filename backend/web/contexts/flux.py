"""One's calendar feeds, and the address of the one just opened."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from backend.web.contexts.appels import LienACopier
from backend.web.contexts.cadre import Cadre, Lien
from backend.web.contexts.formulaire import Formulaire
from fne_roadmaps.domain.enums import PorteeFlux


@dataclass(frozen=True, slots=True, kw_only=True)
class FluxTenu:
    """A feed: what it shows, when it was last read, and what may be done of it."""

    nom: str
    portee: PorteeFlux
    cree_le: datetime.datetime
    dernier_usage_le: datetime.datetime | None
    revoque_le: datetime.datetime | None
    remplacer: str
    revoquer: str
    retablir: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MesAgendasContexte:
    """``adresse`` and ``webcal`` are those of the feed just opened: shown once. ``choix`` are what may be followed."""

    cadre: Cadre
    formulaire: Formulaire
    choix: tuple[tuple[str, str], ...]
    flux: tuple[FluxTenu, ...]
    adresse: LienACopier | None
    webcal: Lien | None
