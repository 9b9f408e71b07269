"""The examples of the guide to the API, run in order against a demonstration; and its tables, against the code."""

from __future__ import annotations

import json
import re
import shlex
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any

import pytest
from litestar.testing import AsyncTestClient

from backend.api.catalogue import RESSOURCES
from backend.app import create_app
from backend.errors import Nature
from backend.queries.listes import PAR_PAGE, PAR_PAGE_MAX
from backend.settings import Settings
from tests.support.markdown import GUIDE, Bloc, blocs, code, codes_de, table, texte_de

API = GUIDE / "api.md"
SITE = "http://127.0.0.1:8000"


@dataclass(frozen=True, slots=True)
class Exemple:
    """One ``curl`` of the guide, and the status announced above it."""

    statut: int
    methode: str
    adresse: str
    entetes: dict[str, str]
    corps: str | None


def exemples(bloc: Bloc) -> list[Exemple]:
    """The commands of a shell block: each ``curl`` comes under « # 200 » or « # 404 : why »."""
    trouves = []
    statut = 0
    for ligne in bloc.texte.replace("\\\n", " ").splitlines():
        if annonce := re.match(r"# (\d{3})\b", ligne):
            statut = int(annonce[1])
        else:
            trouves.append(_lire_curl(ligne, statut))
    return trouves


def _lire_curl(ligne: str, statut: int) -> Exemple:
    commande, *mots = shlex.split(ligne)
    assert commande == "curl"
    methode, corps, entetes, adresse = "GET", None, {}, ""
    suite = iter(mots)
    for mot in suite:
        if mot == "-X":
            methode = next(suite)
        elif mot == "-d":
            corps = next(suite)
        elif mot == "-H":
            nom, _, valeur = next(suite).partition(": ")
            entetes[nom] = valeur
        elif mot != "-i":
            assert not adresse
            adresse = mot
    assert adresse.startswith(SITE)
    assert statut
    return Exemple(statut, methode, adresse.removeprefix(SITE), entetes, corps)


def contient(reponse: Any, extrait: Any) -> bool:
    """Every value of the extract is in the answer, at the same place."""
    if isinstance(extrait, dict):
        return isinstance(reponse, dict) and all(c in reponse and contient(reponse[c], v) for c, v in extrait.items())
    if isinstance(extrait, list):
        return len(reponse) >= len(extrait) and all(contient(r, e) for r, e in zip(reponse, extrait, strict=False))
    return bool(reponse == extrait)


async def test_every_example_answers_as_it_says(url_base_demo: str) -> None:
    faits = 0
    async with AsyncTestClient(create_app(Settings(database_url=url_base_demo))) as client:
        derniere = None
        for bloc in blocs(API):
            if bloc.langue == "json":
                assert derniere is not None
                assert contient(derniere.json(), json.loads(bloc.texte)), derniere.text
                continue
            for e in exemples(bloc):
                derniere = await client.request(e.methode, e.adresse, headers=e.entetes, content=e.corps)
                assert derniere.status_code == e.statut, (e, derniere.text)
                faits += 1
    assert faits > 10


def test_the_collections_are_those_of_the_api() -> None:
    attendues = {r.adresse: (tuple(r.liste.filtres), tuple(r.liste.tris), [a.nom for a in r.actes]) for r in RESSOURCES}
    lignes = table(API, "Collection", "Un objet", "Filtres", "Tris", "S’écrit").lignes
    trouvees = {
        code(collection): (tuple(codes_de(filtres)), tuple(codes_de(tris)), codes_de(ecrit))
        for collection, _, filtres, tris, ecrit in lignes
    }
    assert trouvees == attendues


@pytest.mark.parametrize("ressource", RESSOURCES, ids=lambda r: r.chemin)
def test_what_can_be_written_is_told(ressource: Any) -> None:
    (ecrit,) = [
        ligne[4]
        for ligne in table(API, "Collection", "Un objet", "Filtres", "Tris", "S’écrit").lignes
        if code(ligne[0]) == ressource.adresse
    ]
    assert ("création" in ecrit) == bool(ressource.creation)
    assert ("modification" in ecrit) == bool(ressource.modification)
    assert ("suppression" in ecrit) == bool(ressource.supprimer)


def test_every_kind_of_error_is_told() -> None:
    attendues = {(str(n.statut), n.nom, n.titre) for n in Nature}
    lignes = table(API, "Statut", "`type`, à la fin", "Titre", "Quand").lignes
    assert {(statut, code(type_), titre) for statut, type_, titre, _ in lignes} == attendues
    assert all(HTTPStatus(int(statut)) for statut, *_ in lignes)


def test_the_size_of_pages_is_told() -> None:
    assert f"{PAR_PAGE} d’ordinaire, {PAR_PAGE_MAX} au plus" in texte_de(API)
