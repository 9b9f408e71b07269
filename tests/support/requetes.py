"""The SQL statements a piece of code runs, for budgets of statements."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from unittest.mock import patch

from piccolo.querystring import QueryString

from fne_roadmaps.tables.engines import Moteur


@contextmanager
def requetes_de(moteur: Moteur) -> Iterator[list[str]]:
    """Statements run on the engine inside the block, in order (BEGIN and COMMIT are not statements of ours)."""
    passees: list[str] = []
    originale = type(moteur).run_querystring

    async def noter(soi: Any, querystring: QueryString, in_pool: bool = True) -> Any:
        passees.append(querystring.compile_string(engine_type=soi.engine_type)[0])
        return await originale(soi, querystring, in_pool)

    with patch.object(type(moteur), "run_querystring", noter):
        yield passees
