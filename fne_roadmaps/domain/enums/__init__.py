"""Every closed list of the field, by concept: one import for all of them."""

from __future__ import annotations

from fne_roadmaps.domain.enums.base import Vocabulaire
from fne_roadmaps.domain.enums.comptes import EtatCourriel, ModeleCourriel, Profil, UsageAcces
from fne_roadmaps.domain.enums.contributions import EtatAppel, EtatDemande, EtatDepot
from fne_roadmaps.domain.enums.feuilles_de_route import EtatFeuille, Perimetre, TypeAppui
from fne_roadmaps.domain.enums.fiches_action import Avancement, Instruction, Meteo, Priorite, RoleActeur, TypeLienFiches
from fne_roadmaps.domain.enums.gouvernances import (
    ComparateurChiffre,
    NatureChiffre,
    RoleMembre,
    TypeContribution,
    TypeGouvernance,
    TypeStructure,
    TypeTerritoire,
    UsageChiffre,
)
from fne_roadmaps.domain.enums.reunions import (
    EtatOption,
    EtatReunion,
    GenreReunion,
    ModeDecision,
    PorteeReunion,
    RoleInstance,
    TypeInstance,
)

__all__ = [
    "Avancement",
    "ComparateurChiffre",
    "EtatAppel",
    "EtatCourriel",
    "EtatDemande",
    "EtatDepot",
    "EtatFeuille",
    "EtatOption",
    "EtatReunion",
    "GenreReunion",
    "Instruction",
    "Meteo",
    "ModeDecision",
    "ModeleCourriel",
    "NatureChiffre",
    "Perimetre",
    "PorteeReunion",
    "Priorite",
    "Profil",
    "RoleActeur",
    "RoleInstance",
    "RoleMembre",
    "TypeAppui",
    "TypeContribution",
    "TypeGouvernance",
    "TypeInstance",
    "TypeLienFiches",
    "TypeStructure",
    "TypeTerritoire",
    "UsageAcces",
    "UsageChiffre",
    "Vocabulaire",
]
