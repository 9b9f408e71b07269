"""What each roadmap counts: axes, fiches, examples among them, and the meetings its governance held that year."""

from __future__ import annotations

from datetime import date
from typing import Any

from backend.queries.lecture import Ligne, lignes, par_cle
from fne_roadmaps.domain.enums import EtatFeuille, EtatReunion


async def resumes_des_feuilles() -> list[dict[str, Any]]:
    """One summary a roadmap, by code; ``reunions`` counts those held, not examples, in the year of the code."""
    feuilles = await lignes(
        "SELECT f.id, f.code, f.etat, f.annee, f.gouvernance, "
        "(SELECT COUNT(*) FROM axe a WHERE a.feuille_de_route = f.id AND a.supprime_le IS NULL) AS axes, "
        "(SELECT COUNT(*) FROM fiche_action x WHERE x.feuille_de_route = f.id AND x.supprime_le IS NULL) AS fiches, "
        "(SELECT COUNT(*) FROM fiche_action x WHERE x.feuille_de_route = f.id AND x.supprime_le IS NULL "
        "AND x.exemple = {}) AS exemples FROM feuille_de_route f WHERE f.supprime_le IS NULL ORDER BY f.code",
        True,
    )
    tenues = par_cle(
        await lignes(
            "SELECT r.gouvernance, i.type, r.date_premier, r.date_dernier FROM reunion r "
            "JOIN instance i ON i.id = r.instance WHERE r.etat = {} AND r.exemple = {} AND r.supprime_le IS NULL",
            EtatReunion.TENUE.value,
            False,
        ),
        "gouvernance",
    )
    etapes = par_cle(
        await lignes("SELECT feuille_de_route, etat, date_edtf FROM etape ORDER BY cree_le"), "feuille_de_route"
    )
    return [_resume(f, tenues.get(f["gouvernance"], []), etapes.get(f["id"], [])) for f in feuilles]


def _resume(feuille: Ligne, tenues: list[Ligne], etapes: list[Ligne]) -> dict[str, Any]:
    reunions: dict[str, int] = {}
    debut, fin = date(feuille["annee"], 1, 1), date(feuille["annee"], 12, 31)
    for r in tenues:
        if debut <= r["date_premier"] and r["date_dernier"] is not None and r["date_dernier"] <= fin:
            reunions[r["type"]] = reunions.get(r["type"], 0) + 1
    dates = {etape["etat"]: etape["date_edtf"] for etape in etapes}
    return {
        "code": feuille["code"],
        "etat": feuille["etat"],
        "axes": feuille["axes"],
        "fiches_action": feuille["fiches"],
        "fiches_exemple": feuille["exemples"],
        "reunions": dict(sorted(reunions.items())),
        "signee_le": dates.get(EtatFeuille.SIGNEE.value),
        "presentee_le": dates.get(EtatFeuille.PRESENTEE.value),
    }
