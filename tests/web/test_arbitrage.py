"""The pages of the arbitration: who sees what, decisions made and undone, and what each page costs."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest

from backend.web.adresses import arbitrage as adresses
from fne_roadmaps.tables.engines import moteur_courant
from tests.support.requetes import requetes_de
from tests.web.atelier import (
    AUTRES_ORDINATEURS,
    CHARLIE,
    FEUILLE,
    FEUILLE_28,
    GUICHET,
    ORDINATEURS,
    PAGES,
    annuler,
    cle,
    fait,
    fiche,
    site,
)
from tests.web.conftest import Site, lire_comme
from tests.web.formulaires_lus import FormulaireLu, envoyer, ouvrir
from tests.web.lecture_html import PageLue
from tests.web.regles_de_page import verifier_page, verifier_typographie

__all__ = ["site"]


@pytest.mark.parametrize("nom", PAGES)
def test_une_page_suit_les_regles_de_la_maison(charlie: Site, nom: str) -> None:
    page = verifier_page(charlie.get(PAGES[nom]).text)
    verifier_typographie(page)
    etiquetes = {attrs["for"] for attrs in page.tous("label")}
    champs = {
        a.get("id")
        for balise, a in page.elements
        if balise in {"input", "select", "textarea"} and a.get("type") != "hidden"
    }
    assert champs == etiquetes
    niveaux = [int(balise[1]) for balise, _ in page.elements if re.fullmatch(r"h[1-6]", balise)]
    assert niveaux[0] == 1
    assert all(b - a <= 1 for a, b in pairwise(niveaux))


@pytest.mark.parametrize("nom", PAGES)
def test_ce_qui_n_est_pas_publie_n_existe_pas_pour_alice(site: Site, nom: str) -> None:
    lire_comme(site, "alice")
    ouverte = nom.startswith("publiee") or nom == "reprise"
    # Eure-et-Loir does not take its own fiche up where it already is; it has no other roadmap.
    attendu = 404 if nom == "reprise" else 200 if ouverte else 404
    assert site.get(PAGES[nom]).status_code == attendu
    lire_comme(site, "visiteur")
    assert site.get(PAGES[nom]).status_code == (200 if nom.startswith("publiee") else 404)


LECTURES = {"arbitrage", "corbeille", "fusion-faite"}


@pytest.mark.parametrize("nom", ["arbitrage", "instruction", "fusion", "choisir", "fusion-faite", "scission", "ordre"])
def test_diane_suit_l_arbitrage_sans_en_decider(site: Site, nom: str) -> None:
    lire_comme(site, "diane")
    reponse = site.get(PAGES[nom])
    assert reponse.status_code == (200 if nom in LECTURES else 403)
    if nom in LECTURES:
        actions = {f.get("action") or "" for f in PageLue(reponse.text).tous("form")}
        assert not {a for a in actions if not a.startswith("/demonstration")}


def test_l_arbitrage_montre_qui_propose_le_besoin_et_les_doublons(charlie: Site) -> None:
    page = PageLue(charlie.get("/feuilles-de-route/41-2024/arbitrage").text)
    assert "Prêter des ordinateurs aux étudiants" in page.texte
    assert "Proposée par Association exemple C · besoin\u00a0: 8\u202f400\u202f€" in page.texte
    assert "Ressemble à Fiche p9, Prêter des ordinateurs aux étudiants (proposée)" in page.texte
    assert f"{adresses.fusion(FEUILLE)}?fiche={ORDINATEURS}&fiche={AUTRES_ORDINATEURS}" in page.liens
    assert "Retenir sous l’orientation stratégique 3" in page.texte
    assert "(numéro 3.1)" in page.texte
    assert "à reprendre avec un accueil" in page.texte


def test_mettre_en_instruction_retenir_sous_un_axe_et_tout_annuler(site: Site) -> None:
    action = adresses.instruction(ORDINATEURS)
    champs = [("vers", "arbitrage"), ("version", "1"), ("instruction", "en_instruction")]
    lieu = fait(envoyer(site, action, champs))
    assert lieu == f"/feuilles-de-route/{FEUILLE}/arbitrage?fait=en-instruction&objet={ORDINATEURS}"
    # Sent twice, it is done once.
    assert fait(envoyer(site, action, champs)) == lieu
    axe_3 = next(a["id"] for a in site.get(f"/api/v1/feuilles-de-route/{FEUILLE}", headers=CHARLIE).json()["axes"][2:3])
    retenir = [("vers", "arbitrage"), ("version", "2"), ("instruction", "retenue"), ("axe", axe_3)]
    lieu = fait(envoyer(site, action, retenir))
    assert fiche(site, ORDINATEURS)["numero"] == "3.1"
    annuler(site, lieu)
    rendue = fiche(site, ORDINATEURS)
    assert (rendue["numero"], rendue["instruction"], rendue["axe"]["code"]) == ("p1", "en_instruction", "41-2024/1")


def test_ecarter_sans_motif_est_refuse_et_ce_qui_est_choisi_reste(site: Site) -> None:
    adresse = adresses.instruction(GUICHET)
    refusee = ouvrir(site, adresse).remplir(instruction="ecartee").envoyer(site)
    assert refusee.status_code == 422
    page = verifier_page(refusee.text)
    assert "#champ-pourquoi" in page.liens
    assert "<title>Erreur : " in refusee.text
    formulaire = FormulaireLu(refusee.text, adresse)
    assert formulaire.valeur("instruction") == "ecartee"
    motif = "Hors du champ <script>alert(1)</script>"
    lieu = fait(formulaire.remplir(pourquoi=motif).envoyer(site))
    assert "fait=ecartee" in lieu
    annuler(site, lieu)
    assert fiche(site, GUICHET)["instruction"] == "en_instruction"


def test_une_decision_prise_par_un_autre_se_dit(site: Site) -> None:
    adresse = adresses.instruction(GUICHET)
    formulaire = ouvrir(site, adresse).remplir(instruction="ecartee", pourquoi="Trop cher.")
    fait(ouvrir(site, adresse).remplir(instruction="proposee").envoyer(site))
    reponse = formulaire.envoyer(site)
    assert reponse.status_code == 422
    assert "a changé cela pendant votre saisie" in reponse.text
    assert "Trop cher." in reponse.text


def test_jeter_a_la_corbeille_et_reprendre(site: Site) -> None:
    lieu = fait(ouvrir(site, adresses.suppression(ORDINATEURS)).remplir(pourquoi="Doublon.").envoyer(site))
    assert site.get(f"/fiches-action/{ORDINATEURS}").status_code == 404
    corbeille = verifier_page(site.get(PAGES["corbeille"]).text).texte
    assert "Prêter un ordinateur et une connexion pendant les études" in corbeille
    assert "Doublon." in corbeille
    assert annuler(site, lieu) == f"/fiches-action/{ORDINATEURS}?fait=restauration"
    assert fiche(site, ORDINATEURS)["numero"] == "p1"
    assert site.get(adresses.suppression(GUICHET)).status_code == 422


def test_une_session_perdue_ne_perd_rien(site: Site) -> None:
    formulaire = ouvrir(site, adresses.instruction(GUICHET)).remplir(instruction="ecartee", pourquoi="Long motif tapé.")
    lire_comme(site, "visiteur")
    reponse = formulaire.envoyer(site)
    assert reponse.status_code == 401
    assert "Long motif tapé." in reponse.text


def requetes(site: Site, adresse: str) -> int:
    """Statements of one page."""
    with requetes_de(moteur_courant()) as passees:
        assert site.get(adresse).status_code == 200
    return len(passees)


def test_le_nombre_de_requetes_ne_depend_pas_de_ce_qui_est_montre(site: Site) -> None:
    arbitrage = PAGES["arbitrage"]
    deux = f"/feuilles-de-route/{FEUILLE}/fusion?fiche={ORDINATEURS}&fiche={AUTRES_ORDINATEURS}"
    avant = {a: requetes(site, a) for a in (arbitrage, PAGES["ordre"], PAGES["corbeille"])}
    assert requetes(site, deux) == requetes(site, PAGES["fusion"])
    for numero in ("p2", "p3", "p5", "p7"):
        envoyer(site, adresses.instruction(cle(numero)), [("instruction", "retenue"), ("version", "1")])
    for numero in ("p1", "p4", "p6"):
        envoyer(site, adresses.suppression(cle(numero)), [("version", "1")])
    assert {a: requetes(site, a) for a in avant} == avant
    lire_comme(site, "alice")
    assert requetes(site, adresses.ordre(FEUILLE_28)) == avant[PAGES["ordre"]]
    assert max(avant.values()) <= 22
