"""The minutes of a meeting: their text, where they stand, and the forms of who may move them along."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field

from backend.web.contexts.cadre import Cadre, Lien
from backend.web.contexts.commun import LigneReunion
from backend.web.contexts.edition import ConflitDeChamp
from backend.web.contexts.formulaire import Formulaire
from backend.web.contexts.liste import Raccourci
from backend.web.contexts.suivi_de_fiche import ChangementDeChamp
from exports.payloads import ReunionDoc
from fne_roadmaps.domain.enums import EtatAmendement, EtatCompteRendu


@dataclass(frozen=True, slots=True, kw_only=True)
class VersionDeCompteRendu:
    """A frozen version; ``href`` is None for the one on screen."""

    numero: int
    etat: EtatCompteRendu
    le: datetime.datetime
    motif: str | None
    href: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class AmendementDit:
    """A change asked for; ``repondre`` is for who holds the meeting, ``retirer`` while it waits for its answer."""

    cle: str
    auteur: str
    point: str | None
    demande: str
    texte: str | None
    ecart: ChangementDeChamp | None
    etat: EtatAmendement
    reponse: str | None
    repondre: Formulaire | None = None
    retirer: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CompteRenduContexte:
    """``doc`` is the text on screen. Forms are None for who may not, or when the state does not allow it.

    ``retard`` is how many days past the usual delay the text has not gone out. ``changements`` tell the difference with
    the version before. ``conflits`` are the texts of ``rediger`` two people changed, by field.
    """

    cadre: Cadre
    reunion: Lien
    etat: EtatCompteRendu
    doc: ReunionDoc
    numero: int | None
    empreinte: str | None
    motif: str | None
    amendements_jusqu_au: datetime.date | None
    retard: int
    document: str
    releve: str
    versions: tuple[VersionDeCompteRendu, ...]
    changements: tuple[ChangementDeChamp, ...]
    amendements: tuple[AmendementDit, ...]
    exemple: bool
    rediger: Formulaire | None = None
    conflits: Mapping[str, ConflitDeChamp] = field(default_factory=dict)
    diffuser: Formulaire | None = None
    reprendre: str | None = None
    demander: Formulaire | None = None
    approuver: Formulaire | None = None
    publier: str | None = None
    corriger: Formulaire | None = None
    points: tuple[tuple[str, str], ...] = ()
    suivantes: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class LigneDeCompteRendu:
    """Minutes that went out; ``etat`` tells version, state and day in words."""

    titre: str
    href: str
    lieu: str
    etat: str
    decisions: int
    exemple: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupeDeComptesRendus:
    """Those of one body, or of none; ``ancre`` is the identifier of its heading."""

    nom: str
    ancre: str
    lignes: tuple[LigneDeCompteRendu, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ComptesRendusDeLAnneeContexte:
    """The minutes of a year. ``document`` is None for a year without any.

    ``manquants`` are the meetings held that year whose minutes did not go out, for who follows them.
    """

    cadre: Cadre
    gouvernance: Lien
    annee: int
    annees: tuple[Raccourci, ...]
    total: int
    chapo: str
    document: str | None
    registre: str
    groupes: tuple[GroupeDeComptesRendus, ...]
    manquants: tuple[LigneReunion, ...]
    tient: bool
