"""The forms of meetings, a year of them, and date polls."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from backend.web.contexts.appels import LienACopier
from backend.web.contexts.cadre import Cadre
from backend.web.contexts.formulaire import Formulaire
from fne_roadmaps.domain.enums import AvisDeDate, EtatSondage


@dataclass(frozen=True, slots=True, kw_only=True)
class ReunionFormulaireContexte:
    """A new meeting, or one that changes. ``instances`` are empty for one that changes: it keeps its own.

    ``voisines`` are governances it may be held with.
    """

    cadre: Cadre
    titre: str
    sur_titre: str
    formulaire: Formulaire
    nouvelle: bool
    instances: tuple[tuple[str, str], ...]
    genres: tuple[tuple[str, str], ...]
    territoires: tuple[tuple[str, str], ...]
    voisines: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AnneeDeReunionsContexte:
    """The dates of a year, one a line, as the cadence of the instance spreads them.

    ``creee`` is what ``annuler`` takes back: the series just created, empty when none was.
    """

    cadre: Cadre
    instance: str
    cadence: str | None
    creee: str
    annuler: str
    formulaire: Formulaire


@dataclass(frozen=True, slots=True, kw_only=True)
class JourSonde:
    """A possible day: what was answered, whether it is among the best, whether it was kept."""

    cle: str
    jour: datetime.date
    oui: int
    si_besoin: int
    non: int
    meilleur: bool
    retenu: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ReponseLue:
    """Somebody's answer, day by day in the order of the days; None where nothing was said."""

    nom: str
    structure: str | None
    commentaire: str | None
    avis: tuple[AvisDeDate | None, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SondageContexte:
    """The poll of a meeting, for who holds it. ``ouvrir`` is the form of a first or of another poll."""

    cadre: Cadre
    reunion: str
    etat: EtatSondage | None
    ouvert: bool
    ferme_le: datetime.date | None
    lien: LienACopier | None
    jours: tuple[JourSonde, ...]
    reponses: tuple[ReponseLue, ...]
    ouvrir: Formulaire | None
    choisir: Formulaire | None
    abandonner: str | None
    rouvrir: str | None
    remplacer_le_lien: str | None
    retour: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SondagePublicContexte:
    """What one answers by the link: counts, never the names of others. ``personnel`` is one's own link afterwards."""

    cadre: Cadre
    reunion: str
    gouvernance: str
    message: str | None
    ouvert: bool
    ferme_le: datetime.date | None
    jours: tuple[JourSonde, ...]
    formulaire: Formulaire | None
    personnel: LienACopier | None = None
