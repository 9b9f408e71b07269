"""A section somebody writes: what is stored, what they may write of it, and what the form holds."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID
from zoneinfo import ZoneInfo

from backend.queries.brouillons import Brouillon
from backend.queries.lecture import Ligne
from backend.web.contexts import ErreurDeChamp
from backend.web.edition.choix import Choix
from backend.web.edition.sections import SECTIONS, Section
from backend.web.edition.textes import Souvenirs, Textes
from fne_roadmaps.domain.droits import Droit, droit_d_ecrire
from fne_roadmaps.domain.enums import Meteo, Priorite, RoleActeur, Vocabulaire


@dataclass(frozen=True, slots=True)
class Ouverte:
    """A section somebody writes: the fiche whole, its stored texts, the fields open to the writer (``noms``)."""

    fiche: Ligne
    feuille: Ligne
    droits: frozenset[Droit]
    section: Section
    noms: tuple[str, ...]
    choix: Choix
    textes: Textes
    souvenirs: Souvenirs
    fuseau: str

    @property
    def cle(self) -> UUID:
        """The key of the fiche."""
        cle: UUID = self.fiche["id"]
        return cle

    def local(self, instant: datetime) -> datetime:
        """An instant where the governance is."""
        return instant.astimezone(ZoneInfo(self.fuseau))


@dataclass(frozen=True, slots=True)
class Saisi:
    """What the form shows: ``textes`` hold every field of the section, and the hidden ones of conflicts being settled.

    ``version`` and ``lus`` are those the texts were read at; ``nouveaux`` the fields in conflict that have just been
    found, ``en_cours`` those whose settling goes on.
    """

    textes: Textes
    version: int | None
    lus: Mapping[str, str]
    erreurs: tuple[ErreurDeChamp, ...] = ()
    nouveaux: tuple[str, ...] = ()
    en_cours: tuple[str, ...] = ()
    brouillon: Brouillon | None = None
    focus: str | None = None


def sections_ouvertes(droits: frozenset[Droit]) -> tuple[Section, ...]:
    """Sections of which somebody with these rights may write something."""
    return tuple(s for s in SECTIONS.values() if champs_ouverts(s, droits))


def champs_ouverts(section: Section, droits: frozenset[Droit]) -> tuple[str, ...]:
    """Fields of a section that these rights let write."""
    return tuple(c.nom for c in section.champs if droit_d_ecrire(droits, (c.nom,)) in droits)


def options_de(section: Section, choix: Choix) -> dict[str, tuple[tuple[str, str], ...]]:
    """(value, label) pairs of the fields of a section that are chosen in a closed list."""
    par_champ = {
        "axe": choix.axes,
        "axes_servis": choix.axes,
        "priorite": _mots(Priorite),
        "meteo": _mots(Meteo),
        "acteurs": _mots(RoleActeur),
    }
    return {nom: par_champ[nom] for nom in (c.nom for c in section.champs) if nom in par_champ}


def _mots(vocabulaire: type[Vocabulaire]) -> tuple[tuple[str, str], ...]:
    return tuple((v.value, v.libelle) for v in vocabulaire)
