"""Governance bodies: their tree, codes and cadences, and when the next meeting is due."""

from __future__ import annotations

import re
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction
from math import ceil
from typing import TypeVar

from fne_roadmaps.domain import arbres
from fne_roadmaps.domain.dates import ajouter_mois
from fne_roadmaps.domain.errors import RegleViolee
from fne_roadmaps.domain.periodes import Periode, verifier_periode

C = TypeVar("C", bound=Hashable)

_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_RESERVE = re.compile(r"r[0-9]+|[0-9]{4}-[0-9]+")  # ends of the codes of meetings and decisions
LONGUEUR_SLUG = 60


@dataclass(frozen=True, slots=True)
class Cadence:
    """How often a body meets while the cadence holds: words, least and most per year, or one interval.

    ``intervalle_demi_mois`` counts half months (« every two and a half months » is 5). « À la demande » none.
    """

    texte: str
    min_par_an: int | None = None
    max_par_an: int | None = None
    intervalle_demi_mois: int | None = None
    debut: date | None = None
    fin: date | None = None

    @property
    def periode(self) -> Periode:
        """The days it holds, ends included."""
        return Periode(self.debut, self.fin)

    @property
    def demi_mois(self) -> Fraction | None:
        """Longest interval it allows, in half months; None when nothing is ever due."""
        lectures = [Fraction(24, self.min_par_an)] if self.min_par_an else []
        if self.intervalle_demi_mois:
            lectures.append(Fraction(self.intervalle_demi_mois))
        return max(lectures, default=None)


def verifier_cadence(cadence: Cadence, champ: str = "cadence") -> None:
    """Numbers within reason, least not above most, period forwards. Raises RegleViolee."""
    bornes = {"min_par_an": (0, 366), "max_par_an": (1, 366), "intervalle_demi_mois": (1, 240)}
    for nom, (mini, maxi) in bornes.items():
        valeur = getattr(cadence, nom)
        if valeur is not None and not mini <= valeur <= maxi:
            raise RegleViolee(f"{champ}.{nom}", f"La valeur {valeur} sort des bornes : de {mini} à {maxi}.")
    if cadence.min_par_an and cadence.max_par_an and cadence.min_par_an > cadence.max_par_an:
        raise RegleViolee(f"{champ}.max_par_an", "Le plus grand nombre par an est inférieur au plus petit.")
    verifier_periode(cadence.debut, cadence.fin, f"{champ}.fin")


def cadence_au(cadences: Sequence[Cadence], au: date) -> Cadence | None:
    """The cadence in force on that day: the one that began last among those that hold."""
    tenues = [c for c in cadences if c.periode.contient(au)]
    return max(tenues, key=lambda c: c.debut or date.min, default=None)


def prochaine_echeance(cadence: Cadence, derniere: date | None, au: date) -> date | None:
    """Day by which the body must next meet, by the least frequent reading of its cadence; possibly past.

    Counted from the last meeting; without any, from the start of the cadence, or from ``au``. Never before
    the cadence holds; None when it asks for nothing, or ends first.
    """
    intervalle = cadence.demi_mois
    if intervalle is None or (cadence.fin is not None and cadence.fin < au):
        return None
    echeance = _avancer(derniere or cadence.debut or au, intervalle)
    if cadence.debut is not None and echeance < cadence.debut:
        echeance = cadence.debut
    return None if cadence.fin is not None and echeance > cadence.fin else echeance


def _avancer(jour: date, demi_mois: Fraction) -> date:
    """Whole months by the calendar, then 15 days per half month, rounded up to the day."""
    mois, reste = divmod(demi_mois, 2)
    return ajouter_mois(jour, int(mois)) + timedelta(days=ceil(15 * reste))


def verifier_arbre(parent_par_id: Mapping[C, C | None], id: C, nouveau_parent: C | None) -> None:
    """A body is never under itself, nor under one of those that depend on it."""
    arbres.verifier_arbre(parent_par_id, id, nouveau_parent)


def verifier_slug(slug: str, champ: str = "code") -> str:
    """Last part of an instance's code: a-z, 0-9, hyphens; never the end of a meeting's or decision's code."""
    propre = slug.strip()
    if not _SLUG.fullmatch(propre) or len(propre) > LONGUEUR_SLUG:
        raise RegleViolee(
            champ,
            f"« {propre[:40]} » : un code court compte 1 à {LONGUEUR_SLUG} lettres minuscules sans accent, "
            "chiffres et traits d’union ; exemple : « gt-sante ».",
        )
    if _RESERVE.fullmatch(propre):
        raise RegleViolee(champ, f"« {propre} » est réservé aux numéros de réunions et de décisions.")
    return propre


def code_instance(code_gouvernance: str, slug: str) -> str:
    """« 28/gt-sante ». Raises RegleViolee when the slug is not one."""
    return f"{code_gouvernance}/{verifier_slug(slug)}"


def mois_d_une_annee(cadence: Cadence | None, annee: int) -> tuple[date, ...]:
    """First days of the months a cadence spreads its meetings over, the least it asks for; four a year without one."""
    demi_mois = cadence.demi_mois if cadence else None
    nombre = max(1, min(12, int(Fraction(24) / demi_mois))) if demi_mois else 4
    return tuple(date(annee, int(Fraction(12 * (2 * rang + 1), 2 * nombre)) + 1, 1) for rang in range(nombre))
