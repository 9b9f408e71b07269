"""Reading meetings and decisions."""

from __future__ import annotations

from backend.queries.reunions.decisions import DECISIONS, lire_decision
from backend.queries.reunions.liste import REUNIONS
from backend.queries.reunions.une import lire_reunion

__all__ = ["DECISIONS", "REUNIONS", "lire_decision", "lire_reunion"]
