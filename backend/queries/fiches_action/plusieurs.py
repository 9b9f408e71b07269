"""Several fiches of one roadmap at once, with the reader's rights on each."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from backend.queries.fiches_action.droits import droits_de_fiches
from backend.queries.fiches_action.liste import code_de_fiche
from backend.queries.lecture import RIEN, Ligne, lignes, parmi
from backend.queries.references import QUOI, charger, designe, visible
from fne_roadmaps.domain.droits import Acteur, Droit, exiger
from fne_roadmaps.domain.errors import NonTrouve, RegleViolee

_SELECT = (
    "SELECT fiche_action.*, a.rang AS axe_rang, r.code AS feuille_code FROM fiche_action "
    "JOIN feuille_de_route r ON r.id = fiche_action.feuille_de_route LEFT JOIN axe a ON a.id = fiche_action.axe "
    "WHERE fiche_action.supprime_le IS NULL AND "
)


async def charger_fiches(acteur: Acteur, references: Sequence[str], droit: Droit) -> tuple[list[Ligne], Ligne]:
    """The fiches, each with its ``code``, in the order asked, and their roadmap, for who may ``droit`` on each.

    Three statements. Raises NonTrouve or Interdit; RegleViolee when they are of several roadmaps, or named twice.
    """
    clause = RIEN
    for reference in references:
        clause = clause | designe("fiche_action", reference)
    clause = clause & visible(acteur, "fiche_action")
    trouvees = await lignes(_SELECT + clause.sql, *clause.valeurs)
    par_reference: dict[str, Ligne] = {}
    for f in trouvees:
        complete = {**f, "code": code_de_fiche(f["feuille_code"], f)}
        par_reference[str(f["id"])] = complete
        if complete["code"]:
            par_reference[complete["code"]] = complete
            par_reference[f"{f['feuille_code']}/p{f['numero_proposition']}"] = complete
    if any(reference not in par_reference for reference in references):
        raise NonTrouve(QUOI["fiche_action"])
    fiches = [par_reference[reference] for reference in references]
    if len({f["id"] for f in fiches}) != len(fiches):
        raise RegleViolee("fiches", "Une même fiche est choisie deux fois.")
    if len({f["feuille_de_route"] for f in fiches}) != 1:
        raise RegleViolee("fiches", "Une fusion réunit des fiches d’une même feuille de route.")
    feuille = await charger(acteur, "feuille_de_route", fiches[0]["feuille_de_route"])
    for droits in (await droits_de_fiches(acteur, fiches, feuille)).values():
        exiger(droits, droit, QUOI["fiche_action"])
    return fiches, feuille


async def fiches_en_lice(feuille: UUID, code: str, etats: Sequence[str]) -> list[Ligne]:
    """Fiches of a roadmap in these states, with their ``code``, in the order of their numbers. One statement."""
    clause = parmi("fiche_action.instruction", etats)
    trouvees = await lignes(
        f"{_SELECT}fiche_action.feuille_de_route = {{}} AND {clause.sql} "
        "ORDER BY fiche_action.instruction, a.rang, fiche_action.rang, fiche_action.numero_proposition",
        feuille,
        *clause.valeurs,
    )
    return [{**f, "code": code_de_fiche(code, f)} for f in trouvees]
