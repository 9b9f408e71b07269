"""A site that is no demonstration: over https, and for people who have not entered."""

from __future__ import annotations

from http.cookies import SimpleCookie

import pytest
from litestar.testing import TestClient

from backend.settings import Settings
from backend.web import adresses
from backend.web.adresses import comptes as ici
from backend.web.session import TEMOIN_SUR
from fne_roadmaps.demo.comptes import MOT_DE_PASSE
from tests.support.application import application
from tests.web.comptes import entrer
from tests.web.regles_de_page import verifier_page


@pytest.mark.parametrize(
    ("base_url", "adresse"), [("", "https://testserver.local"), ("https://fne.example", "http://x.local")]
)
def test_en_https_le_temoin_ne_voyage_que_chiffre(url_base_demo_lecture: str, base_url: str, adresse: str) -> None:
    settings = Settings(database_url=url_base_demo_lecture, base_url=base_url)
    with application(settings) as app, TestClient(app, base_url=adresse) as site:
        temoins = SimpleCookie(entrer(site).headers["set-cookie"])
    assert list(temoins) == [TEMOIN_SUR]
    temoin = temoins[TEMOIN_SUR]
    assert (temoin["secure"], temoin["path"], temoin["domain"]) == (True, "/", "")


def test_un_site_reel_montre_la_connexion_a_qui_n_est_pas_entre(url_base_sqlite: str) -> None:
    settings = Settings(database_url=url_base_sqlite, secret_key="s" * 40)
    with application(settings) as app, TestClient(app, base_url="http://testserver.local") as site:
        for chemin in ("/gouvernances/28", "/fiches-action/28-2024/1.1", ici.COMPTE, "/gouvernances/99"):
            reponse = site.get(chemin)
            assert reponse.status_code == 401
            page = verifier_page(reponse.text)
            retours = [e["value"] for e in page.tous("input") if e.get("name") == "retour"]
            assert retours == [chemin]
            assert MOT_DE_PASSE not in reponse.text
        assert site.get("/").status_code == 200
        assert site.get("/gouvernances/28", headers={"accept": "application/json"}).status_code == 404
        assert site.get("/rien-du-tout").status_code == 404
        assert site.post(adresses.ENTRER, data={"compte": "alice", "retour": "/"}).status_code == 404
        assert "Se connecter" in site.get("/").text
