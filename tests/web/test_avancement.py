"""Changing how far a fiche is: a word of why where it stops, and nothing lost when somebody else changed it first."""

from __future__ import annotations

import pytest

from backend.web.adresses import fiches_action as adresses
from tests.web.conftest import Site, lire_comme
from tests.web.formulaires_lus import FormulaireLu, ouvrir
from tests.web.lecture_html import PageLue
from tests.web.redaction import FICHE, fiche, journal, site
from tests.web.regles_de_page import verifier_page

__all__ = ["site"]

ADRESSE = adresses.avancement(FICHE)
FAIT = f"/fiches-action/{FICHE}?fait=avancement"


@pytest.mark.parametrize("avancement", ["en_pause", "bloquee", "abandonnee"])
def test_arreter_une_fiche_demande_pourquoi(site: Site, avancement: str) -> None:
    page = site.get(ADRESSE).text
    assert page.count("Dites pourquoi.") == 3
    refusee = ouvrir(site, ADRESSE).remplir(avancement=avancement).envoyer(site)
    assert refusee.status_code == 422
    verifier_page(refusee.text)
    assert "#champ-pourquoi" in PageLue(refusee.text).liens
    formulaire = FormulaireLu(refusee.text, ADRESSE).remplir(pourquoi="Le financeur se retire.")
    assert formulaire.valeur("avancement") == avancement
    assert formulaire.envoyer(site).headers["location"] == FAIT
    assert fiche(site)["avancement"] == avancement
    assert {e["pourquoi"] for e in journal(site)} == {"Le financeur se retire."}


def test_la_meme_reponse_envoyee_deux_fois_n_est_faite_qu_une(site: Site) -> None:
    formulaire = ouvrir(site, ADRESSE).remplir(avancement="realisee")
    assert formulaire.envoyer(site).headers["location"] == FAIT
    version, entrees = fiche(site)["version"], journal(site)
    assert formulaire.envoyer(site).headers["location"] == FAIT
    assert (fiche(site)["version"], journal(site)) == (version, entrees)


@pytest.mark.parametrize("version", [None, "abc"])
def test_ce_qu_un_autre_a_change_entre_temps_se_dit_et_la_saisie_reste(site: Site, version: str | None) -> None:
    formulaire = ouvrir(site, ADRESSE).remplir(avancement="bloquee", pourquoi="Plus de local.")
    if version:
        formulaire.remplir(version=version)
    lire_comme(site, "emile-28")
    assert ouvrir(site, ADRESSE).remplir(avancement="en_pause", pourquoi="L’été.").envoyer(site).status_code == 303
    lire_comme(site, "alice")
    reponse = formulaire.envoyer(site)
    assert reponse.status_code == 422
    assert "La fiche a changé pendant votre saisie" in reponse.text
    repris = FormulaireLu(reponse.text, ADRESSE)
    assert (repris.valeur("avancement"), repris.valeur("pourquoi")) == ("bloquee", "Plus de local.")
    assert fiche(site)["avancement"] == "en_pause"
    assert repris.envoyer(site).headers["location"] == FAIT
    assert fiche(site)["avancement"] == "bloquee"


def test_bob_lit_sans_avancer_et_pour_charlie_rien_n_existe(site: Site) -> None:
    formulaire = ouvrir(site, ADRESSE).remplir(avancement="realisee")
    for lecteur, statut in (("bob", 403), ("charlie", 404)):
        lire_comme(site, lecteur)
        assert site.get(ADRESSE).status_code == statut
        assert formulaire.envoyer(site).status_code == statut
