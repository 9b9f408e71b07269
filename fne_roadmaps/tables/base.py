"""Columns every stored concept shares, and short makers for the recurring kinds of columns.

Keys are UUIDs (SQLite reuses row numbers). ``version`` guards every change. What people delete keeps its row and gets
``supprime_le``. ``exemple`` marks what is not real. Closed vocabularies are stored as their code in a Varchar: their
members live in ``fne_roadmaps.domain.enums``.
"""

from __future__ import annotations

from typing import Any

from piccolo.columns import UUID, BigInt, Boolean, Date, ForeignKey, Integer, Text, Timestamptz, Varchar
from piccolo.columns.base import OnDelete, OnUpdate
from piccolo.columns.reference import LazyTableReference
from piccolo.table import Table


def mot(longueur: int = 300, *, null: bool = True, index: bool = False, unique: bool = False) -> Varchar:
    """Short text; ``longueur`` in characters is enforced at the door, not by SQLite."""
    return Varchar(length=longueur, null=null, default=None if null else "", index=index, unique=unique)


def texte() -> Text:
    """Long text, or nothing."""
    return Text(null=True, default=None)


def entier(defaut: int | None = None) -> Integer:
    """Integer; nullable unless a default is given."""
    return Integer(null=defaut is None, default=defaut)


def centimes() -> BigInt:
    """An amount of money in integer centimes, or nothing (Piccolo's Numeric is a float on SQLite)."""
    return BigInt(null=True, default=None)


def oui_non() -> Boolean:
    """False unless said."""
    return Boolean(default=False)


def jour() -> Date:
    """A day, or nothing."""
    return Date(null=True, default=None)


def instant() -> Timestamptz:
    """A UTC instant, or nothing."""
    return Timestamptz(null=True, default=None)


def vers(table: type[Table] | LazyTableReference | str, *, null: bool = False) -> ForeignKey[Any]:
    """A reference that never cascades: nothing is really deleted."""
    return ForeignKey(
        table, null=null, default=None, on_delete=OnDelete.restrict, on_update=OnUpdate.no_action, index=True
    )


class Cle:
    """Mixin: the UUID key given by the service (no default, so that a demo is the same everywhere)."""

    id = UUID(primary_key=True, default=None)


class Suivi(Cle):
    """Mixin of the concepts: creation and last change (UTC), guarded version, soft deletion, example mark."""

    cree_le = Timestamptz(null=False, default=None)
    maj_le = Timestamptz(null=False, default=None)
    version = Integer(default=1)
    supprime_le = instant()
    exemple = oui_non()


class DateConnue:
    """Mixin: one uncertain date as stored (EDTF text, first and last possible day, words received)."""

    date_edtf = mot(100)
    date_premier = jour()
    date_dernier = jour()
    date_recu = mot(200)
