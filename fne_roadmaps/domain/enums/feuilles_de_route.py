"""Closed lists of roadmaps."""

from __future__ import annotations

from fne_roadmaps.domain.enums.base import Vocabulaire


class EtatFeuille(Vocabulaire):
    """Life of a roadmap. ``présentée`` and ``signée`` are two different happy ends."""

    ELABORATION = "elaboration", "En élaboration"
    CONCERTATION = "concertation", "En concertation"
    VALIDEE = "validee", "Validée"
    PRESENTEE = "presentee", "Présentée"
    SIGNEE = "signee", "Signée"
    CLOSE = "close", "Close"


class Perimetre(Vocabulaire):
    """Scale of a roadmap."""

    DEPARTEMENTAL = "departemental", "Départementale"
    INFRA_DEPARTEMENTAL = "infra_departemental", "Infra-départementale"
    REGIONAL = "regional", "Régionale"
    BASSIN_DE_VIE = "bassin_de_vie", "Projet numérique de territoire"


class TypeAppui(Vocabulaire):
    """Contract or scheme a roadmap leans on."""

    CRTE = "crte", "CRTE"
    SDAASAP = "sdaasap", "SDAASaP"
    SDIN = "sdin", "Schéma d’inclusion numérique"
    SDUN = "sdun", "Schéma des usages numériques"
    AUTRE = "autre", "Autre document"
