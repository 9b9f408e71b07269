"""One deposit, what became of it, and the choices its steps offer."""

from __future__ import annotations

import json
from uuid import UUID

from backend.queries.contributions.appels import FEUILLE, JOINTURES
from backend.queries.fiches_action.liste import numero_de_fiche
from backend.queries.lecture import Ligne, ligne, lignes
from fne_roadmaps.domain.enums import EtatDepot, Instruction, TypeLienFiches, TypeStructure, TypeTerritoire

_CHOISIS = (TypeTerritoire.EPCI.value, TypeTerritoire.BASSIN_DE_VIE.value)


async def lire_depot(cle: UUID) -> Ligne | None:
    """A deposit with its call, its roadmap, who helps and the state of its fiche, whoever asks. One statement."""
    rangee = await ligne(
        "SELECT d.*, a.titre AS appel_titre, a.ouvre_le, a.ferme_le, a.id AS appel_cle, s.nom AS aide_nom, "
        f"s.code AS aide_code, fa.instruction, {FEUILLE}, g.territoire FROM depot d "
        f"JOIN appel_a_fiches a ON a.id = d.appel {JOINTURES} LEFT JOIN structure s ON s.id = d.aide "
        "LEFT JOIN fiche_action fa ON fa.id = d.fiche_action WHERE d.id = {} AND d.supprime_le IS NULL",
        cle,
    )
    if rangee is None:
        return None
    return {
        **rangee,
        "etat": EtatDepot(rangee["etat"]),
        "contenu": json.loads(rangee["contenu"] or "{}"),
        "instruction": Instruction(rangee["instruction"]) if rangee["instruction"] else None,
    }


async def sort_du_depot(fiche: UUID) -> Ligne:
    """What the personal link tells of the fiche a deposit became, and nothing else. Two statements.

    ``motif`` is why it was set aside; ``fusion`` the title and number of the fiche it was merged into.
    """
    rangee = await ligne(
        "SELECT fa.titre, fa.rang, fa.numero_proposition, fa.instruction, fa.exemple, x.rang AS axe_rang, "
        "x.titre AS axe_titre, c.titre AS fusion_titre, c.rang AS fusion_rang, cx.rang AS fusion_axe_rang, "
        "c.numero_proposition AS fusion_proposition FROM fiche_action fa LEFT JOIN axe x ON x.id = fa.axe "
        "LEFT JOIN lien_fiches l ON l.source = fa.id AND l.type = {} AND l.annule_le IS NULL "
        "LEFT JOIN fiche_action c ON c.id = l.cible LEFT JOIN axe cx ON cx.id = c.axe WHERE fa.id = {}",
        TypeLienFiches.FUSION.value,
        fiche,
    )
    if rangee is None:
        raise LookupError(f"fiche {fiche}")
    entree = await ligne(
        "SELECT pourquoi FROM entree_journal WHERE concept = 'fiche_action' AND objet = {} "
        "AND champ = 'instruction' AND apres = {} ORDER BY le DESC, id LIMIT 1",
        fiche,
        f'"{Instruction.ECARTEE.value}"',
    )
    ecartee = rangee["instruction"] == Instruction.ECARTEE
    fusion = {
        "rang": rangee["fusion_rang"],
        "axe_rang": rangee["fusion_axe_rang"],
        "numero_proposition": rangee["fusion_proposition"],
    }
    return {
        "titre": rangee["titre"],
        "instruction": Instruction(rangee["instruction"]),
        "numero": numero_de_fiche(rangee),
        "axe_rang": rangee["axe_rang"],
        "axe_titre": rangee["axe_titre"],
        "motif": entree["pourquoi"] if ecartee and entree else None,
        "fusion": rangee["fusion_titre"],
        "fusion_numero": numero_de_fiche(fusion) if rangee["fusion_titre"] else None,
    }


async def aides_possibles(gouvernance: UUID) -> list[Ligne]:
    """Who may be named to help: the hub, and the members of the governance. One statement."""
    return await lignes(
        "SELECT s.id, s.code, s.nom, s.type FROM structure s WHERE s.supprime_le IS NULL AND (s.type = {} OR EXISTS "
        "(SELECT 1 FROM membre m WHERE m.structure = s.id AND m.gouvernance = {} AND m.supprime_le IS NULL)) "
        "ORDER BY CASE WHEN s.type = {} THEN 0 ELSE 1 END, s.nom",
        TypeStructure.HUB.value,
        gouvernance,
        TypeStructure.HUB.value,
    )


async def territoires_possibles(territoire: UUID) -> list[Ligne]:
    """The territory of the governance, its intercommunalités and bassins de vie. One statement."""
    return await lignes(
        "SELECT id, code, nom, type FROM territoire WHERE supprime_le IS NULL AND (id = {} OR (parent = {} "
        "AND type IN ({}, {}))) ORDER BY CASE WHEN id = {} THEN 0 ELSE 1 END, type, nom",
        territoire,
        territoire,
        *_CHOISIS,
        territoire,
    )
