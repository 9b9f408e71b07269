"""Mails: those of a governance for who administers it, and the letterbox of a demonstration."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from markupsafe import Markup

from backend.web.contexts.cadre import Cadre, Lien
from fne_roadmaps.domain.enums import EtatCourriel, ModeleCourriel


@dataclass(frozen=True, slots=True, kw_only=True)
class CourrielLigne:
    """A mail in a list. ``renvoyer``: a person may send it again; ``lire``: in a demonstration's letterbox."""

    modele: ModeleCourriel
    destinataire: str
    etat: EtatCourriel
    cree_le: datetime
    envoye_le: datetime | None
    prochain_essai_le: datetime | None
    essais: int
    cause: str | None
    renvoyer: str | None = None
    lire: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CourrielsContexte:
    """``filtres`` are the states one may keep to, and which is; ``boite`` tells a demonstration's letterbox."""

    cadre: Cadre
    titre: str
    lignes: tuple[CourrielLigne, ...]
    total: int
    filtres: tuple[tuple[Lien, bool], ...]
    precedente: str | None
    suivante: str | None
    boite: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class LettreContexte:
    """A mail of the letterbox as its reader gets it: ``html`` is the inside of its body, ``texte`` its other form."""

    cadre: Cadre
    objet: str
    destinataire: str
    html: Markup
    texte: str
    etat: EtatCourriel
    cree_le: datetime
