"""What a document says: the frozen input contract of every renderer.

A payload holds facts, never layout: dates as ``DateIncertaine``, money in integer centimes, figures as canonical
decimal text, organisations and functions by name, persons only as signatories or as a meeting names them.
"""

from __future__ import annotations

from exports.payloads.agenda import AgendaDoc, EvenementDoc, InviteDoc, OptionDoc
from exports.payloads.base import OrganismeDoc, Payload, SignataireDoc
from exports.payloads.feuilles_de_route import (
    AppuiDoc,
    AxeDoc,
    ChiffreDoc,
    FeuilleDeRouteDoc,
    FicheDoc,
    FinancementDoc,
    IndicateurDoc,
    InstanceDoc,
    JalonDoc,
    LienDoc,
    MembreDoc,
)
from exports.payloads.reunions import (
    CompilationDoc,
    CompteRenduDoc,
    ConvocationDoc,
    DecisionDoc,
    DestinataireDoc,
    EmargementDoc,
    GroupeDoc,
    PointDoc,
    PresenceDoc,
    ProchaineDoc,
    QuorumDoc,
    ReunionDoc,
)

__all__ = [
    "AgendaDoc",
    "AppuiDoc",
    "AxeDoc",
    "ChiffreDoc",
    "CompilationDoc",
    "CompteRenduDoc",
    "ConvocationDoc",
    "DecisionDoc",
    "DestinataireDoc",
    "EmargementDoc",
    "EvenementDoc",
    "FeuilleDeRouteDoc",
    "FicheDoc",
    "FinancementDoc",
    "GroupeDoc",
    "IndicateurDoc",
    "InstanceDoc",
    "InviteDoc",
    "JalonDoc",
    "LienDoc",
    "MembreDoc",
    "OptionDoc",
    "OrganismeDoc",
    "Payload",
    "PointDoc",
    "PresenceDoc",
    "ProchaineDoc",
    "QuorumDoc",
    "ReunionDoc",
    "SignataireDoc",
]
