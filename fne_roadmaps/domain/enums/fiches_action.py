"""Closed lists of fiches action."""

from __future__ import annotations

from fne_roadmaps.domain.enums.base import Vocabulaire


class Instruction(Vocabulaire):
    """Where a fiche stands in arbitration; says nothing of its progress."""

    BROUILLON = "brouillon", "Brouillon"
    PROPOSEE = "proposee", "Proposée"
    EN_INSTRUCTION = "en_instruction", "En instruction"
    RETENUE = "retenue", "Retenue"
    ECARTEE = "ecartee", "Écartée"
    FUSIONNEE = "fusionnee", "Fusionnée"


class Avancement(Vocabulaire):
    """How far a retained fiche is. Lateness is computed, never one of these."""

    A_VENIR = "a_venir", "À venir"
    EN_COURS = "en_cours", "En cours"
    REALISEE = "realisee", "Réalisée"
    EN_PAUSE = "en_pause", "En pause"
    BLOQUEE = "bloquee", "Bloquée"
    ABANDONNEE = "abandonnee", "Abandonnée"


class Priorite(Vocabulaire):
    """Priority of a fiche."""

    ELEVE = "eleve", "Élevée"
    MOYEN = "moyen", "Moyenne"
    BAS = "bas", "Basse"


class Meteo(Vocabulaire):
    """The préfets' own scale."""

    SECURISES = "securises", "Objectifs sécurisés"
    ATTEIGNABLES = "atteignables", "Objectifs atteignables"
    APPUIS_NECESSAIRES = "appuis_necessaires", "Appuis nécessaires"
    COMPROMIS = "compromis", "Objectifs compromis"


class RoleActeur(Vocabulaire):
    """Role of an organisation or a post in a fiche action."""

    PILOTE = "pilote", "Pilote"
    CO_PILOTE = "co_pilote", "Co-pilote"
    PARTENAIRE = "partenaire", "Partenaire"
    CONTRIBUTEUR = "contributeur", "Contributeur"
    PROPOSEUR = "proposeur", "Proposée par"
    AIDE_REDACTION = "aide_redaction", "Rédigée avec l’aide de"


class TypeLienFiches(Vocabulaire):
    """Why two fiches are linked: ``source`` came first."""

    FUSION = "fusion", "Fusionnée dans"
    ESSAIMAGE = "essaimage", "Reprise par"
    SCISSION = "scission", "Scindée en"
