"""Writing a fiche: one section at a time, a new one, and what to do when two people wrote the same thing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from backend.web.contexts.cadre import Cadre
from backend.web.contexts.formulaire import Formulaire
from fne_roadmaps.domain.dates import DateIncertaine
from fne_roadmaps.domain.enums import EtatFeuille
from fne_roadmaps.domain.fusion import Morceau


@dataclass(frozen=True, slots=True, kw_only=True)
class ConflitDeChamp:
    """Two texts of one field: the person's own and the saved one, by whom (organisation and function) and when.

    ``miens`` are the hidden fields that keep the person's own text; ``choix`` is the way of settling now chosen.
    ``sure``: the text put together holds both changes, nothing was changed twice.
    """

    champ: str
    libelle: str
    mien: tuple[Morceau, ...]
    enregistre: tuple[Morceau, ...]
    miens: tuple[tuple[str, str], ...]
    auteur: str | None = None
    le: datetime | None = None
    liste: bool = False
    sure: bool = False
    choix: str = "compose"


@dataclass(frozen=True, slots=True, kw_only=True)
class LienDeSection:
    """A section the reader may write, in the list beside the form."""

    titre: str
    href: str
    courante: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ReperesDEdition:
    """What stands beside the form: state of the roadmap, whether a text of it is published, the last change."""

    etat: EtatFeuille
    etat_date: DateIncertaine | None = None
    publiee: bool = False
    le: datetime | None = None
    auteur: str | None = None


Options = tuple[tuple[str, str], ...]
"""(value, label) pairs."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EditionContexte:
    """``section`` is the code of the section, ``objet`` what it modifies; ``fermes`` are fields shown but not written.

    ``options`` are by field; ``suggestions`` by kind (« structures »). ``lus`` are digests of what was read.
    ``avertissements`` are sentences about sums; ``nouvelles`` says what saving dates.
    """

    cadre: Cadre
    fiche: str
    section: str
    titre: str
    formulaire: Formulaire
    sections: tuple[LienDeSection, ...]
    reperes: ReperesDEdition
    seul_suivi: bool = False
    fermes: frozenset[str] = frozenset()
    options: Mapping[str, Options] = field(default_factory=dict)
    suggestions: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    conflits: Mapping[str, ConflitDeChamp] = field(default_factory=dict)
    lus: tuple[tuple[str, str], ...] = ()
    avertissements: tuple[str, ...] = ()
    apercu: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class NouvelleFicheContexte:
    """A fiche about to be created; ``propose`` when its author may only propose it."""

    cadre: Cadre
    feuille: str
    mot: str
    formulaire: Formulaire
    axes: Options
    instructions: tuple[tuple[str, str, str], ...]
    propose: bool = False
    structure: str | None = None
    apercu: str | None = None
