"""Kinds of filters a list accepts: each reads typed text, refuses it in French, and is a piece of SQL.

Values come from an address (``?instruction=retenue&en_retard=oui``). ``clause`` receives the value read and the
reference day; ``schema`` describes the value (JSON Schema).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from backend.queries.lecture import TOUT, Clause, parmi
from backend.queries.references import designe
from fne_roadmaps.domain.enums import Vocabulaire
from fne_roadmaps.domain.errors import RegleViolee
from fne_roadmaps.domain.textes import replier, texte_propre

LONGUEUR_MAX = 200
_OUI = frozenset({"oui", "true", "1"})
_NON = frozenset({"non", "false", "0"})


@dataclass(frozen=True, slots=True)
class Filtre:
    """``lire(name, text)`` gives the value or raises RegleViolee; ``table`` is the concept a reference names."""

    description: str
    lire: Callable[[str, str], Any]
    clause: Callable[[Any, date], Clause]
    schema: Mapping[str, Any] = field(default_factory=lambda: {"type": "string"})
    table: str | None = None


def choix(vocabulaire: type[Vocabulaire], colonne: str, description: str) -> Filtre:
    """One code of the vocabulary, or several separated by commas."""
    codes = [membre.value for membre in vocabulaire]

    def lire(nom: str, brut: str) -> tuple[str, ...]:
        demandes = tuple(dict.fromkeys(code.strip() for code in brut.split(",")))
        for code in demandes:
            if code not in codes:
                raise RegleViolee(nom, f"« {code[:40]} » n’est pas permis ici ; codes permis : {', '.join(codes)}.")
        return demandes

    schema = {"type": "array", "items": {"type": "string", "enum": codes}}
    return Filtre(description, lire, lambda valeur, au: parmi(colonne, valeur), schema)


def oui_non(clause: Callable[[date], Clause], description: str) -> Filtre:
    """« oui » keeps what ``clause`` (given the day) says, « non » the rest."""

    def lire(nom: str, brut: str) -> bool:
        if brut.lower() in _OUI | _NON:
            return brut.lower() in _OUI
        raise RegleViolee(nom, f"« {brut[:20]} » n’est pas permis ici ; écrivez « oui » ou « non ».")

    def choisir(valeur: bool, au: date) -> Clause:
        voulue = clause(au)
        return voulue if valeur else Clause(f"NOT ({voulue.sql})", voulue.valeurs)

    return Filtre(description, lire, choisir, {"type": "string", "enum": ["oui", "non"]})


def vers(table: str, gabarit: str, description: str) -> Filtre:
    """The key or the code of another object; ``§`` in ``gabarit`` stands for its key."""

    def lire(nom: str, brut: str) -> str:
        return texte_propre(brut, nom, LONGUEUR_MAX, obligatoire=True)

    def choisir(reference: str, au: date) -> Clause:
        celle_ci = designe(table, reference)
        choisie = f"(SELECT {table}.id FROM {table} WHERE {celle_ci.sql})"
        return Clause(gabarit.replace("§", choisie), celle_ci.valeurs * gabarit.count("§"))

    return Filtre(description, lire, choisir, table=table)


def mots(colonne: str, description: str) -> Filtre:
    """Every word, folded, must be in the column, which holds folded text."""

    def lire(nom: str, brut: str) -> tuple[str, ...]:
        texte = texte_propre(brut, nom, LONGUEUR_MAX, obligatoire=True)
        return tuple(replier(texte).split())

    def choisir(valeur: tuple[str, ...], au: date) -> Clause:
        clause = TOUT
        for mot in valeur:
            motif = re.sub(r"([\\%_])", r"\\\1", mot)
            clause = clause & Clause(f"{colonne} LIKE {{}} ESCAPE '\\'", (f"%{motif}%",))
        return clause

    return Filtre(description, lire, choisir, {"type": "string", "maxLength": LONGUEUR_MAX})


def entier(mini: int, maxi: int, clause: Callable[[int, date], Clause], description: str) -> Filtre:
    """A whole number between two bounds, included."""

    def lire(nom: str, brut: str) -> int:
        if brut.isascii() and brut.isdigit() and len(brut) <= len(str(maxi)) and mini <= int(brut) <= maxi:
            return int(brut)
        raise RegleViolee(nom, f"« {brut[:20]} » n’est pas permis ici : un nombre entier de {mini} à {maxi}.")

    return Filtre(description, lire, clause, {"type": "integer", "minimum": mini, "maximum": maxi})


def jour(clause: Callable[[date, date], Clause], description: str) -> Filtre:
    """A day, AAAA-MM-JJ."""

    def lire(nom: str, brut: str) -> date:
        try:
            if re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", brut, re.ASCII):
                return date.fromisoformat(brut)
        except ValueError:
            pass
        raise RegleViolee(nom, f"« {brut[:20]} » n’est pas un jour du calendrier ; écrivez AAAA-MM-JJ.")

    return Filtre(description, lire, clause, {"type": "string", "format": "date"})


def exemples(table: str) -> Filtre:
    """Examples only, or only what is not one: offered by every list."""
    return oui_non(lambda au: Clause(f"{table}.exemple = {{}}", (True,)), "Seulement les exemples, ou tout sauf eux.")
