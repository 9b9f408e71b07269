"""A fiche as its page shows it: the fiche whole, its decisions in words, and its journal."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from backend.queries.fiches_action import lire_fiche
from backend.queries.lecture import Ligne, ligne, lignes
from backend.queries.reunions import DECISIONS
from backend.queries.vues.listes import tout_lister
from fne_roadmaps.domain.droits import Acteur

JOURNAL_MAX = 50


@dataclass(frozen=True, slots=True)
class FicheVue:
    """``fiche`` as ``lire_fiche`` gives it; ``journal`` is newest first."""

    fiche: Ligne
    feuille: Ligne
    decisions: list[Ligne]
    journal: list[Ligne]


async def lire_vue_fiche(acteur: Acteur, cle: UUID, au: date) -> FicheVue:
    """Everything the page of a fiche says, in a fixed number of statements. Raises NonTrouve."""
    fiche = await lire_fiche(acteur, cle, au)
    feuille = await ligne(
        "SELECT id, code, titre, etat, mot_niveau_1, gouvernance FROM feuille_de_route WHERE id = {}",
        fiche["feuille_de_route"]["id"],
    )
    if feuille is None:
        raise LookupError(f"feuille de route {fiche['feuille_de_route']}")
    decisions = await tout_lister(acteur, DECISIONS, {"fiche_action": str(cle)}, au)
    return FicheVue(fiche, feuille, decisions, await _journal(cle))


async def _journal(fiche: UUID) -> list[Ligne]:
    """The last entries about a fiche; authors by their organisation, never by name."""
    return await lignes(
        "SELECT j.le, j.action, j.champ, j.avant, j.apres, j.pourquoi, s.nom AS auteur FROM entree_journal j "
        "LEFT JOIN compte c ON c.identifiant = j.acteur LEFT JOIN structure s ON s.id = c.structure "
        "WHERE j.concept = {} AND j.objet = {} ORDER BY j.le DESC, j.champ NULLS FIRST LIMIT {}",
        "fiche_action",
        fiche,
        JOURNAL_MAX,
    )
