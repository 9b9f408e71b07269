"""One's calendar feeds, and the address of the one just opened."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from backend.web.contexts.appels import LienACopier
from backend.web.contexts.cadre import Cadre
from backend.web.contexts.formulaire import Formulaire
from fne_roadmaps.domain.enums import PorteeFlux


@dataclass(frozen=True, slots=True, kw_only=True)
class FluxTenu:
    """A feed: what it shows, when it was last read, and what may be done of it. ``rappel`` says when it rings.

    ``reglage`` changes its name and reminder; None once revoked.
    """

    cle: str
    nom: str
    portee: PorteeFlux
    cree_le: datetime.datetime
    dernier_usage_le: datetime.datetime | None
    revoque_le: datetime.datetime | None
    rappel: str | None
    reglage: Formulaire | None
    remplacer: str
    revoquer: str
    retablir: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AdresseDeFlux:
    """The address of the feed just opened, shown once: two to copy, and the one an agenda opens by itself."""

    nom: str
    https: LienACopier
    webcal: LienACopier


@dataclass(frozen=True, slots=True, kw_only=True)
class MesAgendasContexte:
    """``adresse`` is None but just after a feed was opened. ``choix`` are what may be followed, as value and label."""

    cadre: Cadre
    formulaire: Formulaire
    choix: tuple[tuple[str, str], ...]
    rappels: tuple[tuple[str, str], ...]
    flux: tuple[FluxTenu, ...]
    adresse: AdresseDeFlux | None
