"""Free text made ready to print, once for a whole payload: French typography, and nothing an XML file cannot hold."""

from __future__ import annotations

import re
from operator import is_not
from typing import Any, TypeVar

from exports.formats import typographier
from exports.formats.markdown import markdown_en_lignes
from exports.payloads import Payload

M = TypeVar("M", bound=Payload)

# Codes, numbers and addresses print exactly as they are.
_TELS_QUELS = frozenset(
    {"reference", "gouvernance", "departement", "numero", "code", "parent", "valeur", "depart", "cible", "url"}
    | {"lien_visio", "fuseau", "empreinte", "remplace", "remplacee_par"}
)
_ILLISIBLES = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_REMPLACEMENT = "\ufffd"


def preparer(payload: M) -> M:
    """A copy whose free texts are typographied.

    Characters that no XML document may hold are refused at the door; one that got in long ago must not make a signed
    text impossible to print, nor vanish: it prints as U+FFFD, the sign of an unreadable character.
    """
    return _modele(payload, {})


def _modele(payload: M, vus: dict[str, str]) -> M:
    """Itself when no text of it changes; what is empty cannot."""
    changes: dict[str, Any] = {}
    for nom, valeur in vars(payload).items():
        if not valeur:
            continue
        neuve = valeur
        if type(valeur) is str:  # members of closed vocabularies are strings too, and stay
            neuve = _lisible(valeur) if nom in _TELS_QUELS else vus.get(valeur) or _texte(valeur, vus)
        elif type(valeur) is tuple:
            neuve = _suite(valeur, vus)
        elif isinstance(valeur, Payload):
            neuve = _modele(valeur, vus)
        if neuve is not valeur:
            changes[nom] = neuve
    return payload.model_copy(update=changes) if changes else payload


def _suite(valeurs: tuple[Any, ...], vus: dict[str, str]) -> tuple[Any, ...]:
    """A tuple holds texts, or payloads, or numbers."""
    if isinstance(valeurs[0], Payload):
        neuves = tuple([_modele(v, vus) for v in valeurs])
    elif type(valeurs[0]) is str:
        neuves = tuple([_texte(v, vus) for v in valeurs])
    else:
        return valeurs
    return neuves if any(map(is_not, neuves, valeurs)) else valeurs


def _texte(valeur: str, vus: dict[str, str]) -> str:
    """The same text is worked on once, however often it is met; one that stays the same is given back itself."""
    propre = vus.get(valeur)
    if propre is None:
        propre = typographier(_lisible(valeur).strip())
        propre = vus[valeur] = valeur if propre == valeur else propre
    return propre


def _lisible(texte: str) -> str:
    return _ILLISIBLES.sub(_REMPLACEMENT, texte)


def paragraphes(texte: str | None) -> list[tuple[bool, str]]:
    """Lines of a free text as (is a bullet, text), without its marks."""
    return markdown_en_lignes(texte)
