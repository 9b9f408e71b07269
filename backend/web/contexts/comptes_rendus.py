"""The minutes of a meeting: their text, where they stand, and the forms of who may move them along."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from backend.web.contexts.cadre import Cadre, Lien
from backend.web.contexts.formulaire import Formulaire
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
    the version before.
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
    diffuser: Formulaire | None = None
    reprendre: str | None = None
    demander: Formulaire | None = None
    approuver: Formulaire | None = None
    publier: str | None = None
    corriger: Formulaire | None = None
    points: tuple[tuple[str, str], ...] = ()
    suivantes: tuple[tuple[str, str], ...] = ()
