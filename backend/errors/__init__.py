"""The only place where errors become HTTP answers.

``Refus`` is what a controller raises for a rule of the protocol itself (missing version, unreadable body…); rules of
the field raise the errors of ``fne_roadmaps.domain.errors``. ``traduire`` turns any of them, and anything unexpected,
into a ``Probleme``; ``traducteur`` answers it as problem+json (RFC 9457) or as a page.
"""

from __future__ import annotations

from backend.errors.probleme import Erreur, Nature, Probleme, Refus
from backend.errors.reponses import traducteur, veut_du_json
from backend.errors.traduction import traduire

__all__ = ["Erreur", "Nature", "Probleme", "Refus", "traducteur", "traduire", "veut_du_json"]
