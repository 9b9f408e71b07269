"""What every answer carries: status, headers, problem+json or a page, and what the logs keep silent."""

from __future__ import annotations

import json
import sqlite3
from importlib import import_module
from typing import Any

import pytest
from litestar.routes import HTTPRoute
from structlog.testing import capture_logs

from backend.enveloppe import ENTETES
from backend.errors import Nature
from tests.api.conftest import Site

PANNE = "une valeur que personne ne doit lire"


async def test_la_sante_se_dit_sans_cle(site_lu: Site) -> None:
    reponse = await site_lu.lire("/health", None)
    assert reponse.json() == {"etat": "ok", "base": {"joignable": True}}


async def test_la_sante_dit_que_la_base_ne_repond_plus(site_lu: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    async def rompre(*_: Any) -> None:
        raise sqlite3.OperationalError("unable to open database file")

    monkeypatch.setattr("backend.database.ligne", rompre)
    reponse = await site_lu.lire("/health", None)
    assert reponse.status_code == 503
    assert reponse.json()["base"] == {"joignable": False}


@pytest.mark.parametrize("adresse", ["/health", "/", "/inconnue", "/api/v1/inconnue", "/api/v1/fiches-action"])
async def test_toute_reponse_porte_les_entetes_de_securite(site_lu: Site, adresse: str) -> None:
    reponse = await site_lu.lire(adresse, None)
    for nom, valeur in ENTETES.items():
        if nom != b"cache-control":
            assert reponse.headers.get_list(nom.decode()) == [valeur.decode()]
    politique = reponse.headers["content-security-policy"]
    assert "'unsafe" not in politique
    assert "frame-ancestors 'none'" in politique
    assert len(reponse.headers.get_list("cache-control")) == 1
    assert len(reponse.headers["x-request-id"]) == 16
    assert "strict-transport-security" not in reponse.headers


async def test_hsts_n_est_donne_qu_en_https(site_lu: Site) -> None:
    reponse = await site_lu.client.get("https://fne.test/health")
    assert "max-age=" in reponse.headers["strict-transport-security"]


@pytest.mark.parametrize("adresse", ["/health", "/", "/api/v1/fiches-action/28-2024/1.3", "/api/v1/inconnue"])
async def test_head_repond_comme_get_sans_corps(site_lu: Site, adresse: str) -> None:
    lu, tete = await site_lu.lire(adresse), await site_lu.demander("HEAD", adresse)
    assert (tete.status_code, tete.content) == (lu.status_code, b"")
    for nom in ("content-type", "content-length", "etag"):
        assert tete.headers.get(nom) == lu.headers.get(nom)


async def test_chaque_adresse_dit_ses_methodes(site_lu: Site) -> None:
    for route in site_lu.app.routes:
        if not isinstance(route, HTTPRoute) or not route.path_format.startswith("/api/"):
            continue
        adresse = route.path_format.replace("{numero}", "1").replace("{collection}", "axes")
        attendues = sorted({*route.methods, *(["HEAD"] if "GET" in route.methods else [])})
        dites = await site_lu.demander("OPTIONS", adresse.replace("{reference}", "x"))
        assert dites.headers["allow"].split(", ") == attendues, adresse
        refusee = await site_lu.demander("PUT", adresse.replace("{reference}", "x"))
        assert refusee.status_code == 405
        assert refusee.headers["allow"].split(", ") == attendues
        assert refusee.json()["type"].endswith(":methode")


async def test_un_acte_inconnu_dit_lesquels_existent(site_lu: Site) -> None:
    reponse = await site_lu.agir("fiches-action/28-2024/1.3", {})
    assert reponse.status_code == 405
    assert reponse.headers["allow"] == "GET, HEAD, PATCH"
    assert "…/instruction" in reponse.json()["detail"]


@pytest.mark.parametrize(
    ("adresse", "accepte", "type_"),
    [
        ("/api/v1/inconnue", "text/html", "application/problem+json"),
        ("/api", "text/html", "application/problem+json"),
        ("/inconnue", "text/html,application/xhtml+xml", "text/html; charset=utf-8"),
        ("/inconnue", "*/*", "text/html; charset=utf-8"),
        ("/inconnue", "application/json", "application/problem+json"),
        ("/gouvernances/99", "text/html", "text/html; charset=utf-8"),
    ],
)
async def test_une_erreur_se_dit_a_qui_la_lit(site_lu: Site, adresse: str, accepte: str, type_: str) -> None:
    reponse = await site_lu.lire(adresse, None, entetes={"accept": accepte})
    assert reponse.status_code == 404
    assert reponse.headers["content-type"] == type_
    if "html" in type_:
        assert "Erreur 404" in reponse.text
    else:
        probleme = reponse.json()
        assert probleme["instance"] == adresse
        assert probleme["status"] == 404


async def test_une_adresse_avec_une_barre_de_trop_est_la_meme(site_lu: Site) -> None:
    assert (await site_lu.lire("fiches-action/28-2024/1.3/")).status_code == 200


@pytest.fixture
def panne(monkeypatch: pytest.MonkeyPatch) -> None:
    """Reading a list fails for a reason that quotes a value."""

    async def rompre(*_: Any) -> None:
        raise RuntimeError(PANNE)

    monkeypatch.setattr("backend.api.routes.lister", rompre)
    monkeypatch.setattr(import_module("backend.web.pages.accueil"), "lire_accueil", rompre)


@pytest.mark.usefixtures("panne")
async def test_une_panne_ne_dit_rien_du_dedans(site_lu: Site, capsys: pytest.CaptureFixture[str]) -> None:
    with capture_logs() as notes:
        reponse = await site_lu.lire("fiches-action?texte=secret")
        page = await site_lu.lire("/", None)
    assert reponse.status_code == 500
    probleme = reponse.json()
    assert probleme["repere"] == reponse.headers["x-request-id"]
    assert probleme["repere"] in probleme["detail"]
    assert (page.status_code, page.headers["content-type"]) == (500, "text/html; charset=utf-8")
    assert page.headers["x-request-id"] in page.text
    assert capsys.readouterr().out == ""
    for texte in (reponse.text, page.text, json.dumps(notes)):
        assert PANNE not in texte
        assert "Traceback" not in texte
    assert "RuntimeError" not in reponse.text + page.text
    erreurs = [n for n in notes if n["event"] == "erreur"]
    assert [e["requete"] for e in erreurs] == [probleme["repere"], page.headers["x-request-id"]]
    assert all(e["genre"] == "RuntimeError" and "test_protocole.py" in e["lieux"][-1] for e in erreurs)


async def test_les_journaux_taisent_cles_adresses_et_saisies(site: Site) -> None:
    with capture_logs() as notes:
        await site.creer("reunions", {"instance": "28/copil", "lieu": "chez moi"}, cle="cle-secrete")
        await site.lire("fiches-action/28-2024/1.3?texte=cherche")
        await site.lire("/inconnue-et-secrete", None)
    assert [n["statut"] for n in notes] == [201, 200, 404]
    assert [n["route"] for n in notes] == ["/api/v1/reunions", "/api/v1/fiches-action/{reference}", "?"]
    for secret in ("alice", "cle-secrete", "chez moi", "cherche", "28-2024", "inconnue-et-secrete"):
        assert secret not in json.dumps(notes)


async def test_une_base_occupee_demande_de_revenir(site_lu: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    async def occuper(*_: Any) -> None:
        raise sqlite3.OperationalError("database is locked")

    monkeypatch.setattr("backend.api.routes.lister", occuper)
    reponse = await site_lu.lire("fiches-action")
    assert reponse.status_code == Nature.INDISPONIBLE.statut
    assert reponse.headers["retry-after"] == "5"


async def test_une_page_d_erreur_qui_tombe_laisse_un_texte(site_lu: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    def rompre(_: Any) -> str:
        raise RuntimeError(PANNE)

    monkeypatch.setattr("backend.web.erreurs.render_page", rompre)
    reponse = await site_lu.lire("/inconnue", None)
    assert (reponse.status_code, reponse.headers["content-type"]) == (404, "text/plain; charset=utf-8")
    assert reponse.text.startswith("Introuvable")


async def test_les_fichiers_du_site_se_gardent_longtemps(site_lu: Site) -> None:
    fichier = await site_lu.lire("/static/theme/base.css", None)
    assert fichier.status_code == 200
    assert "immutable" in fichier.headers["cache-control"]
    for dehors in ("/static/../app.py", "/static/..%2f..%2fapp.py", "/static/inconnu.css"):
        assert (await site_lu.lire(dehors, None)).status_code == 404
