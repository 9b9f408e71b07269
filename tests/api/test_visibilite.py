"""alice writes in 28, bob reads it, charlie is of 41: proved on every route that takes an identifier."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from litestar import Litestar
from litestar.routes import HTTPRoute

from backend.api.catalogue import RESSOURCES
from backend.api.journal import COLLECTIONS
from backend.api.ressources import RACINE, Ressource
from backend.app import create_app
from backend.queries.lecture import lignes
from tests.api.conftest import ALICE, BOB, CHARLIE, Site

PAR_CHEMIN = {r.chemin: r for r in RESSOURCES}

# One object of 28 (and its key) for each collection; those whose identity is open to every account come apart.
VIVANTS = {
    "axes": "SELECT id, '28-2024/' || rang AS code FROM axe WHERE feuille_de_route = "
    "(SELECT id FROM feuille_de_route WHERE code = '28-2024')",
    "fiches-action": "SELECT id, NULL AS code FROM fiche_action WHERE feuille_de_route = "
    "(SELECT id FROM feuille_de_route WHERE code = '28-2024') ORDER BY id LIMIT 5",
    "instances": "SELECT id, code FROM instance WHERE code LIKE '28/%'",
    "reunions": "SELECT id, code FROM reunion WHERE code LIKE '28/%'",
    "decisions": "SELECT id, code FROM decision WHERE code LIKE '28/%'",
    "points": "SELECT p.id, NULL AS code FROM point_ordre_du_jour p JOIN reunion r ON r.id = p.reunion "
    "WHERE r.code LIKE '28/%'",
    "presences": "SELECT p.id, NULL AS code FROM presence p JOIN reunion r ON r.id = p.reunion "
    "WHERE r.code LIKE '28/%'",
    "contributions": "SELECT c.id, NULL AS code FROM contribution c JOIN gouvernance g ON g.id = c.gouvernance "
    "WHERE g.code = '28'",
}
IDENTITES = {"gouvernances": "28", "feuilles-de-route": "28-2024"}
OUVERTS = {"territoires": "28", "structures": "prefecture-28"}
DIAGNOSTIC = (
    "SELECT c.id, NULL AS code FROM chiffre c JOIN gouvernance g ON g.id = c.gouvernance "
    "WHERE g.code = '28' AND c.usage = 'diagnostic'"
)


@dataclass(frozen=True)
class Route:
    """A pattern of address of the API that takes an identifier, and its methods."""

    patron: str
    methodes: frozenset[str]

    @property
    def collection(self) -> str:
        """« fiches-action »."""
        return self.patron.removeprefix(f"{RACINE}/").split("/")[0]


def routes_a_identifiant(app: Litestar) -> Iterator[Route]:
    """Every such route, whoever wrote it."""
    for route in app.routes:
        if isinstance(route, HTTPRoute) and route.path_format.startswith("/api/") and "{" in route.path_format:
            yield Route(route.path_format, frozenset(route.methods) - {"OPTIONS"})


ROUTES = sorted(routes_a_identifiant(create_app()), key=lambda r: r.patron)


async def references(collection: str) -> list[str]:
    """Keys and codes of the objects of 28 in a collection."""
    if collection in IDENTITES | OUVERTS:
        return [(IDENTITES | OUVERTS)[collection]]
    trouvees = await lignes({**VIVANTS, "chiffres": DIAGNOSTIC}[collection])
    assert trouvees, collection
    return [str(r[champ]) for r in trouvees for champ in ("id", "code") if r[champ]]


async def adresses(route: Route) -> list[tuple[str, str]]:
    """(collection told of, address) for every object of 28 the route may be asked for."""
    suite = route.patron.replace("{numero}", "1")
    if route.collection == "journal":
        return [
            (collection, suite.replace("{collection}", collection).replace("{reference}", reference))
            for collection in COLLECTIONS
            for reference in await references(collection)
        ]
    return [(route.collection, suite.replace("{reference}", r)) for r in await references(route.collection)]


def test_toutes_les_routes_a_identifiant_sont_connues() -> None:
    """A new collection must say here what is open to whom."""
    assert {r.collection for r in ROUTES} == {*VIVANTS, *IDENTITES, *OUVERTS, "chiffres", "journal"}


def lisible_par_charlie(route: Route, collection: str) -> bool:
    """Identity, state, published versions and diagnostic of a governance: open to every account."""
    return route.collection != "journal" and collection in {*IDENTITES, *OUVERTS, "chiffres"}


@pytest.mark.parametrize("route", [r for r in ROUTES if "GET" in r.methodes], ids=lambda r: r.patron)
async def test_qui_lit_quoi(site_lu: Site, route: Route) -> None:
    for collection, adresse in await adresses(route):
        for qui in (ALICE, BOB):
            assert (await site_lu.lire(adresse, qui)).status_code == 200, (qui, adresse)
        attendu = 200 if lisible_par_charlie(route, collection) else 404
        reponse = await site_lu.lire(adresse, CHARLIE)
        assert reponse.status_code == attendu, adresse
        if attendu == 404:
            inconnue = await site_lu.lire(adresse + "9", CHARLIE)
            assert {**reponse.json(), "instance": ""} == {**inconnue.json(), "instance": ""}
        assert (await site_lu.lire(adresse, None)).status_code == 401


def ecritures(ressource: Ressource, adresse: str) -> list[tuple[str, str, dict[str, object] | None]]:
    """Every valid write on one object: method, address, body."""
    faites: list[tuple[str, str, dict[str, object] | None]] = []
    if ressource.modification:
        faites.append(("PATCH", adresse, dict(ressource.modification.exemple)))
    faites += [("POST", f"{adresse}/{acte.nom}", dict(acte.exemple)) for acte in ressource.actes]
    if ressource.supprimer:
        faites.append(("DELETE", f"{adresse}?motif=Essai", None))
    return faites


@pytest.mark.parametrize(
    "ressource", [r for r in RESSOURCES if r.modification or r.supprimer or r.actes], ids=lambda r: r.chemin
)
async def test_qui_ecrit_quoi(site_lu: Site, ressource: Ressource) -> None:
    """bob sees but may not (403), charlie may not even know (404); nothing is written to the common database."""
    for reference in await references(ressource.chemin):
        for methode, adresse, corps in ecritures(ressource, f"{ressource.chemin}/{reference}"):
            for qui, attendu in ((BOB, 403), (CHARLIE, 404), (None, 401)):
                reponse = await site_lu.demander(methode, adresse, qui, json=corps, entetes={"if-match": '"1"'})
                assert reponse.status_code == attendu, (qui, methode, adresse, reponse.text)


@pytest.mark.parametrize("ressource", [r for r in RESSOURCES if r.creation], ids=lambda r: r.chemin)
async def test_qui_cree_quoi(site_lu: Site, ressource: Ressource) -> None:
    assert ressource.creation
    corps = dict(ressource.creation.exemple)
    refus = {BOB: {403}, CHARLIE: {403} if ressource.concept == "gouvernance" else {404, 422}}
    for qui, attendus in refus.items():
        reponse = await site_lu.creer(ressource.chemin, corps, qui)
        assert reponse.status_code in attendus, (qui, reponse.text)
    assert (await site_lu.creer(ressource.chemin, corps, None)).status_code == 401


def test_toute_methode_qui_ecrit_est_essayee() -> None:
    """No route writes beside those the declarations make."""
    for route in ROUTES:
        ecrivent = route.methodes - {"GET"}
        if not ecrivent:
            continue
        ressource = PAR_CHEMIN[route.collection]
        permises = {"PATCH"} if ressource.modification else set()
        permises |= {"DELETE"} if ressource.supprimer else set()
        permises |= {"POST"} if ressource.actes else set()
        assert ecrivent <= permises, route


@pytest.mark.parametrize("chemin", VIVANTS)
async def test_aucune_liste_ne_laisse_voir_ce_qui_vit_ailleurs(site_lu: Site, chemin: str) -> None:
    caches = set(await references(chemin))
    ressource = PAR_CHEMIN[chemin]
    vues = (await site_lu.lire(f"{chemin}?par_page=200", CHARLIE)).json()
    assert not caches & {str(e["id"]) for e in vues["elements"]}
    for nom, filtre in ressource.liste.filtres.items():
        if filtre.table == "gouvernance":
            filtree = (await site_lu.lire(f"{chemin}?{nom}=28&par_page=200", CHARLIE)).json()
            assert not caches & {str(e["id"]) for e in filtree["elements"]}


async def test_ce_qui_est_ouvert_ne_dit_pas_ce_qui_vit(site_lu: Site) -> None:
    vue = (await site_lu.lire("feuilles-de-route/28-2024", CHARLIE)).json()
    connue = (await site_lu.lire("feuilles-de-route/28-2024", BOB)).json()
    assert (vue["etat"], vue["versions"]) == ("signee", connue["versions"])
    caches = {champ for champ in vue if vue[champ] != connue[champ]}
    assert caches == {"avant_propos", "comitologie_chapo", "axes", "suivi", "droits"} | (
        {"note"} if connue["note"] else set()
    )
    assert all(vue[champ] is None for champ in caches - {"droits"})
    (resume,) = (await site_lu.lire("feuilles-de-route?gouvernance=28", CHARLIE)).json()["elements"]
    assert resume["suivi"] is None
    gouvernance = (await site_lu.lire("gouvernances/28", CHARLIE)).json()
    assert gouvernance["droits"] == ["lire"]
    assert gouvernance["note"] is None


async def test_l_activite_declaree_est_a_ceux_qui_suivent_la_gouvernance(site: Site) -> None:
    corps = {"gouvernance": "28", "usage": "activite", "libelle": "Échanges", "valeur": "11", "comparateur": "plus_de"}
    chiffre = (await site.creer("chiffres", corps)).json()
    for qui, attendu in ((BOB, 200), (CHARLIE, 404)):
        assert (await site.lire(f"chiffres/{chiffre['id']}", qui)).status_code == attendu
        liste = (await site.lire("chiffres?gouvernance=28&usage=activite", qui)).json()
        assert liste["total"] == (1 if attendu == 200 else 0)


async def test_un_brouillon_de_reunion_n_est_qu_a_qui_l_ecrit(site: Site) -> None:
    brouillon = (await site.creer("reunions", {"instance": "28/copil", "etat": "brouillon"})).json()
    for qui, attendu in ((ALICE, 200), (BOB, 404), (CHARLIE, 404)):
        assert (await site.lire(f"reunions/{brouillon['code']}", qui)).status_code == attendu
        liste = (await site.lire("reunions?etat=brouillon", qui)).json()
        assert liste["total"] == (1 if attendu == 200 else 0)


async def test_un_siege_ouvre_l_instance_et_ses_reunions_en_lecture(site: Site) -> None:
    siege = {"sieges": [{"structure": "cd-41"}]}
    reunion = (await site.creer("reunions", {"instance": "28/copil", "etat": "convoquee", "date": "2025-10"})).json()
    for adresse in ("instances/28/copil", f"reunions/{reunion['code']}"):
        assert (await site.lire(adresse, CHARLIE)).status_code == 404
    assert (await site.changer("instances/28/copil", siege)).status_code == 200
    for adresse in ("instances/28/copil", f"reunions/{reunion['code']}", "decisions/28/copil/2025-1"):
        assert (await site.lire(adresse, CHARLIE)).status_code == 200, adresse
    assert (await site.lire("instances/28/cotech", CHARLIE)).status_code == 404
    lue = (await site.lire("decisions/28/copil/2025-1", CHARLIE)).json()
    assert lue["fiches"] == []
    refus = await site.changer("instances/28/copil", {"nom": "x"}, 2, CHARLIE)
    assert refus.status_code == 403
    parti = {"sieges": [{"structure": "cd-41", "fin": "2025-06-16"}]}
    assert (await site.changer("instances/28/copil", parti, 2)).status_code == 200
    assert (await site.lire("instances/28/copil", CHARLIE)).status_code == 404


async def test_une_reunion_associee_s_ouvre_aux_deux_gouvernances(site: Site) -> None:
    corps = {"instance": "28/copil", "etat": "convoquee", "date": "2025-10", "gouvernances_associees": ["41"]}
    reunion = (await site.creer("reunions", corps)).json()
    lue = await site.lire(f"reunions/{reunion['code']}", CHARLIE)
    assert lue.status_code == 200
    assert lue.json()["droits"] == ["lire", "suivre"]
    assert (await site.lire("reunions?gouvernance=41", CHARLIE)).json()["total"] == 1
    assert (await site.changer(f"reunions/{reunion['code']}", {"lieu": "x"}, 1, CHARLIE)).status_code == 403
