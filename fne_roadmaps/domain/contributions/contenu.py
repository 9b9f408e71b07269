"""From what was typed in the steps of a deposit to the values of a fiche, with everything that does not fit.

What was typed is kept as it was typed; this reading only tells what it is worth.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any, TypeVar

from fne_roadmaps.domain.dates import DateIncertaine, lire_date_dite
from fne_roadmaps.domain.errors import RegleViolee
from fne_roadmaps.domain.fiches_action import lire_euros
from fne_roadmaps.domain.textes import texte_propre

Saisies = Mapping[str, tuple[str, ...]]
"""Typed values by field name, dotted for the lines of a list."""

SAISIE_MAX = 100_000
"""Characters kept of one step: five full long texts."""

LIGNES_MAX = 20
_TITRE, _LONG, _LIGNE, _PUBLICS, _TERRITOIRES, _REFERENCE = 300, 20_000, 200, 50, 200, 140
_LONGS = ("contexte", "objectifs", "description", "moyens_humains")
_ANNEE = re.compile(r"(?:19|20|21)[0-9]{2}")

T = TypeVar("T")


def lire_contenu(saisies: Saisies) -> tuple[dict[str, Any], tuple[RegleViolee, ...]]:
    """Values that can be read, under the names of a fiche's fields (and « partenaires », names typed freely).

    Absent values are left out. The second part names each field that cannot be read, and why.
    """
    refus: list[RegleViolee] = []
    lus: dict[str, Any] = {}

    def noter(champ: str, lire: Callable[[], T | None]) -> None:
        try:
            valeur = lire()
        except RegleViolee as violation:
            refus.append(violation)
        else:
            if valeur not in (None, (), ""):
                lus[champ] = valeur

    noter("titre", lambda: texte_propre(_un(saisies, "titre"), "titre", _TITRE))
    noter("axe", lambda: texte_propre(_un(saisies, "axe"), "axe", _REFERENCE))
    for champ in _LONGS:
        noter(champ, lambda champ=champ: texte_propre(_un(saisies, champ), champ, _LONG, lignes=True))  # type: ignore[misc]
    noter("publics", lambda: _lignes(saisies, "publics", _PUBLICS))
    noter("partenaires", lambda: _lignes(saisies, "partenaires", _PUBLICS))
    noter("territoires", lambda: _territoires(saisies))
    for champ in ("debut", "fin"):
        noter(champ, lambda champ=champ: _date(saisies, champ))  # type: ignore[misc]
    noter("besoin", lambda: montant(_un(saisies, "besoin"), "besoin"))
    noter("financements", lambda: _financements(saisies, refus))
    if _un(saisies, "en_continu").strip():
        lus["en_continu"] = True
    debut, fin = lus.get("debut"), lus.get("fin")
    if _a_l_envers(debut, fin):
        refus.append(RegleViolee("fin", "La fin vient avant le début."))
        del lus["fin"]
    return lus, tuple(refus)


def montant(texte: str, champ: str) -> int | None:
    """Centimes of an amount typed in euros, None for nothing. Raises RegleViolee."""
    return lire_euros(texte, champ) if texte.strip() else None


def _un(saisies: Saisies, champ: str) -> str:
    return next(iter(saisies.get(champ, ())), "")


def _date(saisies: Saisies, champ: str) -> DateIncertaine | None:
    texte = _un(saisies, champ)
    return lire_date_dite(texte, champ) if texte.strip() else None


def _a_l_envers(debut: DateIncertaine | None, fin: DateIncertaine | None) -> bool:
    return bool(debut and fin and debut.premier and fin.dernier and fin.dernier < debut.premier)


def _lignes(saisies: Saisies, champ: str, maxi: int) -> tuple[str, ...]:
    """One item a line; a repeated one counts once."""
    lues = [texte_propre(ligne, champ, _LIGNE) for ligne in _un(saisies, champ).splitlines()]
    uniques = tuple(dict.fromkeys(ligne for ligne in lues if ligne))
    if len(uniques) > maxi:
        raise RegleViolee(champ, f"{len(uniques)} lignes pour {maxi} permises.")
    return uniques


def _territoires(saisies: Saisies) -> tuple[str, ...]:
    choisis = tuple(dict.fromkeys(v for v in saisies.get("territoires", ()) if v.strip()))
    if len(choisis) > _TERRITOIRES or any(len(v) > _REFERENCE for v in choisis):
        raise RegleViolee("territoires", "Choisissez les territoires dans la liste.")
    return choisis


def _financements(saisies: Saisies, refus: list[RegleViolee]) -> tuple[dict[str, Any], ...]:
    """Lines that hold something; each faulty cell is told apart, and the line left out."""
    lus: list[dict[str, Any]] = []
    vus: set[tuple[str, int]] = set()
    for rang in _rangs(saisies):
        try:
            ligne = _financement(saisies, f"financements.{rang}")
            if ligne is None:
                continue
            cle = (ligne["financeur"], ligne["annee"])
            if cle in vus:
                raise RegleViolee(f"financements.{rang}.financeur", "Ce financeur est déjà saisi pour cette année.")
        except RegleViolee as violation:
            refus.append(violation)
            continue
        vus.add(cle)
        lus.append(ligne)
    return tuple(lus)


def _rangs(saisies: Saisies) -> list[int]:
    numeros = {t[1] for nom in saisies if (t := re.fullmatch(r"financements\.(\d{1,2})\.\w+", nom))}
    return sorted(n for n in map(int, numeros) if n < LIGNES_MAX)


def _financement(saisies: Saisies, ligne: str) -> dict[str, Any] | None:
    financeur, annee, demande = (
        _un(saisies, f"{ligne}.{champ}").strip() for champ in ("financeur", "annee", "demande")
    )
    if not (financeur or annee or demande):
        return None
    nom = texte_propre(financeur, f"{ligne}.financeur", _LIGNE)
    if nom is None:
        raise RegleViolee(f"{ligne}.financeur", "Dites qui financerait.")
    if not _ANNEE.fullmatch(annee):
        raise RegleViolee(f"{ligne}.annee", "Indiquez l’année en quatre chiffres, par exemple « 2026 ».")
    return {"financeur": nom, "annee": int(annee), "demande": montant(demande, f"{ligne}.demande")}
