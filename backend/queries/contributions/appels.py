"""Calls for fiches: one, those of a roadmap, their axes and what was deposited under them."""

from __future__ import annotations

from uuid import UUID

from backend.queries.fiches_action.liste import numero_de_fiche
from backend.queries.lecture import Ligne, ligne, lignes
from fne_roadmaps.domain.droits import Acteur, Droit, droits_sur_gouvernance, exiger
from fne_roadmaps.domain.enums import EtatDepot, Instruction
from fne_roadmaps.domain.errors import NonTrouve

QUOI = "Cet appel à fiches"
FEUILLE = (
    "f.id AS feuille, f.code AS feuille_code, f.titre AS feuille_titre, f.etat AS feuille_etat, f.gouvernance, "
    "f.mot_niveau_1, f.mots_niveau_1, t.nom AS lieu, t.fuseau"
)
JOINTURES = (
    "JOIN feuille_de_route f ON f.id = a.feuille_de_route AND f.supprime_le IS NULL "
    "JOIN gouvernance g ON g.id = f.gouvernance AND g.supprime_le IS NULL JOIN territoire t ON t.id = g.territoire"
)


async def lire_appel(cle: UUID) -> Ligne | None:
    """A call with its roadmap, whoever asks. One statement."""
    return await ligne(
        f"SELECT a.*, {FEUILLE} FROM appel_a_fiches a {JOINTURES} WHERE a.id = {{}} AND a.supprime_le IS NULL", cle
    )


async def charger_appel(acteur: Acteur, cle: UUID) -> Ligne:
    """A call, for who writes its roadmap. One statement. Raises NonTrouve or Interdit."""
    appel = await lire_appel(cle)
    if appel is None:
        raise NonTrouve(QUOI)
    exiger(droits_sur_gouvernance(acteur, appel["gouvernance"]), Droit.REDIGER, QUOI)
    return appel


async def appels_de(feuille: UUID) -> list[Ligne]:
    """Calls of a roadmap, the last to close first, with the number of deposits in each state. One statement."""
    compte = "(SELECT COUNT(*) FROM depot d WHERE d.appel = a.id AND d.supprime_le IS NULL AND d.etat = {}) AS {}"
    return await lignes(
        f"SELECT a.*, {', '.join(compte.format('{}', etat.value) for etat in EtatDepot)} FROM appel_a_fiches a "
        "WHERE a.feuille_de_route = {} AND a.supprime_le IS NULL "
        "ORDER BY (a.ferme_le IS NULL) DESC, a.ferme_le DESC, a.cree_le DESC",
        *(etat.value for etat in EtatDepot),
        feuille,
    )


async def axes_de_l_appel(appel: UUID, feuille: UUID) -> list[Ligne]:
    """Level-1 headings a fiche may be proposed under: those of the call, or all when it names none. One statement."""
    return await lignes(
        "SELECT x.id, x.rang, x.titre, CASE WHEN c.id IS NULL THEN 0 ELSE 1 END AS choisi FROM axe x "
        "LEFT JOIN appel_axe c ON c.axe = x.id AND c.appel = {} "
        "WHERE x.feuille_de_route = {} AND x.parent IS NULL AND x.supprime_le IS NULL AND (c.id IS NOT NULL OR NOT "
        "EXISTS (SELECT 1 FROM appel_axe z JOIN axe y ON y.id = z.axe AND y.supprime_le IS NULL WHERE z.appel = {})) "
        "ORDER BY x.rang",
        appel,
        feuille,
        appel,
    )


async def axes_de_la_feuille(feuille: UUID) -> list[Ligne]:
    """Every level-1 heading a call may name. One statement."""
    return await lignes(
        "SELECT id, rang, titre FROM axe WHERE feuille_de_route = {} AND parent IS NULL AND supprime_le IS NULL "
        "ORDER BY rang",
        feuille,
    )


async def depots_de(appel: UUID) -> list[Ligne]:
    """Deposits of a call, the last moved first: state, structure, days, and the fiche each became. One statement."""
    rangees = await lignes(
        "SELECT d.id, d.structure_nom, d.fonction, d.courriel, d.etat, d.cree_le, d.maj_le, d.soumis_le, d.exemple, "
        "s.nom AS aide_nom, fa.id AS fiche, fa.titre, fa.rang, fa.numero_proposition, fa.instruction, "
        "x.rang AS axe_rang FROM depot d LEFT JOIN structure s ON s.id = d.aide "
        "LEFT JOIN fiche_action fa ON fa.id = d.fiche_action AND fa.supprime_le IS NULL "
        "LEFT JOIN axe x ON x.id = fa.axe WHERE d.appel = {} AND d.supprime_le IS NULL ORDER BY d.maj_le DESC, d.id",
        appel,
    )
    return [
        {
            **r,
            "etat": EtatDepot(r["etat"]),
            "instruction": Instruction(r["instruction"]) if r["instruction"] else None,
            "numero": numero_de_fiche(r) if r["fiche"] else None,
        }
        for r in rangees
    ]
