"""Uncertain dates (EDTF, ISO 8601-2): what is known of a date, never made more exact than it is."""

from fne_roadmaps.domain.dates.calculs import ajouter_mois
from fne_roadmaps.domain.dates.dites import DateIncomprise, lire_date_dite, lire_jour_dit
from fne_roadmaps.domain.dates.forme import Forme, Grain, Plage, Point
from fne_roadmaps.domain.dates.incertaine import (
    LONGUEUR_MAX,
    DateIncertaine,
    NatureDate,
    cle_tri,
    depuis_colonnes,
    jour_contredit,
    lire_date,
)
from fne_roadmaps.domain.dates.mots import JOURS, MOIS, jour_en_lettres, quantieme

__all__ = [
    "JOURS",
    "LONGUEUR_MAX",
    "MOIS",
    "DateIncertaine",
    "DateIncomprise",
    "Forme",
    "Grain",
    "NatureDate",
    "Plage",
    "Point",
    "ajouter_mois",
    "cle_tri",
    "depuis_colonnes",
    "jour_contredit",
    "jour_en_lettres",
    "lire_date",
    "lire_date_dite",
    "lire_jour_dit",
    "quantieme",
]
