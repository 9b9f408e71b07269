"""Reading decisions, and the fiches they are about as far as the reader may follow them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from backend.queries.fiches_action.liste import code_de_fiche
from backend.queries.filtres import choix, entier, exemples, mots, oui_non, vers
from backend.queries.lecture import Clause, Ligne, gouvernance_suivie, instance_suivie, lignes, par_cle, parmi
from backend.queries.listes import Liste
from backend.queries.references import charger, decision_suivie
from backend.queries.valeurs import Forme, former, former_toutes
from fne_roadmaps.domain.decisions import OUVERTS, retard
from fne_roadmaps.domain.droits import Acteur, droits_sur_gouvernance, droits_sur_instance
from fne_roadmaps.domain.enums import (
    Avancement,
    EtatAdoption,
    GenreEffet,
    Instruction,
    ModeDecision,
    NatureDecision,
    SuiviDecision,
)

FORME = Forme(
    mots={
        "mode_decision": ModeDecision,
        "nature": NatureDecision,
        "adoption": EtatAdoption,
        "suivi": SuiviDecision,
    },
    dates=("date", "echeance"),
    refs=("gouvernance", "instance", "reunion", "responsable", "remplace", "remplacee_par"),
)
_EFFET = Forme(mots={"genre": GenreEffet, "instruction": Instruction, "avancement": Avancement}, refs=("instance",))
COLONNES = (
    "decision.*, gouvernance.code AS gouvernance_code, gouvernance.nom AS gouvernance_nom, "
    "instance.code AS instance_code, instance.nom AS instance_nom, reunion.code AS reunion_code, "
    "reunion.titre AS reunion_nom, structure.code AS responsable_code, structure.nom AS responsable_nom, "
    "vieille.code AS remplace_code, vieille.texte AS remplace_nom, neuve.id AS remplacee_par, "
    "neuve.code AS remplacee_par_code, neuve.texte AS remplacee_par_nom"
)
JOINTURES = (
    "JOIN gouvernance ON gouvernance.id = decision.gouvernance LEFT JOIN instance ON instance.id = decision.instance "
    "LEFT JOIN reunion ON reunion.id = decision.reunion LEFT JOIN structure ON structure.id = decision.responsable "
    "LEFT JOIN decision vieille ON vieille.id = decision.remplace "
    "LEFT JOIN decision neuve ON neuve.remplace = decision.id AND neuve.supprime_le IS NULL"
)


async def lire_decision(acteur: Acteur, reference: str | UUID, au: date) -> Ligne:
    """The whole decision, with what it carries. Three statements. Raises NonTrouve."""
    rangee = await charger(acteur, "decision", reference, colonnes=COLONNES, jointures=JOINTURES)
    gouvernance, instance = rangee["gouvernance"], rangee["instance"]
    droits = (
        droits_sur_instance(acteur, gouvernance, instance) if instance else droits_sur_gouvernance(acteur, gouvernance)
    )
    fiches = await fiches_de(acteur, [rangee["id"]])
    effets = await effets_de(acteur, rangee["id"])
    decision = _avec_retard(former(rangee, FORME), au)
    return {**decision, "fiches": fiches.get(rangee["id"], []), "effets": effets, "au": au, "droits": droits}


def _avec_retard(decision: Ligne, au: date) -> Ligne:
    """With ``retard``, the days it is late: 0 when it is not."""
    echeance = decision["echeance"]
    dernier = echeance.dernier if echeance else None
    return {**decision, "retard": retard(decision["adoption"], decision["suivi"], dernier, au)}


async def effets_de(acteur: Acteur, decision: UUID) -> list[Ligne]:
    """The changes a decision carries, in order, with the fiche or instance each is about as far as the reader follows.

    One statement.
    """
    fiche, instance = gouvernance_suivie(acteur, "f.gouvernance"), instance_suivie(acteur, "i")
    rangees = await lignes(
        "SELECT e.genre, e.valeur, e.motif, e.applique_le, a.id AS fiche_action, a.titre, a.rang, a.instruction, "
        "a.avancement, a.numero_proposition, axe.rang AS axe_rang, f.code AS feuille, i.id AS instance, "
        "i.code AS instance_code, i.nom AS instance_nom, vers.titre AS vers_axe, vers.rang AS vers_rang "
        "FROM effet_de_decision e LEFT JOIN fiche_action a ON a.id = e.fiche_action AND a.supprime_le IS NULL "
        f"AND a.feuille_de_route IN (SELECT f.id FROM feuille_de_route f WHERE {fiche.sql}) "
        "LEFT JOIN feuille_de_route f ON f.id = a.feuille_de_route LEFT JOIN axe ON axe.id = a.axe "
        "LEFT JOIN axe vers ON e.genre = 'retenir' AND CAST(vers.id AS VARCHAR(36)) = e.valeur "
        f"LEFT JOIN instance i ON i.id = e.instance AND ({instance.sql}) WHERE e.decision = {{}} ORDER BY e.rang",
        *fiche.valeurs,
        *instance.valeurs,
        decision,
    )
    return [
        {
            **former(r, _EFFET),
            "fiche": {"id": r["fiche_action"], "code": code_de_fiche(r["feuille"], r), "nom": r["titre"]}
            if r["fiche_action"]
            else None,
        }
        for r in rangees
    ]


async def fiches_de(acteur: Acteur, decisions: Iterable[UUID]) -> dict[UUID, list[Ligne]]:
    """Fiches of each decision the reader may follow, as references. One statement."""
    clause = parmi("x.decision", decisions) & gouvernance_suivie(acteur, "f.gouvernance")
    rangees = await lignes(
        "SELECT x.decision, a.id, a.titre AS nom, a.rang, a.numero_proposition, axe.rang AS axe_rang, "
        "f.code AS feuille FROM decision_fiche x JOIN fiche_action a ON a.id = x.fiche_action "
        "JOIN feuille_de_route f ON f.id = a.feuille_de_route LEFT JOIN axe ON axe.id = a.axe "
        f"WHERE a.supprime_le IS NULL AND {clause.sql} "
        "ORDER BY f.code, axe.rang NULLS LAST, a.rang NULLS LAST, a.numero_proposition",
        *clause.valeurs,
    )
    return par_cle([{**r, "code": code_de_fiche(r["feuille"], r)} for r in rangees], "decision")


async def de_la_reunion(acteur: Acteur, reunion: UUID) -> list[Ligne]:
    """Decisions taken at a meeting that the reader may see, as references. One statement."""
    suivie = decision_suivie(acteur)
    return await lignes(
        "SELECT decision.id, decision.code, decision.texte AS nom FROM decision "
        f"WHERE decision.reunion = {{}} AND decision.supprime_le IS NULL AND ({suivie.sql}) "
        "ORDER BY decision.annee, decision.numero",
        reunion,
        *suivie.valeurs,
    )


async def _completer(acteur: Acteur, au: date, rangees: list[Ligne]) -> list[Ligne]:
    fiches = await fiches_de(acteur, [r["id"] for r in rangees])
    return [{**_avec_retard(d, au), "fiches": fiches.get(d["id"], [])} for d in former_toutes(rangees, FORME)]


DECISIONS = Liste(
    table="decision",
    colonnes=COLONNES,
    jointures=JOINTURES,
    filtres={
        "gouvernance": vers("gouvernance", "decision.gouvernance = §", "Gouvernance, par clé ou code."),
        "instance": vers("instance", "decision.instance = §", "Instance, par clé ou code."),
        "reunion": vers("reunion", "decision.reunion = §", "Réunion où elle fut prise, par clé ou code."),
        "annee": entier(1900, 2200, lambda an, au: Clause("decision.annee = {}", (an,)), "Année."),
        "mode": choix(ModeDecision, "decision.mode_decision", "Mode de décision."),
        "responsable": vers("structure", "decision.responsable = §", "Structure qui en répond, par clé ou code."),
        "fiche_action": vers(
            "fiche_action",
            "EXISTS (SELECT 1 FROM decision_fiche x WHERE x.decision = decision.id AND x.fiche_action = §)",
            "Fiche action concernée, par clé ou code.",
        ),
        "texte": mots("decision.recherche", "Mots de la décision, sans accents ni majuscules."),
        "nature": choix(NatureDecision, "decision.nature", "Ce que fait la décision."),
        "adoption": choix(EtatAdoption, "decision.adoption", "Si elle est prise."),
        "suivi": choix(SuiviDecision, "decision.suivi", "Si ce qui est décidé est fait."),
        "en_retard": oui_non(
            lambda au: Clause(
                "COALESCE(decision.echeance_dernier < {}, {}) AND decision.adoption = {} "
                "AND decision.suivi IN ({}, {})",
                (au, False, EtatAdoption.ADOPTEE.value, *(s.value for s in OUVERTS)),
            ),
            "Décisions prises, dont l’échéance est passée et qui ne sont ni faites ni abandonnées.",
        ),
        "echue": oui_non(
            lambda au: Clause("COALESCE(decision.echeance_dernier < {}, {})", (au, False)),
            "Décisions dont l’échéance est entièrement passée au jour de référence.",
        ),
        "exemple": exemples("decision"),
    },
    tris={
        "code": ("gouvernance.code", "instance.code?", "decision.annee", "decision.numero"),
        "date": ("decision.date_premier?", "decision.numero"),
        "echeance": ("decision.echeance_dernier?",),
        "maj": ("decision.maj_le",),
    },
    completer=_completer,
)
