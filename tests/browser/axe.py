"""What every page must be in a real browser: seen by axe, by its width, by what it asks for."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import Page

from tests.support.outils import RACINE

AXE = RACINE / "node_modules" / "axe-core" / "axe.min.js"
NORMES = ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "RGAAv4"]
_VIOLATIONS = """async (normes) => {
  const resultat = await axe.run(document, {
    runOnly: {type: "tag", values: normes}, resultTypes: ["violations"], selectors: false, preload: false,
  });
  return resultat.violations.map((v) => [v.id, v.nodes.slice(0, 3).map((n) => n.html)]);
}"""
# Text that shows in letters too small, of a digest or a chart or not: [pixels, text].
_PETITES_LETTRES = """() => {
  const marcheur = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const petites = [];
  while (marcheur.nextNode()) {
    const parent = marcheur.currentNode.parentElement;
    if (!marcheur.currentNode.textContent.trim() || !parent.checkVisibility()) continue;
    const px = parseFloat(getComputedStyle(parent).fontSize);
    if (px < (parent.closest(".empreinte, .graphique") ? 13 : 14)) {
      petites.push([px, marcheur.currentNode.textContent.trim()]);
    }
  }
  return petites;
}"""


def violations(page: Page) -> list[Any]:
    """What axe finds, by rule, with the elements concerned. Run from outside the page: its policy stands."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE.read_text(encoding="utf-8"))
    trouvees: list[Any] = page.evaluate(_VIOLATIONS, NORMES)
    return trouvees


@contextmanager
def _ecoute(page: Page) -> Iterator[tuple[list[str], list[str]]]:
    """What the page asks for, and what its console says, while it is listened to."""
    demandes: list[str] = []
    messages: list[str] = []
    ecouteurs: dict[Any, Callable[[Any], None]] = {
        "request": lambda requete: demandes.append(requete.url),
        "console": lambda message: messages.append(message.text),
        "requestfailed": lambda requete: messages.append(f"{requete.url} : {requete.failure}"),
    }
    for evenement, ecouteur in ecouteurs.items():
        page.on(evenement, ecouteur)
    try:
        yield demandes, messages
    finally:
        for evenement, ecouteur in ecouteurs.items():
            page.remove_listener(evenement, ecouteur)


def verifier(page: Page, chemin: str) -> None:
    """No violation that axe can see, no sideways scroll, nothing asked outside, no small letters."""
    page.set_viewport_size({"width": 1280, "height": 900})
    with _ecoute(page) as (demandes, messages):
        page.goto(chemin)
        assert {urlsplit(adresse).netloc for adresse in demandes} == {urlsplit(page.url).netloc}
        # Chromium itself notes in the console that a document came with an error status.
        assert [m for m in messages if "status of 4" not in m] == []
        for largeur in (1280, 390):
            page.set_viewport_size({"width": largeur, "height": 900})
            assert (largeur, violations(page)) == (largeur, [])
        page.set_viewport_size({"width": 320, "height": 900})
        assert page.evaluate("document.documentElement.scrollWidth") <= 320
        assert page.evaluate(_PETITES_LETTRES) == []
