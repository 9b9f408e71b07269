"""Merging and splitting on their pages: compared, previewed, refused with nothing lost, undone."""

from __future__ import annotations

import re

import pytest

from backend.web.adresses import arbitrage as adresses
from tests.web.atelier import (
    AUTRES_ORDINATEURS,
    CHARLIE,
    FEUILLE,
    GUICHET,
    ORDINATEURS,
    PAGES,
    annuler,
    cle,
    fait,
    fiche,
    sans_cles,
    site,
)
from tests.web.conftest import Site
from tests.web.formulaires_lus import FormulaireLu, envoyer, ouvrir
from tests.web.lecture_html import PageLue
from tests.web.regles_de_page import verifier_page

__all__ = ["site"]


def test_reunir_montre_le_resultat_avant_et_se_defait(site: Site) -> None:
    page = site.get(PAGES["fusion"]).text
    formulaire = FormulaireLu(page, adresses.fusion(FEUILLE))
    formulaire.remplir(choix__titre="composer", texte__titre="Prêter et ouvrir", sommer="oui")
    apercu = formulaire.envoyer(site, "apercu")
    assert apercu.status_code == 200, apercu.text
    lu = verifier_page(apercu.text)
    assert "Aperçu\u00a0: rien n’est encore enregistré" in lu.texte
    assert "Prêter et ouvrir" in lu.texte
    assert fiche(site, ORDINATEURS)["titre"] == "Prêter un ordinateur et une connexion pendant les études"
    repris = FormulaireLu(apercu.text, adresses.fusion(FEUILLE))
    assert repris.valeur("texte.titre") == "Prêter et ouvrir"
    avant = {c: fiche(site, c) for c in (ORDINATEURS, AUTRES_ORDINATEURS, GUICHET)}
    lieu = fait(repris.envoyer(site, "fusionner"))
    assert lieu.startswith(f"/fiches-action/{ORDINATEURS}?fait=fusion&objet=")
    assert fait(repris.envoyer(site, "fusionner")) == lieu
    reunie = fiche(site, ORDINATEURS)
    assert reunie["titre"] == "Prêter et ouvrir"
    assert {fiche(site, c)["instruction"] for c in (AUTRES_ORDINATEURS, GUICHET)} == {"fusionnee"}
    texte = PageLue(site.get(lieu).text).texte
    assert "Réunit" in texte
    assert "Venu de cette fiche\u00a0: " in texte
    assert "Fusionnée dans" in PageLue(site.get(f"/fiches-action/{GUICHET}").text).texte
    faite = site.get(adresses.fusion_faite(lieu.rpartition("=")[2]))
    assert "Fiche p9, Prêter des ordinateurs aux étudiants" in verifier_page(faite.text).texte
    annuler(site, lieu)
    for c, etat in avant.items():
        rendue = fiche(site, c)
        propre = {"version", "maj_le", "fiches_liees", "instruction", "instruction_libelle", "droits"}
        for champ in set(etat) - propre:
            assert sans_cles(rendue[champ]) == sans_cles(etat[champ]), champ
    assert fiche(site, GUICHET)["instruction"] == "en_instruction"


def test_defaire_montre_les_deux_textes_de_ce_qui_a_ete_retouche(site: Site) -> None:
    version = fiche(site, GUICHET)["version"]
    reponse = site.patch(
        f"/api/v1/fiches-action/{GUICHET}",
        json={"contexte": "Réécrit depuis."},
        headers={**CHARLIE, "if-match": f'"{version}"'},
    )
    assert reponse.status_code == 200, reponse.text
    page = verifier_page(site.get(PAGES["fusion-faite"]).text)
    assert "Contexte et besoin\u00a0: retouché depuis la fusion" in page.texte
    assert "Réécrit depuis." in page.texte
    assert "Qui travaille la semaine ne peut pas venir aux heures de bureau." in page.texte
    action = adresses.annuler_fusion(PAGES["fusion-faite"].rpartition("/")[2])
    assert "fait=defusion-partielle" in fait(envoyer(site, action, [("rien", "")]))
    assert fiche(site, GUICHET)["contexte"] == "Réécrit depuis."


def test_reunir_une_seule_fiche_ou_deux_qui_ne_vont_pas_ensemble_se_dit(site: Site) -> None:
    depuis_sa_page = site.get(f"/feuilles-de-route/{FEUILLE}/fusion?fiche={ORDINATEURS}")
    assert depuis_sa_page.status_code == 200
    assert re.findall(r'value="([^"]+)" checked', depuis_sa_page.text) == [str(ORDINATEURS)]
    une = site.get(f"/feuilles-de-route/{FEUILLE}/fusion?fiche={ORDINATEURS}&geste=comparer")
    assert une.status_code == 422
    assert "au moins deux fiches" in verifier_page(une.text).texte
    ecartee = site.get(f"/feuilles-de-route/{FEUILLE}/fusion?fiche={ORDINATEURS}&fiche={cle('p13')}")
    assert ecartee.status_code == 422
    assert "ne reçoit pas" in ecartee.text or "ne se fusionne pas" in ecartee.text
    inconnue = site.get(f"/feuilles-de-route/{FEUILLE}/fusion?fiche={ORDINATEURS}&fiche=nulle-part")
    assert inconnue.status_code == 404
    ailleurs = site.get(f"/feuilles-de-route/{FEUILLE}/fusion?fiche={ORDINATEURS}&fiche={cle('1.1', '28-2024')}")
    assert ailleurs.status_code == 404


def test_un_titre_vide_ou_trop_long_revient_avec_tout_le_reste(site: Site) -> None:
    for titre in ("", "x" * 301):
        formulaire = FormulaireLu(site.get(PAGES["fusion"]).text, adresses.fusion(FEUILLE))
        formulaire.remplir(choix__titre="composer", texte__titre=titre)
        formulaire.remplir(choix__contexte="composer", texte__contexte="Tapé.")
        reponse = formulaire.envoyer(site, "fusionner")
        assert reponse.status_code == 422, titre[:5]
        verifier_page(reponse.text)
        assert FormulaireLu(reponse.text, adresses.fusion(FEUILLE)).valeur("texte.contexte") == "Tapé."
    assert fiche(site, GUICHET)["instruction"] == "en_instruction"


def test_scinder_ajoute_des_fiches_deplace_les_parts_et_s_annule(site: Site) -> None:
    adresse = adresses.scission(GUICHET)
    deux = ouvrir(site, adresse).remplir(titres__0="Trouver une salle").envoyer(site, "ajouter")
    assert deux.status_code == 200
    verifier_page(deux.text)
    formulaire = FormulaireLu(deux.text, adresse)
    assert formulaire.valeur("titres.0") == "Trouver une salle"
    formulaire.remplir(titres__1="Faire le bilan", ou__objectifs="2", ou__contexte="copie")
    champs = [(n, v) for n, v in formulaire.champs if n != "ou.jalons"]
    champs += [("ou.jalons", "1"), ("ou.jalons", "0"), ("ou.jalons", "2")]
    avant = fiche(site, GUICHET)
    lieu = fait(envoyer(site, adresse, champs))
    apres = fiche(site, GUICHET)
    assert (apres["objectifs"], [j["titre"] for j in apres["jalons"]]) == (None, ["Ouvrir"])
    liees = [x["fiche"]["nom"] for x in apres["fiches_liees"] if x["type"] == "scission"]
    assert sorted(liees) == ["Faire le bilan", "Trouver une salle"]
    annuler(site, lieu)
    rendue = fiche(site, GUICHET)
    for champ in ("objectifs", "contexte", "jalons", "publics", "acteurs", "fiches_liees"):
        assert sans_cles(rendue[champ]) == sans_cles(avant[champ])


@pytest.mark.parametrize(
    ("champs", "ancre"),
    [
        ({}, "#champ-titres-0"),
        ({"titres__0": "Une", "ou__contexte": "3"}, "#champ-contexte"),
    ],
)
def test_une_scission_refusee_dit_quoi(site: Site, champs: dict[str, str], ancre: str) -> None:
    reponse = ouvrir(site, adresses.scission(GUICHET)).remplir(**champs).envoyer(site)
    assert reponse.status_code == 422
    assert ancre in re.findall(r'href="([^"]+)"', reponse.text)
