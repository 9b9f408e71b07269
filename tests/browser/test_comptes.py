"""Entering in a real browser: from an invitation, by keyboard alone, and after a session that ended."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from backend.web.adresses import comptes as ici, edition
from fne_roadmaps.demo.cles import cle_fixe
from fne_roadmaps.demo.comptes import MOT_DE_PASSE
from tests.browser.axe import violations
from tests.browser.conftest import Ouverture, serveur
from tests.support.fabriques import BasesSqlite

pytestmark = pytest.mark.navigateur

G28 = cle_fixe("gouvernance:28")
FICHE = cle_fixe("fiche_action:28-2024/1.1")
ALICE = "alice@prefecture-28.example"
PHRASE = "une phrase bien à soi"
LISTE = f"/feuilles-de-route/28-2024?avancement=en_cours&modifier={FICHE}.priorite"


@pytest.fixture(scope="module")
def base_url(bases_sqlite: BasesSqlite) -> Iterator[str]:
    """The site on a demonstration of this module's own: these journeys write."""
    with bases_sqlite.copie("demo") as url, serveur(url) as base:
        yield base


def se_connecter(page: Page, courriel: str = ALICE, mot_de_passe: str = MOT_DE_PASSE) -> None:
    """By keyboard alone."""
    page.get_by_label("Adresse de courriel").focus()
    page.keyboard.type(courriel)
    page.keyboard.press("Tab")
    page.keyboard.type(mot_de_passe)
    page.keyboard.press("Enter")


@pytest.mark.parametrize(("script", "largeur"), [(True, 1280), (False, 390)])
def test_une_invitation_mene_a_son_compte(ouverture: Ouverture, script: bool, largeur: int) -> None:
    alice = ouverture.contexte("alice", largeur, script=script).new_page()
    alice.goto(ici.comptes(G28))
    alice.get_by_label("Nom").fill(f"Gaston {largeur}")
    alice.get_by_label("Adresse de courriel").fill(f"gaston-{largeur}@mairie.example")
    alice.get_by_label("Profil", exact=True).select_option("redacteur")
    alice.get_by_role("button", name="Inviter", exact=True).click()
    expect(alice.get_by_text("L’invitation est prête.")).to_be_visible()
    lien = alice.get_by_label("Lien de l’invitation").input_value()
    messages: list[str] = []
    gaston = ouverture.contexte("visiteur", largeur, script=script).new_page()
    gaston.on("console", lambda message: messages.append(message.text))
    gaston.goto(lien)
    if script:
        assert violations(gaston) == []
        assert messages == []
    gaston.get_by_label("Mot de passe", exact=True).fill("court")
    gaston.get_by_label("Le même mot de passe").fill("court")
    gaston.keyboard.press("Enter")
    expect(gaston.get_by_role("alert")).to_contain_text("12 caractères")
    if script:
        assert violations(gaston) == []
    gaston.get_by_label("Mot de passe", exact=True).fill(PHRASE)
    gaston.get_by_label("Le même mot de passe").fill(PHRASE)
    gaston.keyboard.press("Enter")
    expect(gaston.get_by_role("status")).to_contain_text("votre session est ouverte")
    gaston.goto(ici.COMPTE)
    expect(gaston.locator("main")).to_contain_text("Rédacteur")
    gaston.get_by_role("button", name="Se déconnecter").click()
    gaston.goto(ici.COMPTE)
    expect(gaston.get_by_role("heading", level=1)).to_have_text("Se connecter")
    se_connecter(gaston, f"gaston-{largeur}@mairie.example", PHRASE)
    expect(gaston.get_by_role("heading", level=1)).to_have_text("Mon compte")


@pytest.mark.parametrize("script", [True, False])
def test_une_section_tapee_survit_a_la_fin_de_la_session(ouverture: Ouverture, script: bool) -> None:
    contexte = ouverture.contexte("alice", script=script)
    page = contexte.new_page()
    page.goto(edition.modifier(FICHE, "besoin"))
    tape = f"Tapé {'avec' if script else 'sans'} script, et gardé."
    page.get_by_label("Objectifs").fill(tape)
    contexte.clear_cookies()
    page.get_by_role("button", name="Enregistrer la section").click()
    expect(page.get_by_text("votre saisie est gardée")).to_be_visible()
    if script:
        assert violations(page) == []
    se_connecter(page)
    expect(page.get_by_role("heading", level=1)).to_have_text("Votre saisie est gardée")
    expect(page.locator("main")).to_contain_text(tape)
    if script:
        assert violations(page) == []
    page.get_by_role("button", name="Envoyer ma saisie").click()
    expect(page.get_by_role("status")).to_contain_text("La section est enregistrée.")
    page.goto(edition.modifier(FICHE, "besoin"))
    expect(page.get_by_label("Objectifs")).to_have_value(re.compile("et gardé"))


def test_un_champ_change_par_script_apres_la_fin_de_la_session_montre_la_connexion(ouverture: Ouverture) -> None:
    contexte = ouverture.contexte("alice")
    page = contexte.new_page()
    page.goto(LISTE)
    page.get_by_label("Priorité").last.select_option("bas")
    contexte.clear_cookies()
    page.get_by_role("button", name="Enregistrer").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Se connecter")
    assert page.locator("header").count() == 1
    se_connecter(page)
    page.get_by_role("button", name="Envoyer ma saisie").click()
    expect(page.get_by_role("status").filter(has_text="La fiche est enregistrée.")).to_be_visible()
