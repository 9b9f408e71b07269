"""What the arbitration of a roadmap shows: fiches to decide on, where they aim, who proposes, which look alike."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from backend.queries.fiches_action import code_de_fiche, numero_de_fiche
from backend.queries.fiches_action.droits import droits_de_fiches
from backend.queries.fiches_action.rangs import axes_a_ranger, fiches_a_ranger, rangs_signes
from backend.queries.lecture import Ligne, lignes, par_cle, parmi
from backend.queries.references import charger
from fne_roadmaps.domain.arbitrage import doublons_probables
from fne_roadmaps.domain.droits import Acteur, Droit, droits_sur_gouvernance, exiger
from fne_roadmaps.domain.enums import Instruction, RoleActeur
from fne_roadmaps.domain.fiches_action import numero, prochain_rang

_VUES = (Instruction.PROPOSEE, Instruction.EN_INSTRUCTION, Instruction.ECARTEE, Instruction.FUSIONNEE)


@dataclass(frozen=True, slots=True)
class ArbitrageVue:
    """``axes`` carry the number their next fiche takes (``prochain``); ``fiches`` their code, proposers, pilots,
    rights, likely duplicates, the last reason given, and the fiche they are merged in.
    """

    feuille: Ligne
    droits: frozenset[Droit]
    axes: list[Ligne]
    fiches: list[Ligne]


async def lire_vue_arbitrage(acteur: Acteur, reference: str) -> ArbitrageVue:
    """The page, in a fixed number of statements, for who follows the roadmap. Raises NonTrouve."""
    feuille = await charger(acteur, "feuille_de_route", reference)
    droits = droits_sur_gouvernance(acteur, feuille["gouvernance"])
    exiger(droits, Droit.SUIVRE, "L’arbitrage de cette feuille de route")
    axes = await axes_et_numeros(feuille["id"])
    toutes = await lignes(
        "SELECT f.*, a.rang AS axe_rang FROM fiche_action f LEFT JOIN axe a ON a.id = f.axe "
        "WHERE f.feuille_de_route = {} AND f.supprime_le IS NULL AND f.instruction <> {} "
        "ORDER BY f.numero_proposition, f.rang, f.id",
        feuille["id"],
        Instruction.BROUILLON.value,
    )
    fiches = [f for f in toutes if f["instruction"] in _VUES]
    cles = [f["id"] for f in fiches]
    clause = parmi("x.fiche_action", cles)
    acteurs = par_cle(
        await lignes(
            "SELECT x.fiche_action, x.role, s.nom FROM acteur x JOIN structure s ON s.id = x.structure "
            f"WHERE {clause.sql} ORDER BY x.rang",
            *clause.valeurs,
        ),
        "fiche_action",
    )
    motifs = await _derniers_motifs(cles)
    dans = await _fusionnees_dans(feuille["code"], cles)
    droits_par_fiche = await droits_de_fiches(acteur, fiches, feuille)
    par_id = {f["id"]: {**f, "code": code_de_fiche(feuille["code"], f)} for f in toutes}
    en_lice = [(f["id"], f["titre"]) for f in toutes if f["instruction"] not in {"ecartee", "fusionnee"}]
    proches = doublons_probables(en_lice)
    return ArbitrageVue(
        feuille,
        droits,
        axes,
        [
            {
                **par_id[f["id"]],
                "proposeurs": _noms(acteurs.get(f["id"], []), RoleActeur.PROPOSEUR),
                "pilotes": _noms(acteurs.get(f["id"], []), RoleActeur.PILOTE),
                "droits": droits_par_fiche[f["id"]],
                "doublons": [par_id[cle] for cle in proches.get(f["id"], ())],
                "motif": motifs.get(f["id"]),
                "dans": dans.get(f["id"]),
            }
            for f in fiches
        ],
    )


async def axes_et_numeros(feuille: UUID) -> list[Ligne]:
    """Level-1 headings with the number a fiche retained there takes next (« 3.7 »). Three statements."""
    axes = await axes_a_ranger(feuille)
    pris = par_cle(await fiches_a_ranger(feuille), "axe")
    figes = await rangs_signes(feuille)
    return [
        {
            **axe,
            "prochain": numero(
                axe["rang"], prochain_rang([f["rang"] for f in pris.get(axe["id"], ())], figes.get(axe["rang"], ()))
            ),
        }
        for axe in axes
    ]


def _noms(acteurs: list[Ligne], role: RoleActeur) -> list[str]:
    return [a["nom"] for a in acteurs if a["role"] == role.value]


async def _derniers_motifs(fiches: list[UUID]) -> dict[UUID, str]:
    """The last reason given for a move of each fiche."""
    clause = parmi("objet", fiches)
    entrees = await lignes(
        f"SELECT objet, pourquoi FROM entree_journal WHERE {clause.sql} AND champ = {{}} ORDER BY le",
        *clause.valeurs,
        "instruction",
    )
    return {e["objet"]: e["pourquoi"] for e in entrees if e["pourquoi"]}


async def _fusionnees_dans(code: str, fiches: list[UUID]) -> dict[UUID, dict[str, Any]]:
    """The fiche each one is merged in."""
    clause = parmi("l.source", fiches)
    liens = await lignes(
        "SELECT l.source, f.id, f.titre, f.rang, f.numero_proposition, a.rang AS axe_rang FROM lien_fiches l "
        "JOIN fiche_action f ON f.id = l.cible LEFT JOIN axe a ON a.id = f.axe "
        f"WHERE {clause.sql} AND l.type = {{}} AND l.annule_le IS NULL AND f.supprime_le IS NULL",
        *clause.valeurs,
        "fusion",
    )
    return {x["source"]: {**x, "numero": numero_de_fiche(x), "code": code_de_fiche(code, x)} for x in liens}


async def lire_corbeille(acteur: Acteur, reference: str) -> tuple[Ligne, list[Ligne]]:
    """The roadmap and its fiches thrown away, last first, with the reason and the organisation. Raises NonTrouve."""
    feuille = await charger(acteur, "feuille_de_route", reference)
    exiger(
        droits_sur_gouvernance(acteur, feuille["gouvernance"]), Droit.SUIVRE, "La corbeille de cette feuille de route"
    )
    jetees = await lignes(
        "SELECT f.*, a.rang AS axe_rang FROM fiche_action f LEFT JOIN axe a ON a.id = f.axe "
        "WHERE f.feuille_de_route = {} AND f.supprime_le IS NOT NULL ORDER BY f.supprime_le DESC, f.id",
        feuille["id"],
    )
    clause = parmi("j.objet", [f["id"] for f in jetees])
    actes = await lignes(
        "SELECT j.objet, j.pourquoi, s.nom AS auteur FROM entree_journal j "
        "LEFT JOIN compte c ON c.identifiant = j.acteur LEFT JOIN structure s ON s.id = c.structure "
        f"WHERE {clause.sql} AND j.champ = {{}} ORDER BY j.le",
        *clause.valeurs,
        "supprime_le",
    )
    dernier = {a["objet"]: a for a in actes}
    droits = await droits_de_fiches(acteur, jetees, feuille)
    rien = {"pourquoi": None, "auteur": None}
    return feuille, [
        {
            **f,
            "code": code_de_fiche(feuille["code"], f),
            "droits": droits[f["id"]],
            **{c: dernier.get(f["id"], rien)[c] for c in rien},
        }
        for f in jetees
    ]
