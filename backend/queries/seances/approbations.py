"""Minutes of the former meetings of a body that wait for its approval."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from backend.queries.lecture import Clause, Ligne, lignes, reunion_suivie
from fne_roadmaps.domain.droits import Acteur
from fne_roadmaps.domain.enums import EtatCompteRendu, EtatReunion


async def a_approuver(acteur: Acteur, reunion: UUID, instance: UUID | None, jour: date | None) -> list[Ligne]:
    """Circulated minutes of the meetings held by this body no later than ``jour``, oldest first. One statement.

    ``cle`` is that of the minutes; ``titre``, ``code`` and date are those of their meeting. None without body: nobody
    else approves.
    """
    if instance is None:
        return []
    avant = Clause("r.date_premier <= {}", (jour,)) if jour is not None else Clause("1 = 1")
    clause = reunion_suivie(acteur, "r") & avant
    return await lignes(
        "SELECT c.id AS cle, c.diffuse_le, r.code, r.titre, r.date_edtf, r.date_premier, r.date_dernier, r.date_recu, "
        "r.exemple FROM compte_rendu c JOIN reunion r ON r.id = c.reunion WHERE c.supprime_le IS NULL "
        "AND r.supprime_le IS NULL "
        f"AND c.etat = {{}} AND r.etat = {{}} AND r.instance = {{}} AND r.id <> {{}} AND {clause.sql} "
        "ORDER BY r.date_premier, r.code",
        EtatCompteRendu.DIFFUSE.value,
        EtatReunion.TENUE.value,
        instance,
        reunion,
        *clause.valeurs,
    )
