"""The glossary says what the code holds: every table, every closed list, at the right place, and nothing else."""

from __future__ import annotations

import pkgutil
from enum import Enum
from importlib import import_module

import pytest

import fne_roadmaps.domain
from backend.app import create_app
from backend.settings import Settings
from exports.formats import typographier
from fne_roadmaps.domain.enums import Vocabulaire
from fne_roadmaps.tables.engines import toutes_les_tables
from tests.support.markdown import GLOSSAIRE, Table, code, codes_de, tables, texte_de
from tests.support.outils import RACINE

CONCEPTS = ("Terme", "Ce que c’est", "Classe", "Table", "Module", "Page", "API")
SANS_CONCEPT = {"/health", "/api/openapi.json", "/accessibilite"}
"""Addresses about the service itself."""


def listes_fermees() -> dict[str, type[Enum]]:
    """Every enumeration of the domain, by its name."""
    trouvees: dict[str, type[Enum]] = {}
    for info in pkgutil.walk_packages(fne_roadmaps.domain.__path__, "fne_roadmaps.domain."):
        for objet in vars(import_module(info.name)).values():
            if isinstance(objet, type) and issubclass(objet, Enum) and objet.__module__ == info.name and len(objet):
                assert objet.__name__ not in trouvees
                trouvees[objet.__name__] = objet
    return trouvees


LISTES = listes_fermees()


def concepts() -> list[dict[str, str]]:
    return [
        dict(zip(table.entetes, ligne, strict=True))
        for table in tables(GLOSSAIRE)
        if table.entetes == CONCEPTS
        for ligne in table.lignes
    ]


def listes_du_glossaire() -> dict[str, Table]:
    return {code(t.titre): t for t in tables(GLOSSAIRE) if t.entetes[0] == "Code"}


def test_every_table_is_a_row_at_its_own_place_and_no_row_is_made_up() -> None:
    attendues = {(t.__name__, t._meta.tablename, f"{t.__module__.replace('.', '/')}.py") for t in toutes_les_tables()}
    trouvees = [(code(c["Classe"]), code(c["Table"]), code(c["Module"])) for c in concepts()]
    assert set(trouvees) == attendues
    assert len(trouvees) == len(attendues)
    assert all((RACINE / module).is_file() for _, _, module in trouvees)


def test_a_term_names_one_thing() -> None:
    termes = [c["Terme"] for c in concepts()]
    assert len(set(termes)) == len(termes)
    assert all(c["Ce que c’est"] for c in concepts())


def test_every_address_belongs_to_a_concept_and_exists() -> None:
    nommees = [adresse for c in concepts() for adresse in (*codes_de(c["Page"]), *codes_de(c["API"]))]
    application = create_app(Settings(database_url="sqlite:///absente.sqlite"))
    servies = {route.path_format for route in application.routes}
    assert len(set(nommees)) == len(nommees)
    assert {adresse for adresse in servies if not adresse.startswith("/static")} - set(nommees) == SANS_CONCEPT
    assert set(nommees) <= servies
    assert all(codes_de(c["API"])[0].startswith("/api/v1/") for c in concepts() if c["API"] != "–")


def test_every_closed_list_is_there_and_no_other() -> None:
    assert listes_du_glossaire().keys() == LISTES.keys()


@pytest.mark.parametrize("nom", sorted(LISTES))
def test_a_list_has_its_codes_and_labels_in_order(nom: str) -> None:
    table = listes_du_glossaire()[nom]
    attendu = [
        (f"`{m.value}`", typographier(m.libelle) or "–") if isinstance(m, Vocabulaire) else (f"`{m.value}`",)
        for m in LISTES[nom]
    ]
    assert list(table.lignes) == attendu


def test_a_list_is_used_by_the_columns_it_names() -> None:
    colonnes = {f"{t._meta.tablename}.{c._meta.name}" for t in toutes_les_tables() for c in t._meta.columns}
    servies = [
        colonne for ligne in texte_de(GLOSSAIRE).splitlines() for colonne in codes_de(ligne.partition("Sert à")[2])
    ]
    assert servies
    assert set(servies) <= colonnes
    assert len(set(servies)) == len(servies)
