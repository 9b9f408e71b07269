"""The list of fiches as people use it: by keyboard, without script, with a mouse, on a telephone."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.axe import violations
from tests.browser.conftest import Ouverture, serveur
from tests.support.fabriques import BasesSqlite

pytestmark = pytest.mark.navigateur

FEUILLE = "/feuilles-de-route/28-2024"


@pytest.fixture(scope="module")
def base_a_ecrire(bases_sqlite: BasesSqlite) -> Iterator[str]:
    """A site on a demonstration of these tests' own."""
    with bases_sqlite.copie("demo") as url, serveur(url) as base:
        yield base


@pytest.fixture
def mienne(navigateur: Browser, base_a_ecrire: str) -> Iterator[Ouverture]:
    """Opens contexts on it; all are closed after the test."""
    avant = set(navigateur.contexts)
    yield Ouverture(navigateur, base_a_ecrire)
    for contexte in set(navigateur.contexts) - avant:
        contexte.close()


def rangee(page: Page, numero: str) -> str:
    """The selector of a fiche's group of rows, that stays when it is swapped."""
    trouvee = page.locator("table.fiches tbody").filter(has=page.get_by_role("cell", name=numero, exact=True))
    return f"#{trouvee.first.get_attribute('id')}"


def test_changer_un_statut_au_clavier_remplace_la_ligne_et_elle_seule(mienne: Ouverture) -> None:
    page = mienne.contexte("alice").new_page()
    page.goto(f"{FEUILLE}?avancement=a_venir")
    adresse = page.url
    page.evaluate("window.temoin = true")
    ligne = page.locator(rangee(page, "1.19"))
    ligne.locator("summary").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(ligne.get_by_label("Nouveau statut")).to_be_visible()
    assert violations(page) == []
    expect(ligne.get_by_label("Nouveau statut")).to_be_focused()
    page.keyboard.type("Bloquée")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(ligne.get_by_role("alert")).to_contain_text("Dites pourquoi")
    assert violations(page) == []
    ligne.get_by_label("Pourquoi").fill("Le local n’est pas prêt.")
    page.keyboard.press("Enter")
    expect(ligne.get_by_role("status")).to_contain_text("ne répond plus aux filtres")
    expect(ligne.locator("summary")).to_be_focused()
    # Nothing was loaded again: the page is the one that was opened.
    assert page.evaluate("window.temoin") is True
    assert page.url == adresse
    page.reload()
    expect(page.get_by_role("cell", name="1.19", exact=True)).to_have_count(0)


@pytest.mark.parametrize("largeur", [1280, 390])
def test_changer_une_echeance_sans_script(mienne: Ouverture, largeur: int) -> None:
    page = mienne.contexte("alice", largeur, script=False).new_page()
    numero = "2.12" if largeur > 768 else "2.22"
    page.goto(f"{FEUILLE}?avancement=a_venir&axe=28-2024/2")
    ligne = page.locator(rangee(page, numero)) if largeur > 768 else page.locator("table.fiches tbody").nth(1)
    ligne.locator("summary").click()
    ligne.get_by_role("link", name="Dates").click()
    page.get_by_role("textbox", name="Échéance").fill("printemps 2027")
    page.get_by_role("button", name="Enregistrer", exact=True).click()
    assert "fait=cellule" in page.url
    expect(page.locator(".enregistree")).to_be_visible()
    expect(page.locator("table.fiches")).to_contain_text("printemps")


def test_un_conflit_se_voit_dans_la_ligne(mienne: Ouverture) -> None:
    contexte = mienne.contexte("alice")
    premiere, seconde = contexte.new_page(), contexte.new_page()
    for page in (premiere, seconde):
        page.goto(f"{FEUILLE}?texte=cellule")
        ligne = page.locator("table.fiches tbody").first
        ligne.locator("summary").click()
        ligne.get_by_role("link", name="Priorité").click()
        expect(ligne.get_by_role("combobox", name="Priorité")).to_be_visible()
    premiere.locator("form.petit-formulaire").get_by_role("combobox").select_option("bas")
    premiere.get_by_role("button", name="Enregistrer", exact=True).click()
    expect(premiere.locator(".enregistree")).to_be_visible()
    formulaire = seconde.locator("form.petit-formulaire")
    formulaire.get_by_role("combobox").select_option("moyen")
    formulaire.get_by_role("button", name="Enregistrer").click()
    conflit = seconde.locator(".conflit")
    expect(conflit).to_contain_text("Basse")
    expect(conflit).to_contain_text("Moyenne")
    assert violations(seconde) == []
    seconde.get_by_role("link", name="Garder ce qui est enregistré").click()
    expect(conflit).to_have_count(0)


def test_une_carte_se_glisse_et_se_deplace_au_clavier(mienne: Ouverture) -> None:
    page = mienne.contexte("alice").new_page()
    page.goto(f"{FEUILLE}?presentation=statut&axe=28-2024/4")
    carte = page.locator('[data-avancement="a_venir"] .carte').first
    identifiant = carte.get_attribute("id")
    carte.drag_to(page.locator('[data-avancement="en_cours"] h3'))
    deplacee = page.locator(f'[data-avancement="en_cours"] #{identifiant}')
    expect(deplacee).to_be_visible()
    deplacee.locator("summary").focus()
    page.keyboard.press("Enter")
    deplacee.get_by_label("Vers").select_option("realisee")
    deplacee.get_by_role("button", name="Déplacer").press("Enter")
    expect(page.locator(f'[data-avancement="realisee"] #{identifiant}')).to_be_visible()
    assert violations(page) == []


def test_glisser_ou_il_faut_dire_pourquoi_ouvre_la_question(mienne: Ouverture) -> None:
    page = mienne.contexte("alice").new_page()
    page.goto(f"{FEUILLE}?presentation=statut&axe=28-2024/3")
    carte = page.locator('[data-avancement="a_venir"] .carte').first
    carte.drag_to(page.locator('[data-avancement="en_pause"] h3'))
    expect(carte.get_by_label("Pourquoi")).to_be_focused()
    expect(carte.get_by_label("Vers")).to_have_value("en_pause")


@pytest.mark.parametrize("script", [True, False])
def test_cocher_voir_faire_annuler(mienne: Ouverture, script: bool) -> None:
    page = mienne.contexte("alice", script=script).new_page()
    page.goto(f"{FEUILLE}?axe=28-2024/5")
    page.get_by_role("link", name="Changer plusieurs fiches").click()
    for rang in range(3):
        page.locator("input[name=fiche]").nth(rang).check()
    page.get_by_role("button", name="Changer les fiches cochées").click()
    page.get_by_label("Météo", exact=True).check()
    page.get_by_label("Nouvelle météo").select_option("compromis")
    if script:
        expect(page.get_by_label("Nouvelle priorité")).to_be_hidden()
    page.get_by_role("button", name="Voir l’aperçu").click()
    expect(page.get_by_role("heading", name="Aperçu")).to_be_visible()
    page.get_by_role("button", name=re.compile("Changer ces 3 fiches")).click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Météo de 3")
    assert violations(page) == [] if script else True
    page.get_by_role("button", name="Annuler ce changement").click()
    expect(page.get_by_text("sont revenues")).to_be_visible()


def test_une_vue_se_garde_et_se_retrouve(mienne: Ouverture) -> None:
    page = mienne.contexte("alice", 390).new_page()
    page.goto(f"{FEUILLE}?en_retard=oui&presentation=frise")
    page.locator("#vues > summary").click()
    page.get_by_label("Garder cette liste sous le nom").fill("Frise des retards")
    page.get_by_role("button", name="Enregistrer la vue").click()
    page.goto(FEUILLE)
    page.locator("#vues > summary").click()
    assert violations(page) == []
    page.get_by_role("link", name="Frise des retards").click()
    expect(page.locator(".frise")).to_be_visible()
    assert "en_retard=oui" in page.url
    page.locator("#vues > summary").click()
    page.get_by_label("Garder cette liste sous le nom").fill("frise des retards")
    page.get_by_role("button", name="Enregistrer la vue").click()
    expect(page.get_by_role("alert")).to_contain_text("Vous gardez déjà une vue")
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


def test_plus_de_filtres_s_ouvre_au_clavier_et_filtre(ouverture: Ouverture) -> None:
    page = ouverture.contexte("bob").new_page()
    page.goto(FEUILLE)
    page.locator(".filtres.large .plus > summary").focus()
    page.keyboard.press("Enter")
    formulaire = page.locator("form.filtres.large")
    formulaire.get_by_label("Jalon à venir").select_option("90")
    formulaire.get_by_label("Modifiées", exact=True).select_option("copil")
    assert violations(page) == []
    formulaire.get_by_label("Modifiées", exact=True).press("Enter")
    formulaire.get_by_role("button", name="Filtrer").click()
    page.wait_for_url(re.compile("jalon_dans=90"))
    expect(page.get_by_role("list", name="Filtres actifs")).to_contain_text("dernier COPIL (28")
    page.get_by_role("list", name="Filtres actifs").get_by_role("link").first.click()
    page.wait_for_url(lambda url: "jalon_dans" not in url)


def test_la_liste_s_imprime_en_tableau(ouverture: Ouverture) -> None:
    page = ouverture.contexte("alice", 700).new_page()
    page.goto(f"{FEUILLE}?presentation=impression&en_retard=oui")
    page.emulate_media(media="print")
    expect(page.locator("main").get_by_text("Situation au 17")).to_be_visible()
    expect(page.get_by_text(re.compile("Filtres.: en retard"))).to_be_visible()
    assert page.locator("table.fiches").evaluate("t => getComputedStyle(t).display") == "table"
    for cache in (".actions", ".menu", ".rubriques"):
        expect(page.locator(cache).first).to_be_hidden()
    assert page.locator("table.fiches tbody").count() == 14
