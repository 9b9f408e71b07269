"""The rights of a reader on a fiche, from what is stored of it."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from uuid import UUID

from backend.queries.lecture import Ligne, lignes, par_cle, parmi
from fne_roadmaps.domain.droits import Acteur, Droit, FicheTenue, droits_sur_fiche
from fne_roadmaps.domain.enums import EtatFeuille, Instruction, RoleActeur

PILOTES = frozenset({RoleActeur.PILOTE, RoleActeur.CO_PILOTE})
AUTEURS = frozenset({RoleActeur.PROPOSEUR, RoleActeur.AIDE_REDACTION})


async def droits_de_fiche(acteur: Acteur, fiche: Ligne, feuille: Ligne) -> frozenset[Droit]:
    """Rights on a row of ``fiche_action`` of the roadmap ``feuille``. One statement."""
    return (await droits_de_fiches(acteur, [fiche], feuille))[fiche["id"]]


async def droits_de_fiches(acteur: Acteur, fiches: Collection[Ligne], feuille: Ligne) -> dict[UUID, frozenset[Droit]]:
    """Rights on each row of one roadmap, by key. One statement."""
    tenues = await fiches_tenues(fiches, feuille)
    return {f["id"]: droits_sur_fiche(acteur, feuille["gouvernance"], tenues[f["id"]]) for f in fiches}


async def fiches_tenues(fiches: Collection[Ligne], feuille: Ligne) -> dict[UUID, FicheTenue]:
    """What the rights on each row of one roadmap depend on, by key. One statement."""
    clause = parmi("fiche_action", [f["id"] for f in fiches])
    acteurs = par_cle(
        await lignes(f"SELECT fiche_action, role, structure FROM acteur WHERE {clause.sql}", *clause.valeurs),
        "fiche_action",
    )
    return {f["id"]: _tenue(f, feuille, acteurs.get(f["id"], [])) for f in fiches}


def _tenue(fiche: Ligne, feuille: Ligne, acteurs: Sequence[Ligne]) -> FicheTenue:
    return FicheTenue(
        instruction=Instruction(fiche["instruction"]),
        feuille_close=feuille["etat"] == EtatFeuille.CLOSE,
        pilotes=frozenset(a["structure"] for a in acteurs if a["role"] in PILOTES),
        auteurs=frozenset(a["structure"] for a in acteurs if a["role"] in AUTEURS),
    )
