"""What the description allows, and what it does not, thrown at every operation: only announced answers come back.

Short, and the same at every run; ``make fuzz`` asks for many more examples.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, assume, given, settings
from litestar import Litestar
from litestar.testing import TestClient
from schemathesis import APIOperation, Case, GenerationMode
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from backend.api.description import document
from backend.settings import Settings
from tests.support.application import application
from tests.support.fabriques import BasesSqlite

EXEMPLES = int(os.environ.get("FUZZ_EXEMPLES", "5"))
SITE = "http://fne.test"
CHECKS = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
]
OPERATIONS: dict[str, APIOperation[Any, Any, Any, Any]] = {
    trouvee.ok().label: trouvee.ok()  # type: ignore[union-attr]  # an invalid operation fails the collection
    for trouvee in schemathesis.openapi.from_dict(document()).get_all_operations()
}


@pytest.fixture(scope="module")
def client(bases_sqlite: BasesSqlite) -> Iterator[TestClient[Litestar]]:
    """One demonstration for all: what an example writes is there for the next."""
    with (
        bases_sqlite.copie("demo") as url,
        application(Settings(database_url=url)) as app,
        TestClient(app, base_url=SITE, raise_server_exceptions=False) as ouvert,
    ):
        ouvert.follow_redirects = False
        yield ouvert


@pytest.mark.parametrize("nom", OPERATIONS)
def test_toute_demande_a_une_reponse_annoncee(client: TestClient[Litestar], nom: str) -> None:
    operation = OPERATIONS[nom]
    permise = operation.as_strategy(generation_mode=GenerationMode.POSITIVE)
    fautive = operation.as_strategy(generation_mode=GenerationMode.NEGATIVE)

    @given(case=permise | fautive)
    @settings(
        max_examples=EXEMPLES, derandomize=True, database=None, deadline=None, suppress_health_check=[*HealthCheck]
    )
    def essayer(case: Case[Any]) -> None:
        # A reference of slashes alone is the address of the collection: another operation.
        assume(all(str(valeur).strip("/") for valeur in (case.path_parameters or {}).values()))
        case.headers["Authorization"] = "Bearer alice-28"
        demande = case.as_transport_kwargs(base_url=SITE)
        if "data" in demande:
            demande["content"] = demande.pop("data")
        # What no header may hold goes out all the same: it is for the application to refuse it.
        demande["headers"] = [(n.encode(), v.encode()) for n, v in demande.get("headers", {}).items()]
        reponse = client.request(**{k: v for k, v in demande.items() if k != "cookies"})
        case.validate_response(reponse, checks=CHECKS)

    essayer()
