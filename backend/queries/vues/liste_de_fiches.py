"""The fiches of a roadmap as pages list them: the filtered set, the choices of its filters, what its columns need."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any
from uuid import UUID

from backend.queries.fiches_action import FICHES
from backend.queries.fiches_action.droits import droits_de_fiches
from backend.queries.lecture import Clause, Ligne, ligne, lignes, par_cle, parmi
from backend.queries.listes import Demande, Page, lister
from backend.queries.vues.listes import compter
from fne_roadmaps.domain.droits import Acteur
from fne_roadmaps.domain.enums import EtatFeuille, EtatReunion, Instruction, RoleActeur, TypeInstance

MOIS_SANS_NOUVELLES = 6
TOUT_MAX = 500
"""Fiches shown where a list has no pages: board, timeline, by axe, print."""


@dataclass(frozen=True, slots=True)
class Choix:
    """What the filters of a roadmap may name: structures by role, territories, publics and financers."""

    pilotes: list[Ligne]
    partenaires: list[Ligne]
    territoires: list[Ligne]
    publics: list[str]
    financeurs: list[str]


@dataclass(frozen=True, slots=True)
class Reperes:
    """First possible day of the last COPIL held, and of the last signature or official presentation."""

    copil: date | None
    signature: date | None


@dataclass(frozen=True, slots=True)
class ListeDeFiches:
    """Rows of the filtered set, each with the ``droits`` of the reader and what the asked columns need.

    ``epinglee`` is a fiche shown though it does not answer the filters: it is being changed, or has just been.
    ``sans`` gives, for an empty set, how many fiches answer without each filter. ``vues`` are lists the reader keeps.
    """

    page: Page
    epinglee: Ligne | None
    choix: Choix
    reperes: Reperes
    sans_nouvelles: int
    vues: list[Ligne]
    sans: Mapping[str, int] = field(default_factory=dict)


def filtres_de(feuille: UUID, filtres: Mapping[str, Any]) -> dict[str, Any]:
    """Filters of a list inside one roadmap.

    An avancement is asked of retained fiches only: the others show their place in the arbitration instead.
    """
    siens = {**filtres, "feuille_de_route": str(feuille)}
    if "avancement" in siens and "instruction" not in siens:
        siens["instruction"] = (Instruction.RETENUE.value,)
    return siens


async def lire_liste(
    acteur: Acteur,
    feuille: Ligne,
    demande: Demande,
    au: date,
    *,
    colonnes: Collection[str] = (),
    epinglee: UUID | None = None,
) -> ListeDeFiches:
    """Everything the list says. ``feuille`` is a row of ``feuille_de_route``.

    The number of statements depends on what is asked, never on how many fiches answer.
    """
    cle = feuille["id"]
    siens = filtres_de(cle, demande.filtres)
    page = await lister(acteur, FICHES, replace(demande, filtres=siens), au)
    tenue = await _epinglee(acteur, cle, epinglee, page, au) if epinglee else None
    montrees = [*page.elements, *([tenue] if tenue else [])]
    completes = await _completer(acteur, montrees, feuille, colonnes)
    return ListeDeFiches(
        page=replace(page, elements=completes[: len(page.elements)]),
        epinglee=completes[-1] if tenue else None,
        choix=await _choix(cle),
        reperes=await _reperes(cle, au),
        sans_nouvelles=await compter(acteur, FICHES, filtres_de(cle, {"sans_nouvelles": MOIS_SANS_NOUVELLES}), au),
        vues=await vues_de(acteur, cle),
        sans=await _sans(acteur, cle, demande.filtres, au) if not page.total else {},
    )


async def lire_toutes(acteur: Acteur, feuille: UUID, demande: Demande, au: date, limite: int) -> Page:
    """The first ``limite`` fiches of the filtered set, in its order, without rights nor columns."""
    entiere = replace(demande, filtres=filtres_de(feuille, demande.filtres), page=1, par_page=limite)
    return await lister(acteur, FICHES, entiere, au)


async def _epinglee(acteur: Acteur, feuille: UUID, cle: UUID, page: Page, au: date) -> Ligne | None:
    """A fiche of the roadmap that the page does not show. Four statements at most."""
    if any(f["id"] == cle for f in page.elements):
        return None
    trouvee = await ligne(
        f"SELECT {FICHES.colonnes} FROM fiche_action {FICHES.jointures} WHERE fiche_action.id = {{}} "
        "AND fiche_action.feuille_de_route = {} AND fiche_action.supprime_le IS NULL",
        cle,
        feuille,
    )
    return (await FICHES.completer(acteur, au, [trouvee]))[0] if trouvee else None


async def _sans(acteur: Acteur, feuille: UUID, filtres: Mapping[str, Any], au: date) -> dict[str, int]:
    """How many fiches answer without each filter: one statement a filter."""
    return {
        nom: await compter(acteur, FICHES, filtres_de(feuille, {n: v for n, v in filtres.items() if n != nom}), au)
        for nom in filtres
    }


async def completer_colonnes(rangees: list[Ligne], colonnes: Collection[str]) -> list[Ligne]:
    """Rows with ``partenaires``, ``publics`` and ``financeurs`` (names, in order): one statement a column asked."""
    cles = [r["id"] for r in rangees]
    noms: dict[str, dict[UUID, list[str]]] = {}
    for colonne, select in _COLONNES.items():
        clause = parmi("x.fiche_action", cles if colonne in colonnes else ())
        trouvees = (
            await lignes(f"{select} AND {clause.sql} ORDER BY x.rang", *clause.valeurs) if colonne in colonnes else []
        )
        noms[colonne] = {
            fiche: list(dict.fromkeys(r["nom"] for r in groupe))
            for fiche, groupe in par_cle(trouvees, "fiche_action").items()
        }
    return [{**r, **{colonne: noms[colonne].get(r["id"], []) for colonne in _COLONNES}} for r in rangees]


_COLONNES = {
    "partenaires": "SELECT x.fiche_action, s.nom FROM acteur x JOIN structure s ON s.id = x.structure "
    f"WHERE x.role = '{RoleActeur.PARTENAIRE.value}'",
    "publics": "SELECT x.fiche_action, x.libelle AS nom FROM public_cible x WHERE 1 = 1",
    "financeurs": "SELECT x.fiche_action, x.financeur AS nom FROM financement x WHERE 1 = 1",
}


async def _completer(acteur: Acteur, rangees: list[Ligne], feuille: Ligne, colonnes: Collection[str]) -> list[Ligne]:
    droits = await droits_de_fiches(acteur, rangees, feuille)
    return [{**r, "droits": droits[r["id"]]} for r in await completer_colonnes(rangees, colonnes)]


async def _choix(feuille: UUID) -> Choix:
    """Four statements."""
    ici = Clause("a.feuille_de_route = {} AND a.supprime_le IS NULL", (feuille,))
    depuis = f"JOIN fiche_action a ON a.id = x.fiche_action WHERE {ici.sql}"
    structures = await lignes(
        "SELECT DISTINCT s.code, s.nom, x.role FROM acteur x JOIN structure s ON s.id = x.structure "
        f"{depuis} AND x.role IN ({{}}, {{}})",
        *ici.valeurs,
        RoleActeur.PILOTE.value,
        RoleActeur.PARTENAIRE.value,
    )
    par_role = par_cle(structures, "role")
    territoires = await lignes(
        "SELECT DISTINCT t.code, t.nom, t.type FROM fiche_territoire x JOIN territoire t ON t.id = x.territoire "
        + depuis,
        *ici.valeurs,
    )
    publics = await lignes(f"SELECT DISTINCT x.libelle AS nom FROM public_cible x {depuis}", *ici.valeurs)
    financeurs = await lignes(f"SELECT DISTINCT x.financeur AS nom FROM financement x {depuis}", *ici.valeurs)
    return Choix(
        pilotes=par_role.get(RoleActeur.PILOTE, []),
        partenaires=par_role.get(RoleActeur.PARTENAIRE, []),
        territoires=territoires,
        publics=[r["nom"] for r in publics],
        financeurs=[r["nom"] for r in financeurs],
    )


async def _reperes(feuille: UUID, au: date) -> Reperes:
    """One statement."""
    trouvee = await ligne(
        "SELECT (SELECT MAX(r.date_premier) FROM reunion r JOIN instance i ON i.id = r.instance WHERE i.type = {} "
        "AND r.etat = {} AND r.supprime_le IS NULL AND r.gouvernance = f.gouvernance AND r.date_premier <= {}) "
        "AS copil, (SELECT MAX(e.date_premier) FROM etape e WHERE e.feuille_de_route = f.id AND e.etat IN ({}, {}) "
        "AND e.supprime_le IS NULL AND e.date_premier <= {}) AS signature FROM feuille_de_route f WHERE f.id = {}",
        TypeInstance.COPIL.value,
        EtatReunion.TENUE.value,
        au,
        EtatFeuille.SIGNEE.value,
        EtatFeuille.PRESENTEE.value,
        au,
        feuille,
    )
    jours = trouvee or {"copil": None, "signature": None}
    return Reperes(_jour(jours["copil"]), _jour(jours["signature"]))


def _jour(valeur: date | str | None) -> date | None:
    """SQLite does not know that the greatest of days is a day."""
    return date.fromisoformat(valeur) if isinstance(valeur, str) else valeur


async def vues_de(acteur: Acteur, feuille: UUID) -> list[Ligne]:
    """Lists the reader keeps for a roadmap, by name. One statement."""
    rangees = await lignes(
        "SELECT id, nom, requete, version FROM vue_enregistree WHERE compte = {} AND feuille_de_route = {} "
        "AND supprime_le IS NULL",
        acteur.cle,
        feuille,
    )
    return sorted(rangees, key=lambda r: r["nom"].casefold())
