"""Requests for news: one, those of a fiche, and what the fiche says of itself now."""

from __future__ import annotations

import json
from typing import Any
from uuid import UUID

from backend.queries.contributions.appels import FEUILLE
from backend.queries.fiches_action.droits import AUTEURS, PILOTES
from backend.queries.fiches_action.liste import numero_de_fiche
from backend.queries.lecture import Ligne, ligne, lignes
from fne_roadmaps.domain.droits import FicheTenue
from fne_roadmaps.domain.enums import EtatDemande, EtatFeuille, Instruction, RoleActeur

COLONNES = (
    "d.*, s.nom AS structure_nom, p.fonction AS poste_nom, fa.titre, fa.rang, fa.numero_proposition, "
    f"fa.version AS fiche_version, x.rang AS axe_rang, x.titre AS axe_titre, {FEUILLE}"
)
DEPUIS = (
    "FROM demande_de_nouvelles d JOIN fiche_action fa ON fa.id = d.fiche_action AND fa.supprime_le IS NULL "
    "JOIN feuille_de_route f ON f.id = fa.feuille_de_route AND f.supprime_le IS NULL "
    "JOIN gouvernance g ON g.id = f.gouvernance JOIN territoire t ON t.id = g.territoire "
    "LEFT JOIN axe x ON x.id = fa.axe LEFT JOIN structure s ON s.id = d.structure "
    "LEFT JOIN poste p ON p.id = d.poste WHERE d.supprime_le IS NULL"
)


def former_demande(rangee: Ligne) -> Ligne:
    """A row with its state, its answer read, and the number of its fiche."""
    return {
        **rangee,
        "etat": EtatDemande(rangee["etat"]),
        "reponse": json.loads(rangee["reponse"] or "{}"),
        "numero": numero_de_fiche(rangee),
    }


async def lire_demande(cle: UUID) -> Ligne | None:
    """A request with its fiche and roadmap, whoever asks. One statement."""
    rangee = await ligne(f"SELECT {COLONNES} {DEPUIS} AND d.id = {{}}", cle)
    return former_demande(rangee) if rangee else None


async def demandes_de_la_fiche(fiche: UUID) -> list[Ligne]:
    """Requests about a fiche, the last first. One statement."""
    rangees = await lignes(f"SELECT {COLONNES} {DEPUIS} AND d.fiche_action = {{}} ORDER BY d.cree_le DESC, d.id", fiche)
    return [former_demande(r) for r in rangees]


async def etat_de_la_fiche(fiche: UUID) -> dict[str, Any]:
    """What an answer may change, each field with its canonical value, and the words of its dates. One statement."""
    r = await ligne(
        "SELECT version, instruction, avancement, progression_declaree, difficultes, prochaine_etape, debut_edtf, "
        "debut_premier, debut_dernier, debut_recu, fin_edtf, fin_premier, fin_dernier, fin_recu, nouvelles_le "
        "FROM fiche_action WHERE id = {}",
        fiche,
    )
    if r is None:
        raise LookupError(f"fiche {fiche}")
    return {
        **r,
        "progression": r["progression_declaree"],
        "debut": r["debut_edtf"] or r["debut_recu"],
        "fin": r["fin_edtf"] or r["fin_recu"],
    }


async def indicateurs_de_la_fiche(fiche: UUID) -> list[Ligne]:
    """Indicators of a fiche, in order. One statement."""
    return await lignes("SELECT id, libelle, unite FROM indicateur WHERE fiche_action = {} ORDER BY rang", fiche)


async def pilote_de(fiche: UUID) -> Ligne | None:
    """The first pilote of a fiche, structure and post; None when nobody pilots it. One statement."""
    return await ligne(
        "SELECT a.structure, a.poste, s.nom, p.fonction FROM acteur a JOIN structure s ON s.id = a.structure "
        "LEFT JOIN poste p ON p.id = a.poste WHERE a.fiche_action = {} AND a.role = {} ORDER BY a.rang LIMIT 1",
        fiche,
        RoleActeur.PILOTE.value,
    )


async def tenue_de(fiche: Ligne, feuille: Ligne) -> FicheTenue:
    """What the right to ask for news of a fiche depends on. One statement."""
    acteurs = await lignes("SELECT role, structure FROM acteur WHERE fiche_action = {}", fiche["id"])
    return FicheTenue(
        instruction=Instruction(fiche["instruction"]),
        feuille_close=feuille["etat"] == EtatFeuille.CLOSE,
        pilotes=frozenset(a["structure"] for a in acteurs if a["role"] in PILOTES),
        auteurs=frozenset(a["structure"] for a in acteurs if a["role"] in AUTEURS),
    )
