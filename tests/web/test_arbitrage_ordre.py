"""Ordering a roadmap and taking up what others have published, without script."""

from __future__ import annotations

import pytest

from backend.web.adresses import arbitrage as adresses
from fne_roadmaps.demo.cles import cle_fixe
from tests.web.atelier import (
    FEUILLE,
    FEUILLE_28,
    ORDINATEURS,
    VERSION_28,
    annuler,
    cle,
    fait,
    fiche,
    site,
)
from tests.web.conftest import Site, lire_comme
from tests.web.formulaires_lus import FormulaireLu, envoyer, ouvrir
from tests.web.lecture_html import PageLue
from tests.web.regles_de_page import verifier_page

__all__ = ["site"]


def test_ranger_se_prepare_sur_la_page_s_enregistre_d_un_coup_et_s_annule(site: Site) -> None:
    adresse = adresses.ordre(FEUILLE)
    premiere, seconde = cle("1.1"), cle("2.1")
    formulaire = ouvrir(site, adresse)
    prepare = formulaire.envoyer(site, f"descendre:{premiere}")
    assert prepare.status_code == 200
    page = verifier_page(prepare.text)
    assert "numéro 2.1, place 1 sur 2. L’ordre n’est pas encore enregistré." in page.texte
    assert "autofocus" in prepare.text
    assert fiche(site, premiere)["numero"] == "1.1"
    formulaire = FormulaireLu(prepare.text, adresse)
    lieu = fait(formulaire.envoyer(site, "enregistrer"))
    assert (fiche(site, premiere)["numero"], fiche(site, seconde)["numero"]) == ("2.1", "2.2")
    annuler(site, lieu)
    assert (fiche(site, premiere)["numero"], fiche(site, seconde)["numero"]) == ("1.1", "2.1")


def test_les_axes_d_une_feuille_non_publiee_se_rangent_aussi(site: Site) -> None:
    adresse = adresses.ordre(FEUILLE)
    axe_2 = str(cle_fixe("axe:41-2024/2"))
    monte = ouvrir(site, adresse).envoyer(site, f"axe-monter:{axe_2}")
    fait(FormulaireLu(monte.text, adresse).envoyer(site, "enregistrer"))
    assert fiche(site, cle("2.1"))["numero"] == "1.1"
    placer = ouvrir(site, adresse).envoyer(site, f"placer:{cle('2.1')}:{cle_fixe('axe:41-2024/6')}")
    fait(FormulaireLu(placer.text, adresse).envoyer(site, "enregistrer"))
    assert fiche(site, cle("2.1"))["numero"] == "6.2"


def test_un_texte_publie_ne_se_range_pas(site: Site) -> None:
    lire_comme(site, "alice")
    page = site.get(adresses.ordre(FEUILLE_28)).text
    assert "131\u00a0fiches d’un texte publié gardent leur numéro" in PageLue(page).texte
    assert 'value="monter:' not in page
    formulaire = FormulaireLu(page, adresses.ordre(FEUILLE_28))
    immobile = formulaire.envoyer(site, f"monter:{cle('1.2', '28-2024')}")
    assert "Rien n’a bougé" in immobile.text
    places = [v for n, v in formulaire.champs if n == "place"]
    places[1], places[2] = places[2], places[1]
    force = envoyer(site, adresses.ordre(FEUILLE_28), [*(("place", p) for p in places), ("geste", "enregistrer")])
    assert force.status_code == 422
    assert "La fiche 1.1 figure sous ce numéro dans un texte publié" in PageLue(force.text).texte


@pytest.mark.parametrize("places", [[], ["f:x"], ["a:x"], [f"f:{ORDINATEURS}"]])
def test_un_ordre_perime_se_dit(site: Site, places: list[str]) -> None:
    reponse = envoyer(site, adresses.ordre(FEUILLE), [*(("place", p) for p in places), ("geste", "enregistrer")])
    assert reponse.status_code == 422
    assert "trop ancienne" in verifier_page(reponse.text).texte


def test_reprendre_une_fiche_publiee_garde_l_origine_des_deux_cotes(site: Site) -> None:
    adresse = adresses.reprise(VERSION_28, "3.1")
    formulaire = ouvrir(site, adresse).remplir(**{"axe.41-2024": str(cle_fixe("axe:41-2024/2"))})
    lieu = fait(formulaire.envoyer(site))
    assert fait(formulaire.envoyer(site)) == lieu
    reprise = lieu.split("/")[2].partition("?")[0]
    neuve = fiche(site, reprise)
    assert (neuve["instruction"], neuve["axe"]["code"]) == ("brouillon", "41-2024/2")
    assert (neuve["acteurs"], neuve["financements"], neuve["territoires"]) == ([], [], [])
    texte = PageLue(site.get(lieu).text).texte
    assert "fiche 3.1 de 28-2024, version 1" in texte
    assert adresses.fiche_publiee(VERSION_28, "3.1") in PageLue(site.get(lieu).text).liens
    lire_comme(site, "alice")
    source = PageLue(site.get(f"/fiches-action/{cle('3.1', '28-2024')}").text).texte
    assert "Reprise par" in source
    assert "réservée à ses membres" in source
    lire_comme(site, "diane")
    assert neuve["titre"] in PageLue(site.get(f"/fiches-action/{cle('3.1', '28-2024')}").text).texte


def test_fanny_reprend_au_nom_de_sa_structure_propose_et_jette(site: Site) -> None:
    version_45 = str(cle_fixe("version_publiee:45-2024:1"))
    lire_comme(site, "fanny")
    adresse = adresses.reprise(version_45, "1.2")
    reprise = fait(ouvrir(site, adresse).envoyer(site)).split("/")[2].partition("?")[0]
    page = PageLue(site.get(f"/fiches-action/{reprise}").text)
    assert "Association exemple A" in page.texte
    assert adresses.scission(reprise) not in page.liens
    proposer = ouvrir(site, adresses.instruction(reprise))
    assert "instruction" not in dict(proposer.champs)
    fait(proposer.remplir(instruction="proposee").envoyer(site))
    assert fiche(site, reprise, "alice-28")["instruction"] == "proposee"
    interdite = envoyer(site, adresses.instruction(reprise), [("instruction", "en_instruction")])
    assert interdite.status_code == 403
    fait(ouvrir(site, adresses.suppression(reprise)).envoyer(site))
    lire_comme(site, "bob")
    assert site.post(adresses.restauration(reprise), follow_redirects=False).status_code == 403
    lire_comme(site, "charlie")
    assert site.post(adresses.restauration(reprise), follow_redirects=False).status_code == 404
    lire_comme(site, "fanny")
    fait(site.post(adresses.restauration(reprise), follow_redirects=False))


def test_les_fiches_publiees_se_cherchent(charlie: Site) -> None:
    page = PageLue(charlie.get("/fiches-publiees?texte=PASSEPORT+démarche&gouvernance=28").text)
    assert "Eure-et-Loir, Numérique 28 Ensemble" in page.texte or "Aucune fiche publiée ne répond" in page.texte
    toutes = PageLue(charlie.get("/fiches-publiees").text)
    assert "143\u00a0fiches publiées" in toutes.texte
    loiret = PageLue(charlie.get("/fiches-publiees?gouvernance=45").text)
    assert "12\u00a0fiches publiées répondent" in loiret.texte
    assert charlie.get("/fiches-publiees?gouvernance=nulle-part").status_code == 200
    assert charlie.get(adresses.fiche_publiee(VERSION_28, "9.9")).status_code == 404
