"""Figures in words."""

from __future__ import annotations

from collections.abc import Iterable

from backend.queries.lecture import Ligne
from backend.web.contexts import Chiffre
from backend.web.presentation.mots import texte
from exports.formats import date_sans_preposition, typographier


def chiffres(lus: Iterable[Ligne], territoire: str) -> tuple[Chiffre, ...]:
    """Figures in their order, without what the page or their name already says (territory, unit)."""
    return tuple(
        Chiffre(
            libelle=typographier(c["libelle"]),
            valeur=c["valeur"],
            theme=texte(c["theme"]),
            unite=_unite(c["unite"], c["libelle"]),
            comparateur=c["comparateur"],
            territoire=c["territoire"]["nom"] if c["territoire"] and c["territoire"]["nom"] != territoire else None,
            periode=texte(c["periode"]) or (date_sans_preposition(c["date"]) if c["date"] else None),
            source=texte(c["source"]),
            note=texte(c["note"]),
            nature=c["nature"],
        )
        for c in lus
    )


def _unite(unite: str | None, libelle: str) -> str | None:
    return None if unite and unite.casefold() in libelle.casefold() else unite
