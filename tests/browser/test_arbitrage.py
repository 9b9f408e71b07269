"""Ordering a roadmap in a real browser: by keyboard, by dragging, without script; and the pages of the arbitration."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from fne_roadmaps.demo.cles import cle_fixe
from tests.browser.axe import violations
from tests.browser.conftest import Ouverture, serveur
from tests.support.fabriques import BasesSqlite

pytestmark = pytest.mark.navigateur

ORDRE = "/feuilles-de-route/41-2024/ordre"
PREMIERE = str(cle_fixe("fiche_action:41-2024/1.1"))
SECONDE = str(cle_fixe("fiche_action:41-2024/2.1"))
AXES = [str(cle_fixe(f"axe:41-2024/{rang}")) for rang in range(1, 7)]


@pytest.fixture
def atelier(navigateur: Browser, bases_sqlite: BasesSqlite) -> Iterator[Ouverture]:
    """A site whose database the test may change."""
    with bases_sqlite.copie("demo") as url, serveur(url) as base:
        yield Ouverture(navigateur, base)
        for contexte in navigateur.contexts:
            contexte.close()


def numeros(page: Page) -> list[str]:
    """Numbers shown, in the order of the page."""
    return page.locator("[data-numero]").all_text_contents()


def titres(page: Page, axe: int) -> list[str]:
    """Titles under an axe, in order."""
    return page.locator(f'[data-axe="{AXES[axe - 1]}"] [data-titre]').all_text_contents()


def test_ranger_au_clavier_annonce_la_place_et_garde_le_focus(atelier: Ouverture) -> None:
    page = atelier.contexte("charlie").new_page()
    page.goto(ORDRE)
    descendre = page.locator(f'button[value="descendre:{PREMIERE}"]')
    descendre.focus()
    page.keyboard.press("Enter")
    annonce = page.locator("[data-annonce]")
    expect(annonce).to_contain_text("numéro 2.1, place 1 sur 2")
    expect(annonce).to_have_attribute("role", "status")
    expect(descendre).to_be_focused()
    page.keyboard.press("Enter")
    expect(annonce).to_contain_text("numéro 2.2, place 2 sur 2")
    assert len(titres(page, 1)) == 0
    assert numeros(page) == ["2.1", "2.2", "4.1", "6.1"]
    assert violations(page) == []
    enregistrer = page.get_by_role("button", name="Enregistrer l’ordre")
    enregistrer.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("status").first).to_contain_text("L’ordre et les numéros sont enregistrés.")
    assert numeros(page) == ["2.1", "2.2", "4.1", "6.1"]
    page.get_by_role("button", name="Annuler", exact=True).press("Enter")
    expect(page.get_by_role("status").first).to_contain_text("L’ordre d’avant est revenu.")
    assert numeros(page) == ["1.1", "2.1", "4.1", "6.1"]


def test_ranger_a_la_souris_en_glissant(atelier: Ouverture) -> None:
    page = atelier.contexte("charlie").new_page()
    page.goto(ORDRE)
    page.locator(f'[data-fiche="{PREMIERE}"]').drag_to(
        page.locator(f'[data-fiche="{SECONDE}"]'), target_position={"x": 40, "y": 4}
    )
    expect(page.locator("[data-annonce]")).to_contain_text("numéro 2.1")
    assert len(titres(page, 2)) == 2
    places = page.locator('input[name="place"]').evaluate_all("champs => champs.map((c) => c.value)")
    assert places.index(f"f:{PREMIERE}") == places.index(f"a:{AXES[1]}") + 1
    page.get_by_role("button", name="Enregistrer l’ordre").click()
    expect(page.get_by_role("status").first).to_contain_text("sont enregistrés")
    assert numeros(page) == ["2.1", "2.2", "4.1", "6.1"]


def test_un_axe_se_monte_et_une_fiche_se_place_ailleurs(atelier: Ouverture) -> None:
    page = atelier.contexte("charlie").new_page()
    page.goto(ORDRE)
    page.locator(f'button[value="axe-monter:{AXES[1]}"]').press("Enter")
    assert numeros(page)[:2] == ["1.1", "2.1"]
    assert page.locator(f'[data-axe="{AXES[1]}"] [data-rang]').text_content() == "1"
    detail = page.locator(f'[data-fiche="{SECONDE}"] summary')
    detail.press("Enter")
    page.locator(f'button[value="placer:{SECONDE}:{AXES[5]}"]').press("Enter")
    expect(detail).to_be_focused()
    assert len(titres(page, 6)) == 2
    detail.press("Enter")
    retour = page.locator(f'[data-fiche="{SECONDE}"] button[value$=":{AXES[1]}"]')
    expect(retour).to_contain_text("Placer sous orientation stratégique 1")
    retour.press("Enter")
    assert len(titres(page, 2)) == 1
    page.get_by_role("button", name="Enregistrer l’ordre").press("Enter")
    expect(page.get_by_role("status").first).to_contain_text("sont enregistrés")
    assert page.locator("[data-rang]").first.text_content() == "1"
    assert titres(page, 2) == ["Préparer aux entretiens d’embauche en visioconférence"]


def test_ranger_sans_script(atelier: Ouverture) -> None:
    page = atelier.contexte("charlie", script=False).new_page()
    page.goto(ORDRE)
    page.locator(f'button[value="descendre:{PREMIERE}"]').press("Enter")
    expect(page.locator("[data-annonce]")).to_contain_text("numéro 2.1, place 1 sur 2")
    page.get_by_role("button", name="Enregistrer l’ordre").press("Enter")
    expect(page.get_by_role("status").first).to_contain_text("sont enregistrés")


def test_deux_fiches_se_comparent_et_se_reunissent_au_clavier(atelier: Ouverture) -> None:
    page = atelier.contexte("charlie").new_page()
    page.goto("/feuilles-de-route/41-2024/arbitrage")
    page.get_by_role("link", name="Comparer et réunir").first.press("Enter")
    page.get_by_role("radio", name="Écrire un texte composé").first.press("Space")
    titre = page.get_by_label("Titre, texte composé")
    titre.fill("Prêter des ordinateurs, avec une connexion")
    page.get_by_role("button", name="Voir le résultat").press("Enter")
    expect(page.locator("#resultat")).to_contain_text("Prêter des ordinateurs, avec une connexion")
    assert violations(page) == []
    page.get_by_role("button", name="Réunir ces fiches").press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Prêter des ordinateurs, avec une connexion")
    expect(page.get_by_text("Réunit", exact=True)).to_be_visible()
    page.get_by_role("button", name="Annuler", exact=True).press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text(
        "Prêter un ordinateur et une connexion pendant les études"
    )
