"""Long texts in a real browser: previewed in place, pasted from Word as Markdown; and a mail of the letterbox."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from backend.web.adresses import courriels, edition
from backend.web.adresses.textes import apercu
from fne_roadmaps.demo.cles import cle_fixe
from fne_roadmaps.domain.collage import nettoyer_collage
from tests.browser.axe import violations
from tests.browser.conftest import Ouverture, serveur
from tests.domain.test_collage import DE_WORD
from tests.support.fabriques import BasesSqlite

pytestmark = pytest.mark.navigateur


@pytest.fixture(scope="module")
def base_url(bases_sqlite: BasesSqlite) -> Iterator[str]:
    """The site on a demonstration of this module's own: what is typed is kept as a draft."""
    with bases_sqlite.copie("demo") as url, serveur(url) as base:
        yield base


BESOIN = edition.modifier(cle_fixe("fiche_action:28-2024/1.1"), "besoin")
_COLLER = """([html, texte]) => {
  const zone = document.querySelector("[name=contexte]");
  zone.value = "";
  zone.focus();
  const colle = new DataTransfer();
  colle.setData("text/html", html);
  colle.setData("text/plain", texte);
  return zone.dispatchEvent(new ClipboardEvent("paste", {clipboardData: colle, bubbles: true, cancelable: true}));
}"""
# What the button does without script.
_ENVOYER_A_L_APERCU = """(adresse) => {
  const formulaire = document.querySelector("#edition");
  const champ = Object.assign(document.createElement("input"), {type: "hidden", name: "apercu", value: "contexte"});
  formulaire.action = adresse;
  formulaire.append(champ);
  formulaire.submit();
}"""
TEXTE = "## Constat\nUn **point** :\n\n- [le site](https://exemple.fr)\n\n> cité\n\n1. un"
COLLES = (
    DE_WORD,
    "<p>Un <b>besoin</b>, <i>réel</i>.</p><p>Autre.</p>",
    "<h2><b>Titre</b></h2><p>x</p>",
    "<ul><li>un</li><li><p>deux</p><ol><li>a</li><li>b</li></ol></li></ul><p>fin</p>",
    "<p>ligne<br>autre</p><ul><li>un</li></ul>",
    '<p><a href="https://exemple.fr/a?b=1">le site</a> et <a href="javascript:alert(1)">ici</a></p>',
    "<b>2 * 3</b> <span style='font-weight:700'>g</span>",
    "<table><tr><td>Année</td><td>Somme</td></tr><tr><td>2024</td><td>12</td></tr></table>",
)


def ouvrir_besoin(ouverture: Ouverture, *, script: bool = True, largeur: int = 1280) -> Page:
    page = ouverture.contexte("alice", largeur, script=script).new_page()
    page.goto(BESOIN)
    return page


@pytest.mark.parametrize("html", COLLES)
def test_ce_qui_est_colle_devient_le_meme_markdown_que_sur_le_serveur(ouverture: Ouverture, html: str) -> None:
    page = ouvrir_besoin(ouverture)
    assert page.evaluate(_COLLER, [html, "texte"]) is False
    assert page.input_value("[name=contexte]") == nettoyer_collage(html)
    page.keyboard.press("Control+z")
    assert page.input_value("[name=contexte]") == ""


@pytest.mark.parametrize("html", ["", "<span>simple</span>", "<meta charset=utf-8><p>sans forme</p>"])
def test_un_texte_sans_forme_est_laisse_au_navigateur(ouverture: Ouverture, html: str) -> None:
    assert ouvrir_besoin(ouverture).evaluate(_COLLER, [html, "texte"]) is True


def test_rien_de_colle_ne_s_execute_ni_ne_se_charge(ouverture: Ouverture) -> None:
    page = ouvrir_besoin(ouverture)
    demandes: list[str] = []
    page.on("request", lambda requete: demandes.append(requete.url))
    page.evaluate(
        _COLLER, ["<b>x</b><img src=/piege onerror='window.piege = 1'><script>window.piege = 1</script>", "x"]
    )
    page.wait_for_timeout(200)
    assert page.evaluate("window.piege") is None
    assert not [d for d in demandes if "piege" in d]
    assert page.input_value("[name=contexte]") == "**x**"


@pytest.mark.parametrize("largeur", [1280, 390])
def test_l_apercu_arrive_sur_place_sans_rien_perdre(ouverture: Ouverture, largeur: int) -> None:
    page = ouvrir_besoin(ouverture, largeur=largeur)
    page.fill("[name=contexte]", "## Constat\n- un **point**")
    page.fill("[name=objectifs]", "Autre")
    page.get_by_role("button", name="Voir l’aperçu de «\u202fContexte et besoin\u202f»").click()
    montre = page.locator("#champ-contexte-apercu")
    expect(montre.locator("h3")).to_have_text("Constat")
    expect(montre.locator("strong")).to_have_text("point")
    assert page.url.endswith(BESOIN)
    assert page.input_value("[name=objectifs]") == "Autre"
    assert violations(page) == []


def test_sans_script_l_apercu_est_une_page_et_l_on_en_revient_entier(ouverture: Ouverture) -> None:
    page = ouvrir_besoin(ouverture, script=False)
    page.fill("[name=contexte]", "Un **point**")
    page.fill("[name=objectifs]", "Autre")
    page.get_by_role("button", name="Voir l’aperçu").first.click()
    expect(page.locator(".apercu-texte strong")).to_have_text("point")
    page.fill("[name=contexte]", "Un **autre** point")
    page.get_by_role("button", name="Revenir au formulaire").click()
    assert page.url.split("#")[0].endswith(BESOIN)
    assert page.input_value("[name=contexte]") == "Un **autre** point"
    assert page.input_value("[name=objectifs]") == "Autre"


def test_la_page_d_apercu_est_sans_violation(ouverture: Ouverture) -> None:
    page = ouvrir_besoin(ouverture)
    page.fill("[name=contexte]", TEXTE)
    page.evaluate(_ENVOYER_A_L_APERCU, apercu(BESOIN))
    page.wait_for_selector("text=Revenir au formulaire")
    for largeur in (1280, 390):
        page.set_viewport_size({"width": largeur, "height": 900})
        assert violations(page) == []
    page.set_viewport_size({"width": 320, "height": 900})
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_un_courriel_de_la_demonstration_se_lit_et_son_lien_s_ouvre(ouverture: Ouverture) -> None:
    page = ouverture.contexte("visiteur").new_page()
    page.goto(courriels.BOITE)
    page.locator("main table a").first.click()
    for largeur in (1280, 390):
        page.set_viewport_size({"width": largeur, "height": 900})
        assert violations(page) == []
    page.set_viewport_size({"width": 320, "height": 900})
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    page.locator(".lettre a").click()
    expect(page.locator("h1")).to_be_visible()
    assert "/public/" in page.url
