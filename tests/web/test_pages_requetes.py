"""A page costs the same statements whether what it shows is short or long."""

from __future__ import annotations

import pytest

from fne_roadmaps.tables.engines import moteur_courant
from tests.support.requetes import requetes_de
from tests.web.conftest import Site, lire_comme


def requetes(site: Site, chemin: str) -> int:
    """Number of statements of a page, at the address it lives at."""
    lieu = site.get(chemin, follow_redirects=False)
    adresse = lieu.headers["location"] if lieu.status_code == 302 else chemin
    with requetes_de(moteur_courant()) as passees:
        assert site.get(adresse).status_code == 200
    return len(passees)


@pytest.mark.parametrize(
    ("court", "long"),
    [
        ("/gouvernances/18", "/gouvernances/28"),
        ("/gouvernances/18", "/gouvernances/hub-lo"),
        ("/feuilles-de-route/45-2024", "/feuilles-de-route/28-2024"),
        ("/feuilles-de-route/45-2024", "/feuilles-de-route/28-2024?tri=-titre&axe=28-2024/1"),
        ("/fiches-action/41-2024/p1", "/fiches-action/28-2024/1.1"),
        ("/instances/28/gt-sante", "/instances/28/copil"),
        ("/instances/28/gt-sante", "/instances/hub-lo/copil"),
        ("/reunions/18/r1", "/reunions/28/copil/r3"),
        ("/agenda", "/agenda?periode=toutes"),
        ("/agenda?gouvernance=18", "/agenda?gouvernance=37&periode=toutes"),
    ],
)
def test_le_nombre_de_requetes_ne_depend_pas_de_ce_que_la_page_montre(diane: Site, court: str, long: str) -> None:
    assert requetes(diane, court) == requetes(diane, long)


def test_l_accueil_coute_autant_a_qui_suit_une_gouvernance_qu_a_qui_les_suit_toutes(site: Site) -> None:
    lire_comme(site, "alice")
    une = requetes(site, "/")
    lire_comme(site, "diane")
    assert requetes(site, "/") == une


BUDGET = {
    "/": 25,
    "/gouvernances/28": 31,
    "/feuilles-de-route/28-2024": 32,
    "/fiches-action/28-2024/1.1": 30,
    "/instances/28/copil": 26,
    "/reunions/28/copil/r3": 34,
    "/agenda": 16,
}


@pytest.mark.parametrize("chemin", BUDGET)
def test_une_page_tient_dans_son_budget_de_requetes(alice: Site, chemin: str) -> None:
    assert requetes(alice, chemin) <= BUDGET[chemin]
