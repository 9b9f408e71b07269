"""A decision with what its page lets do, and what its form chooses from."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from backend.queries.fiches_action.liste import numero_de_fiche
from backend.queries.lecture import Ligne, lignes
from backend.queries.references import decision_suivie
from backend.queries.reunions.decisions import lire_decision
from fne_roadmaps.domain.droits import Acteur, Droit
from fne_roadmaps.domain.enums import EtatAdoption, Instruction

A_ARBITRER_MAX = 30
REMPLACABLES_MAX = 200


@dataclass(frozen=True, slots=True)
class DecisionVue:
    """A decision as ``lire_decision`` gives it; ``remplacables`` are those it may supersede, newest first."""

    decision: Ligne
    remplacables: list[Ligne]


async def lire_vue_decision(acteur: Acteur, cle: UUID, au: date) -> DecisionVue:
    """Four statements, three for who only reads. Raises NonTrouve."""
    decision = await lire_decision(acteur, cle, au)
    remplacables = []
    if Droit.REUNIR in decision["droits"]:
        remplacables = await lignes(
            "SELECT id, code, texte FROM decision d WHERE d.gouvernance = {} AND d.id <> {} AND d.adoption = {} "
            "AND d.supprime_le IS NULL AND NOT EXISTS (SELECT 1 FROM decision n WHERE n.remplace = d.id "
            "AND n.id <> {} AND n.supprime_le IS NULL) ORDER BY d.annee DESC, d.numero DESC LIMIT {}",
            decision["gouvernance"]["id"],
            cle,
            EtatAdoption.ADOPTEE.value,
            cle,
            REMPLACABLES_MAX,
        )
    return DecisionVue(decision, remplacables)


@dataclass(frozen=True, slots=True)
class ChoixDeDecision:
    """What the form of a decision of a governance chooses from: roadmaps newest first, their axes, fiches that wait."""

    feuilles: list[Ligne]
    axes: list[Ligne]
    a_arbitrer: list[Ligne]


async def choix_de_decision(gouvernance: UUID) -> ChoixDeDecision:
    """Three statements."""
    feuilles = await lignes(
        "SELECT id, code, mot_niveau_1 FROM feuille_de_route WHERE gouvernance = {} AND supprime_le IS NULL "
        "ORDER BY annee DESC, code",
        gouvernance,
    )
    axes = await lignes(
        "SELECT a.id, a.rang, a.titre, f.code, f.mot_niveau_1 FROM axe a "
        "JOIN feuille_de_route f ON f.id = a.feuille_de_route "
        "WHERE f.gouvernance = {} AND f.supprime_le IS NULL AND a.parent IS NULL AND a.supprime_le IS NULL "
        "ORDER BY f.annee DESC, f.code, a.rang",
        gouvernance,
    )
    fiches = await lignes(
        "SELECT x.id, x.titre, x.rang, x.numero_proposition, axe.rang AS axe_rang, f.code FROM fiche_action x "
        "JOIN feuille_de_route f ON f.id = x.feuille_de_route LEFT JOIN axe ON axe.id = x.axe "
        "WHERE f.gouvernance = {} AND f.supprime_le IS NULL AND x.supprime_le IS NULL AND x.instruction IN ({}, {}) "
        "AND x.numero_proposition IS NOT NULL ORDER BY f.annee DESC, x.numero_proposition LIMIT {}",
        gouvernance,
        Instruction.PROPOSEE.value,
        Instruction.EN_INSTRUCTION.value,
        A_ARBITRER_MAX,
    )
    return ChoixDeDecision(feuilles, axes, [{**f, "numero": numero_de_fiche(f)} for f in fiches])


async def annees_de_decision(acteur: Acteur) -> list[int]:
    """Years of the decisions the reader may see, newest first. One statement."""
    suivie = decision_suivie(acteur)
    return [
        int(r["annee"])
        for r in await lignes(
            f"SELECT DISTINCT annee FROM decision WHERE supprime_le IS NULL AND ({suivie.sql}) ORDER BY annee DESC",
            *suivie.valeurs,
        )
    ]
