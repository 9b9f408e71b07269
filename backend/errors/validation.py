"""What pydantic refuses, in French: the field as typed, and the cause."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from backend.errors.probleme import Erreur, montrer, nommer
from exports.formats import nombre, typographier

REGLE = "regle"
"""Type of the errors whose message is already a French sentence of the domain (``commands.champs.garde``)."""

CHAMP_MAX = 120
ERREURS_MAX = 50
_MARQUE_DE_VALIDATEUR = re.compile(r"[a-z_-]+\[.*\]|[a-z]+(?:-[a-z]+)+")
_NATURES: tuple[tuple[type | tuple[type, ...], str], ...] = (
    (bool, "un booléen"),
    ((int, float), "un nombre"),
    (str, "un texte"),
    ((list, tuple), "une liste"),
    (dict, "un objet"),
)
_ATTENDUS = {
    "string": "Un texte",
    "int": "Un nombre entier",
    "float": "Un nombre",
    "decimal": "Un nombre",
    "bool": "Un booléen, « true » ou « false »,",
    "list": "Une liste",
    "tuple": "Une liste",
    "set": "Une liste",
    "frozen_set": "Une liste",
    "dict": "Un objet",
    "mapping": "Un objet",
    "model": "Un objet",
    "model_attributes": "Un objet",
    "dataclass": "Un objet",
    "date": "Un jour, écrit AAAA-MM-JJ,",
    "datetime": "Un instant, écrit AAAA-MM-JJTHH:MM:SSZ,",
    "time": "Une heure, écrite HH:MM,",
    "uuid": "Une clé (UUID)",
    "url": "Une adresse web",
}


def erreurs_de_validation(refus: ValidationError) -> tuple[Erreur, ...]:
    """Every refused field with its cause, in the order found; the first fifty when there are more."""
    return tuple(_erreur(e) for e in refus.errors(include_url=False)[:ERREURS_MAX])


def _erreur(e: ErrorDetails) -> Erreur:
    recu = None if e["type"] == "missing" else montrer(e.get("input"))
    return Erreur(champ_de(e["loc"]), typographier(phrase(e)), recu)


def champ_de(loc: tuple[int | str, ...]) -> str:
    """« financements.0.promis »; names of validators are not part of what was typed. « corps » for the whole."""
    parties = [str(p) for p in loc if not (isinstance(p, str) and _MARQUE_DE_VALIDATEUR.fullmatch(p))]
    return nommer(".".join(parties)[:CHAMP_MAX]) or "corps"


def phrase(e: ErrorDetails) -> str:
    """The sentence for one error, whatever its type."""
    type_, contexte, recu = e["type"], e.get("ctx", {}), e.get("input")
    if type_ == REGLE:
        return str(e["msg"])
    if type_ in _PHRASES:
        return _PHRASES[type_](contexte, recu)
    base = type_.removesuffix("_type").removesuffix("_parsing").removesuffix("_parsing_size")
    if base in _ATTENDUS:
        return _attendu(_ATTENDUS[base], recu)
    return "Cette valeur n’est pas acceptée ici."


def _attendu(quoi: str, recu: Any) -> str:
    if recu is None:
        return f"{quoi} est attendu{'e' if quoi.startswith('Une') else ''} ici : « null » n’est pas permis."
    if quoi == _ATTENDUS["int"] and isinstance(recu, float):
        return "Un nombre entier est attendu ici, sans décimales."
    nature = next((mots for types, mots in _NATURES if isinstance(recu, types)), "cette valeur")
    if nature == quoi.lower():
        return "Cette valeur n’est pas acceptée ici."
    return f"{quoi} est attendu{'e' if quoi.startswith('Une') else ''} ici, pas {nature}."


def _permis(contexte: Mapping[str, Any], recu: Any) -> str:
    codes = ", ".join(re.findall(r"'([^']*)'", str(contexte.get("expected", ""))))
    dit = f"« {montrer(recu)} »" if isinstance(recu, str) else "Cette valeur"
    return f"{dit} n’est pas permis{'' if isinstance(recu, str) else 'e'} ici ; codes permis : {codes}."


def _borne(sens: str, cle: str) -> Callable[[Mapping[str, Any], Any], str]:
    def dire(contexte: Mapping[str, Any], recu: Any) -> str:
        limite = contexte[cle]
        dite = nombre(limite) if isinstance(limite, int) else str(limite)
        return f"Ce nombre doit être {sens} {dite}."

    return dire


def _taille(cle: str, sens: str) -> Callable[[Mapping[str, Any], Any], str]:
    def dire(contexte: Mapping[str, Any], recu: Any) -> str:
        compte = f"compte {nombre(len(recu))} éléments" if isinstance(recu, list | tuple) else "n’a pas la bonne taille"
        return f"Cette liste {compte} : il en faut {sens} {nombre(int(contexte[cle]))}."

    return dire


def _caracteres(cle: str, sens: str) -> Callable[[Mapping[str, Any], Any], str]:
    return lambda contexte, recu: f"Ce texte doit compter {sens} {nombre(int(contexte[cle]))} caractères."


def _jour(contexte: Mapping[str, Any], recu: Any) -> str:
    if isinstance(recu, str):
        return f"« {montrer(recu)} » n’est pas un jour du calendrier ; écrivez AAAA-MM-JJ."
    return _attendu(_ATTENDUS["date"], recu)


def _dire(texte: str) -> Callable[[Mapping[str, Any], Any], str]:
    return lambda contexte, recu: texte


_PHRASES: dict[str, Callable[[Mapping[str, Any], Any], str]] = {
    "missing": _dire("Ce champ est obligatoire."),
    "extra_forbidden": _dire("Ce champ n’existe pas, ou ne se change pas ici."),
    "frozen_field": _dire("Ce champ ne se change pas."),
    "frozen_instance": _dire("Cet objet ne se change pas."),
    "invalid_key": _dire("Un nom de champ est un texte."),
    "none_required": _dire("Seul « null » est permis ici."),
    "json_invalid": _dire("Ce texte n’est pas du JSON."),
    "json_type": _dire("Un texte JSON est attendu ici."),
    "recursion_loop": _dire("Cette valeur se contient elle-même."),
    "recursion_depth_exceeded": _dire("Cette valeur est imbriquée trop profondément."),
    "enum": _permis,
    "literal_error": _permis,
    "greater_than": _borne("plus grand que", "gt"),
    "greater_than_equal": _borne("au moins", "ge"),
    "less_than": _borne("plus petit que", "lt"),
    "less_than_equal": _borne("au plus", "le"),
    "multiple_of": _borne("un multiple de", "multiple_of"),
    "finite_number": _dire("Ce nombre doit être fini."),
    "int_from_float": _dire("Un nombre entier est attendu ici, sans décimales."),
    "int_parsing_size": _dire("Ce nombre est trop grand."),
    "too_short": _taille("min_length", "au moins"),
    "too_long": _taille("max_length", "au plus"),
    "string_too_short": _caracteres("min_length", "au moins"),
    "string_too_long": _caracteres("max_length", "au plus"),
    "string_unicode": _dire("Ce texte contient un caractère qui ne peut pas être lu."),
    "string_pattern_mismatch": _dire("Ce texte n’a pas la forme attendue."),
    "string_not_ascii": _dire("Ce texte doit s’écrire sans accents."),
    "date_parsing": _jour,
    "date_from_datetime_parsing": _jour,
    "date_from_datetime_inexact": _dire("Un jour est attendu ici, sans heure."),
    "date_past": _dire("Ce jour doit être passé."),
    "date_future": _dire("Ce jour doit être à venir."),
    "uuid_version": _dire("Cette clé (UUID) n’est pas de la bonne version."),
    "url_too_long": _dire("Cette adresse web est trop longue."),
    "url_scheme": _dire("Une adresse web commence par « https:// »."),
    "url_syntax_violation": _dire("Cette adresse web est mal écrite."),
    "decimal_max_digits": _dire("Ce nombre compte trop de chiffres."),
    "decimal_max_places": _dire("Ce nombre compte trop de décimales."),
    "decimal_whole_digits": _dire("Ce nombre est trop grand."),
    "union_tag_invalid": _permis,
    "union_tag_not_found": _dire("Il manque ce qui dit de quel genre d’objet il s’agit."),
}
