"""Reading the journal of one object, newest entry first, for those who may follow it."""

from __future__ import annotations

import json
from typing import Any

from backend.queries.lecture import Ligne, ligne, lignes
from backend.queries.listes import Page
from backend.queries.references import QUOI, charger
from fne_roadmaps.domain.droits import Acteur, Droit, droits_sur_gouvernance, exiger

# Seeing the identity of these is open to every account; following them is not.
_IDENTITE_OUVERTE = ("gouvernance", "feuille_de_route")


async def lire_journal(acteur: Acteur, concept: str, reference: str, *, page: int, par_page: int) -> Page:
    """Entries of one object: who, when, which field, before, after, why. Three statements. Raises NonTrouve."""
    objet = await charger(acteur, concept, reference)
    if concept in _IDENTITE_OUVERTE:
        gouvernance = objet["id"] if concept == "gouvernance" else objet["gouvernance"]
        exiger(droits_sur_gouvernance(acteur, gouvernance), Droit.SUIVRE, QUOI[concept])
    rangees = await lignes(
        "SELECT id, le, acteur, requete, action, champ, avant, apres, pourquoi FROM entree_journal "
        "WHERE objet = {} AND concept = {} ORDER BY le DESC, champ NULLS FIRST, id LIMIT {} OFFSET {}",
        objet["id"],
        concept,
        par_page,
        (page - 1) * par_page,
    )
    compte = await ligne(
        "SELECT COUNT(*) AS total FROM entree_journal WHERE objet = {} AND concept = {}", objet["id"], concept
    )
    return Page([_entree(r) for r in rangees], int(compte["total"]) if compte else 0, page, par_page)


def _entree(rangee: Ligne) -> Ligne:
    return {**rangee, "avant": _valeur(rangee["avant"]), "apres": _valeur(rangee["apres"])}


def _valeur(texte: str | None) -> Any:
    return None if texte is None else json.loads(texte)
