"""A meeting held by two secretaries at the keyboard, while the network goes and comes back."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from backend.services import instances
from backend.services.commands.instances import ModifierInstance
from backend.web.adresses import seances as acces
from fne_roadmaps.domain.droits import SYSTEME
from tests.browser.axe import violations
from tests.browser.conftest import Ouverture, serveur
from tests.browser.pages_seances import CONVOQUEE
from tests.support.fabriques import _a_part, ouverte
from tests.support.personnes import contexte

pytestmark = pytest.mark.navigateur

SEANCE = acces.seance(CONVOQUEE)


async def _asseoir(url: str) -> None:
    """Three seats with a voice, two of them needed."""
    sieges = [{"libelle": nom} for nom in ("Mairie", "Caisse", "Maison de l’emploi")]
    commande = ModifierInstance.model_validate({"sieges": sieges, "quorum": 2})
    async with ouverte(url):
        await instances.modifier_instance(contexte(SYSTEME), "28/copil", 1, commande)


@pytest.fixture
def chez_soi(navigateur: Browser, url_base_demo: str) -> Iterator[Ouverture]:
    """A site whose demonstration the test may change."""
    _a_part(_asseoir(url_base_demo))
    avant = set(navigateur.contexts)
    with serveur(url_base_demo) as base:
        yield Ouverture(navigateur, base)
        for ouvert in set(navigateur.contexts) - avant:
            ouvert.close()


def test_une_seance_a_deux_sans_reseau_puis_avec(chez_soi: Ouverture) -> None:
    alice = chez_soi.contexte("alice").new_page()
    ranger_au_clavier(alice)
    ouvrir_et_pointer(alice)
    perdre_le_reseau(alice)
    emile = chez_soi.contexte("emile-28").new_page()
    ecrire_a_deux(alice, emile)
    voir_l_autre(alice, emile)
    decider_et_clore(alice)


def titres(page: Page) -> list[str]:
    """Items in order."""
    return page.locator(".ordre-du-jour [data-titre]").all_inner_texts()


def ranger_au_clavier(page: Page) -> None:
    """The third item goes up twice without the keyboard losing its place, and stays there."""
    page.goto(acces.ordre_du_jour(CONVOQUEE))
    avant = titres(page)
    page.get_by_role("button", name=f"Monter : {avant[2]}").focus()
    for place in (2, 1):
        page.keyboard.press("Enter")
        expect(page.locator("[data-annonce]")).to_contain_text(f"est en place {place} sur 4")
    assert titres(page) == [avant[2], avant[0], avant[1], avant[3]]
    expect(page.get_by_role("button", name=f"Descendre : {avant[2]}")).to_be_focused()
    page.reload()
    assert titres(page)[0] == avant[2]


def ouvrir_et_pointer(page: Page) -> None:
    """The quorum is counted as seats are pointed."""
    page.goto(SEANCE)
    page.get_by_role("button", name="Ouvrir la séance").click()
    expect(page.locator(".etat").first).to_have_text(re.compile("En séance"))
    page.get_by_label("Présence : Mairie").select_option("a_distance")
    expect(page.locator("#presences")).to_contain_text("il manque 1 voix")
    page.get_by_label("Présence : Caisse").select_option("represente")
    page.locator("#presences").get_by_label("Pouvoir donné à").and_(page.locator(":focus")).select_option("Mairie")
    expect(page.locator("#presences")).to_contain_text("Quorum atteint")
    expect(page.locator("#presences")).to_contain_text("Pouvoir à Mairie")
    assert violations(page) == []


def notes(page: Page, rang: int) -> str:
    """What is typed on an item."""
    return page.get_by_label(f"Notes du point {rang}").input_value()


def perdre_le_reseau(page: Page) -> None:
    """Notes of two items are written without a network, and reach the server when it is back."""
    page.get_by_label("Notes du point 1").fill("Le premier point se discute.")
    page.context.set_offline(True)
    page.get_by_label("Notes du point 1").press("End")
    page.get_by_label("Notes du point 1").press_sequentially(" Longuement.")
    page.keyboard.press("PageDown")
    page.get_by_label("Notes du point 2").fill("Le second aussi.")
    page.keyboard.press("Control+Enter")
    expect(page.locator("details[open] [data-etat-notes]")).to_contain_text("Réseau perdu")
    assert notes(page, 2) == "Le second aussi."
    page.context.set_offline(False)
    for rang in (2, 1):
        if rang == 1:
            page.keyboard.press("PageUp")
        expect(page.locator("details[open] [data-etat-notes]")).to_contain_text("Notes enregistrées", timeout=9000)
    page.reload()
    assert notes(page, 1) == "Le premier point se discute. Longuement."
    page.keyboard.press("PageDown")
    assert notes(page, 2) == "Le second aussi."


def ecrire_a_deux(alice: Page, emile: Page) -> None:
    """Other words are put together; the same words are shown side by side, and both stay."""
    alice.goto(SEANCE)
    emile.goto(SEANCE)
    ecrire(alice, "Le premier point se discute. Longuement. La mairie approuve.")
    expect(alice.locator("details[open] [data-etat-notes]")).to_contain_text("Notes enregistrées")
    ecrire(emile, "En bref, le premier point se discute. Longuement.")
    expect(emile.locator("details[open] [data-etat-notes]")).to_contain_text("avec celles de l’autre personne")
    assert notes(emile, 1) == "En bref, le premier point se discute. Longuement. La mairie approuve."
    ecrire(alice, "Le premier point se discute. Longuement. La mairie refuse.")
    expect(alice.locator("details[open] [data-etat-notes]")).to_contain_text("avec celles de l’autre personne")
    assert notes(alice, 1) == "En bref, le premier point se discute. Longuement. La mairie refuse."
    ecrire(emile, "En bref, le premier point se discute. Longuement. La mairie hésite.")
    expect(emile.locator("details[open] [data-etat-notes]")).to_contain_text("mêmes mots")
    emile.get_by_role("button", name="Enregistrer les notes").first.click()
    expect(emile.get_by_role("heading", name=re.compile("deux textes"))).to_be_visible()
    assert violations(emile) == []
    expect(emile.locator(".conflit-textes")).to_contain_text("refuse")
    expect(emile.locator(".conflit-textes")).to_contain_text("hésite")
    emile.locator("textarea[name=notes]").fill("La mairie refuse, puis hésite.")
    emile.get_by_role("button", name="Enregistrer les notes").click()
    emile.wait_for_url(re.compile("/seance"))
    assert notes(emile, 1) == "La mairie refuse, puis hésite."


def voir_l_autre(alice: Page, emile: Page) -> None:
    """What Émile does shows on the page of Alice without her asking, never over what she is typing."""
    emile.clock.install()
    emile.goto(SEANCE)
    alice.goto(SEANCE)
    emile.get_by_label("Notes du point 1").press_sequentially("Émile tape encore. ")
    ecrire(alice, "Alice a tout repris.")
    expect(alice.locator("details[open] [data-etat-notes]")).to_contain_text("Notes enregistrées")
    alice.keyboard.press("PageDown")
    alice.get_by_label("Notes du point 2").fill("Alice passe au deuxième point.")
    alice.keyboard.press("Control+Enter")
    expect(alice.locator("details[open] [data-etat-notes]")).to_contain_text("Notes enregistrées")
    alice.get_by_label("Présence : Maison de l’emploi").select_option("excuse")
    expect(alice.locator("#presences")).to_contain_text("Excusé")
    emile.clock.run_for(1000)
    with emile.expect_response(re.compile(r"/seance\.json")) as reponse:
        emile.clock.fast_forward(9500)
    assert reponse.value.status == 200
    expect(emile.get_by_label("Présence : Maison de l’emploi")).to_have_value("excuse")
    assert "Émile tape encore." in notes(emile, 1)
    assert notes(emile, 2) == "Alice passe au deuxième point."


def ecrire(page: Page, texte: str) -> None:
    """Type over the notes of the first item and keep them."""
    page.get_by_label("Notes du point 1").fill(texte)
    page.keyboard.press("Control+Enter")


def decider_et_clore(page: Page) -> None:
    """A decision on the current item, then the end."""
    page.goto(SEANCE)
    page.get_by_label("Texte de la décision").fill("Le calendrier est adopté.")
    page.get_by_label("Pour le").fill("automne 2025")
    page.get_by_role("button", name="Enregistrer la décision").click()
    expect(page.locator("details[open] .decision")).to_contain_text("Le calendrier est adopté.")
    page.get_by_role("button", name="Clore la séance").click()
    expect(page.locator(".etat").first).to_have_text(re.compile("Tenue"))
    page.goto(f"/reunions/{CONVOQUEE}")
    expect(page.locator("#decisions").locator("xpath=ancestor::section")).to_contain_text("Le calendrier est adopté.")
    expect(page.locator("#presences").locator("xpath=ancestor::section")).to_contain_text("Quorum atteint")
