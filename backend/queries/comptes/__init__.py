"""Accounts: who reads, the sessions of one, the accounts of a governance, and what a post would hand over."""

from __future__ import annotations

from backend.queries.comptes.gestion import comptes_de_gouvernance, mon_compte, sessions_de, structures_a_servir
from backend.queries.comptes.lecteur import Session, acteur_de, comptes, session_de
from backend.queries.comptes.liens import LienLu, lire_acces
from backend.queries.comptes.passation import (
    Passation,
    PassationFaite,
    derniere_passation,
    lire_passation,
    postes_de_gouvernance,
)

__all__ = [
    "LienLu",
    "Passation",
    "PassationFaite",
    "Session",
    "acteur_de",
    "comptes",
    "comptes_de_gouvernance",
    "derniere_passation",
    "lire_acces",
    "lire_passation",
    "mon_compte",
    "postes_de_gouvernance",
    "session_de",
    "sessions_de",
    "structures_a_servir",
]
