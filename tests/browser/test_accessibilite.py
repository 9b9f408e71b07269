"""No violation that axe can see, at two widths, in every state of every page; and what axe cannot see."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import Ouverture
from tests.browser.pages import PAGES
from tests.support.outils import RACINE

pytestmark = pytest.mark.navigateur

AXE = RACINE / "node_modules" / "axe-core" / "axe.min.js"
NORMES = ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "RGAAv4"]
_VIOLATIONS = """async (normes) => {
  const resultat = await axe.run(document, {runOnly: {type: "tag", values: normes}, resultTypes: ["violations"]});
  return resultat.violations.map((v) => [v.id, v.nodes.slice(0, 3).map((n) => n.html)]);
}"""
# Every text that shows, with the size it is written in: [pixels, text, whether a digest].
_TAILLES = """() => {
  const marcheur = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const tailles = [];
  while (marcheur.nextNode()) {
    const parent = marcheur.currentNode.parentElement;
    if (!marcheur.currentNode.textContent.trim() || !parent.checkVisibility()) continue;
    const px = parseFloat(getComputedStyle(parent).fontSize);
    tailles.push([px, marcheur.currentNode.textContent.trim(), parent.closest(".empreinte") !== null]);
  }
  return tailles;
}"""


def violations(page: Page) -> list[Any]:
    """What axe finds, by rule, with the elements concerned."""
    page.add_script_tag(path=AXE)
    trouvees: list[Any] = page.evaluate(_VIOLATIONS, NORMES)
    return trouvees


@pytest.mark.parametrize("largeur", [1280, 390])
@pytest.mark.parametrize("etat", PAGES)
def test_aucune_violation(ouverture: Ouverture, etat: str, largeur: int) -> None:
    lecteur, chemin = PAGES[etat]
    page = ouverture.contexte(lecteur, largeur, politique=False).new_page()
    page.goto(chemin)
    assert violations(page) == []


@pytest.mark.parametrize("etat", PAGES)
def test_rien_ne_deborde_a_320_pixels_et_rien_n_est_trop_petit(ouverture: Ouverture, etat: str) -> None:
    lecteur, chemin = PAGES[etat]
    page = ouverture.contexte(lecteur, 320).new_page()
    page.goto(chemin)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    tailles = page.evaluate(_TAILLES)
    assert [t for t in tailles if t[0] < (13 if t[2] else 14)] == []


def test_les_menus_ouverts_d_un_telephone_sont_sans_violation(ouverture: Ouverture) -> None:
    page = ouverture.contexte("diane", 390, politique=False).new_page()
    page.goto("/feuilles-de-route/28-2024")
    for resume in page.locator("summary:visible").all():
        resume.click()
    assert page.get_by_role("link", name="Instances et réunions").is_visible()
    assert violations(page) == []
