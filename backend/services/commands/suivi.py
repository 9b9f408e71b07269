"""Commands of those who follow a fiche: news, milestones, measures."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from backend.services.commands.champs import (
    Commande,
    DateEdtf,
    Jour,
    Mot300Facultatif,
    Reference,
    Texte,
    TexteFacultatif,
    Valeur,
)
from fne_roadmaps.domain.enums import Avancement, Meteo


class Nouvelles(Commande):
    """News of a fiche (Markdown), and what they say of it; what is absent stays as it is. Dated today by default."""

    texte: Texte
    le: Jour | None = None
    avancement: Avancement | None = None
    pourquoi: TexteFacultatif = None
    progression: Annotated[int, Field(strict=True, ge=0, le=100)] | None = None
    meteo: Meteo | None = None
    difficultes: TexteFacultatif = None
    prochaine_etape: TexteFacultatif = None
    fin: DateEdtf | None = None


class DonnerNouvelles(Nouvelles):
    """The same, of the fiche they are about.

    ``auteur`` and ``structure`` sign what is entered for others, from the command line of the machine only.
    """

    fiche_action: Reference
    auteur: Mot300Facultatif = None
    structure: Reference | None = None


class CorrigerNouvelle(Commande):
    """The words of news already given, and their day; what they changed of the fiche stays changed."""

    texte: Texte
    le: Jour


class AjouterMesure(Commande):
    """A value of an indicator of a fiche at a date, with its source."""

    indicateur: Reference
    valeur: Valeur
    date: DateEdtf
    source: Mot300Facultatif = None
