"""A deposit: its steps, what it says, what became of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from backend.web.contexts.appels import LienACopier, TexteEnregistre
from backend.web.contexts.cadre import Cadre, Lien
from backend.web.contexts.formulaire import Formulaire
from fne_roadmaps.domain.enums import EtatDepot, Instruction

Option = tuple[str, str]
"""A value and its label."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EtapeLigne:
    """One step in the list of steps; ``faite`` when something was saved there, ``a_corriger`` when some of it is not
    read, ``saisie`` when something was typed there and never saved.
    """

    titre: str
    href: str | None
    courante: bool
    faite: bool
    a_corriger: bool
    saisie: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class EtapeDepotContexte:
    """One step of a deposit. ``code`` names its fields; ``remarques`` says that the errors are of what is kept.

    ``enregistres`` are texts kept meanwhile by somebody else.
    """

    cadre: Cadre
    sur_titre: str
    titre: str
    code: str
    etapes: tuple[EtapeLigne, ...]
    formulaire: Formulaire
    remarques: bool
    enregistres: tuple[TexteEnregistre, ...]
    axes: tuple[Option, ...]
    mot: str
    aides: tuple[Option, ...]
    territoires: tuple[Option, ...]
    lien: LienACopier | None
    ferme_le: date | None
    courriel: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Partie:
    """What was typed in a step, to be read again: label, text, and whether it is a long one, in Markdown."""

    titre: str
    modifier: str | None
    valeurs: tuple[tuple[str, str, bool], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Manque:
    """What keeps a deposit from being submitted, and the step where to mend it."""

    message: str
    href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RelireDepotContexte:
    """The whole deposit before it is submitted; ``soumettre`` is there for whoever holds its personal link."""

    cadre: Cadre
    sur_titre: str
    titre: str
    etapes: tuple[EtapeLigne, ...]
    parties: tuple[Partie, ...]
    manques: tuple[Manque, ...]
    refus: str | None
    soumettre: str | None
    lien: LienACopier | None
    precedente: str
    ferme_le: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class SortDuDepot:
    """What became of the fiche: its arbitration, its heading, why it was set aside, where it was merged."""

    instruction: Instruction
    numero: str | None
    axe: str | None
    motif: str | None
    fusion: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class DepotContexte:
    """A deposit: where it stands, what it says. ``continuer`` leads to the first step left to write."""

    cadre: Cadre
    sur_titre: str
    titre: str
    etat: EtatDepot
    soumis_le: datetime | None
    ferme_le: date | None
    ouvert: bool
    sort: SortDuDepot | None
    etapes: tuple[EtapeLigne, ...]
    parties: tuple[Partie, ...]
    lien: LienACopier | None
    continuer: str | None
    retirer: str | None
    fiche: Lien | None
    aide: str | None
    refus: str | None
    exemple: bool
