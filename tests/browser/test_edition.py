"""Writing in a real browser: by keyboard alone, without script, two at a time, and through a tab that was closed."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from backend.web.adresses import edition
from fne_roadmaps.demo.cles import cle_fixe
from tests.browser.axe import violations
from tests.browser.conftest import Ouverture, serveur
from tests.support.fabriques import BasesSqlite

pytestmark = pytest.mark.navigateur

FICHE = cle_fixe("fiche_action:28-2024/1.1")
AUTRE = cle_fixe("fiche_action:28-2024/2.1")
FEUILLE = cle_fixe("feuille_de_route:28-2024")


@pytest.fixture(scope="module")
def base_url(bases_sqlite: BasesSqlite) -> Iterator[str]:
    """The site on a demonstration of this module's own: these journeys write."""
    with bases_sqlite.copie("demo") as url, serveur(url) as base:
        yield base


def ouvrir(contexte: BrowserContext, section: str, fiche: object = FICHE) -> Page:
    page = contexte.new_page()
    page.goto(edition.modifier(str(fiche), section))
    return page


def enregistrer(page: Page) -> None:
    page.get_by_role("button", name="Enregistrer la section").click()


def enregistree(page: Page) -> None:
    expect(page.get_by_role("status").filter(has_text="La section est enregistrée.")).to_be_visible()


def test_la_saisie_survit_a_un_onglet_ferme(ouverture: Ouverture) -> None:
    contexte = ouverture.contexte("alice")
    page = ouvrir(contexte, "besoin")
    page.get_by_label("Objectifs").fill("Tapé, jamais enregistré.")
    expect(page.get_by_text(re.compile(r"Saisie gardée à \d+\sh\s\d\d"))).to_be_visible(timeout=8000)
    page.get_by_label("Objectifs").press_sequentially(" Et encore.")
    page.close(run_before_unload=False)
    page = ouvrir(contexte, "besoin")
    expect(page.get_by_text("Vous retrouvez ce que vous aviez commencé")).to_be_visible()
    assert page.get_by_label("Objectifs").input_value().startswith("Tapé, jamais enregistré.")
    assert violations(page) == []
    page.get_by_role("button", name="Abandonner ce brouillon").click()
    expect(page.get_by_label("Objectifs")).not_to_have_value(re.compile("Tapé"))
    expect(page.get_by_text("Vous retrouvez")).to_have_count(0)


def test_partir_de_la_page_garde_ce_qui_vient_d_etre_tape(ouverture: Ouverture) -> None:
    contexte = ouverture.contexte("alice")
    page = ouvrir(contexte, "moyens")
    page.get_by_label("Livrables").fill("Tapé juste avant de partir.")
    page.goto("/")
    # What leaves with a page tells nobody when it arrives.
    page = contexte.new_page()
    for _ in range(20):
        page.goto(edition.modifier(str(FICHE), "moyens"))
        if page.get_by_text("Vous retrouvez").count():
            break
        page.wait_for_timeout(200)
    expect(page.get_by_label("Livrables")).to_have_value("Tapé juste avant de partir.")
    enregistrer(page)
    enregistree(page)
    page = ouvrir(contexte, "moyens")
    expect(page.get_by_text("Vous retrouvez")).to_have_count(0)


@pytest.mark.parametrize("script", [True, False], ids=["avec-script", "sans-script"])
def test_deux_personnes_sur_une_section_voient_les_deux_textes(ouverture: Ouverture, script: bool) -> None:
    a_alice = ouvrir(ouverture.contexte("alice", script=script), "suivi", AUTRE)
    depart = "Les conventions attendent les communes."
    a_alice.get_by_label("Difficultés").fill(depart)
    enregistrer(a_alice)
    enregistree(a_alice)
    a_alice.goto(edition.modifier(str(AUTRE), "suivi"))
    a_emile = ouvrir(ouverture.contexte("emile-28", script=script), "suivi", AUTRE)
    a_emile.get_by_label("Difficultés").fill("Les conventions attendent les communes, après juillet.")
    enregistrer(a_emile)
    enregistree(a_emile)
    a_alice.get_by_label("Difficultés").fill("Les conventions attendent les neuf communes.")
    enregistrer(a_alice)
    expect(a_alice.get_by_role("alert")).to_contain_text("Rien n’est enregistré")
    expect(a_alice.get_by_role("heading", name="Difficultés : deux textes, aucun n’est perdu")).to_be_visible()
    expect(a_alice.locator("del")).to_have_text(", après juillet")
    if script:
        for largeur in (1280, 390):
            a_alice.set_viewport_size({"width": largeur, "height": 900})
            assert violations(a_alice) == []
        assert a_alice.evaluate("document.documentElement.scrollWidth") <= 390
    reunis = "Les conventions attendent les neuf communes, après juillet."
    expect(a_alice.get_by_label("Difficultés", exact=False).last).to_have_value(reunis)
    enregistrer(a_alice)
    enregistree(a_alice)
    a_emile.goto(edition.modifier(str(AUTRE), "suivi"))
    expect(a_emile.get_by_label("Difficultés")).to_have_value(reunis)


def test_une_section_s_ecrit_au_clavier_seul(ouverture: Ouverture) -> None:
    page = ouvrir(ouverture.contexte("alice"), "jalons")
    lignes = page.locator(".ligne-saisie")
    avant = lignes.count()
    page.get_by_role("button", name="Ajouter un jalon").focus()
    page.keyboard.press("Enter")
    expect(lignes).to_have_count(avant + 1)
    expect(page.locator(f"#champ-jalons-{avant}-titre")).to_be_focused()
    page.keyboard.type("Jalon tapé au clavier")
    page.keyboard.press("Tab")
    page.keyboard.type("à l’automne 2026")
    assert violations(page) == []
    page.locator(f"#champ-jalons-{avant}-nom + .gestes button").first.focus()
    page.keyboard.press("Enter")
    expect(page.locator(f"#champ-jalons-{avant - 1}-titre")).to_have_value("Jalon tapé au clavier")
    expect(page.locator(f"#champ-jalons-{avant - 1}-titre")).to_be_focused()
    # « Enter » in a field saves; it never removes or moves a line.
    page.keyboard.press("Enter")
    enregistree(page)
    expect(page.get_by_text("Jalon tapé au clavier").first).to_be_visible()


def test_une_liste_se_change_sans_script(ouverture: Ouverture) -> None:
    page = ouvrir(ouverture.contexte("alice", 390, script=False), "publics")
    avant = page.get_by_label("Public visé").count()
    page.get_by_role("button", name="Ajouter un public").click()
    expect(page.get_by_label("Public visé")).to_have_count(avant + 1)
    page.get_by_label("Public visé").last.fill("Apprentis")
    page.get_by_role("button", name=f"Monter public {avant + 1}").click()
    expect(page.get_by_label("Public visé").nth(avant - 1)).to_have_value("Apprentis")
    enregistrer(page)
    enregistree(page)


def test_un_refus_mene_a_son_champ(ouverture: Ouverture) -> None:
    page = ouvrir(ouverture.contexte("alice"), "calendrier")
    page.get_by_label("Fin").fill("31 novembre 2026")
    enregistrer(page)
    expect(page).to_have_title(re.compile("^Erreur : Modifier le calendrier"))
    expect(page.locator("#erreurs")).to_be_focused()
    assert violations(page) == []
    page.get_by_role("alert").get_by_role("link").click()
    expect(page.get_by_label("Fin")).to_be_focused()
    page.get_by_label("Fin").fill("fin novembre 2026")
    page.keyboard.press("Enter")
    enregistree(page)


def test_un_double_clic_ne_cree_qu_une_fiche(ouverture: Ouverture) -> None:
    page = ouverture.contexte("alice").new_page()
    page.goto(edition.nouvelle_fiche(str(FEUILLE)))
    page.get_by_label("Titre").fill("Fiche du double clic")
    page.get_by_role("button", name="Créer la fiche").dblclick()
    expect(page.get_by_role("heading", level=1)).to_have_text("Fiche du double clic")
    page.goto("/feuilles-de-route/28-2024?texte=double+clic")
    expect(page.get_by_role("link", name="Fiche du double clic")).to_have_count(1)
