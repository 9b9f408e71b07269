"""The journal of a fiche in words: what changed, from what to what, and why; never who by name."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from zoneinfo import ZoneInfo

from backend.queries.lecture import Ligne
from backend.web.contexts import ChangementCourt, EntreeHistorique
from backend.web.presentation.mots import texte
from exports.formats import date_longue, date_sans_preposition, euros, nombre, pourcent, typographier
from fne_roadmaps.domain.dates import depuis_colonnes
from fne_roadmaps.domain.enums import Avancement, EtatFeuille, Instruction, Meteo, Priorite

COURTS_MAX = 3
"""Changes of one act told on the page of the fiche; the history tells them all."""


@dataclass(frozen=True, slots=True)
class ChampDit:
    """The name of a field, how its values read in one line, or else what is said when it changed."""

    libelle: str
    dire: Callable[[Any], str] | None = None
    change: str = ""


def _edtf(valeur: str) -> str:
    return date_sans_preposition(depuis_colonnes(valeur, None, None))


CHAMPS: Mapping[str, ChampDit] = {
    "titre": ChampDit("Titre", typographier),
    "avancement": ChampDit("Statut", lambda v: Avancement(v).libelle),
    "instruction": ChampDit("Instruction", lambda v: Instruction(v).libelle),
    "priorite": ChampDit("Priorité", lambda v: Priorite(v).libelle),
    "meteo": ChampDit("Météo", lambda v: Meteo(v).libelle),
    "debut_edtf": ChampDit("Début", _edtf),
    "fin_edtf": ChampDit("Échéance", _edtf),
    "nouvelles_le": ChampDit("Dernières nouvelles", lambda v: date_longue(date.fromisoformat(v))),
    "besoin": ChampDit("Besoin", euros),
    "progression_declaree": ChampDit("Progression déclarée", pourcent),
    "en_continu": ChampDit("En continu", lambda v: "oui" if v else "non"),
    "rang": ChampDit("Rang dans l’axe", nombre),
    "axe": ChampDit("Axe", change="Axe changé"),
    "contexte": ChampDit("Contexte", change="Contexte réécrit"),
    "objectifs": ChampDit("Objectifs", change="Objectifs réécrits"),
    "description": ChampDit("Description", change="Description réécrite"),
    "moyens_humains": ChampDit("Moyens humains", change="Moyens humains réécrits"),
    "livrables": ChampDit("Livrables", change="Livrables réécrits"),
    "lien_diagnostic": ChampDit("Lien avec le diagnostic", change="Lien avec le diagnostic réécrit"),
    "difficultes": ChampDit("Difficultés", change="Difficultés réécrites"),
    "prochaine_etape": ChampDit("Prochaine étape", change="Prochaine étape réécrite"),
    "acteurs": ChampDit("Organismes", change="Organismes modifiés"),
    "axes_servis": ChampDit("Axes servis", change="Axes servis modifiés"),
    "publics": ChampDit("Publics", change="Publics modifiés"),
    "territoires": ChampDit("Territoires", change="Territoires modifiés"),
    "jalons": ChampDit("Jalons", change="Jalons modifiés"),
    "jalon": ChampDit("Jalon", change="Jalon coché ou décoché"),
    "financements": ChampDit("Financements", change="Financements modifiés"),
    "indicateurs": ChampDit("Indicateurs", change="Indicateurs modifiés"),
    "mesure": ChampDit("Mesure", change="Mesure ajoutée"),
    "liens": ChampDit("Liens", change="Liens modifiés"),
    "nouvelle": ChampDit("Nouvelles", change="Nouvelles publiées"),
}
"""Field of the journal → how it is told; columns that only serve others are not told."""

TEXTES_LONGS = frozenset(
    {
        *("titre", "contexte", "objectifs", "description", "moyens_humains"),
        *("livrables", "lien_diagnostic", "difficultes", "prochaine_etape"),
    }
)
"""Fields whose two values are compared word by word."""

ACTES: Mapping[str, str] = {
    "creer": "Fiche créée",
    "modifier": "Fiche modifiée",
    "conflit": "Texte mis de côté",
    "changer_avancement": "Statut changé",
    "changer_instruction": "Instruction",
    "changer_en_groupe": "Changement groupé",
    "annuler_le_changement_groupe": "Changement groupé annulé",
    "donner_des_nouvelles": "Nouvelles publiées",
    "accepter_nouvelles": "Nouvelles reçues et reportées",
    "cocher_jalon": "Jalon",
    "ajouter_mesure": "Mesure ajoutée",
    "annuler_mesure": "Mesure retirée",
    "lier": "Liée à une autre fiche",
    "fusionner": "Fiches réunies",
    "defusionner": "Fusion défaite",
    "scinder": "Scission",
    "annuler_scission": "Scission annulée",
    "supprimer": "Mise à la corbeille",
    "restaurer": "Sortie de la corbeille",
    "ranger": "Rangée",
    "passation": "Passation",
}
ACTES_SUR_NOUVELLE: Mapping[str, str] = {
    "creer": "Nouvelles publiées",
    "corriger": "Nouvelles corrigées",
    "retirer": "Nouvelles retirées",
    "retablir": "Nouvelles rétablies",
}
_SANS_DETAIL = frozenset({"creer", "lier", "supprimer", "restaurer"})
SYSTEME = "Administration de l’outil"


def champ_dit(champ: str | None) -> ChampDit | None:
    """How a field is told (« fin » for ``fin_edtf`` too); None for one that is not."""
    return CHAMPS.get(champ or "") or CHAMPS.get(f"{champ}_edtf")


def nom_d_acte(entrees: Sequence[Ligne]) -> str:
    """What was done, in a few words."""
    premiere = entrees[0]
    if premiere["concept"] == "nouvelle":
        return ACTES_SUR_NOUVELLE.get(premiere["action"], "Nouvelles")
    if premiere["action"] == "cocher_jalon":
        fait = any(e["champ"] == "jalon" and json.loads(e["apres"])["fait_le"] for e in entrees)
        return "Jalon fait" if fait else "Jalon décoché"
    return ACTES.get(premiere["action"], premiere["action"].replace("_", " ").capitalize())


def auteur(entrees: Sequence[Ligne]) -> str:
    """An organisation and a function, never a person; who signed the news, when they were entered for others."""
    e = entrees[0]
    if e["acteur"] == "systeme":
        signees = (json.loads(n["apres"]) for n in entrees if n["concept"] == "nouvelle" and n["action"] == "creer")
        return next((typographier(n["auteur"]) for n in signees), SYSTEME)
    if e["structure"]:
        return typographier(f"{e['structure']}, {e['fonction']}" if e["fonction"] else e["structure"])
    if e["acteur"].startswith("lien:"):
        return "Par un lien personnel"
    return "Un compte sans organisation"


def derniers_actes(actes: Iterable[Sequence[Ligne]], versions: Iterable[Ligne], fuseau: str) -> list[EntreeHistorique]:
    """Acts and publications of the fiche in short, newest first."""
    zone = ZoneInfo(fuseau)
    dits = [_entree(entrees, entrees[0]["le"].astimezone(zone).date()) for entrees in actes]
    return sorted([*dits, *(_publication(v) for v in versions)], key=lambda e: e.le or date.min, reverse=True)


def _publication(v: Ligne) -> EntreeHistorique:
    mot = "Signée" if v["etat"] is EtatFeuille.SIGNEE else "Présentée"
    quand = v["date"]
    return EntreeHistorique(
        le=(quand.dernier or quand.premier) if quand else None,
        quand=date_sans_preposition(quand) if quand else "Date inconnue",
        acte=f"{mot} dans la version {v['numero']} de la feuille de route",
    )


def _entree(entrees: Sequence[Ligne], le: date) -> EntreeHistorique:
    courts = changements_courts(entrees)
    return EntreeHistorique(
        le=le,
        quand=date_longue(le),
        acte=None if courts else nom_d_acte(entrees),
        changements=tuple(courts[:COURTS_MAX]),
        autres=max(0, len(courts) - COURTS_MAX),
        motif=texte(entrees[0]["pourquoi"]),
        auteur=auteur(entrees),
    )


def changements_courts(entrees: Iterable[Ligne]) -> list[ChangementCourt]:
    """Fields an act changed, in one line each; that news came is said by their own day, not by this column."""
    dits = [_court(e) for e in entrees if e["action"] not in _SANS_DETAIL and e["champ"] != "nouvelles_le"]
    return [d for d in dits if d is not None]


def _court(e: Ligne) -> ChangementCourt | None:
    dit = CHAMPS.get(e["champ"] or "") if e["concept"] == "fiche_action" else None
    if dit is None:
        return None
    if e["champ"] == "jalon":
        apres = json.loads(e["apres"])
        mot = "Jalon fait" if apres["fait_le"] else "Jalon décoché"
        return ChangementCourt(champ=typographier(f"{mot} : {apres['titre']}"))
    if e["champ"] == "mesure" and e["apres"] is None:
        return ChangementCourt(champ="Mesure retirée")
    if dit.dire is None:
        return ChangementCourt(champ=dit.change)
    avant, apres = (dit.dire(json.loads(e[sens])) if e[sens] is not None else None for sens in ("avant", "apres"))
    return ChangementCourt(champ=dit.libelle, avant=avant, apres=apres)


def phrase_d_acte(entrees: Sequence[Ligne], fuseau: str) -> tuple[date, str]:
    """One act in one sentence (« Statut : En cours → Réalisée »), with its day; empty when it changed nothing told."""
    le = entrees[0]["le"].astimezone(ZoneInfo(fuseau)).date()
    dites = []
    for court in changements_courts({"concept": "fiche_action", **e} for e in entrees):
        valeurs = " → ".join(v for v in (court.avant, court.apres) if v is not None)
        dites.append(typographier(f"{court.champ} : {valeurs}") if valeurs else court.champ)
    if not dites and entrees[0]["action"] in {*_SANS_DETAIL, "donner_des_nouvelles"}:
        dites.append(ACTES[entrees[0]["action"]])
    motif = texte(entrees[0]["pourquoi"])
    if dites and motif:
        dites.append(motif)
    return le, " · ".join(dites[:3])
