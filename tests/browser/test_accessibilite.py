"""In every state of every page: no violation that axe can see, no sideways scroll, nothing asked outside."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.axe import verifier, violations
from tests.browser.conftest import Lectures, Ouverture
from tests.browser.pages import LUES

pytestmark = pytest.mark.navigateur


@pytest.mark.parametrize("etat", LUES)
def test_une_page_est_sans_violation_sans_debordement_et_sans_rien_d_exterieur(lectures: Lectures, etat: str) -> None:
    lecteur, chemin = LUES[etat]
    verifier(lectures(lecteur), chemin)


def test_les_menus_ouverts_d_un_telephone_sont_sans_violation(ouverture: Ouverture) -> None:
    page = ouverture.contexte("diane", 390).new_page()
    page.goto("/feuilles-de-route/28-2024")
    for rang, lien in enumerate(("Agenda", "Instances et réunions")):
        resume = page.locator("header summary:visible").nth(rang)
        resume.focus()
        page.keyboard.press("Enter")
        expect(page.locator("header details[open]").get_by_role("link", name=lien, exact=True)).to_be_visible()
        assert violations(page) == []
        page.keyboard.press("Enter")
