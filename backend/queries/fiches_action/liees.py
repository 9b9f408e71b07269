"""Links of a fiche with others: fusion, essaimage, scission; what is undone is told no more."""

from __future__ import annotations

import json
from typing import Any
from uuid import UUID

from backend.queries.fiches_action.liste import code_de_fiche
from backend.queries.lecture import Ligne, gouvernance_suivie, lignes
from backend.queries.valeurs import Forme, former
from fne_roadmaps.domain.droits import Acteur
from fne_roadmaps.domain.enums import TypeLienFiches

_FORME = Forme(mots={"type": TypeLienFiches}, dates=("date",))


async def fiches_liees(acteur: Acteur, fiche: UUID) -> list[dict[str, Any]]:
    """Links with other fiches; the other one is named only when the reader may follow it.

    ``apport`` names the fields that came from the source of a fusion, ``acte`` is the key of the fusion;
    ``origine`` is what a published text says of the fiche taken up: everybody may read it.
    """
    suivie = gouvernance_suivie(acteur, "f.gouvernance")
    rangees = await lignes(
        "SELECT l.type, l.note, l.source, l.contenu, l.date_edtf, l.date_premier, l.date_dernier, l.date_recu, "
        "autre.id, autre.titre, autre.rang, autre.numero_proposition, a.rang AS axe_rang, f.code AS feuille, "
        f"CASE WHEN {suivie.sql} THEN 1 ELSE 0 END AS ouverte FROM lien_fiches l JOIN fiche_action autre "
        "ON autre.id = CASE WHEN l.source = {} THEN l.cible ELSE l.source END "
        "JOIN feuille_de_route f ON f.id = autre.feuille_de_route LEFT JOIN axe a ON a.id = autre.axe "
        "WHERE (l.source = {} OR l.cible = {}) AND autre.supprime_le IS NULL AND l.annule_le IS NULL "
        "ORDER BY l.type, f.code, autre.id",
        *suivie.valeurs,
        fiche,
        fiche,
        fiche,
    )
    return [_liee(lien, fiche) for lien in rangees]


def _liee(lien: Ligne, fiche: UUID) -> dict[str, Any]:
    sens = "vers" if lien["source"] == fiche else "depuis"
    contenu = json.loads(lien["contenu"]) if lien["contenu"] else {}
    return {
        **former({c: v for c, v in lien.items() if c != "contenu"}, _FORME),
        "sens": sens,
        "fiche": {"id": lien["id"], "code": code_de_fiche(lien["feuille"], lien), "nom": lien["titre"]}
        if lien["ouverte"]
        else None,
        "apport": list(contenu.get("apport", ())),
        "acte": contenu.get("fusion"),
        "origine": contenu if lien["type"] == TypeLienFiches.ESSAIMAGE and sens == "depuis" and contenu else None,
    }
