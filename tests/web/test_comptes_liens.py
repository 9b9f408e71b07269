"""A forgotten password: what is said, what is sent, and the link that arrives."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from backend.web.adresses import comptes as ici
from fne_roadmaps.demo.comptes import MOT_DE_PASSE
from tests.web.comptes import ALICE, entrer
from tests.web.conftest import Site, lire_comme, ouvrir_site
from tests.web.lecture_html import PageLue
from tests.web.regles_de_page import verifier_page


@pytest.fixture
def chez_soi(url_base_demo: str) -> Iterator[Site]:
    """The site on a demonstration the test may change."""
    with ouvrir_site(url_base_demo) as site:
        yield site


def test_demander_un_mot_de_passe_repond_pareil_que_le_compte_existe_ou_non(chez_soi: Site) -> None:
    lire_comme(chez_soi, "alice")
    avant = chez_soi.get("/demonstration/courriels").text.count(ALICE)
    lire_comme(chez_soi, "visiteur")
    pages = [
        chez_soi.post(ici.MOT_DE_PASSE_OUBLIE, data={"courriel": tapee})
        for tapee in (ALICE, "inconnue@mairie.example", "pas une adresse", "x" * 10_000, "<b>")
    ]
    assert {p.status_code for p in pages} == {200}
    assert len({len(PageLue(p.text).textes) for p in pages}) == 1
    lire_comme(chez_soi, "alice")
    boite = chez_soi.get("/demonstration/courriels").text
    assert boite.count(ALICE) == avant + 1
    assert "inconnue@mairie.example" not in boite


def test_un_lien_de_reinitialisation_recu_ouvre_une_session_une_fois(chez_soi: Site) -> None:
    chez_soi.post(ici.MOT_DE_PASSE_OUBLIE, data={"courriel": ALICE})
    boite = PageLue(chez_soi.get("/demonstration/courriels").text)
    (lettre,) = [lien for lien in boite.liens if lien.startswith("/demonstration/courriels/")][:1]
    (lien,) = {a for a in PageLue(chez_soi.get(lettre).text).liens if "/acces/" in a}
    chemin = lien[lien.index("/acces/") :]
    page = chez_soi.get(chemin)
    assert page.status_code == 200
    verifier_page(page.text)
    assert page.headers["x-robots-tag"] == "noindex, nofollow"
    nouveau = "un secret tout à fait nouveau"
    for faux in (
        {"mot_de_passe": nouveau, "confirmation": "autre"},
        {"mot_de_passe": "court", "confirmation": "court"},
    ):
        refus = chez_soi.post(chemin, data=faux, follow_redirects=False)
        assert refus.status_code == 422
        verifier_page(refus.text)
        assert nouveau not in refus.text
    bon = {"mot_de_passe": nouveau, "confirmation": nouveau}
    assert chez_soi.post(chemin, data=bon, follow_redirects=False).status_code == 303
    assert chez_soi.get(ici.COMPTE).status_code == 200
    for reponse in (chez_soi.get(chemin), chez_soi.post(chemin, data=bon)):
        assert reponse.status_code == 410
        assert "a déjà servi" in reponse.text
        verifier_page(reponse.text)
    assert entrer(chez_soi, ALICE, MOT_DE_PASSE).status_code == 422
    assert entrer(chez_soi, ALICE, nouveau).status_code == 303
