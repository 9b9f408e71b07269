"""The columns of a list of fiches, declared once: headings of the table, of the paper and of the file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ColonneDeListe:
    """``tri`` is the order a heading asks for, None when the column has none."""

    libelle: str
    tri: str | None = None
    classe: str = ""


COLONNES: Mapping[str, ColonneDeListe] = {
    "axe": ColonneDeListe("Axe"),
    "avancement": ColonneDeListe("Statut", "avancement"),
    "priorite": ColonneDeListe("Priorité", "priorite"),
    "meteo": ColonneDeListe("Météo"),
    "pilote": ColonneDeListe("Pilote"),
    "partenaires": ColonneDeListe("Partenaires"),
    "territoires": ColonneDeListe("Territoires"),
    "publics": ColonneDeListe("Publics"),
    "debut": ColonneDeListe("Début", "debut", "droite"),
    "fin": ColonneDeListe("Échéance", "fin", "droite"),
    "jalon": ColonneDeListe("Prochain jalon"),
    "nouvelles": ColonneDeListe("Nouvelles", "nouvelles", "droite"),
    "progression": ColonneDeListe("Progression déclarée", None, "droite"),
    "besoin": ColonneDeListe("Besoin", "besoin", "droite"),
    "financeurs": ColonneDeListe("Financeurs"),
    "maj": ColonneDeListe("Modifiée le", "maj", "droite"),
}
"""Code in the address → column, in the order they are shown."""

PAR_DEFAUT = ("avancement", "pilote", "fin", "nouvelles")
