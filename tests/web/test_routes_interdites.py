"""Every address that changes something, asked by who may not: bob only reads 28, for charlie it does not exist."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from uuid import UUID, uuid4

import pytest
from litestar.routes import HTTPRoute

from backend.app import create_app
from backend.settings import Settings
from backend.web import session_perdue
from fne_roadmaps.demo.cles import cle_fixe
from fne_roadmaps.tables.engines import chemin_sqlite
from tests.web.conftest import Site, lire_comme

PERSONNELLES = ("/compte/", "/demonstration/")
"""What everybody does for themselves, or on a demonstration only."""
SANS_COMPTE = (*session_perdue.SANS_COMPTE, *session_perdue.PERSONNELLES)
A_SOI = {"/feuilles-de-route/{feuille}/vues"}
"""A reader keeps a view under a name: it is theirs alone."""
SIENS = {"/brouillons/{objet}/{section}/abandon"}
"""Dropping one's own draft, of anything: nothing happens where there is none."""
SELON_LE_DERNIER = {"/fiches-action/{cle}/instruction/annuler"}
"""The right asked is that of the move undone: a fiche that never moved is refused as such to who follows it."""
PUBLIEES = {"/fiches-publiees/{version}/{numero}/reprise", "/structures/{cle}/contributions"}
"""A published fiche and a structure are open to every account: who writes elsewhere takes it up, or names it, there."""

_DE_28 = "JOIN feuille_de_route r ON r.id = f.feuille_de_route WHERE r.code = '28-2024'"
_DE_LA_FEUILLE = f"SELECT f.id FROM {{}} f {_DE_28}"  # noqa: S608 - our own table names
_DE_LA_FICHE = f"SELECT x.id FROM {{}} x JOIN fiche_action f ON f.id = x.fiche_action {_DE_28}"  # noqa: S608
REQUETES = {
    "appel": _DE_LA_FEUILLE.format("appel_a_fiches"),
    "changement": _DE_LA_FEUILLE.format("changement_groupe"),
    "contribution": "SELECT c.id FROM contribution c JOIN gouvernance g ON g.id = c.gouvernance WHERE g.code = '28'",
    "courriel": "SELECT c.id FROM courriel c JOIN gouvernance g ON g.id = c.gouvernance WHERE g.code = '28'",
    "demande": _DE_LA_FICHE.format("demande_de_nouvelles"),
    "depot": "SELECT d.id FROM depot d JOIN appel_a_fiches f ON f.id = d.appel "
    "JOIN feuille_de_route r ON r.id = f.feuille_de_route WHERE r.code = '41-2024'",
    "fusion": "SELECT id FROM lien_fiches WHERE type = 'fusion'",
    "invitation": "SELECT v.id FROM invitation v JOIN reunion r ON r.id = v.reunion WHERE r.code = '28/cotech/r7'",
    "jalon": _DE_LA_FICHE.format("jalon"),
    "mesure": "SELECT c.id FROM chiffre c JOIN indicateur x ON x.id = c.indicateur "  # noqa: S608
    f"JOIN fiche_action f ON f.id = x.fiche_action {_DE_28} AND c.usage = 'mesure'",
    "nouvelle": _DE_LA_FICHE.format("nouvelle"),
    "presence": "SELECT p.id FROM presence p JOIN reunion r ON r.id = p.reunion WHERE r.code = '28/copil/r3'",
    "vue": _DE_LA_FEUILLE.format("vue_enregistree"),
}
"""How the key of an object is found; deposits and fusions of the demonstration are of 41."""
DE_41 = {"depot", "fusion"}
FIXES = {
    "cadence": "cadence:28/point-mensuel:Mensuelle:2024-11-01",
    "siege": "siege:28/point-mensuel:1",
    "feuille": "feuille_de_route:28-2024",
    "fiche": "fiche_action:28-2024/1.1",
    "gouvernance": "gouvernance:28",
    "instance": "instance:28/copil",
    "structure": "structure:prefecture-28",
    "compte": "compte:fanny-28",
    "point": "point_ordre_du_jour:28/copil/r4:p2",
    "poste": "poste:association-exemple-a/coordination",
    "decision": "decision:28/copil/2025-1",
    "reunion": "reunion:28/copil/r4",
    "version": "version_publiee:28-2024:1",
}
COLLECTIONS = {
    "amendements": "amendement",
    "comptes-rendus": "compte_rendu",
    "appels": "appel",
    "brouillons": "fiche",
    "cadences": "cadence",
    "changements-groupes": "changement",
    "decisions": "decision",
    "demandes-de-nouvelles": "demande",
    "contributions": "contribution",
    "depots": "depot",
    "feuilles-de-route": "feuille",
    "fiches-action": "fiche",
    "fiches-publiees": "version",
    "fusions": "fusion",
    "gouvernances": "gouvernance",
    "instances": "instance",
    "invitations": "invitation",
    "imports-d-agenda": "import",
    "jalons": "jalon",
    "mesures": "mesure",
    "nouvelles": "nouvelle",
    "points": "point",
    "presences": "presence",
    "reunions": "reunion",
    "scissions": "fiche",
    "sieges": "siege",
    "sondages": "sondage",
    "structures": "structure",
    "vues": "vue",
}
TEXTES = {"section": "besoin", "etape": "identite", "champ": "priorite", "numero": "1.1"}


def routes() -> Iterator[str]:
    """Patterns of every page that changes something with an account."""
    application = create_app(Settings(database_url="sqlite:///absente.sqlite"))
    ecartees = ("/api/", *PERSONNELLES, *SANS_COMPTE)
    for route in application.routes:
        ecrit = isinstance(route, HTTPRoute) and "POST" in route.methods
        if ecrit and not route.path_format.startswith(ecartees):
            yield route.path_format


ROUTES = sorted(set(routes()) - SIENS)


@pytest.fixture(scope="module")
def objet(url_base_demo_lecture: str) -> Callable[[str], str]:
    """The key of an object of the demonstration, by its kind; one nobody has where there is none."""
    fichier = chemin_sqlite(url_base_demo_lecture)
    assert fichier
    cles: dict[str, str] = {nom: str(cle_fixe(code)) for nom, code in FIXES.items()}
    with closing(sqlite3.connect(fichier)) as base:
        for nom, requete in REQUETES.items():
            trouvee = base.execute(requete).fetchone()
            assert trouvee, nom
            cles[nom] = str(UUID(trouvee[0]))
    return lambda nom: cles.get(nom, str(uuid4()))


def adresse(route: str, objet: Callable[[str], str]) -> str:
    """The address of an object of the demonstration under a pattern."""
    premier = COLLECTIONS[route.split("/")[1]]

    def valeur(trouve: re.Match[str]) -> str:
        nom = trouve.group(1)
        if nom in TEXTES:
            return TEXTES[nom]
        return objet(premier if nom in {"cle", "reference", "objet"} else nom)

    return re.sub(r"\{(\w+)\}", valeur, route)


def test_les_adresses_connues_sont_toutes_essayees() -> None:
    assert {route.split("/")[1] for route in ROUTES} <= COLLECTIONS.keys()
    assert len(ROUTES) > 40
    assert set(ROUTES) >= A_SOI | PUBLIEES


@pytest.mark.parametrize("route", ROUTES)
def test_bob_n_ecrit_rien_et_charlie_ne_trouve_rien(site: Site, objet: Callable[[str], str], route: str) -> None:
    """Nothing is written either: the database of these tests is compared at the end."""
    chemin = adresse(route, objet)
    de_41 = COLLECTIONS[route.split("/")[1]] in DE_41
    lecteur = {403, 404} | ({422} if route in SELON_LE_DERNIER else set())
    for qui, attendus in (("bob", lecteur), ("alice" if de_41 else "charlie", {404})):
        if (qui == "bob" and route in A_SOI) or (qui == "charlie" and route in PUBLIEES):
            continue
        lire_comme(site, qui)
        reponse = site.post(chemin, data={"pourquoi": "Parce que."}, follow_redirects=False)
        assert reponse.status_code in attendus, (qui, chemin)


@pytest.mark.parametrize("route", ROUTES)
def test_sans_compte_on_est_invite_a_se_connecter(site: Site, objet: Callable[[str], str], route: str) -> None:
    reponse = site.post(adresse(route, objet), data={"pourquoi": "Parce que."}, follow_redirects=False)
    assert reponse.status_code == 401
    assert "Parce que." in reponse.text
