"""The minutes of a year, in the order of the meetings: what is compiled."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from backend.queries.comptes_rendus.contenu import contenu_date
from backend.queries.lecture import Clause, Ligne, gouvernance_lisible, lignes, par_cle, reunion_suivie
from exports.payloads import ReunionDoc
from fne_roadmaps.domain.droits import Acteur
from fne_roadmaps.domain.enums import EtatCompteRendu, EtatReunion


async def comptes_rendus_de(acteur: Acteur, cadre: Clause, annee: int) -> list[ReunionDoc]:
    """The last version of the minutes that went out, of the meetings ``r`` of ``cadre`` held that year. One statement.

    Those of meetings the reader may not follow, and drafts, are left out.
    """
    return [r["doc"] for r in await _sortis(reunion_suivie(acteur, "r") & cadre, annee)]


async def comptes_rendus_par_instance(acteur: Acteur, gouvernance: UUID, annee: int) -> list[Ligne]:
    """The minutes of a governance, that went out, grouped by body: ``nom``, ``rendus``. Two statements.

    Bodies in the order of the tree, then those of the governances it meets with, then meetings of no body (``nom``
    None). Each row of ``rendus``: ``id`` of the minutes, ``reunion``, ``doc``. Who follows a meeting reads what
    circulates; whoever may read the governance, what is published.
    """
    rangees = await _sortis(lisibles(acteur) & de_la_gouvernance(gouvernance), annee)
    instances = await lignes(
        "SELECT id, parent, nom FROM instance WHERE gouvernance = {} AND supprime_le IS NULL ORDER BY rang, code",
        gouvernance,
    )
    noms = {i["id"]: i["nom"] for i in instances}
    par_instance = par_cle(rangees, "instance")
    siennes = [cle for cle in en_arbre(instances) if cle in par_instance]
    autres = [cle for cle in par_instance if cle is not None and cle not in noms]
    ordre: list[UUID | None] = [*siennes, *autres, *([None] if None in par_instance else [])]
    return [
        {"nom": noms.get(cle) or par_instance[cle][0]["i_nom"] if cle else None, "rendus": par_instance[cle]}
        for cle in ordre
    ]


async def annees_de_comptes_rendus(acteur: Acteur, gouvernance: UUID) -> list[int]:
    """Years of which the reader may read minutes that went out, newest first. One statement."""
    cadre = lisibles(acteur) & de_la_gouvernance(gouvernance)
    jours = await lignes(
        f"SELECT DISTINCT r.date_premier AS jour {_TABLES} WHERE {_SORTIS} AND {cadre.sql}",
        EtatCompteRendu.BROUILLON.value,
        *cadre.valeurs,
    )
    return sorted({r["jour"].year for r in jours if r["jour"]}, reverse=True)


def en_arbre(instances: Iterable[Ligne]) -> list[UUID]:
    """Keys of bodies given by rank, each before those under it; one whose parent is not among them is a root."""
    rangees = list(instances)
    cles = {i["id"] for i in rangees}
    sous = par_cle([{**i, "parent": i["parent"] if i["parent"] in cles else None} for i in rangees], "parent")

    def descendre(parent: UUID | None) -> list[UUID]:
        return [cle for i in sous.get(parent, ()) for cle in (i["id"], *descendre(i["id"]))]

    return descendre(None)


def d_une_instance(instance: UUID) -> Clause:
    """Meetings ``r`` of one body."""
    return Clause("r.instance = {}", (instance,))


def de_la_gouvernance(gouvernance: UUID) -> Clause:
    """Meetings ``r`` of a governance, all its bodies together, and those held jointly with it."""
    return Clause(
        "r.gouvernance = {} OR EXISTS (SELECT 1 FROM reunion_associee j WHERE j.reunion = r.id AND j.gouvernance = {})",
        (gouvernance, gouvernance),
    )


def sans_compte_rendu(annee: int) -> Clause:
    """Meetings ``r`` held that year, examples left out, whose minutes did not go out."""
    return Clause(
        "r.etat = {} AND r.exemple = {} AND r.date_premier BETWEEN {} AND {} AND NOT EXISTS (SELECT 1 FROM "
        "compte_rendu c WHERE c.reunion = r.id AND c.supprime_le IS NULL AND c.etat <> {})",
        (EtatReunion.TENUE.value, False, date(annee, 1, 1), date(annee, 12, 31), EtatCompteRendu.BROUILLON.value),
    )


def lisibles(acteur: Acteur) -> Clause:
    """Minutes ``c`` the reader may open: those of meetings followed, and those published of a governance one reads."""
    publies = Clause("c.etat = {}", (EtatCompteRendu.PUBLIE.value,)) & gouvernance_lisible(acteur, "g")
    return reunion_suivie(acteur, "r") | publies


_TABLES = (
    "FROM compte_rendu c JOIN reunion r ON r.id = c.reunion JOIN gouvernance g ON g.id = r.gouvernance "
    "LEFT JOIN instance i ON i.id = r.instance"
)
_SORTIS = "c.supprime_le IS NULL AND r.supprime_le IS NULL AND c.etat <> {}"


async def _sortis(cadre: Clause, annee: int) -> list[Ligne]:
    """Minutes ``c`` among ``cadre``, with ``doc``, in the order of the meetings. One statement."""
    rangees = await lignes(
        "SELECT c.*, r.instance, i.nom AS i_nom, v.numero, v.etat AS v_etat, v.charge, v.empreinte, v.motif, "
        f"a.code AS a_code, a.titre AS a_titre {_TABLES} JOIN version_compte_rendu v ON v.compte_rendu = c.id "
        "AND v.numero = (SELECT MAX(x.numero) FROM version_compte_rendu x WHERE x.compte_rendu = c.id) "
        f"LEFT JOIN reunion a ON a.id = c.approuve_a WHERE {_SORTIS} AND ({cadre.sql}) "
        "AND r.date_premier BETWEEN {} AND {} ORDER BY r.date_premier, r.code",
        EtatCompteRendu.BROUILLON.value,
        *cadre.valeurs,
        date(annee, 1, 1),
        date(annee, 12, 31),
    )
    for r in rangees:
        version = {**r, "etat": r["v_etat"], "derniere": True}
        r["doc"] = contenu_date(r, version, None, f"{r['a_titre']} ({r['a_code']})" if r["a_code"] else None)
    return rangees
