"""People's journeys: by keyboard, without script, on paper, and light enough for a poor line."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Ouverture
from tests.browser.pages import PAGES

pytestmark = pytest.mark.navigateur

FEUILLE = "/feuilles-de-route/28-2024"
POIDS_MAX = 150_000
_FOCUS = """() => {
  const e = document.activeElement;
  const s = getComputedStyle(e);
  const contour = s.outlineStyle !== "none" && s.outlineWidth !== "0px";
  return {nom: (e.innerText || e.value || e.name || "").trim(), contour};
}"""
# Focusable elements that show, in the order of the document.
_ATTENDUS = """() => [...document.querySelectorAll("a[href], button, input:not([type=hidden]), select, summary")]
  .filter((e) => e.checkVisibility()).map((e) => (e.innerText || e.value || e.name || "").trim())"""


def tabuler(page: Page, fois: int) -> list[dict[str, object]]:
    """What takes the focus, one after the other."""
    vus = []
    for _ in range(fois):
        page.keyboard.press("Tab")
        vus.append(page.evaluate(_FOCUS))
    return vus


def test_le_premier_pas_mene_au_contenu(ouverture: Ouverture) -> None:
    page = ouverture.contexte("alice").new_page()
    page.goto(FEUILLE)
    page.keyboard.press("Tab")
    evitement = page.get_by_role("link", name="Aller au contenu")
    expect(evitement).to_be_focused()
    assert (evitement.bounding_box() or {"y": -1})["y"] >= 0
    page.keyboard.press("Enter")
    expect(page.locator("main#contenu")).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.get_by_role("navigation", name="Fil d’Ariane").get_by_role("link", name="Région")).to_be_focused()


@pytest.mark.parametrize("etat", ["accueil", "agenda-vide", "instance", "feuille-sans-resultat"])
def test_le_clavier_suit_l_ordre_de_la_page_et_se_voit(ouverture: Ouverture, etat: str) -> None:
    lecteur, chemin = PAGES[etat]
    page = ouverture.contexte(lecteur).new_page()
    page.goto(chemin)
    attendus = page.evaluate(_ATTENDUS)
    vus = tabuler(page, len(attendus))
    assert [v["nom"] for v in vus] == attendus
    assert [v["nom"] for v in vus if not v["contour"]] == []


def test_filtrer_au_clavier(ouverture: Ouverture) -> None:
    page = ouverture.contexte("alice").new_page()
    page.goto(FEUILLE)
    page.locator("#filtre-texte").focus()
    page.keyboard.type("médiateurs")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    expect(page.locator("#filtre-avancement")).to_be_focused()
    page.keyboard.type("En cours")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Filtrer")).to_be_focused()
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"texte=m%C3%A9diateurs&avancement=en_cours#fiches$"))
    lignes = page.locator("table.fiches tbody tr")
    assert lignes.count() > 0
    assert set(page.locator("table.fiches .etat-fiche").all_inner_texts()) == {"En cours"}


@pytest.mark.parametrize("largeur", [1280, 390])
def test_tout_marche_sans_script(ouverture: Ouverture, largeur: int) -> None:
    page = ouverture.contexte("visiteur", largeur, script=False).new_page()
    page.goto("/")
    page.get_by_role("button", name="Entrer comme alice").click()
    expect(page.get_by_text("Vous lisez comme")).to_contain_text("Alice")
    page.get_by_role("row", name="Eure-et-Loir").get_by_role("link", name=re.compile("14 en retard")).click()
    expect(page.locator("table.fiches tbody tr")).to_have_count(14)
    if largeur < 768:
        page.locator("form.filtres.etroit summary").click()
    formulaire = page.locator("form.filtres:visible")
    formulaire.get_by_label("Statut").select_option("Bloquée")
    formulaire.get_by_role("button", name="Filtrer").click()
    assert "en_retard=oui" in page.url
    assert "avancement=bloquee" in page.url
    premiere = page.locator("table.fiches tbody tr").first
    titre = premiere.get_by_role("link").inner_text()
    premiere.get_by_role("link").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(titre)
    if largeur < 768:
        page.get_by_text("Menu", exact=True).click()
    page.get_by_role("link", name="Agenda", exact=True).first.click()
    with page.expect_download() as recu:
        page.get_by_role("link", name="Télécharger l’agenda (.ics)").click()
    assert recu.value.suggested_filename == "agenda.ics"
    page.get_by_role("button", name="Quitter").click()
    expect(page.get_by_text("Vous lisez comme")).to_contain_text("un compte d’une autre région")


@pytest.mark.parametrize("etat", ["accueil", "feuille", "fiche", "agenda"])
def test_la_premiere_vue_reste_legere(ouverture: Ouverture, etat: str) -> None:
    lecteur, chemin = PAGES[etat]
    contexte = ouverture.contexte(lecteur)
    page = contexte.new_page()
    poids: list[float] = []
    sonde = contexte.new_cdp_session(page)
    sonde.send("Network.enable")
    sonde.on("Network.loadingFinished", lambda fin: poids.append(fin["encodedDataLength"]))
    page.goto(chemin, wait_until="networkidle")
    assert len(poids) > 10
    assert sum(poids) <= POIDS_MAX


def test_l_impression_garde_le_texte_et_pas_les_barres(ouverture: Ouverture) -> None:
    page = ouverture.contexte("diane").new_page()
    page.goto(FEUILLE)
    page.emulate_media(media="print")
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    expect(page.locator("table.fiches")).to_be_visible()
    expect(page.locator(".bandeau .lieu")).to_be_visible()
    for cache in (".menu", ".rubriques", ".filtres.large", ".raccourcis", ".evitement", ".actions", ".pagination ul"):
        expect(page.locator(cache).first).to_be_hidden()
