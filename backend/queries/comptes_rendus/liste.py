"""The minutes of a year, in the order of the meetings: what is compiled."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from backend.queries.comptes_rendus.contenu import contenu_date
from backend.queries.lecture import Clause, lignes, reunion_suivie
from exports.payloads import ReunionDoc
from fne_roadmaps.domain.droits import Acteur
from fne_roadmaps.domain.enums import EtatCompteRendu


async def comptes_rendus_de(acteur: Acteur, cadre: Clause, annee: int) -> list[ReunionDoc]:
    """The last version of the minutes that went out, of the meetings ``r`` of ``cadre`` held that year. One statement.

    Those of meetings the reader may not follow, and drafts, are left out.
    """
    suivie = reunion_suivie(acteur, "r") & cadre
    rangees = await lignes(
        "SELECT c.*, v.numero, v.etat AS v_etat, v.charge, v.empreinte, v.motif, a.code AS a_code, a.titre AS a_titre "
        "FROM compte_rendu c JOIN reunion r ON r.id = c.reunion JOIN version_compte_rendu v ON v.compte_rendu = c.id "
        "AND v.numero = (SELECT MAX(x.numero) FROM version_compte_rendu x WHERE x.compte_rendu = c.id) "
        "LEFT JOIN reunion a ON a.id = c.approuve_a WHERE c.supprime_le IS NULL AND r.supprime_le IS NULL "
        f"AND c.etat <> {{}} AND {suivie.sql} AND r.date_premier BETWEEN {{}} AND {{}} ORDER BY r.date_premier, r.code",
        EtatCompteRendu.BROUILLON.value,
        *suivie.valeurs,
        date(annee, 1, 1),
        date(annee, 12, 31),
    )
    return [
        contenu_date(
            r,
            {**r, "etat": r["v_etat"], "derniere": True},
            None,
            f"{r['a_titre']} ({r['a_code']})" if r["a_code"] else None,
        )
        for r in rangees
    ]


def d_une_instance(instance: UUID) -> Clause:
    """Meetings ``r`` of one body."""
    return Clause("r.instance = {}", (instance,))


def d_une_gouvernance(gouvernance: UUID) -> Clause:
    """Meetings ``r`` of a governance, all its bodies together."""
    return Clause("r.gouvernance = {}", (gouvernance,))
