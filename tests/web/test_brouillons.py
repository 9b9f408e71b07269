"""What is being typed is kept for its author alone, and comes back whatever happened to the page."""

from __future__ import annotations

import json

import pytest

from backend.web.adresses import edition
from tests.web.conftest import Site, lire_comme
from tests.web.formulaires_lus import ouvrir
from tests.web.redaction import FEUILLE, FICHE, HOSTILE, enregistre, fiche, journal, section, site
from tests.web.regles_de_page import verifier_page

__all__ = ["site"]

BROUILLON = edition.brouillon(FICHE, "besoin")
ADRESSE = edition.modifier(FICHE, "besoin")
REPRIS = "Vous retrouvez ce que vous aviez commencé"


def garder(site: Site, contexte: str, adresse: str = BROUILLON) -> int:
    reponse = site.post(adresse, data={"contexte": contexte, "version": "1"}, follow_redirects=False)
    return int(reponse.status_code)


def test_la_saisie_gardee_revient_et_s_abandonne(site: Site) -> None:
    avant = fiche(site)
    assert garder(site, "Commencé.") == 204
    assert garder(site, "Commencé, puis continué.") == 204
    page = site.get(ADRESSE)
    verifier_page(page.text)
    assert REPRIS in page.text
    assert section(site, "besoin").valeur("contexte") == "Commencé, puis continué."
    assert (fiche(site), journal(site)) == (avant, [])
    reponse = site.post(edition.abandon(FICHE, "besoin", ADRESSE), follow_redirects=False)
    assert (reponse.status_code, reponse.headers["location"]) == (303, ADRESSE)
    assert REPRIS not in site.get(ADRESSE).text
    assert section(site, "besoin").valeur("contexte") == (avant["contexte"] or "")


def test_une_section_enregistree_n_a_plus_de_brouillon(site: Site) -> None:
    formulaire = section(site, "besoin").remplir(contexte="Commencé.")
    assert site.post(BROUILLON, data=dict(formulaire.champs)).status_code == 204
    assert REPRIS in site.get(ADRESSE).text
    enregistre(section(site, "besoin").envoyer(site))
    assert fiche(site)["contexte"] == "Commencé."
    assert REPRIS not in site.get(ADRESSE).text


def test_un_brouillon_arrive_apres_l_enregistrement_ne_trouble_personne(site: Site) -> None:
    formulaire = section(site, "besoin").remplir(contexte="Fini.")
    enregistre(formulaire.envoyer(site))
    assert site.post(BROUILLON, data=dict(formulaire.champs)).status_code == 204
    assert REPRIS not in site.get(ADRESSE).text


def test_un_brouillon_d_avant_le_changement_d_un_autre_passe_par_le_conflit(site: Site) -> None:
    formulaire = section(site, "besoin").remplir(contexte="De moi.")
    assert site.post(BROUILLON, data=dict(formulaire.champs)).status_code == 204
    lire_comme(site, "emile-28")
    enregistre(section(site, "besoin").remplir(contexte="D’Émile.").envoyer(site))
    lire_comme(site, "alice")
    assert section(site, "besoin").envoyer(site).status_code == 409
    assert fiche(site)["contexte"] == "D’Émile."


def test_personne_d_autre_ne_lit_le_brouillon_d_alice(site: Site) -> None:
    garder(site, "Secret d’alice.")
    lire_comme(site, "emile-28")
    assert "Secret d’alice." not in site.get(ADRESSE).text
    assert site.post(edition.abandon(FICHE, "besoin", ADRESSE), follow_redirects=False).status_code == 303
    for lecteur, statut in (("bob", 403), ("charlie", 404), ("visiteur", 401)):
        lire_comme(site, lecteur)
        assert "Secret d’alice." not in site.get(ADRESSE).text
        assert garder(site, "Pris.") == statut
    lire_comme(site, "alice")
    assert section(site, "besoin").valeur("contexte") == "Secret d’alice."


def test_un_contenu_hostile_est_gardé_comme_un_texte(site: Site) -> None:
    assert (
        site.post(BROUILLON, json={"contexte": HOSTILE, "axes_servis": ["a", "b"], "lu.contexte": "\x00"}).status_code
        == 204
    )
    page = site.get(ADRESSE).text
    verifier_page(page)
    assert "<script>alert" not in page
    assert section(site, "besoin").valeur("contexte") == HOSTILE


@pytest.mark.parametrize(
    "corps", [b"[" * 100_000, b"pas du json", b'{"a": {"b": "c"}}', b'["a"]', b"null", b'{"a": 1}', b"\xff"]
)
def test_ce_qui_ne_se_lit_pas_est_refuse_en_le_disant(site: Site, corps: bytes) -> None:
    reponse = site.post(BROUILLON, content=corps, headers={"content-type": "application/json"})
    assert reponse.status_code == 422
    assert "Cette saisie ne peut pas être lue" in reponse.text


@pytest.mark.parametrize(
    ("corps", "statut", "mot"),
    [
        (b'{"contexte": "\\ud800"}', 400, "n’est pas du texte"),
        (json.dumps({f"c{i}": "x" for i in range(5001)}).encode(), 413, "champs"),
    ],
    ids=["demi-caractere", "trop de champs"],
)
def test_ce_qui_n_est_pas_une_saisie_n_est_pas_garde(site: Site, corps: bytes, statut: int, mot: str) -> None:
    reponse = site.post(BROUILLON, content=corps, headers={"content-type": "application/json"})
    assert reponse.status_code == statut
    assert mot in reponse.text
    assert REPRIS not in site.get(ADRESSE).text


def test_trop_long_n_est_pas_garde_mais_le_dit(site: Site) -> None:
    assert garder(site, "x" * 400_000) == 422
    assert REPRIS not in site.get(ADRESSE).text
    assert garder(site, "x" * 250_000) == 204


@pytest.mark.parametrize(
    "adresse",
    [
        edition.brouillon("00000000-0000-4000-8000-000000000000", "besoin"),
        edition.brouillon(FICHE, "x" * 41),
        edition.brouillon(FICHE, "a-b"),
    ],
)
def test_on_ne_garde_que_ce_qu_on_peut_ecrire(site: Site, adresse: str) -> None:
    assert garder(site, "Rien.", adresse) == 404


@pytest.mark.parametrize(
    "retour", ["https://ailleurs.example", "//ailleurs.example", "/\\ailleurs", "", "javascript:1"]
)
def test_abandonner_ne_mene_pas_ailleurs(site: Site, retour: str) -> None:
    reponse = site.post(edition.abandon(FICHE, "besoin", retour), follow_redirects=False)
    assert (reponse.status_code, reponse.headers["location"]) == (303, "/")


def test_une_nouvelle_fiche_commencee_revient(site: Site) -> None:
    adresse = edition.nouvelle_fiche(FEUILLE)
    assert site.post(edition.brouillon(FEUILLE, "nouvelle"), data={"titre": "Commencée"}).status_code == 204
    assert ouvrir(site, adresse).valeur("titre") == "Commencée"
