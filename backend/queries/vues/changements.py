"""What the page of a bulk change shows."""

from __future__ import annotations

import json
from datetime import date
from typing import Any
from uuid import UUID

from backend.queries.lecture import Ligne, ligne, lignes
from backend.queries.listes import Demande
from backend.queries.vues.liste_de_fiches import lire_toutes
from fne_roadmaps.domain.changements_groupes import FICHES_MAX
from fne_roadmaps.domain.droits import Acteur, Droit, droits_sur_gouvernance, exiger
from fne_roadmaps.domain.errors import NonTrouve, RegleViolee

QUOI = "Ce changement groupé"
RECENTS = 10


async def cles_a_changer(acteur: Acteur, feuille: UUID, demande: Demande, au: date) -> list[UUID]:
    """Keys of the filtered set, in its order. Raises RegleViolee when one change may not hold them all."""
    page = await lire_toutes(acteur, feuille, demande, au, FICHES_MAX)
    if page.total > FICHES_MAX:
        raise RegleViolee(
            "fiches", f"Un changement groupé porte sur {FICHES_MAX} fiches au plus : resserrez les filtres."
        )
    return [f["id"] for f in page.elements]


async def changements_recents(acteur: Acteur, feuille: UUID) -> list[Ligne]:
    """The last bulk changes the reader made to a roadmap, newest first. One statement."""
    return await lignes(
        "SELECT id, libelle, fait_le, annule_le FROM changement_groupe WHERE feuille_de_route = {} AND auteur = {} "
        "ORDER BY fait_le DESC, id LIMIT {}",
        feuille,
        acteur.identifiant,
        RECENTS,
    )


async def lire_changement(acteur: Acteur, cle: UUID) -> tuple[Ligne, dict[str, Any]]:
    """A bulk change and what it kept of each fiche, for who follows its roadmap. One statement. Raises NonTrouve."""
    fait = await ligne(
        "SELECT c.id, c.auteur, c.libelle, c.contenu, c.fait_le, c.annule_le, c.feuille_de_route, "
        "f.gouvernance, f.code FROM changement_groupe c JOIN feuille_de_route f ON f.id = c.feuille_de_route "
        "WHERE c.id = {} AND f.supprime_le IS NULL",
        cle,
    )
    if fait is None:
        raise NonTrouve(QUOI)
    exiger(droits_sur_gouvernance(acteur, fait["gouvernance"]), Droit.SUIVRE, QUOI)
    return fait, json.loads(fait["contenu"])
