"""Governances: several at once, and the page of one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from backend.queries.chiffres import CHIFFRES, CONTRIBUTIONS
from backend.queries.comptes_rendus import annees_de_comptes_rendus
from backend.queries.gouvernances import lire_gouvernance
from backend.queries.lecture import Clause, Ligne, gouvernance_lisible, lignes
from backend.queries.reunions import DECISIONS
from backend.queries.vues.feuilles_de_route import feuilles
from backend.queries.vues.instances import Comitologie, comitologie
from backend.queries.vues.listes import tout_lister
from backend.queries.vues.reunions import a_venir, reunions
from fne_roadmaps.domain.droits import Acteur, Droit
from fne_roadmaps.domain.enums import TypeTerritoire, UsageChiffre


async def gouvernances(acteur: Acteur, choix: Clause) -> list[Ligne]:
    """Governances ``g`` the reader may know of among ``choix``, by code, with their territory. One statement."""
    lisibles = gouvernance_lisible(acteur, "g") & choix
    return await lignes(
        "SELECT g.id, g.code, g.nom, g.type, t.nom AS t_nom, t.du_nom FROM gouvernance g "
        f"JOIN territoire t ON t.id = g.territoire WHERE g.supprime_le IS NULL AND {lisibles.sql} ORDER BY g.code",
        *lisibles.valeurs,
    )


@dataclass(frozen=True, slots=True)
class GouvernanceVue:
    """A governance as ``lire_gouvernance`` gives it, and what its page adds.

    ``comptes_rendus`` tells whether minutes may be there to read.
    Contributions, declared activity, bodies, decisions and meetings are those the reader may see.
    """

    gouvernance: Ligne
    ouverte: bool
    feuilles: list[Ligne]
    signataires: list[Ligne]
    appuis: list[Ligne]
    diagnostic: list[Ligne]
    bassins: list[Ligne]
    comitologie: Comitologie
    contributions: list[Ligne]
    activite: list[Ligne]
    decisions: list[Ligne]
    reunions: list[Ligne]
    comptes_rendus: bool


async def lire_vue_gouvernance(acteur: Acteur, cle: UUID, au: date) -> GouvernanceVue:
    """Everything the page of a governance says, in a fixed number of statements. Raises NonTrouve."""
    gouvernance = await lire_gouvernance(acteur, cle, au)
    ouverte = Droit.SUIVRE in gouvernance["droits"]
    siennes = {"gouvernance": str(cle)}
    return GouvernanceVue(
        gouvernance=gouvernance,
        ouverte=ouverte,
        feuilles=await feuilles(acteur, siennes, au),
        signataires=await lignes(
            "SELECT s.nom, g.qualite, g.mandat, g.source FROM signataire g JOIN structure s ON s.id = g.structure "
            "JOIN feuille_de_route f ON f.id = g.feuille_de_route "
            "WHERE f.gouvernance = {} AND f.supprime_le IS NULL ORDER BY f.code, g.rang",
            cle,
        ),
        appuis=await lignes(
            "SELECT a.type, a.intitule FROM appui a JOIN feuille_de_route f ON f.id = a.feuille_de_route "
            "WHERE f.gouvernance = {} AND f.supprime_le IS NULL ORDER BY f.code, a.rang",
            cle,
        ),
        diagnostic=await tout_lister(acteur, CHIFFRES, {**siennes, "usage": (UsageChiffre.DIAGNOSTIC,)}, au),
        bassins=await lignes(
            "SELECT nom, valide_du, valide_au FROM territoire WHERE parent = {} AND type = {} AND supprime_le IS NULL "
            "ORDER BY code",
            gouvernance["territoire"]["id"],
            TypeTerritoire.BASSIN_DE_VIE.value,
        ),
        comitologie=await comitologie(acteur, cle, au),
        contributions=await tout_lister(acteur, CONTRIBUTIONS, siennes, au),
        activite=await tout_lister(acteur, CHIFFRES, {**siennes, "usage": (UsageChiffre.ACTIVITE,)}, au),
        decisions=await tout_lister(acteur, DECISIONS, siennes, au),
        reunions=await reunions(acteur, Clause("r.gouvernance = {}", (cle,)) & a_venir(au), au),
        comptes_rendus=ouverte or bool(await annees_de_comptes_rendus(acteur, cle)),
    )
