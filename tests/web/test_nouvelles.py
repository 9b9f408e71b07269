"""Giving news from the page: what is typed is published once, or comes back whole; others' changes are not undone."""

from __future__ import annotations

from typing import Any

import pytest

from backend.web import adresses as site_adresses
from backend.web.adresses import fiches_action as adresses
from fne_roadmaps.demo.cles import cle_fixe
from tests.web.conftest import Site, lire_comme
from tests.web.formulaires_lus import FormulaireLu, envoyer, ouvrir
from tests.web.lecture_html import PageLue
from tests.web.redaction import FICHE, HOSTILE, fiche, site
from tests.web.regles_de_page import verifier_page

__all__ = ["site"]

ADRESSE = adresses.nouvelles(FICHE)
PAGE = f"/fiches-action/{FICHE}"
RENCONTRES = str(cle_fixe("fiche_action:28-2024/1.4"))
FAIT = f"{PAGE}?fait=nouvelles#nouvelles"


def nouvelles(site: Site, cle: str = FICHE) -> list[dict[str, Any]]:
    """News as the API lists them."""
    reponse = site.get(f"/api/v1/fiches-action/{cle}/nouvelles", headers={"authorization": "Bearer alice-28"})
    lues: list[dict[str, Any]] = reponse.json()["elements"]
    return lues


def test_des_nouvelles_se_publient_avec_ce_qu_elles_changent(site: Site) -> None:
    reponse = (
        ouvrir(site, ADRESSE)
        .remplir(
            texte="Le relais de **Châteaudun** est désigné.\n\n- il commence en juillet",
            le="12 juin 2025",
            progression="55 %",
            avancement="en_pause",
            pourquoi="La coordinatrice est en congé.",
            prochaine_etape="Réunir les quatre relais.",
            fin="mars 2027",
        )
        .envoyer(site)
    )
    assert reponse.headers["location"] == FAIT
    lue = fiche(site)
    assert (lue["avancement"], lue["progression_declaree"], lue["fin"]["edtf"], lue["nouvelles_le"]) == (
        *("en_pause", 55, "2027-03"),
        "2025-06-12",
    )
    assert lue["prochaine_etape"] == "Réunir les quatre relais."
    html = site.get(FAIT).text
    page = verifier_page(html)
    assert "<strong>Châteaudun</strong>" in html
    assert "12\u00a0juin\u00a02025" in page.texte
    assert "Préfecture d’Eure-et-Loir, Chargé·e de mission inclusion numérique (exemple) · statut" in page.texte


def test_le_formulaire_renvoye_ne_publie_qu_une_fois(site: Site) -> None:
    avant = len(nouvelles(site))
    formulaire = ouvrir(site, ADRESSE).remplir(texte="Une seule fois.")
    assert {formulaire.envoyer(site).headers["location"] for _ in range(2)} == {FAIT}
    assert len(nouvelles(site)) == avant + 1
    rejoue = formulaire.remplir(texte="Autre chose.").envoyer(site)
    assert rejoue.status_code == 422
    neuf = FormulaireLu(rejoue.text, ADRESSE)
    assert neuf.valeur("texte") == "Autre chose."
    assert neuf.envoyer(site).headers["location"] == FAIT
    assert len(nouvelles(site)) == avant + 2


@pytest.mark.parametrize(
    ("champs", "champ"),
    [
        ({"texte": "   "}, "texte"),
        ({"le": "18 juin 2025"}, "le"),
        ({"le": "un jour"}, "le"),
        ({"progression": "cent"}, "progression"),
        ({"progression": "101"}, "progression"),
        ({"avancement": "bloquee"}, "pourquoi"),
        ({"fin": "janvier 2020"}, "fin"),
        ({"fin": "bientôt peut-être"}, "fin"),
        ({"texte": "x" * 20_001}, "texte"),
    ],
)
def test_une_saisie_refusee_revient_entiere(site: Site, champs: dict[str, str], champ: str) -> None:
    avant = fiche(site)
    tapes = {"texte": "Du texte.", "difficultes": "Une difficulté.", "prochaine_etape": "Une étape.", **champs}
    refusee = ouvrir(site, ADRESSE).remplir(**tapes).envoyer(site)
    assert refusee.status_code == 422
    page = verifier_page(refusee.text)
    assert f"#champ-{champ}" in page.liens
    assert "Erreur : Donner des nouvelles" in refusee.text
    repris = FormulaireLu(refusee.text, ADRESSE)
    assert {nom: repris.valeur(nom) for nom in tapes} == tapes
    assert fiche(site) == avant
    # Kept for the next visit too.
    assert ouvrir(site, ADRESSE).valeur("difficultes") == "Une difficulté."


def test_ce_qu_un_autre_a_change_pendant_la_saisie_n_est_pas_defait(site: Site) -> None:
    formulaire = ouvrir(site, ADRESSE).remplir(texte="Rien de neuf.")
    lire_comme(site, "emile-28")
    ouvrir(site, ADRESSE).remplir(texte="Ailleurs.", difficultes="Deux relais manquent.").envoyer(site)
    lire_comme(site, "alice")
    assert formulaire.envoyer(site).headers["location"] == FAIT
    assert fiche(site)["difficultes"] == "Deux relais manquent."


def test_deux_textes_pour_un_champ_se_disent_et_la_saisie_tranche(site: Site) -> None:
    formulaire = ouvrir(site, ADRESSE).remplir(texte="Point.", difficultes="Mon texte.", meteo="compromis")
    lire_comme(site, "emile-28")
    ouvrir(site, ADRESSE).remplir(texte="Ailleurs.", difficultes="Son texte.", meteo="atteignables").envoyer(site)
    lire_comme(site, "alice")
    reponse = formulaire.envoyer(site)
    assert reponse.status_code == 422
    assert "« Son texte. »" in reponse.text.replace("\u202f", " ")
    assert {"#champ-difficultes", "#champ-meteo"} <= set(PageLue(reponse.text).liens)
    assert fiche(site)["difficultes"] == "Son texte."
    repris = FormulaireLu(reponse.text, ADRESSE)
    assert repris.valeur("difficultes") == "Mon texte."
    assert repris.envoyer(site).headers["location"] == FAIT
    assert (fiche(site)["difficultes"], fiche(site)["meteo"]) == ("Mon texte.", "compromis")


def test_rien_de_ce_qu_on_tape_ne_s_execute(site: Site) -> None:
    ouvrir(site, ADRESSE).remplir(texte=f"Avant {HOSTILE} [ici](javascript:alert(1))", prochaine_etape=HOSTILE).envoyer(
        site
    )
    for adresse in (PAGE, f"{PAGE}/historique", f"{PAGE}/historique?champ=nouvelle"):
        html = site.get(adresse).text
        verifier_page(html)
        assert "<script>alert" not in html
        assert 'href="javascript' not in html


def test_qui_ne_peut_pas_donner_de_nouvelles(site: Site) -> None:
    formulaire = ouvrir(site, ADRESSE).remplir(texte="Par ici.")
    for lecteur, statut in (("bob", 403), ("fanny", 403), ("charlie", 404)):
        lire_comme(site, lecteur)
        assert site.get(ADRESSE).status_code == statut
        assert formulaire.envoyer(site).status_code == statut
    lire_comme(site, "visiteur")
    perdue = formulaire.envoyer(site)
    assert perdue.status_code == 401
    assert "Par ici." in perdue.text


def une(site: Site) -> dict[str, Any]:
    """The last news the association of fanny signed."""
    return nouvelles(site, RENCONTRES)[0]


def test_fanny_corrige_ce_que_son_association_a_signe(site: Site) -> None:
    cle = une(site)["id"]
    adresse = adresses.corriger_nouvelle(cle)
    lire_comme(site, "fanny")
    formulaire = ouvrir(site, adresse)
    assert formulaire.valeur("texte").startswith("Les quatre bassins")
    reponse = formulaire.remplir(texte="Trois bassins sur quatre.", le="21 mai 2025").envoyer(site)
    assert reponse.headers["location"] == f"/fiches-action/{RENCONTRES}?fait=nouvelle-corrigee#nouvelles"
    assert (une(site)["texte"], une(site)["le"], une(site)["corrigee"]) == (
        "Trois bassins sur quatre.",
        "2025-05-21",
        True,
    )
    assert "· corrigée" in PageLue(site.get(f"/fiches-action/{RENCONTRES}").text).texte
    historique = site.get(f"/fiches-action/{RENCONTRES}/historique").text
    assert "Nouvelles corrigées" in historique
    assert "<del>Les" in historique
    vide = ouvrir(site, adresse).remplir(texte=" ").envoyer(site)
    assert (vide.status_code, "#champ-texte" in PageLue(vide.text).liens) == (422, True)
    for lecteur, statut in (("alice", 403), ("bob", 403), ("charlie", 404)):
        lire_comme(site, lecteur)
        assert site.get(adresse).status_code == statut
        assert formulaire.envoyer(site).status_code == statut


def test_deux_corrections_en_meme_temps_montrent_les_deux_textes(site: Site) -> None:
    adresse = adresses.corriger_nouvelle(une(site)["id"])
    lire_comme(site, "fanny")
    un, autre = ouvrir(site, adresse), ouvrir(site, adresse)
    un.remplir(texte="Premier texte.").envoyer(site)
    conflit = autre.remplir(texte="Second texte.").envoyer(site)
    assert conflit.status_code == 409
    page = verifier_page(conflit.text)
    assert "Premier texte." in page.texte
    repris = FormulaireLu(conflit.text, adresse)
    assert repris.valeur("texte") == "Second texte."
    assert repris.envoyer(site).status_code == 303
    assert une(site)["texte"] == "Second texte."


def test_une_nouvelle_se_retire_et_revient_meme_plus_tard(site: Site) -> None:
    retiree = une(site)
    lire_comme(site, "bob")
    assert envoyer(site, adresses.retirer_nouvelle(retiree["id"]), []).status_code == 403
    lire_comme(site, "charlie")
    assert envoyer(site, adresses.retirer_nouvelle(retiree["id"]), []).status_code == 404
    lire_comme(site, "fanny")
    reponse = envoyer(site, adresses.retirer_nouvelle(retiree["id"]), [])
    assert une(site)["id"] != retiree["id"]
    suite = site.get(reponse.headers["location"]).text
    assert adresses.retablir_nouvelle(retiree["id"]) in suite
    historique = f"/fiches-action/{RENCONTRES}/historique"
    html = site.get(historique).text
    verifier_page(html)
    assert retiree["texte"] not in html
    assert adresses.retablir_nouvelle(retiree["id"]) in html
    lire_comme(site, "bob")
    assert adresses.retablir_nouvelle(retiree["id"]) not in site.get(historique).text
    assert envoyer(site, adresses.retablir_nouvelle(retiree["id"]), []).status_code == 403
    lire_comme(site, "fanny")
    assert envoyer(site, adresses.retablir_nouvelle(retiree["id"]), []).status_code == 303
    assert une(site)["id"] == retiree["id"]


def test_l_apercu_ramene_au_formulaire_tel_qu_il_etait(site: Site) -> None:
    formulaire = ouvrir(site, ADRESSE).remplir(texte="**Gras**", difficultes="Tapé.")
    repris = envoyer(site, ADRESSE, [*formulaire.champs, ("geste", "reprendre:texte")])
    assert repris.status_code == 200
    assert FormulaireLu(repris.text, ADRESSE).valeur("difficultes") == "Tapé."
    assert site_adresses.fiche_action(FICHE) in PageLue(repris.text).liens
    assert "Tapé." not in (fiche(site)["difficultes"] or "")
