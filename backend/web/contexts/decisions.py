"""A decision with what it carries and its follow-up, the form that writes it, and the register."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from backend.web.contexts.cadre import Cadre, Lien
from backend.web.contexts.formulaire import Formulaire
from backend.web.contexts.liste import Colonne, Filtres, Pagination, Raccourci
from fne_roadmaps.domain.dates import DateIncertaine
from fne_roadmaps.domain.enums import EtatAdoption, ModeDecision, NatureDecision, SuiviDecision


@dataclass(frozen=True, slots=True, kw_only=True)
class EffetDit:
    """A change the decision carries, in words; ``objet`` is the fiche or the instance it changes.

    ``applique_le`` is None while it waits for the adoption.
    """

    libelle: str
    objet: Lien | None
    precision: str = ""
    motif: str | None = None
    applique_le: datetime.datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionContexte:
    """``retard`` in days; forms are None for who may not. ``remplacables`` are (key, words) of decisions taken."""

    cadre: Cadre
    code: str
    texte: str
    nature: NatureDecision
    adoption: EtatAdoption
    mode: ModeDecision | None
    votes: str
    date: DateIncertaine | None
    echeance: DateIncertaine | None
    retard: int
    suivi: SuiviDecision
    suivi_note: str | None
    suivi_le: datetime.date | None
    responsable: str | None
    reunion: Lien | None
    instance: Lien | None
    gouvernance: Lien
    remplace: Lien | None
    remplacee_par: Lien | None
    fiches: tuple[Lien, ...]
    effets: tuple[EffetDit, ...]
    source: str | None
    exemple: bool
    modifier: str | None = None
    adopter: Formulaire | None = None
    adoptions: tuple[EtatAdoption, ...] = ()
    suivre: Formulaire | None = None
    remplacer: Formulaire | None = None
    remplacables: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionFormulaireContexte:
    """The form of a decision. ``axes`` are those of its governance's roadmaps; ``a_arbitrer`` the fiches that wait;
    ``points`` the items of the meeting it may be taken on.

    ``effets`` is False once it is taken: what it carried is done.
    """

    cadre: Cadre
    titre: str
    sur_titre: str
    formulaire: Formulaire
    structures: tuple[str, ...]
    axes: tuple[tuple[str, str], ...]
    a_arbitrer: tuple[str, ...]
    points: tuple[tuple[str, str], ...]
    effets: bool
    nouvelle: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class LigneDeDecision:
    """A decision in the register."""

    code: str
    href: str
    texte: str
    prise: str
    reunion: Lien | None
    adoption: EtatAdoption
    suivi: SuiviDecision
    echeance: DateIncertaine | None
    retard: int
    responsable: str | None
    fiches: tuple[Lien, ...]
    exemple: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class RegistreContexte:
    """The decisions that answer the filters, as a page of a list."""

    cadre: Cadre
    total: int
    colonnes: tuple[Colonne, ...]
    decisions: tuple[LigneDeDecision, ...]
    filtres: Filtres
    raccourcis: tuple[Raccourci, ...]
    pagination: Pagination
    csv: str
    comptes_rendus: str | None = None
