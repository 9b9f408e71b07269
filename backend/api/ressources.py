"""What the API says of a concept, declared once: its list, its reading, its commands and its acts.

``backend.api.routes`` makes the routes from it, ``backend.api.description`` the OpenAPI document.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

from backend.api.schemas.base import Rendu
from backend.context import Contexte
from backend.queries.lecture import Ligne
from backend.queries.listes import Liste, Page
from backend.services.commands.champs import Commande
from fne_roadmaps.domain.droits import Acteur

RACINE = "/api/v1"

Lire = Callable[[Acteur, str | UUID, date], Awaitable[Ligne]]
Appliquer = Callable[[Contexte, str, int, Any], Awaitable[object]]


@dataclass(frozen=True, slots=True)
class Acte:
    """A change that has a name of its own (``POST …/{nom}``), guarded by If-Match like any other."""

    nom: str
    resume: str
    commande: type[Commande]
    appliquer: Appliquer
    exemple: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Creation:
    """How an object is created; ``references`` are the fields that name other objects, and their concept."""

    commande: type[Commande]
    exemple: Mapping[str, Any]
    references: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Modification:
    """How an object is changed."""

    commande: type[Commande]
    appliquer: Appliquer
    exemple: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Suite:
    """What hangs on an object, at the end of its address (``…/{nom}``): a list, and what is added to it.

    ``completer`` makes the command from the body and the key of the object; ``lire`` gives what was added.
    """

    nom: str
    concept: str
    des: str
    ajouter: str
    element: type[Rendu]
    lister: Callable[[Acteur, str, int, int], Awaitable[Page]]
    lire: Callable[[Acteur, UUID], Awaitable[Ligne]]
    corps: type[Commande]
    completer: Callable[[Any, UUID], Commande]
    exemple: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Ressource:
    """One concept of the API. ``un`` and ``des`` name it in French; ``exemple`` is a code that reads one.

    ``chemin`` is its collection; ``a_barres`` tells that its codes hold slashes: only these have ``suites``.
    """

    chemin: str
    concept: str
    un: str
    des: str
    exemple: str
    liste: Liste
    resume: type[Rendu]
    entier: type[Rendu]
    lire: Lire
    a_barres: bool = False
    creation: Creation | None = None
    modification: Modification | None = None
    actes: tuple[Acte, ...] = ()
    suites: tuple[Suite, ...] = ()
    supprimer: Callable[[Contexte, str, int, str], Awaitable[None]] | None = None

    @property
    def adresse(self) -> str:
        """« /api/v1/fiches-action »."""
        return f"{RACINE}/{self.chemin}"
