"""The region: its governances at a glance."""

from __future__ import annotations

from dataclasses import dataclass

from backend.web.contexts.cadre import Cadre, Lien
from backend.web.contexts.commun import Chiffre, LigneReunion, Porteur, Repartition
from fne_roadmaps.domain.dates import DateIncertaine
from fne_roadmaps.domain.enums import EtatFeuille


@dataclass(frozen=True, slots=True, kw_only=True)
class LigneGouvernance:
    """A row of the home table.

    ``niveau_1`` counts axes in the roadmap's own word (« 6 orientations stratégiques »), None when unknown.
    ``ouverte`` tells whether the reader sees its fiches and meetings; when False the fields after it stay
    empty.
    """

    nom: str
    href: str
    porteurs: tuple[Porteur, ...]
    code: str | None = None
    feuille_href: str | None = None
    etat: EtatFeuille | None = None
    date_etat: DateIncertaine | None = None
    niveau_1: str | None = None
    versions: tuple[Lien, ...] = ()
    ouverte: bool = False
    fiches: int = 0
    fiches_exemple: int = 0
    fiches_instruites: int = 0
    progres: Repartition | None = None
    suivi_a_decider: bool = False
    en_retard: int = 0
    en_retard_href: str = ""
    sans_pilote: int = 0
    sans_pilote_href: str = ""
    prochaine: LigneReunion | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Signal:
    """Something that awaits somebody: what, where, and how much (« 6 fiches »); ``icone`` None when it calls
    for a choice only.
    """

    titre: str
    href: str
    lieu: str
    mesure: str
    icone: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AccueilContexte:
    """``resume`` is the computed sentence under the title; ``reservees`` the closed governances, with their
    article (« du Cher »); ``hub`` the comitology of the hub itself.
    """

    cadre: Cadre
    titre: str
    resume: str
    gouvernances: tuple[LigneGouvernance, ...]
    signaux: tuple[Signal, ...]
    signaux_total: int
    reunions: tuple[LigneReunion, ...]
    agenda_href: str
    reservees: tuple[str, ...] = ()
    hub: Lien | None = None
    hub_instances: tuple[Lien, ...] = ()
    chiffres: tuple[Chiffre, ...] = ()

    @property
    def ouvertes(self) -> tuple[LigneGouvernance, ...]:
        """Governances whose fiches and meetings the reader sees."""
        return tuple(g for g in self.gouvernances if g.ouverte)
