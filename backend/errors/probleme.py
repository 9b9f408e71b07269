"""What an error answer says, before it is written as JSON or as a page."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from typing import Any

from exports.formats import typographier

TYPE = "urn:fne-roadmaps:probleme:{}"
MONTRE_MAX = 80


class Nature(Enum):
    """Kinds of problems: status, short stable name (``type``), and French title."""

    ILLISIBLE = (400, "illisible", "Demande illisible")
    CLE_IDEMPOTENCE = (400, "cle-idempotence", "Clé d’idempotence requise")
    NON_AUTHENTIFIE = (401, "non-authentifie", "Clé requise")
    INTERDIT = (403, "interdit", "Action non permise")
    NON_TROUVE = (404, "non-trouve", "Introuvable")
    METHODE = (405, "methode", "Méthode non permise ici")
    CONFLIT = (409, "conflit", "Conflit")
    VERSION_PERIMEE = (412, "version-perimee", "Version périmée")
    TROP_GRAND = (413, "trop-grand", "Demande trop grande")
    TYPE_DE_CONTENU = (415, "type-de-contenu", "Type de contenu non accepté")
    SAISIE = (422, "saisie-refusee", "Saisie refusée")
    VERSION_REQUISE = (428, "version-requise", "Version requise")
    TROP_DE_DEMANDES = (429, "trop-de-demandes", "Trop de demandes")
    PANNE = (500, "panne", "Erreur inattendue")
    INDISPONIBLE = (503, "indisponible", "Service momentanément indisponible")

    def __init__(self, statut: int, nom: str, titre: str) -> None:
        self.statut, self.nom, self.titre = statut, nom, titre


@dataclass(frozen=True, slots=True)
class Erreur:
    """One refused value: the field as named in the input, why, and what was received (shortened)."""

    champ: str
    message: str
    recu: str | None = None

    def en_dict(self) -> dict[str, str]:
        """As JSON; ``recu`` only when there is something to show."""
        dit = {"champ": self.champ, "message": self.message}
        return dit if self.recu is None else {**dit, "recu": self.recu}


@dataclass(frozen=True, slots=True)
class Probleme:
    """An answer: kind, sentence for the person, refused fields, headers, and members of its own (``actuel``…)."""

    nature: Nature
    detail: str
    erreurs: tuple[Erreur, ...] = ()
    entetes: Mapping[str, str] = field(default_factory=dict)
    complements: Mapping[str, Any] = field(default_factory=dict)

    def en_dict(self, instance: str) -> dict[str, Any]:
        """The problem as RFC 9457 members, in French typography."""
        dit: dict[str, Any] = {
            "type": TYPE.format(self.nature.nom),
            "title": self.nature.titre,
            "status": self.nature.statut,
            "detail": self.detail,
            "instance": instance,
        }
        if self.erreurs:
            dit["erreurs"] = [erreur.en_dict() for erreur in self.erreurs]
        return {**dit, **self.complements}


class Refus(Exception):
    """A rule of the protocol refuses the request; carries the whole answer."""

    def __init__(self, nature: Nature, detail: str, *, entetes: Mapping[str, str] | None = None) -> None:
        super().__init__(detail)
        self.probleme = Probleme(nature, typographier(detail), entetes=entetes or {})


def montrer(valeur: Any) -> str | None:
    """A received value, short and harmless to print; None for nothing and for lists and objects."""
    if valeur is None or isinstance(valeur, dict | list | tuple):
        return None
    texte = str(valeur) if not isinstance(valeur, bool) else str(valeur).lower()
    propre = nommer(texte[: MONTRE_MAX + 1])
    return propre if len(propre) <= MONTRE_MAX else f"{propre[:MONTRE_MAX]}…"


def nommer(texte: str) -> str:
    """Text from outside as it may be printed: what is invisible or cannot be encoded becomes « � »."""
    return "".join(s if s.isprintable() or unicodedata.category(s) == "Zs" else "\ufffd" for s in texte)
