"""As they would: a call, two structures that propose without account, a request for news answered from its link."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from backend.web.adresses import contributions as ici
from tests.browser.axe import violations
from tests.browser.conftest import Ouverture, serveur
from tests.browser.pages_contributions import F28, FICHE

pytestmark = pytest.mark.navigateur


@pytest.fixture
def chez_soi(navigateur: Browser, url_base_demo: str) -> Iterator[Ouverture]:
    """A site whose demonstration the test may change."""
    avant = set(navigateur.contexts)
    with serveur(url_base_demo) as base:
        yield Ouverture(navigateur, base)
        for contexte in set(navigateur.contexts) - avant:
            contexte.close()


def ouvrir_un_appel(page: Page) -> str:
    """Alice opens a call in 28 and copies its link."""
    page.goto(ici.propositions(F28))
    page.get_by_role("link", name="Appels à fiches").click()
    page.get_by_role("link", name="Ouvrir un appel").click()
    page.get_by_label("Titre de l’appel").fill("Un été numérique")
    page.get_by_label("Consignes").fill("Écrivez court.\n\n- le besoin\n- l’action")
    page.get_by_label("Dernier jour").fill("31 août 2025")
    page.get_by_role("button", name="Ouvrir l’appel").click()
    expect(page.get_by_role("status")).to_contain_text("L’appel est créé")
    return page.get_by_label("Adresse à partager").input_value()


def proposer(page: Page, lien: str, structure: str, titre: str, *, script: bool = False) -> str:
    """A structure follows the link, writes in five steps, comes back, and proposes; its personal link."""
    page.goto(lien)
    page.get_by_role("link", name="Commencer une fiche").click()
    page.get_by_label("Votre structure").fill(structure)
    page.get_by_label("Qui vous aide à écrire").select_option("Hub régional Centre-Val de Loire")
    page.get_by_role("button", name="Enregistrer et continuer").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Le besoin et les objectifs")
    personnel = page.get_by_label("Votre lien personnel").input_value()
    page.get_by_label("Titre de la fiche").fill(titre)
    page.get_by_label("Le besoin").fill("Personne ne sait à qui demander.")
    page.get_by_role("button", name="Enregistrer et revenir plus tard").click()
    # Another day, from the personal link alone.
    page.goto(personnel)
    page.get_by_role("link", name="Continuer la fiche").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("L’action")
    page.get_by_label("L’action", exact=True).fill("Une permanence par semaine.")
    page.get_by_label("Eure-et-Loir").check()
    page.get_by_label("Fin (facultatif)").fill("31 juin 2026")
    page.get_by_role("button", name="Enregistrer et continuer").click()
    expect(page.get_by_role("alert")).to_contain_text("C’est enregistré")
    if script:
        assert violations(page) == []
    page.get_by_label("Fin (facultatif)").fill("30 juin 2026")
    page.get_by_role("button", name="Enregistrer et continuer").click()
    page.get_by_label("Coût de l’action").fill("3 000")
    page.get_by_role("button", name="Enregistrer et continuer").click()
    page.get_by_role("button", name="Proposer la fiche").click()
    expect(page.get_by_text("Votre fiche est proposée sous le numéro")).to_be_visible()
    return personnel


@pytest.mark.parametrize(("largeur", "script"), [(1280, True), (390, False)])
def test_deux_structures_proposent_sans_compte(chez_soi: Ouverture, largeur: int, script: bool) -> None:
    alice = chez_soi.contexte("alice", largeur, script=script).new_page()
    lien = ouvrir_un_appel(alice)
    for structure, titre in (("Les Voisins (exemple)", "Réparer ensemble"), ("Le Fil (exemple)", "Coudre et coder")):
        visiteur = chez_soi.contexte("visiteur", largeur, script=script).new_page()
        proposer(visiteur, lien, structure, titre, script=script)
    alice.goto(ici.propositions(F28))
    for titre in ("Réparer ensemble", "Coudre et coder"):
        expect(alice.get_by_role("link", name=re.compile(titre))).to_be_visible()
    rubriques = alice.get_by_role("navigation", name=re.compile("Rubriques")).filter(visible=True)
    expect(rubriques).to_contain_text("Propositions (3)")
    if script:
        assert violations(alice) == []


def test_ce_qui_est_tape_par_un_lien_survit_a_un_onglet_ferme(chez_soi: Ouverture) -> None:
    lien = ouvrir_un_appel(chez_soi.contexte("alice").new_page())
    contexte = chez_soi.contexte("visiteur", 390)
    page = contexte.new_page()
    page.goto(lien)
    page.get_by_role("link", name="Commencer une fiche").click()
    page.get_by_label("Votre structure").fill("Les Voisins (exemple)")
    page.get_by_role("button", name="Enregistrer et continuer").click()
    personnel = page.get_by_label("Votre lien personnel").input_value()
    page.get_by_label("Le besoin").fill("Tapé, jamais enregistré.")
    expect(page.get_by_text(re.compile(r"Saisie gardée à \d+\sh\s\d\d"))).to_be_visible(timeout=8000)
    page.close(run_before_unload=False)
    # From another device: nothing but the link.
    page = chez_soi.contexte("visiteur").new_page()
    page.goto(personnel)
    expect(page.get_by_text("ce que vous avez tapé sans l’enregistrer")).to_be_visible()
    assert violations(page) == []
    page.get_by_role("link", name="Continuer la fiche").click()
    expect(page.get_by_label("Le besoin")).to_have_value("Tapé, jamais enregistré.")
    expect(page.get_by_text("Vous retrouvez ce que vous aviez commencé")).to_be_visible()
    assert violations(page) == []
    page.get_by_role("button", name="Enregistrer et continuer").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("L’action")
    page.goto(personnel)
    expect(page.get_by_text("Tapé, jamais enregistré.")).to_be_visible()
    expect(page.get_by_text("sans l’enregistrer")).to_have_count(0)


def test_une_demande_est_repondue_depuis_son_lien_puis_acceptee(chez_soi: Ouverture) -> None:
    alice = chez_soi.contexte("alice").new_page()
    alice.goto(f"/fiches-action/{FICHE}")
    alice.get_by_text("Autres actions").click()
    alice.get_by_role("link", name="Demander des nouvelles").click()
    alice.get_by_label("Message").fill("Le bilan approche.")
    alice.get_by_role("button", name="Demander des nouvelles").click()
    lien = alice.get_by_label("Adresse à envoyer").input_value()
    pilote = chez_soi.contexte("visiteur", 390, script=False).new_page()
    pilote.goto(lien)
    expect(pilote.get_by_text("Le bilan approche.")).to_be_visible()
    pilote.get_by_label("Progression").fill("62")
    pilote.get_by_label("Difficultés").fill("Un relais manque encore.")
    pilote.get_by_label("Indicateur").select_option(index=1)
    pilote.get_by_label("Valeur").fill("36")
    pilote.get_by_role("button", name="Envoyer la réponse").click()
    expect(pilote.get_by_text("Merci. Votre réponse est arrivée")).to_be_visible()
    alice.goto(ici.propositions(F28))
    alice.get_by_role("link", name=re.compile("cellule départementale")).click()
    expect(alice.locator("ins", has_text="62")).to_be_visible()
    alice.get_by_role("button", name="Accepter telle quelle").click()
    expect(alice.get_by_role("status")).to_contain_text("La réponse est reportée dans la fiche")
    expect(alice.get_by_text("Un relais manque encore.").first).to_be_visible()
    pilote.reload()
    expect(pilote.get_by_text("Votre réponse est reportée dans la feuille de route")).to_be_visible()


def test_le_lien_se_copie_au_clavier(chez_soi: Ouverture) -> None:
    contexte = chez_soi.contexte("alice")
    contexte.grant_permissions(["clipboard-read", "clipboard-write"])
    page = contexte.new_page()
    lien = ouvrir_un_appel(page)
    copier = page.get_by_role("button", name="Copier")
    copier.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Copié")).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()") == lien
