"""Following a fiche: giving news, adding a measure, reading its whole history."""

from __future__ import annotations

import datetime
from dataclasses import dataclass, field

from backend.web.contexts.cadre import Cadre, Lien
from backend.web.contexts.formulaire import Formulaire
from fne_roadmaps.domain.enums import Avancement
from fne_roadmaps.domain.fusion import Morceau
from fne_roadmaps.domain.listes import Ecarts


@dataclass(frozen=True, slots=True, kw_only=True)
class NouvellesContexte:
    """``actuel`` is how far the fiche is; ``permis`` where it may move; ``lus`` what it said when the form was read."""

    cadre: Cadre
    fiche: str
    actuel: Avancement
    permis: tuple[tuple[str, str], ...]
    meteos: tuple[tuple[str, str], ...]
    lus: tuple[tuple[str, str], ...]
    apercu: str
    formulaire: Formulaire


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectionContexte:
    """News being corrected; ``autre`` is the text somebody else just gave them."""

    cadre: Cadre
    fiche: str
    le: datetime.date
    auteur: str
    autre: str | None
    apercu: str
    formulaire: Formulaire


@dataclass(frozen=True, slots=True, kw_only=True)
class MesureContexte:
    """``indicateurs`` are (key, label) pairs."""

    cadre: Cadre
    fiche: str
    indicateurs: tuple[tuple[str, str], ...]
    formulaire: Formulaire


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangementDeChamp:
    """A field before and after, in words; for long texts, cut into what both share and what each has of its own.

    For lists, ``ecarts``. ``note`` says what neither tells.
    """

    champ: str
    avant: tuple[Morceau, ...] = ()
    apres: tuple[Morceau, ...] = ()
    ecarts: Ecarts = field(default_factory=Ecarts)
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ActeDHistorique:
    """One act: when, by which organisation, why, and what it changed; ``retablir`` brings news back."""

    le: datetime.datetime
    acte: str
    auteur: str
    pourquoi: str | None
    changements: tuple[ChangementDeChamp, ...]
    retablir: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparaisonContexte:
    """A fiche beside a published text: ``changements`` go from the text to the fiche of today.

    ``identiques`` are the fields that say the same; ``sortie`` when a text published today would not hold the fiche.
    """

    cadre: Cadre
    fiche: str
    version: str
    document: Lien
    autres: tuple[Lien, ...]
    sortie: bool
    changements: tuple[ChangementDeChamp, ...]
    identiques: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class HistoriqueContexte:
    """``champs`` are (code, label, chosen) of the filter; ``depuis`` and ``jusque`` as typed."""

    cadre: Cadre
    fiche: str
    action: str
    actes: tuple[ActeDHistorique, ...]
    total: int
    champs: tuple[tuple[str, str, bool], ...]
    depuis: str
    jusque: str
    precedente: Lien | None
    suivante: Lien | None
    sans_filtre: str | None
