"""The ruler of the timeline: which days it covers, where a day falls, which periods are written above."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from backend.web.contexts import Graduation
from backend.web.presentation.liste_de_fiches.etat import Echelle
from fne_roadmaps.domain.dates import MOIS, ajouter_mois

AVANT, APRES = 4 * 12, 6 * 12
"""Months shown at most before and after the reference day: a date mistyped by a century hides nothing."""
_MOIS_COURTS = ("janv.", "févr.", "mars", "avr.", "mai", "juin", "juil.", "août", "sept.", "oct.", "nov.", "déc.")
_TRIMESTRES_DITS = 14
"""Quarters that can be written one by one above a wide timeline."""

_DERNIER_AN = 88
"""Percent after which a year has no room left on a telephone."""


@dataclass(frozen=True, slots=True)
class Regle:
    """From ``debut`` included to ``fin`` excluded."""

    debut: date
    fin: date
    echelle: Echelle

    def x(self, jour: date) -> float:
        """The place of the beginning of a day, in percent; outside of 0 to 100 when it is not in view."""
        return round((jour - self.debut).days * 100 / (self.fin - self.debut).days, 3)

    def periodes(self) -> list[date]:
        """First days of the months or quarters in view."""
        pas = 1 if self.echelle is Echelle.MOIS else 3
        jours = []
        jour = self.debut
        while jour < self.fin:
            jours.append(jour)
            jour = ajouter_mois(jour, pas)
        return jours

    def graduations(self) -> tuple[Graduation, ...]:
        """For a wide timeline: every month, or every quarter when they fit, else years."""
        jours = self.periodes()
        dire_tout = self.echelle is Echelle.MOIS or len(jours) <= _TRIMESTRES_DITS
        return tuple(
            Graduation(
                x=self.x(j),
                libelle=_dire(j, self.echelle, premier=i == 0) if dire_tout else _an(j, premier=i == 0),
                annee=j.month == 1,
            )
            for i, j in enumerate(jours)
        )

    def graduations_etroites(self) -> tuple[Graduation, ...]:
        """For a telephone: quarters by their first month, or years."""
        return tuple(
            Graduation(x=self.x(j), libelle=self._etroit(j, i), annee=j.month == 1)
            for i, j in enumerate(self.periodes())
        )

    def _etroit(self, jour: date, rang: int) -> str:
        if self.echelle is Echelle.MOIS:
            return _mois(jour) if rang % 3 == 0 else ""
        an = _an(jour, premier=rang == 0)
        return an if self.x(jour) <= _DERNIER_AN else ""


def regle(echelle: Echelle, jours: Iterable[date], au: date) -> Regle:
    """A year around the reference day by months, or every known day (within bounds) by quarters."""
    mois = au.replace(day=1)
    if echelle is Echelle.MOIS:
        return Regle(ajouter_mois(mois, -3), ajouter_mois(mois, 9), echelle)
    plancher, plafond = ajouter_mois(mois, -AVANT), ajouter_mois(mois, APRES)
    connus = [min(max(j, plancher), plafond) for j in (*jours, au)]
    dernier = max(connus) + timedelta(days=1)
    debut = _trimestre(min(connus))
    fin = ajouter_mois(_trimestre(dernier), 3)
    return Regle(debut, max(fin, ajouter_mois(debut, 12)), echelle)


def _trimestre(jour: date) -> date:
    return date(jour.year, 3 * ((jour.month - 1) // 3) + 1, 1)


def _dire(jour: date, echelle: Echelle, *, premier: bool) -> str:
    if echelle is Echelle.MOIS:
        return _mois(jour) if premier or jour.month == 1 else _MOIS_COURTS[jour.month - 1]
    rang = (jour.month - 1) // 3 + 1
    return f"T{rang} {jour.year}" if premier or rang == 1 else f"T{rang}"


def _mois(jour: date) -> str:
    return f"{_MOIS_COURTS[jour.month - 1]} {jour.year % 100:02d}"


def _an(jour: date, *, premier: bool) -> str:
    return str(jour.year) if jour.month == 1 or (premier and jour.month < 7) else ""


def mois_en_lettres(jour: date) -> str:
    """« avril 2025 »."""
    return f"{MOIS[jour.month - 1]}\u00a0{jour.year}"
