"""Items of an agenda, where each one comes from and goes on, and the meetings a fiche went through."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from backend.queries.lecture import Clause, Ligne, ligne, lignes, par_cle, parmi, reunion_suivie
from backend.queries.references import charger
from backend.queries.valeurs import Forme, former, former_toutes
from fne_roadmaps.domain.droits import Acteur
from fne_roadmaps.domain.enums import EtatPoint, EtatReunion, NaturePoint
from fne_roadmaps.domain.errors import NonTrouve

QUOI = "Ce point de l’ordre du jour"
FORME = Forme(mots={"nature": NaturePoint, "etat": EtatPoint})
_PROFONDEUR = 50
"""Meetings an item is followed through: a loop in the data ends there."""
_COLONNES = "p.*, s.nom AS presentateur_structure"
_JOINTURES = "FROM point_ordre_du_jour p LEFT JOIN structure s ON s.id = p.presentateur"
_REUNION = (
    "r.id AS reunion, r.code AS reunion_code, r.titre AS reunion_titre, r.etat AS reunion_etat, i.nom AS instance_nom, "
    "r.date_edtf, r.date_premier, r.date_dernier, r.date_recu"
)
_ETAT_REUNION = Forme(mots={"etat": EtatPoint, "nature": NaturePoint, "reunion_etat": EtatReunion}, dates=("date",))


async def points_de(reunion: UUID) -> list[Ligne]:
    """Live items of a meeting the reader may see, in order, those taken off last. One statement."""
    rangees = await lignes(
        f"SELECT {_COLONNES} {_JOINTURES} WHERE p.reunion = {{}} AND p.supprime_le IS NULL "
        "ORDER BY CASE WHEN p.etat = {} THEN 1 ELSE 0 END, p.rang, p.id",
        reunion,
        EtatPoint.RETIRE.value,
    )
    return former_toutes(rangees, FORME)


async def charger_point(acteur: Acteur, point: UUID) -> tuple[Ligne, Ligne]:
    """An item and the row of its meeting, if the reader may see that one. Two statements. Raises NonTrouve."""
    trouve = await ligne(f"SELECT {_COLONNES} {_JOINTURES} WHERE p.id = {{}} AND p.supprime_le IS NULL", point)
    if trouve is None:
        raise NonTrouve(QUOI)
    try:
        reunion = await charger(acteur, "reunion", trouve["reunion"])
    except NonTrouve:
        raise NonTrouve(QUOI) from None
    return former(trouve, FORME), reunion


async def chaines_de(acteur: Acteur, reunion: UUID) -> dict[UUID, list[Ligne]]:
    """The same items in the meetings before, newest first, where the reader may see them. One statement."""
    suivie = reunion_suivie(acteur, "r")
    rangees = await lignes(
        "WITH RECURSIVE suite (point, origine, n) AS (SELECT id, reporte_de, 1 FROM point_ordre_du_jour "
        "WHERE reunion = {} AND reporte_de IS NOT NULL AND supprime_le IS NULL UNION ALL "
        "SELECT suite.point, p.reporte_de, suite.n + 1 FROM suite JOIN point_ordre_du_jour p ON p.id = suite.origine "
        f"WHERE p.reporte_de IS NOT NULL AND suite.n < {_PROFONDEUR}) "
        f"SELECT suite.point, suite.n, p.id, p.titre, p.etat, p.nature, {_REUNION} FROM suite "
        "JOIN point_ordre_du_jour p ON p.id = suite.origine JOIN reunion r ON r.id = p.reunion "
        f"LEFT JOIN instance i ON i.id = r.instance WHERE r.supprime_le IS NULL AND {suivie.sql} "
        "ORDER BY suite.point, suite.n",
        reunion,
        *suivie.valeurs,
    )
    # SQLite gives the text of a key that comes out of a recursion.
    siennes = [{**r, "point": UUID(str(r["point"]))} for r in former_toutes(rangees, _ETAT_REUNION)]
    return par_cle(siennes, "point")


async def suites_de(acteur: Acteur, points: Iterable[UUID]) -> dict[UUID, Ligne]:
    """The live item that goes on with each one, in a meeting the reader may see. One statement."""
    clause = parmi("p.reporte_de", points) & reunion_suivie(acteur, "r")
    rangees = await lignes(
        f"SELECT p.reporte_de AS point, p.id, p.titre, p.etat, p.nature, {_REUNION} FROM point_ordre_du_jour p "
        "JOIN reunion r ON r.id = p.reunion LEFT JOIN instance i ON i.id = r.instance "
        f"WHERE p.supprime_le IS NULL AND p.etat <> {{}} AND r.supprime_le IS NULL AND {clause.sql}",
        EtatPoint.RETIRE.value,
        *clause.valeurs,
    )
    return {r["point"]: r for r in former_toutes(rangees, _ETAT_REUNION)}


async def passages_de_fiche(acteur: Acteur, fiche: UUID) -> list[Ligne]:
    """Items a fiche was on, newest meeting first, each with the decisions taken there about it. Two statements."""
    suivie = reunion_suivie(acteur, "r")
    rangees = await lignes(
        f"SELECT p.id, p.titre, p.etat, p.nature, p.exemple, {_REUNION} FROM point_ordre_du_jour p "
        "JOIN reunion r ON r.id = p.reunion LEFT JOIN instance i ON i.id = r.instance "
        "WHERE p.supprime_le IS NULL AND r.supprime_le IS NULL AND p.etat <> {} AND "
        "(p.id IN (SELECT o.point FROM objet_de_point o WHERE o.fiche_action = {}) OR p.id IN (SELECT d.point "
        "FROM decision d JOIN decision_fiche x ON x.decision = d.id WHERE x.fiche_action = {} "
        f"AND d.supprime_le IS NULL)) AND ({suivie.sql}) "
        "ORDER BY r.date_premier DESC NULLS FIRST, r.code DESC, p.rang",
        EtatPoint.RETIRE.value,
        fiche,
        fiche,
        *suivie.valeurs,
    )
    clause = parmi("d.point", [r["id"] for r in rangees]) & Clause("x.fiche_action = {}", (fiche,))
    decisions = await lignes(
        "SELECT d.point, d.id, d.code, d.numero, d.texte FROM decision d JOIN decision_fiche x ON x.decision = d.id "
        f"WHERE d.supprime_le IS NULL AND {clause.sql} ORDER BY d.annee, d.numero",
        *clause.valeurs,
    )
    par_point = par_cle(decisions, "point")
    return [{**p, "decisions": par_point.get(p["id"], [])} for p in former_toutes(rangees, _ETAT_REUNION)]
