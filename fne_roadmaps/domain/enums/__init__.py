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
from fne_roadmaps.domain.enums.seances import (
    AvisDeDate,
    EtatAdoption,
    EtatAmendement,
    EtatCompteRendu,
    EtatPoint,
    EtatPresence,
    EtatSondage,
    GenreEffet,
    NatureDecision,
    NaturePoint,
    PorteeFlux,
    ReponseInvitation,
    SuiviDecision,
)

__all__ = [
    "Avancement",
    "AvisDeDate",
    "ComparateurChiffre",
    "EtatAdoption",
    "EtatAmendement",
    "EtatAppel",
    "EtatCompteRendu",
    "EtatCourriel",
    "EtatDemande",
    "EtatDepot",
    "EtatFeuille",
    "EtatOption",
    "EtatPoint",
    "EtatPresence",
    "EtatReunion",
    "EtatSondage",
    "GenreEffet",
    "GenreReunion",
    "Instruction",
    "Meteo",
    "ModeDecision",
    "ModeleCourriel",
    "NatureChiffre",
    "NatureDecision",
    "NaturePoint",
    "Perimetre",
    "PorteeFlux",
    "PorteeReunion",
    "Priorite",
    "Profil",
    "ReponseInvitation",
    "RoleActeur",
    "RoleInstance",
    "RoleMembre",
    "SuiviDecision",
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
