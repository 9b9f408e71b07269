"""Entering and leaving: the cookie, the way back, what is said of a refusal, personal links."""

from __future__ import annotations

from http.cookies import SimpleCookie

import pytest

from backend.database import SECRET_DE_DEMONSTRATION
from backend.web import adresses
from backend.web.adresses import comptes as ici
from backend.web.session import TEMOIN
from fne_roadmaps.demo.cles import cle_fixe
from fne_roadmaps.demo.comptes import MOT_DE_PASSE
from fne_roadmaps.domain.jetons import creer_jeton
from tests.web.comptes import ALICE, entrer
from tests.web.conftest import Site
from tests.web.lecture_html import PageLue
from tests.web.regles_de_page import verifier_page, verifier_typographie


def test_on_entre_puis_on_va_ou_l_on_allait(site: Site) -> None:
    reponse = entrer(site, retour="/gouvernances/28?a=b")
    assert (reponse.status_code, reponse.headers["location"]) == (303, "/gouvernances/28?a=b")
    page = PageLue(site.get("/").text)
    assert ici.COMPTE in page.liens
    assert site.get(ici.connexion("/agenda"), follow_redirects=False).headers["location"] == "/agenda"
    assert site.post(ici.DECONNEXION, follow_redirects=False).status_code == 303
    assert TEMOIN not in site.cookies
    assert ici.COMPTE not in PageLue(site.get("/").text).liens


def test_le_temoin_est_ferme_aux_scripts_et_aux_autres_sites(site: Site) -> None:
    temoin = SimpleCookie(entrer(site).headers["set-cookie"])[TEMOIN]
    assert len(temoin.value) >= 43
    assert (temoin["httponly"], temoin["samesite"], temoin["path"], temoin["secure"]) == (True, "lax", "/", "")


def test_le_temoin_change_a_chaque_entree_et_l_ancien_ne_vaut_plus_rien(site: Site) -> None:
    entrer(site)
    ancien = site.cookies[TEMOIN]
    entrer(site)
    assert site.cookies[TEMOIN] != ancien
    site.cookies.clear()
    site.cookies.set(TEMOIN, ancien)
    assert site.get(ici.COMPTE).status_code == 401


def test_un_temoin_impose_avant_d_entrer_n_est_jamais_repris(site: Site) -> None:
    impose = "A" * 43
    site.cookies.set(TEMOIN, impose)
    assert site.get(ici.COMPTE).status_code == 401
    neuf = SimpleCookie(entrer(site).headers["set-cookie"])[TEMOIN].value
    assert neuf != impose
    site.cookies.clear()
    site.cookies.set(TEMOIN, impose)
    assert site.get(ici.COMPTE).status_code == 401


@pytest.mark.parametrize("valeur", ["", "é", "x" * 5000, '"; DROP TABLE compte', "%00", "null", "a b", "\x7f"])
def test_un_temoin_hostile_ne_fait_rien(site: Site, valeur: str) -> None:
    entetes = {b"cookie": f"{TEMOIN}={valeur}".encode()}
    reponse = site.get("/", headers=entetes)
    assert reponse.status_code == 200
    assert site.get(ici.COMPTE, headers=entetes).status_code == 401


@pytest.mark.parametrize(
    ("nom", "valeur"),
    [
        ("user-agent", b"\xff\xfe" * 4000),
        ("user-agent", b"<script>alert(1)</script>"),
        ("accept", b"\xff"),
        ("accept-language", b"x" * 8000),
        ("x-forwarded-host", b"ailleurs.example"),
        ("authorization", b"Bearer \xff"),
        ("referer", b"https://ailleurs.example/"),
    ],
)
def test_un_entete_hostile_n_empeche_ni_ne_detourne(site: Site, nom: str, valeur: bytes) -> None:
    donnees = {"courriel": ALICE, "mot_de_passe": MOT_DE_PASSE, "retour": "/"}
    reponse = site.post(ici.connexion(), data=donnees, headers={nom.encode(): valeur}, follow_redirects=False)
    assert (reponse.status_code, reponse.headers["location"]) == (303, "/")
    texte = site.get(ici.COMPTE).text
    assert "<script>alert" not in texte
    assert "ailleurs.example" not in texte


@pytest.mark.parametrize("entetes", [{"origin": "https://ailleurs.example"}, {"sec-fetch-site": "cross-site"}])
def test_un_autre_site_ne_fait_entrer_personne(site: Site, entetes: dict[str, str]) -> None:
    reponse = entrer(site, **entetes)
    assert reponse.status_code == 403
    assert "set-cookie" not in reponse.headers


@pytest.mark.parametrize(
    "retour", ["https://ailleurs.example", "//ailleurs.example", "/\\ailleurs.example", "javascript:alert(1)", "é"]
)
def test_on_ne_revient_que_sur_ce_site(site: Site, retour: str) -> None:
    assert entrer(site, retour=retour).headers["location"] == adresses.REGION


def test_un_refus_dit_la_meme_chose_a_tout_le_monde(site: Site) -> None:
    reponses = [
        entrer(site, ALICE, "une phrase fausse"),
        entrer(site, "inconnue@mairie.example", "une phrase fausse"),
        entrer(site, ALICE, "x" * 10_000),
        entrer(site, "pas une adresse", ""),
    ]
    textes = set()
    for reponse, tapee in zip(reponses, [ALICE, "inconnue@mairie.example", ALICE, "pas une adresse"], strict=True):
        assert reponse.status_code == 422
        assert "set-cookie" not in reponse.headers
        page = verifier_page(reponse.text)
        verifier_typographie(page)
        assert tapee in reponse.text
        assert "une phrase fausse" not in reponse.text
        textes.add(page.texte)
    assert len(textes) == 1
    assert entrer(site).status_code == 303  # its tries are forgotten


def test_un_lecteur_de_cle_d_api_n_est_pas_une_session(site: Site) -> None:
    assert site.get(ici.COMPTE, headers={"authorization": "Bearer alice-28"}).status_code == 401


@pytest.mark.parametrize(
    "jeton",
    [
        "x",
        "é" * 50,
        "a" * 5000,
        "%2e%2e%2f",
        creer_jeton(SECRET_DE_DEMONSTRATION, "invitation", cle_fixe("lien_acces:inconnu")),
        creer_jeton("un autre secret", "invitation", cle_fixe("lien_acces:inconnu")),
    ],
)
def test_un_lien_inconnu_le_dit_en_francais(site: Site, jeton: str) -> None:
    for reponse in (site.get(ici.acces(jeton)), site.post(ici.acces(jeton), data={"mot_de_passe": "x" * 20})):
        assert reponse.status_code == 404
        page = verifier_page(reponse.text)
        verifier_typographie(page)
        assert "Ce lien n’ouvre rien" in page.texte
        assert {ici.connexion(), ici.MOT_DE_PASSE_OUBLIE} <= set(page.liens)


@pytest.mark.parametrize("corps", ["[" * 5000, '{"a":' * 5000, "\x00", "%", "a=%ff%fe&courriel[]=x"])
@pytest.mark.parametrize("type_", ["application/json", "application/x-www-form-urlencoded", "multipart/form-data"])
def test_un_corps_hostile_ne_casse_rien(site: Site, corps: str, type_: str) -> None:
    for adresse in (ici.connexion(), ici.MOT_DE_PASSE_OUBLIE, ici.DECONNEXION, ici.MOT_DE_PASSE, ici.acces("x")):
        reponse = site.post(adresse, content=corps.encode(), headers={"content-type": type_}, follow_redirects=False)
        assert reponse.status_code < 500, adresse
