"""Pasting an agenda in a real browser: what was understood, then what was created, seen by axe and on a telephone."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.axe import violations
from tests.browser.conftest import Ouverture

pytestmark = pytest.mark.navigateur

TEXTE = (
    "Agenda 2025\nEure-et-Loir\n- jeudi 26 juin : COPIL, 9h30-12h\n- mardi 11 septembre : rencontre\n"
    "- 1/mois : point\nBla\n"
)


def verifier(page: Page) -> None:
    """As every page: no violation, wide or narrow, and no sideways scroll."""
    for largeur in (1280, 390):
        page.set_viewport_size({"width": largeur, "height": 900})
        assert (largeur, violations(page)) == (largeur, [])
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    page.set_viewport_size({"width": 1280, "height": 900})


def test_un_agenda_colle_se_relit_et_se_retrouve_sans_violation(chez_soi: Ouverture) -> None:
    page = chez_soi.contexte("alice").new_page()
    page.goto("/gouvernances/28")
    page.get_by_role("link", name="Coller un agenda").click()
    page.locator("textarea").first.fill(TEXTE)
    page.get_by_role("button", name=re.compile("^Lire")).click()
    expect(page.locator("main")).to_contain_text("est un jeudi, pas un mardi")
    verifier(page)
    page.get_by_label(re.compile("^Date")).nth(1).fill("11 septembre 2025")
    page.get_by_role("button", name=re.compile("^Créer")).click()
    page.wait_for_url(re.compile("/imports-d-agenda/"))
    verifier(page)
