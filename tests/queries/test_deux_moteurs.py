"""The demonstration loaded on both engines gives the same documents, calendars, lists and pages, byte for byte.

Every list and every reading of one object found in ``backend.queries`` takes part, without being named here.
"""

from __future__ import annotations

import inspect
import json
import pkgutil
from collections.abc import AsyncIterator, Callable, Iterator
from importlib import import_module
from typing import Any

from pydantic_core import to_jsonable_python

import backend.queries
from backend.queries import agendas
from backend.queries.comptes import acteur_de
from backend.queries.lecture import lignes
from backend.queries.listes import PAR_PAGE_MAX, Demande, Liste, lister
from backend.queries.versions import document, en_dict
from exports.ical import rendre_agenda
from fne_roadmaps.demo import AU
from fne_roadmaps.domain.droits import COMPTE_SANS_PROFIL, PUBLIC, SYSTEME, Acteur
from fne_roadmaps.domain.signatures import empreinte
from tests.support.etat import contenu_de_la_base
from tests.support.fabriques import ouverte

DEPARTEMENTS = ("18", "28", "36", "37", "41", "45")
CONCEPTS = {"feuille": "feuille_de_route", "fiche": "fiche_action", "point": "point_ordre_du_jour"}
PAS = {"fiche_action": 12, "reunion": 3, "structure": 7}
"""One object out of so many is read: they are alike."""


def objets() -> Iterator[tuple[str, Any]]:
    """Public names of the modules of queries, where they are defined."""
    for module in pkgutil.walk_packages(backend.queries.__path__, "backend.queries."):
        for nom, objet in vars(import_module(module.name)).items():
            defini_ici = getattr(objet, "__module__", None) in {module.name, Liste.__module__}
            if defini_ici and not nom.startswith("_"):
                yield nom, objet


LISTES = {nom: objet for nom, objet in objets() if isinstance(objet, Liste)}
LECTURES: dict[str, Callable[..., Any]] = {
    nom: objet
    for nom, objet in objets()
    if nom.startswith("lire_")
    and inspect.iscoroutinefunction(objet)
    and list(inspect.signature(objet).parameters) in (["acteur", "reference", "au"], ["acteur", "cle", "au"])
}


def concept(lecture: str) -> str:
    """The table a reading is about: ``lire_vue_fiche`` reads ``fiche_action``."""
    nom = lecture.rpartition("_")[2]
    return CONCEPTS.get(nom, nom)


def en_texte(valeur: Any) -> str:
    """Everything that was read, in its order."""
    return json.dumps(to_jsonable_python(valeur, fallback=repr), ensure_ascii=False)


async def tout_lire() -> AsyncIterator[tuple[str, str]]:
    """(what, text) of everything the application can say of the demonstration."""
    yield "lignes", en_texte(await contenu_de_la_base())
    for code in DEPARTEMENTS:
        doc, imprimee = await document(SYSTEME, f"{code}-2024", version=None, au=AU)
        assert empreinte(en_dict(doc)) == imprimee
        yield f"document {code}", imprimee + doc.model_dump_json()
    portees = [await agendas.portee_gouvernance(SYSTEME, code) for code in (*DEPARTEMENTS, "hub-lo")]
    for portee in (*portees, await agendas.portee_region(SYSTEME, "R24")):
        agenda = await agendas.agenda(SYSTEME, portee)
        yield f"agenda {portee.nom}", rendre_agenda(agenda).octets.decode() + agenda.model_dump_json()
    for lecteur in await lecteurs():
        for nom, liste in LISTES.items():
            for tri in liste.tris:
                for decroissant in (False, True):
                    demande = Demande(tri, decroissant, par_page=PAR_PAGE_MAX)
                    page = await lister(lecteur, liste, demande, AU)
                    yield f"{lecteur.identifiant} {nom} {tri} {decroissant}", en_texte(page)
    for nom, lire in LECTURES.items():
        for cle in await a_lire(concept(nom)):
            yield f"{nom} {cle}", en_texte(await lire(SYSTEME, cle, AU))


async def a_lire(table: str) -> list[Any]:
    """Keys of the objects to read; a figure of an indicator is read with its fiche."""
    lisibles = "gouvernance IS NOT NULL" if table == "chiffre" else "supprime_le IS NULL"
    trouvees = await lignes(f"SELECT id FROM {table} WHERE {lisibles} ORDER BY id")  # noqa: S608 - our own names
    return [rangee["id"] for rangee in trouvees[:: PAS.get(table, 1)]]


async def lecteurs() -> list[Acteur]:
    """The command line, the four accounts of a demonstration, an account without profile, the public."""
    comptes = [await acteur_de(nom, AU) for nom in ("alice-28", "bob-28", "charlie-41", "diane-hub")]
    assert all(comptes)
    return [SYSTEME, *(c for c in comptes if c), COMPTE_SANS_PROFIL, PUBLIC]


async def lire_la_base(url: str) -> dict[str, str]:
    """All of it, on one engine."""
    async with ouverte(url):
        return {quoi: texte async for quoi, texte in tout_lire()}


async def test_les_deux_moteurs_disent_la_meme_chose(url_base_demo: str, url_base_demo_postgresql: str) -> None:
    assert len(LISTES) >= 11
    assert {concept(nom) for nom in LECTURES} >= {"gouvernance", "feuille_de_route", "fiche_action", "reunion"}
    sqlite, postgresql = await lire_la_base(url_base_demo), await lire_la_base(url_base_demo_postgresql)
    assert list(sqlite) == list(postgresql)
    # Texts of a million characters: pytest would spend minutes on comparing them.
    assert [quoi for quoi, texte in sqlite.items() if postgresql[quoi] != texte] == []
