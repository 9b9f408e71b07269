"""Reading the JSON body of a request: everything that is not plain, small, unambiguous JSON is refused in French."""

from __future__ import annotations

import json
import math
from typing import Any, NoReturn

from backend.errors import Nature, Refus
from backend.errors.reponses import Requete

PROFONDEUR_MAX = 32


async def lire_json(requete: Requete) -> Any:
    """The value of the body. Raises Refus (415, 413 by the framework, 400)."""
    _exiger_json(requete.headers.get("content-type", ""))
    octets = await requete.body()
    if not octets:
        _illisible("Le corps de la demande est vide : un objet JSON est attendu.")
    try:
        texte = octets.decode("utf-8")
    except UnicodeDecodeError as cause:
        _illisible(f"Le corps n’est pas du texte UTF-8 : l’octet {cause.start + 1} ne se lit pas.")
    try:
        valeur = json.loads(texte, parse_constant=_constante, parse_float=_flottant, object_pairs_hook=_objet)
    except json.JSONDecodeError as cause:
        _illisible(f"Ce JSON est mal formé, ligne {cause.lineno}, colonne {cause.colno}.")
    except RecursionError:
        _trop_profond()
    except ValueError:
        _illisible("Un nombre de ce JSON compte trop de chiffres.")
    _verifier_profondeur(valeur)
    return valeur


def _exiger_json(type_: str) -> None:
    nom, _, parametres = type_.partition(";")
    charset = parametres.partition("charset=")[2].strip(' "').lower()
    json_ = nom.strip().lower() in {"application/json", "application/merge-patch+json"}
    if not json_ or charset not in {"", "utf-8", "utf8"}:
        detail = "Le corps s’envoie en JSON et en UTF-8 : l’en-tête « Content-Type » vaut « application/json »."
        raise Refus(Nature.TYPE_DE_CONTENU, detail, entetes={"accept": "application/json"})


def _illisible(detail: str) -> NoReturn:
    raise Refus(Nature.ILLISIBLE, detail)


def _trop_profond() -> NoReturn:
    _illisible(f"Ce JSON est imbriqué trop profondément : {PROFONDEUR_MAX} niveaux au plus.")


def _constante(nom: str) -> NoReturn:
    _illisible(f"« {nom} » n’est pas du JSON.")


def _flottant(texte: str) -> float:
    nombre = float(texte)
    if math.isinf(nombre):
        _illisible("Un nombre de ce JSON est trop grand.")
    return nombre


def _objet(paires: list[tuple[str, Any]]) -> dict[str, Any]:
    objet = dict(paires)
    if len(objet) != len(paires):
        noms = [nom for nom, _ in paires]
        repete = next(nom for nom in noms if noms.count(nom) > 1)
        _illisible(f"Le champ « {repete[:40]} » est donné deux fois dans le même objet.")
    return objet


def _verifier_profondeur(valeur: Any) -> None:
    niveau = [valeur]
    for _ in range(PROFONDEUR_MAX):
        niveau = [
            enfant
            for parent in niveau
            if isinstance(parent, dict | list)
            for enfant in (parent.values() if isinstance(parent, dict) else parent)
        ]
        if not niveau:
            return
    _trop_profond()
