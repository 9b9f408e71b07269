"""The SQL statements a piece of code runs, for budgets of statements."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, TypeVar
from unittest.mock import patch

from piccolo.querystring import QueryString

from backend.web.courriels.envoi import TACHE
from fne_roadmaps.tables.engines import Moteur

T = TypeVar("T")


@contextmanager
def requetes_de(moteur: Moteur) -> Iterator[list[str]]:
    """Statements run on the engine inside the block, in order (BEGIN and COMMIT are not statements of ours)."""
    with _noter(moteur, lambda sql, valeurs: sql) as passees:
        yield passees


@contextmanager
def requetes_avec_valeurs(moteur: Moteur) -> Iterator[list[tuple[str, list[Any]]]]:
    """The same, each with the values of its marks: what one needs to run them again."""
    with _noter(moteur, lambda sql, valeurs: (sql, valeurs)) as passees:
        yield passees


@contextmanager
def _noter(moteur: Moteur, garder: Callable[[str, list[Any]], T]) -> Iterator[list[T]]:
    """Those of the task that sends mail in the background are no part of a request."""
    passees: list[T] = []
    originale = type(moteur).run_querystring

    async def noter(soi: Any, querystring: QueryString, in_pool: bool = True) -> Any:
        tache = asyncio.current_task()
        if tache is None or tache.get_name() != TACHE:
            sql, valeurs = querystring.compile_string(engine_type=soi.engine_type)
            passees.append(garder(sql, list(valeurs)))
        return await originale(soi, querystring, in_pool)

    with patch.object(type(moteur), "run_querystring", noter):
        yield passees
