"""A small world for the tests of services: two governances that must not see one another, and the hub's.

28 has a roadmap of two axes, two retained fiches and a proposal, another one validated and ready to be signed, two
instances, a meeting with one item, a decision and a call for fiches; 41 has one roadmap, axe, fiche, instance and
meeting.
"""

from __future__ import annotations

from uuid import UUID

from backend.context import cle_au_hasard
from backend.services import feuilles_de_route, gouvernances, instances, structures, territoires
from backend.services.commands import (
    contributions as cc,
    decisions as cd,
    feuilles_de_route as cf,
    fiches_action as ca,
    gouvernances as cg,
    instances as ci,
    reunions as cr,
    seances as csc,
    structures as cs,
    territoires as ct,
)
from backend.services.contributions import appels
from backend.services.ecriture import ecriture
from backend.services.fiches_action import redaction
from backend.services.reunions import decisions, points, tenue
from fne_roadmaps.demo.cles import cle_fixe
from fne_roadmaps.domain.droits import SYSTEME
from fne_roadmaps.domain.enums import EtatFeuille
from tests.support.personnes import contexte

_TERRITOIRES = (
    {"code": "R24", "type": "region", "nom": "Centre-Val de Loire", "du_nom": "du Centre-Val de Loire"},
    {"code": "28", "type": "departement", "nom": "Eure-et-Loir", "du_nom": "d’Eure-et-Loir", "parent": "R24"},
    {"code": "41", "type": "departement", "nom": "Loir-et-Cher", "du_nom": "de Loir-et-Cher", "parent": "R24"},
    {"code": "28-dreux", "type": "epci", "nom": "Pays de Dreux", "du_nom": "du Pays de Dreux", "parent": "28"},
    {"code": "bv-chartres", "type": "bassin_de_vie", "nom": "Chartres", "du_nom": "de Chartres", "parent": "28"},
)
_STRUCTURES = (
    {"code": "prefecture-28", "nom": "Préfecture d’Eure-et-Loir", "type": "etat"},
    {"code": "cd-28", "nom": "Conseil départemental d’Eure-et-Loir", "type": "departement"},
    {"code": "cd-41", "nom": "Conseil départemental de Loir-et-Cher", "type": "departement"},
    {"code": "hub-lo", "nom": "Hub régional", "type": "hub"},
    {"code": "asso-a", "nom": "Association exemple A", "type": "association"},
)
_GOUVERNANCES = (
    {
        "code": "28",
        "type": "departementale",
        "nom": "Gouvernance d’Eure-et-Loir",
        "territoire": "28",
        "membres": (
            {"structure": "prefecture-28", "roles": ({"role": "co_porteur"},)},
            {"structure": "cd-28", "roles": ({"role": "co_porteur"}, {"role": "redacteur"})},
        ),
    },
    {
        "code": "41",
        "type": "departementale",
        "nom": "Gouvernance de Loir-et-Cher",
        "territoire": "41",
        "membres": ({"structure": "cd-41", "roles": ({"role": "porteur"},)},),
    },
    {"code": "hub-lo", "type": "hub", "nom": "Comitologie du hub", "territoire": "R24"},
)
_INSTANCES = (
    {"gouvernance": "28", "slug": "copil", "type": "copil", "nom": "Comité de pilotage"},
    {
        "gouvernance": "28",
        "slug": "cotech",
        "type": "cotech",
        "nom": "Comité technique",
        "parent": "28/copil",
        "sieges": ({"structure": "prefecture-28", "source": "Arrêté"},),
        "cadences": ({"texte": "Mensuelle", "min_par_an": 12, "debut": "2025-01-01"},),
    },
    {"gouvernance": "41", "slug": "copil", "type": "copil", "nom": "Comité de pilotage"},
    {"gouvernance": "hub-lo", "slug": "copil", "type": "copil", "nom": "COPIL régional"},
)
_AXES = (("28-2024", "Aller vers"), ("28-2024", "Former"), ("28-2025", "Relier"), ("41-2024", "Accompagner"))
_FICHES = (
    {"feuille_de_route": "28-2024", "axe": "28-2024/1", "titre": "Bus numérique", "instruction": "retenue"},
    {"feuille_de_route": "28-2024", "axe": "28-2024/1", "titre": "Permanences", "instruction": "retenue"},
    {"feuille_de_route": "28-2024", "axe": "28-2024/2", "titre": "Ateliers"},
    {"feuille_de_route": "28-2025", "axe": "28-2025/1", "titre": "Relais", "instruction": "retenue"},
    {"feuille_de_route": "41-2024", "axe": "41-2024/1", "titre": "Aidants", "instruction": "retenue"},
)
_REUNIONS = (
    {"instance": "28/copil", "etat": "convoquee", "date": "2025-09-18", "heure_debut": "09:30", "heure_fin": "12:00"},
    {"instance": "41/copil", "etat": "convoquee", "date": "2025-09-25"},
)


def _cle(nom: str) -> UUID:
    """Fixed keys; those of the journal tell by the instant which of two changes came first, and here it is one."""
    return cle_au_hasard(nom) if nom.startswith("journal:") else cle_fixe(nom)


async def creer_monde() -> None:
    """Write the small world through the services, in one transaction, with fixed keys."""
    ctx = contexte(SYSTEME, requete="monde", cle=_cle)
    async with ecriture():
        for territoire in _TERRITOIRES:
            await territoires._creer(ctx, ct.CreerTerritoire.model_validate(territoire))
        for structure in _STRUCTURES:
            await structures._creer_structure(ctx, cs.CreerStructure.model_validate(structure))
        poste = cs.CreerPoste(code="hub-lo/mission-28", structure="hub-lo", fonction="Chargé de mission")
        await structures._creer_poste(ctx, poste)
        for gouvernance in _GOUVERNANCES:
            await gouvernances._creer(ctx, cg.CreerGouvernance.model_validate(gouvernance))
        for code, annee in (("28", 2024), ("28", 2025), ("41", 2024)):
            feuille = cf.CreerFeuilleDeRoute.model_validate(
                {"gouvernance": code, "titre": f"Feuille {code}", "perimetre": "departemental", "annee": annee}
            )
            await feuilles_de_route._creer(ctx, feuille)
        for etat in (EtatFeuille.CONCERTATION, EtatFeuille.VALIDEE):
            await feuilles_de_route._changer_etat(ctx, "28-2025", None, cf.ChangerEtat(etat=etat))
        for feuille_de_route, titre in _AXES:
            await feuilles_de_route._creer_axe(ctx, cf.CreerAxe(feuille_de_route=feuille_de_route, titre=titre))
        for instance in _INSTANCES:
            await instances._creer(ctx, ci.CreerInstance.model_validate(instance))
        for fiche in _FICHES:
            await redaction._creer(ctx, ca.CreerFicheAction.model_validate(fiche))
        for reunion in _REUNIONS:
            await tenue._creer(ctx, cr.CreerReunion.model_validate(reunion))
        await points._creer(ctx, csc.CreerPoint(reunion="28/copil/r1", titre="Tour de table", duree=10))
        await appels._creer(ctx, cc.CreerAppel(feuille_de_route="28-2024", titre="Appel"))
        decision = {"instance": "28/copil", "annee": 2025, "texte": "Le bus partira.", "fiches": ("28-2024/1.1",)}
        await decisions._creer(ctx, cd.CreerDecision.model_validate(decision))
