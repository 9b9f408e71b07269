"""What is proposed for an agenda, in words, ready to be ticked."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date
from uuid import UUID

from backend.queries.lecture import Ligne
from backend.queries.seances.propositions import FAITS_MAX, MOIS_SANS_NOUVELLES
from backend.web import adresses
from backend.web.contexts.seances import FaitPropose, GroupePropose
from exports.formats import compte, date_longue, en_lettres, typographier
from fne_roadmaps.domain.enums import Instruction
from fne_roadmaps.domain.seances import GenreProposition

_G = GenreProposition
CHAMPS: dict[GenreProposition, str] = {g: "points" if g is _G.POINT else g.value for g in _G}
_AIDES = {
    _G.APPROBATION: "Diffusés, pas encore approuvés. Chacun fait un point, à décider.",
    _G.POINT: "Chacun redevient un point, avec son histoire.",
    _G.DECISION: "Celles que vous cochez font un seul point.",
    _G.ARBITRAGE: "Celles que vous cochez font un seul point.",
    _G.SANS_NOUVELLES: f"Depuis {en_lettres(MOIS_SANS_NOUVELLES)} mois. Celles que vous cochez font un seul point.",
    _G.JALON: "Dépassés, ou dans le mois qui suit la réunion. Ceux que vous cochez font un seul point.",
}


def groupes_proposes(trouves: Sequence[Ligne], deja: Collection[UUID], au: date) -> tuple[GroupePropose, ...]:
    """By kind, what the agenda does not speak of yet; a fiche once, for the first reason."""
    vus = set(deja)
    groupes = []
    for genre in _G:
        siens = [t for t in trouves if t["genre"] is genre]
        faits = [t for t in siens if t["cle"] not in vus]
        vus |= {t["cle"] for t in faits}
        if faits:
            groupes.append(
                GroupePropose(
                    nom=CHAMPS[genre],
                    titre=genre.libelle,
                    aide=_AIDES[genre],
                    faits=tuple(_fait(t, au) for t in faits),
                    plein=len(siens) >= FAITS_MAX,
                )
            )
    return tuple(groupes)


def _fait(t: Ligne, au: date) -> FaitPropose:
    titre = typographier(t["titre"])
    genre = t["genre"]
    if genre in {_G.APPROBATION, _G.POINT, _G.DECISION}:
        libelle = f"{t['code']}, {titre}" if genre is _G.DECISION else titre
        return FaitPropose(cle=str(t["cle"]), libelle=libelle, precision=_precision(t, au))
    libelle = f"Fiche {t['code']}, {titre}" if t["code"] else titre
    return FaitPropose(
        cle=str(t["cle"]), libelle=libelle, precision=_precision(t, au), href=adresses.fiche_action(t["cle"])
    )


def _precision(t: Ligne, au: date) -> str | None:
    jour, genre = t["jour"], t["genre"]
    if genre is _G.POINT:
        return f"Resté ouvert le {date_longue(jour)} ({t['code']})" if jour else f"Resté ouvert ({t['code']})"
    if genre is _G.APPROBATION:
        return f"Diffusé le {date_longue(jour)} ({t['code']})" if jour else f"Diffusé ({t['code']})"
    if genre is _G.ARBITRAGE:
        return Instruction(t["instruction"]).libelle
    if genre is _G.SANS_NOUVELLES:
        return f"Dernières nouvelles le {date_longue(jour)}" if jour else "Aucune nouvelle"
    if jour is None:
        return None
    retard = (au - jour).days
    return f"{compte(retard, 'jour')} de retard" if retard > 0 else f"Le {date_longue(jour)}"
