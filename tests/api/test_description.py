"""The OpenAPI document tells the truth: every route, examples that work, and no address it does not have."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import jsonschema_rs
import pytest
import schemathesis
from litestar.routes import HTTPRoute

from backend.api.description import document
from backend.app import create_app
from backend.errors import Nature
from exports.formats import typographier
from fne_roadmaps.domain.enums import Instruction
from tests.api.conftest import Site

DOCUMENT = document()
VERBES = {"get", "post", "patch", "delete"}


def operations() -> Iterator[tuple[str, str, dict[str, Any]]]:
    """(address, verb, operation) of the document."""
    for adresse, verbes in DOCUMENT["paths"].items():
        for verbe, operation in verbes.items():
            yield adresse, verbe, operation


def validateur(schema: dict[str, Any]) -> Any:
    """A validator that knows the components."""
    return jsonschema_rs.Draft202012Validator({**schema, "components": DOCUMENT["components"]})


def test_le_document_est_un_openapi_valide() -> None:
    schema = schemathesis.openapi.from_dict(DOCUMENT)
    schema.validate()
    for nom, composant in DOCUMENT["components"]["schemas"].items():
        entier = {"$schema": "https://json-schema.org/draft/2020-12/schema", **composant}
        assert jsonschema_rs.meta.is_valid(entier), nom
    references = set(re.findall(r"'#/components/(\w+)/([^']+)'", repr(DOCUMENT)))
    assert {nom for genre, nom in references if genre == "schemas"} <= set(DOCUMENT["components"]["schemas"])


def test_chaque_route_est_decrite_et_rien_d_autre() -> None:
    decrites = {(adresse, verbe) for adresse, verbe, _ in operations()}
    servies: set[tuple[str, str]] = set()
    for route in create_app().routes:
        if isinstance(route, HTTPRoute) and route.path_format.startswith("/api/v1/"):
            servies |= {(route.path_format, methode.lower()) for methode in route.methods if methode != "OPTIONS"}
    # An act at the end of a reference that holds slashes is served by the route of the object.
    par_objet = {(a.rpartition("/")[0], v) for a, v in decrites if (a, v) not in servies}
    assert par_objet <= servies
    assert servies <= decrites | par_objet


@pytest.mark.parametrize("operation", [*operations()], ids=lambda o: f"{o[1]} {o[0]}")
def test_chaque_operation_est_nommee_et_dit_ses_refus(operation: tuple[str, str, dict[str, Any]]) -> None:
    adresse, verbe, dite = operation
    assert verbe in VERBES
    assert dite["summary"][0].isupper()
    assert dite["summary"] == typographier(dite["summary"])
    assert {"401"} <= set(dite["responses"])
    assert {p["name"] for p in dite["parameters"] if p["in"] == "path"} == set(re.findall(r"{(\w+)}", adresse))
    for parametre in dite["parameters"]:
        assert parametre["description"]
    entetes = {p["name"] for p in dite["parameters"] if p["in"] == "header"}
    # What is added to a list, be it that of an object, is created; any other POST is an act on the object.
    creation = verbe == "post" and "get" in DOCUMENT["paths"][adresse]
    if verbe == "patch" or (verbe == "post" and not creation):
        assert "If-Match" in entetes
        assert {"412", "428", "422"} <= set(dite["responses"])
    if creation:
        assert "Idempotency-Key" in entetes
        assert {"201", "409", "400"} <= set(dite["responses"])


def test_les_noms_d_operation_sont_uniques() -> None:
    noms = [dite["operationId"] for _, _, dite in operations()]
    assert len(noms) == len(set(noms))


def test_les_exemples_suivent_leur_schema() -> None:
    for adresse, verbe, dite in operations():
        if "requestBody" in dite:
            contenu = dite["requestBody"]["content"]["application/json"]
            validateur(contenu["schema"]).validate(contenu["example"]), (adresse, verbe)


def test_rien_de_la_description_n_est_en_anglais() -> None:
    """Docstrings of the code are in English: none may end up here."""
    descriptions = re.findall(r"'description': (?:'([^']*)'|\"([^\"]*)\")", repr(DOCUMENT))
    textes = [un or autre for un, autre in descriptions]
    assert len(textes) > 100
    for texte in textes:
        assert not re.search(r"\b(the|of|and|when|with|is|are|which|whose)\b", texte), texte


def test_un_vocabulaire_dit_ses_codes_et_leur_sens() -> None:
    schema = DOCUMENT["components"]["schemas"]["Instruction"]
    assert schema["enum"] == [m.value for m in Instruction]
    assert schema["description"].startswith("brouillon\u00a0: Brouillon\u202f; proposee\u00a0: Proposée")


async def test_la_description_se_lit_sans_cle_et_se_garde(site_lu: Site) -> None:
    reponse = await site_lu.lire("/api/openapi.json", None)
    assert reponse.status_code == 200
    assert reponse.headers["content-type"] == "application/json"
    assert reponse.json() == DOCUMENT
    assert "max-age" in reponse.headers["cache-control"]


async def test_les_reponses_suivent_leur_schema(site_lu: Site) -> None:
    """Every list and every object of the demonstration, as its reader gets it."""
    for adresse, verbe, dite in operations():
        if verbe != "get" or "{" in adresse:
            continue
        reponse = await site_lu.lire(f"{adresse}?par_page=200")
        validateur(dite["responses"]["200"]["content"]["application/json"]["schema"]).validate(reponse.json())
        un = DOCUMENT["paths"][f"{adresse}/{{reference}}"]["get"]
        schema = validateur(un["responses"]["200"]["content"]["application/json"]["schema"])
        for element in reponse.json()["elements"][:20]:
            schema.validate((await site_lu.lire(f"{adresse}/{element['id']}")).json())


async def test_les_problemes_suivent_leur_schema(site_lu: Site) -> None:
    schema = validateur({"$ref": "#/components/schemas/Probleme"})
    for reponse in (
        await site_lu.lire("fiches-action/x"),
        await site_lu.lire("fiches-action?page=0"),
        await site_lu.changer("fiches-action/28-2024/1.3", {"titre": "x"}, 9),
        await site_lu.lire("fiches-action", None),
    ):
        schema.validate(reponse.json())
        assert reponse.status_code in {nature.statut for nature in Nature}
