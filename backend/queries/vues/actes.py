"""What happened to the fiches of a roadmap since a day, act by act: the journal, and the news given with it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from backend.queries.lecture import Clause, Ligne, ligne, lignes, par_cle, parmi


@dataclass(frozen=True, slots=True)
class ActeDeFiche:
    """What one request did to one fiche: the entries of the journal, and the texts of the news it gave."""

    fiche: Ligne
    le: datetime
    entrees: Sequence[Ligne]
    nouvelles: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class ActesDeFiches:
    """One page of acts, newest first; ``total`` counts them all, ``creations`` those that create a fiche."""

    actes: list[ActeDeFiche] = field(default_factory=list)
    total: int = 0
    creations: int = 0


async def lire_actes(
    feuille: UUID, depuis: datetime, *, page: int = 1, par_page: int, creations: bool = True
) -> ActesDeFiches:
    """Acts on the fiches that are not in the bin. Without ``creations``, those are counted and not shown.

    Four statements.
    """
    clause = Clause(
        "j.concept = {} AND f.feuille_de_route = {} AND f.supprime_le IS NULL AND j.le >= {} AND j.action <> {}",
        ("fiche_action", feuille, depuis, "conflit"),
    )
    montres = clause if creations else clause & Clause("j.action <> {}", ("creer",))
    depuis_sql = "FROM entree_journal j JOIN fiche_action f ON f.id = j.objet"
    comptes = await ligne(
        "SELECT COUNT(*) AS total, SUM(actes.creation) AS creations FROM (SELECT j.le, j.objet, j.requete, "
        f"MAX(CASE WHEN j.action = 'creer' THEN 1 ELSE 0 END) AS creation {depuis_sql} WHERE {clause.sql} "
        "GROUP BY j.le, j.objet, j.requete) AS actes",
        *clause.valeurs,
    )
    cles = await lignes(
        f"SELECT DISTINCT j.le, j.objet, j.requete {depuis_sql} WHERE {montres.sql} "
        "ORDER BY j.le DESC, j.requete, j.objet LIMIT {} OFFSET {}",
        *montres.valeurs,
        par_page,
        (page - 1) * par_page,
    )
    voulues = (
        montres
        & parmi("j.objet", dict.fromkeys(c["objet"] for c in cles))
        & parmi("j.requete", dict.fromkeys(c["requete"] for c in cles))
    )
    entrees = await lignes(
        "SELECT j.objet, j.le, j.requete, j.action, j.champ, j.avant, j.apres, j.pourquoi, f.titre, f.rang, "
        f"f.numero_proposition, a.rang AS axe_rang {depuis_sql} LEFT JOIN axe a ON a.id = f.axe "
        f"WHERE {voulues.sql} ORDER BY j.le DESC, j.champ NULLS FIRST, j.id",
        *voulues.valeurs,
    )
    nouvelles = await _nouvelles(feuille, [c["requete"] for c in cles])
    actes: dict[tuple[Any, ...], list[Ligne]] = {_cle(c): [] for c in cles}
    for e in entrees:
        if _cle(e) in actes:
            actes[_cle(e)].append(e)
    return ActesDeFiches(
        [_acte(siennes, nouvelles) for siennes in actes.values() if siennes],
        int(comptes["total"] or 0) if comptes else 0,
        int(comptes["creations"] or 0) if comptes else 0,
    )


def _cle(rangee: Ligne) -> tuple[Any, ...]:
    return rangee["le"], rangee["objet"], rangee["requete"]


def _acte(entrees: list[Ligne], nouvelles: Mapping[tuple[UUID, str], list[str]]) -> ActeDeFiche:
    premiere = entrees[0]
    fiche = {
        "id": premiere["objet"],
        **{c: premiere[c] for c in ("titre", "rang", "numero_proposition", "axe_rang")},
    }
    textes = nouvelles.get((premiere["objet"], premiere["requete"]), [])
    return ActeDeFiche(fiche, premiere["le"], entrees, textes)


async def _nouvelles(feuille: UUID, requetes: Sequence[str]) -> dict[tuple[UUID, str], list[str]]:
    """Texts of the news still standing that these requests gave, by fiche and request. One statement."""
    clause = parmi("j.requete", dict.fromkeys(requetes))
    rangees = await lignes(
        "SELECT n.fiche_action, n.texte, j.requete FROM entree_journal j JOIN nouvelle n ON n.id = j.objet "
        "JOIN fiche_action f ON f.id = n.fiche_action WHERE j.concept = {} AND j.action = {} "
        f"AND n.supprime_le IS NULL AND f.feuille_de_route = {{}} AND {clause.sql}",
        "nouvelle",
        "creer",
        feuille,
        *clause.valeurs,
    )
    paires = [{**r, "acte": (r["fiche_action"], r["requete"])} for r in rangees if r["texte"]]
    return {acte: [r["texte"] for r in siennes] for acte, siennes in par_cle(paires, "acte").items()}
