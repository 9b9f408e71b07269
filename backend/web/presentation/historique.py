"""The journal of a fiche in words: what changed, from what to what, and why; never who by name."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Any
from zoneinfo import ZoneInfo

from backend.queries.lecture import Ligne
from backend.web.contexts import EntreeHistorique
from backend.web.presentation.mots import texte
from exports.formats import date_longue, date_sans_preposition, euros, nombre, pourcent, typographier
from fne_roadmaps.domain.dates import depuis_colonnes
from fne_roadmaps.domain.enums import Avancement, Instruction, Meteo, Priorite

_Dire = Callable[[Any], str]


def _edtf(valeur: str) -> str:
    return date_sans_preposition(depuis_colonnes(valeur, None, None))


_DITS: Mapping[str, tuple[str, _Dire | None]] = {
    "titre": ("Titre", typographier),
    "avancement": ("Statut", lambda v: Avancement(v).libelle),
    "instruction": ("Instruction", lambda v: Instruction(v).libelle),
    "priorite": ("Priorité", lambda v: Priorite(v).libelle),
    "meteo": ("Météo", lambda v: Meteo(v).libelle),
    "debut_edtf": ("Début", _edtf),
    "fin_edtf": ("Échéance", _edtf),
    "nouvelles_le": ("Dernières nouvelles", lambda v: date_longue(date.fromisoformat(v))),
    "besoin": ("Besoin", euros),
    "progression_declaree": ("Avancement déclaré", pourcent),
    "en_continu": ("En continu", lambda v: "oui" if v else "non"),
    "rang": ("Rang dans l’axe", nombre),
    "axe": ("Axe changé", None),
    "contexte": ("Contexte réécrit", None),
    "objectifs": ("Objectifs réécrits", None),
    "description": ("Description réécrite", None),
    "moyens_humains": ("Moyens humains réécrits", None),
    "livrables": ("Livrables réécrits", None),
    "lien_diagnostic": ("Lien avec le diagnostic réécrit", None),
    "difficultes": ("Difficultés réécrites", None),
    "prochaine_etape": ("Prochaine étape réécrite", None),
    "acteurs": ("Organismes modifiés", None),
    "axes_servis": ("Axes servis modifiés", None),
    "publics": ("Publics modifiés", None),
    "territoires": ("Territoires modifiés", None),
    "jalons": ("Jalons modifiés", None),
    "financements": ("Financements modifiés", None),
    "indicateurs": ("Indicateurs modifiés", None),
    "liens": ("Liens modifiés", None),
}
"""Field of the journal → label, and how its values read; long texts and lists only say that they changed."""


_ACTES = {"creer": "Fiche créée", "lier": "Liée à une autre fiche"}


def historique(journal: Iterable[Ligne], fuseau: str) -> tuple[EntreeHistorique, ...]:
    """Entries worth telling, newest first; columns that only serve others (first and last day, search) are left out."""
    zone = ZoneInfo(fuseau)
    return tuple(entree for e in journal if (entree := _entree(e, e["le"].astimezone(zone).date())) is not None)


def _entree(e: Ligne, le: date) -> EntreeHistorique | None:
    motif, auteur = texte(e["pourquoi"]), texte(e["auteur"])
    if e["action"] in _ACTES:
        return EntreeHistorique(le=le, champ=_ACTES[e["action"]], motif=motif, auteur=auteur)
    if e["champ"] not in _DITS:
        return None
    libelle, dire = _DITS[e["champ"]]
    avant, apres = (_valeur(e[sens], dire) for sens in ("avant", "apres"))
    return EntreeHistorique(le=le, champ=libelle, avant=avant, apres=apres, motif=motif, auteur=auteur)


def _valeur(stocke: str | None, dire: _Dire | None) -> str | None:
    return dire(json.loads(stocke)) if stocke is not None and dire else None
