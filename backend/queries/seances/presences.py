"""Seats of a meeting on its day, and what is said of who was there."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from backend.queries.lecture import Ligne, lignes


async def sieges_de(reunion: Ligne, au: date) -> list[Ligne]:
    """Seats of the meeting's instance that hold on its first possible day (on ``au`` while it has none), in order.

    ``nom`` is the organisation, or the words; ``fonction`` its titular and ``suppleance`` who sits in its absence;
    ``reponse`` what its titular answered when invited. None without instance. One statement.
    """
    jour = reunion["date_premier"] or au
    return await lignes(
        "SELECT g.id, g.rang, g.libelle, g.college, g.voix, g.structure, COALESCE(s.nom, t.nom, g.libelle) AS nom, "
        "p.fonction, q.fonction AS suppleance, (SELECT v.reponse FROM invitation v WHERE v.siege = g.id "
        "AND v.poste = g.poste AND v.reunion = {} AND v.supprime_le IS NULL ORDER BY v.cree_le, v.id LIMIT 1) "
        "AS reponse FROM siege g LEFT JOIN structure s ON s.id = g.structure "
        "LEFT JOIN poste p ON p.id = g.poste LEFT JOIN structure t ON t.id = p.structure "
        "LEFT JOIN poste q ON q.id = g.suppleant WHERE g.instance = {} AND g.supprime_le IS NULL "
        "AND (g.debut IS NULL OR g.debut <= {}) AND (g.fin IS NULL OR g.fin >= {}) ORDER BY g.rang, g.id",
        reunion["id"],
        reunion["instance"],
        jour,
        jour,
    )


async def presences_de(reunion: UUID) -> list[Ligne]:
    """What is said of seats and guests, in the order it was said. One statement."""
    return await lignes(
        "SELECT x.*, s.nom AS structure_nom FROM presence x LEFT JOIN structure s ON s.id = x.structure "
        "WHERE x.reunion = {} AND x.supprime_le IS NULL ORDER BY x.rang, x.id",
        reunion,
    )
