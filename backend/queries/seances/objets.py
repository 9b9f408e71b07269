"""What items are about: fiches, axes and decisions, as far as the reader may follow them."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from backend.queries.fiches_action.liste import numero_de_fiche
from backend.queries.lecture import Clause, Ligne, gouvernance_suivie, lignes, par_cle
from backend.queries.references import decision_suivie
from fne_roadmaps.domain.droits import Acteur
from fne_roadmaps.domain.enums import EtatFeuille
from fne_roadmaps.domain.textes import replier

TROUVES_MAX = 20
"""Of each kind, in a search."""

_FICHE = (
    "fiche_action.id, fiche_action.titre, fiche_action.rang, fiche_action.numero_proposition, axe.rang AS axe_rang, "
    "f.code AS feuille FROM fiche_action JOIN feuille_de_route f ON f.id = fiche_action.feuille_de_route "
    "LEFT JOIN axe ON axe.id = fiche_action.axe"
)


async def objets_de(acteur: Acteur, reunion: UUID) -> dict[UUID, list[Ligne]]:
    """What each item of a meeting is about: ``genre``, ``cle``, ``code`` and ``titre``. Three statements."""
    trouves: list[Ligne] = []
    ici = Clause("o.point IN (SELECT p.id FROM point_ordre_du_jour p WHERE p.reunion = {})", (reunion,))
    suivie = gouvernance_suivie(acteur, "f.gouvernance") & ici
    fiches = await lignes(
        f"SELECT o.point, o.rang AS place, {_FICHE} JOIN objet_de_point o ON o.fiche_action = fiche_action.id "
        f"WHERE fiche_action.supprime_le IS NULL AND {suivie.sql}",
        *suivie.valeurs,
    )
    trouves += [{**f, **_fiche(f)} for f in fiches]
    axes = await lignes(
        "SELECT o.point, o.rang AS place, a.id, a.titre, a.rang, f.code AS feuille, f.mot_niveau_1 AS mot "
        "FROM objet_de_point o JOIN axe a ON a.id = o.axe JOIN feuille_de_route f ON f.id = a.feuille_de_route "
        f"WHERE a.supprime_le IS NULL AND {suivie.sql}",
        *suivie.valeurs,
    )
    trouves += [{**a, **_axe(a)} for a in axes]
    prise = decision_suivie(acteur) & ici
    decisions = await lignes(
        "SELECT o.point, o.rang AS place, decision.id, decision.code, decision.texte AS titre "
        "FROM objet_de_point o JOIN decision ON decision.id = o.decision "
        f"WHERE decision.supprime_le IS NULL AND {prise.sql}",
        *prise.valeurs,
    )
    trouves += [{**d, **_decision(d)} for d in decisions]
    return par_cle(sorted(trouves, key=lambda t: t["place"]), "point")


def _fiche(f: Ligne) -> dict[str, Any]:
    return {"genre": "fiche_action", "cle": f["id"], "code": numero_de_fiche(f), "titre": f["titre"]}


def _axe(a: Ligne) -> dict[str, Any]:
    return {"genre": "axe", "cle": a["id"], "code": f"{a['mot']} {a['rang']}", "titre": a["titre"]}


def _decision(d: Ligne) -> dict[str, Any]:
    return {"genre": "decision", "cle": d["id"], "code": d["code"], "titre": d["titre"]}


async def chercher_objets(acteur: Acteur, gouvernance: UUID, texte: str) -> list[Ligne]:
    """Fiches and axes of the open roadmaps of a governance, and its decisions, that hold every word. Three statements.

    A number (« 1.3 ») finds its fiche. At most ``TROUVES_MAX`` of each kind.
    """
    mots = replier(texte).split()[:8]
    if not mots:
        return []
    suivie = (
        gouvernance_suivie(acteur, "f.gouvernance")
        & Clause("f.gouvernance = {}", (gouvernance,))
        & Clause("f.supprime_le IS NULL AND f.etat <> {}", (EtatFeuille.CLOSE.value,))
    )
    fiches = await lignes(
        f"SELECT fiche_action.recherche, {_FICHE} WHERE fiche_action.supprime_le IS NULL AND {suivie.sql} "
        "ORDER BY f.code DESC, axe.rang NULLS LAST, fiche_action.rang NULLS LAST, fiche_action.numero_proposition",
        *suivie.valeurs,
    )
    axes = await lignes(
        "SELECT a.id, a.titre, a.rang, f.mot_niveau_1 AS mot FROM axe a "
        f"JOIN feuille_de_route f ON f.id = a.feuille_de_route WHERE a.supprime_le IS NULL AND {suivie.sql} "
        "ORDER BY f.code DESC, a.rang",
        *suivie.valeurs,
    )
    prise = decision_suivie(acteur) & Clause("decision.gouvernance = {}", (gouvernance,))
    decisions = await lignes(
        "SELECT decision.id, decision.code, decision.texte AS titre FROM decision "
        f"WHERE decision.supprime_le IS NULL AND {prise.sql} ORDER BY decision.annee DESC, decision.numero DESC",
        *prise.valeurs,
    )
    return [
        *_retenir(_fiche(f) for f in fiches if _dit(mots, numero_de_fiche(f), f["recherche"] or f["titre"])),
        *_retenir(_axe(a) for a in axes if _dit(mots, f"{a['mot']} {a['rang']}", a["titre"] or "")),
        *_retenir(_decision(d) for d in decisions if _dit(mots, d["code"], d["titre"])),
    ]


def _retenir(trouves: Any) -> list[Ligne]:
    return [t for _, t in zip(range(TROUVES_MAX), trouves, strict=False)]


def _dit(mots: list[str], code: str | None, texte: str) -> bool:
    """The words are all in the text, or are the number."""
    pli = replier(texte)
    return " ".join(mots) == replier(code or "") or all(mot in pli or mot == replier(code or "") for mot in mots)
