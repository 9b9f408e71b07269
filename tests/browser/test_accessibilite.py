"""In every state of every page: no violation that axe can see, no sideways scroll, nothing asked outside."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, expect

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
# Every text that shows, with the size it is written in: [pixels, text, whether in a digest or a chart].
_TAILLES = """() => {
  const marcheur = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const tailles = [];
  while (marcheur.nextNode()) {
    const parent = marcheur.currentNode.parentElement;
    if (!marcheur.currentNode.textContent.trim() || !parent.checkVisibility()) continue;
    const px = parseFloat(getComputedStyle(parent).fontSize);
    tailles.push([px, marcheur.currentNode.textContent.trim(), parent.closest(".empreinte, .graphique") !== null]);
  }
  return tailles;
}"""


def violations(page: Page) -> list[Any]:
    """What axe finds, by rule, with the elements concerned. Run from outside the page: its policy stands."""
    page.evaluate(AXE.read_text(encoding="utf-8"))
    trouvees: list[Any] = page.evaluate(_VIOLATIONS, NORMES)
    return trouvees


@pytest.mark.parametrize("etat", PAGES)
def test_une_page_est_sans_violation_sans_debordement_et_sans_rien_d_exterieur(ouverture: Ouverture, etat: str) -> None:
    lecteur, chemin = PAGES[etat]
    page = ouverture.contexte(lecteur).new_page()
    demandes: list[str] = []
    messages: list[str] = []
    page.on("request", lambda requete: demandes.append(requete.url))
    page.on("console", lambda message: messages.append(message.text))
    page.on("requestfailed", lambda requete: messages.append(f"{requete.url} : {requete.failure}"))
    page.goto(chemin, wait_until="networkidle")
    assert {urlsplit(adresse).netloc for adresse in demandes} == {urlsplit(ouverture.base).netloc}
    # Chromium itself notes in the console that a document came with an error status.
    assert [m for m in messages if "status of 4" not in m] == []
    for largeur in (1280, 390):
        page.set_viewport_size({"width": largeur, "height": 900})
        assert (largeur, violations(page)) == (largeur, [])
    page.set_viewport_size({"width": 320, "height": 900})
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    assert [t for t in page.evaluate(_TAILLES) if t[0] < (13 if t[2] else 14)] == []


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
