"""The whole workspace in one story: from the call for fiches to the successor of who followed them."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from backend.web.adresses import comptes, contributions, edition, suivi
from backend.web.adresses.arbitrage import arbitrage
from fne_roadmaps.demo.cles import cle_fixe
from tests.browser.axe import violations
from tests.browser.conftest import Ouverture
from tests.browser.pages_contributions import F28
from tests.browser.test_contribuer import ouvrir_un_appel, proposer

pytestmark = pytest.mark.navigateur

PREMIERE, SECONDE = "Réparer ensemble", "Réparer et apprendre"
G28 = cle_fixe("gouvernance:28")


def test_de_l_appel_a_fiches_a_la_passation(chez_soi: Ouverture) -> None:
    alice = chez_soi.contexte("alice").new_page()
    lien = ouvrir_un_appel(alice)
    for structure, titre in (("Les Voisins (exemple)", PREMIERE), ("Le Fil (exemple)", SECONDE)):
        proposer(chez_soi.contexte("visiteur", script=False).new_page(), lien, structure, titre)
    instruire(alice)
    reunir(alice)
    fiche = retenir(alice)
    repondre(chez_soi.contexte("visiteur", 390).new_page(), demander(alice, fiche))
    accepter(alice)
    signaler_le_retard(alice, fiche)
    demeler(alice, chez_soi.contexte("emile-28").new_page(), fiche)
    passer_la_main(chez_soi, alice)


def instruire(page: Page) -> None:
    """Both proposals, which came without account, enter the instruction."""
    page.goto(contributions.propositions(F28))
    for titre in (PREMIERE, SECONDE):
        expect(page.get_by_role("link", name=re.compile(titre))).to_be_visible()
    for titre in (PREMIERE, SECONDE):
        page.goto(arbitrage(F28))
        page.get_by_role("button", name=f"Mettre en instruction : {titre}").click()
        expect(page.get_by_role("status").first).to_be_visible()


def reunir(page: Page) -> None:
    """They say the same thing: one fiche, which tells what came from whom."""
    for titre in (PREMIERE, SECONDE):
        page.get_by_label(f"Choisir {titre}, pour la réunir à d’autres").check()
    page.get_by_role("button", name="Réunir les fiches cochées").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Réunir deux fiches")
    assert violations(page) == []
    page.get_by_label("Motif").fill("Deux demandes, un seul besoin.")
    page.get_by_role("button", name="Réunir ces fiches").click()
    expect(page.get_by_role("status").first).to_be_visible()
    expect(page.locator("main")).to_contain_text("Le Fil (exemple)")


def retenir(page: Page) -> str:
    """Retained under the third axe, with the number that comes next there; its address."""
    page.goto(arbitrage(F28))
    page.get_by_text("Retenir", exact=True).click()
    page.get_by_label("Placer sous").select_option(str(cle_fixe("axe:28-2024/3")))
    page.get_by_role("button", name=f"Retenir à cette place : {PREMIERE}").click()
    expect(page.get_by_role("status").first).to_be_visible()
    page.goto(f"/feuilles-de-route/28-2024?texte={PREMIERE.split()[0]}&axe=28-2024/3")
    page.get_by_role("link", name=PREMIERE).first.click()
    expect(page.locator("main")).to_contain_text("3.23")
    return page.url.split("?")[0]


def demander(page: Page, fiche: str) -> str:
    """News are asked to a structure that proposed it, for it has no pilote yet; the link to send."""
    page.goto(fiche)
    page.get_by_text("Autres actions").click()
    page.get_by_role("link", name="Demander des nouvelles").click()
    page.get_by_label("À qui").fill("Les Voisins (exemple)")
    page.get_by_label("Message").fill("Le COPIL approche.")
    page.get_by_role("button", name="Demander des nouvelles").click()
    return page.get_by_label("Adresse à envoyer").input_value()


def repondre(page: Page, lien: str) -> None:
    """The structure answers from the link alone: it runs, and should have ended a week ago."""
    page.goto(lien)
    page.get_by_label("Statut").select_option("En cours")
    page.get_by_label("Vos nouvelles").fill("Le local est trouvé.")
    page.get_by_label("Fin").fill("10 juin 2025")
    page.get_by_role("button", name="Envoyer la réponse").click()
    expect(page.get_by_text("Merci. Votre réponse est arrivée")).to_be_visible()


def accepter(page: Page) -> None:
    """The answer enters the fiche only once read."""
    page.goto(contributions.propositions(F28))
    page.get_by_role("link", name=re.compile(PREMIERE)).click()
    expect(page.locator("ins", has_text="10 juin 2025")).to_be_visible()
    page.get_by_role("button", name="Accepter telle quelle").click()
    expect(page.get_by_role("status")).to_contain_text("La réponse est reportée dans la fiche")


def signaler_le_retard(page: Page, fiche: str) -> None:
    """The fiche says that it is late, and so does the follow-up of the roadmap."""
    page.goto(fiche)
    expect(page.locator("main")).to_contain_text("7 jours de retard")
    page.goto(suivi.suivi(F28))
    assert violations(page) == []
    page.get_by_role("link", name="15", exact=True).first.click()
    expect(page.get_by_role("link", name=PREMIERE)).to_be_visible()


def demeler(page: Page, collegue: Page, fiche: str) -> None:
    """Two people write the same section; the second sees both texts and merges them."""
    section = edition.modifier(fiche.rsplit("/", 1)[1], "suivi")
    champ = "Difficultés"
    page.goto(section)
    page.get_by_label(champ).fill("Les pièces manquent.")
    page.get_by_role("button", name="Enregistrer la section").click()
    page.goto(section)
    collegue.goto(section)
    collegue.get_by_label(champ).fill("Les pièces manquent, depuis mai.")
    collegue.get_by_role("button", name="Enregistrer la section").click()
    expect(collegue.get_by_text("La section est enregistrée.")).to_be_visible()
    page.get_by_label(champ).fill("Toutes les pièces manquent.")
    page.get_by_role("button", name="Enregistrer la section").click()
    expect(page.get_by_role("alert")).to_contain_text("Rien n’est enregistré")
    expect(page.get_by_label(champ).last).to_have_value("Toutes les pièces manquent, depuis mai.")
    page.get_by_role("button", name="Enregistrer la section").click()
    expect(page.get_by_text("La section est enregistrée.")).to_be_visible()


def passer_la_main(chez: Ouverture, page: Page) -> None:
    """Émile leaves: who comes next follows the link, chooses a password, and finds the same rights."""
    page.goto(comptes.comptes(G28))
    page.get_by_role("link", name="Passer la main de Émile").click()
    page.get_by_label("À partir du").fill("16 juin 2025")
    page.get_by_label("Nom de qui arrive").fill("Gaëlle")
    page.get_by_label("Son adresse de courriel").fill("gaelle@cd-28.example")
    page.get_by_role("button", name="Passer la main").click()
    expect(page.get_by_text("La main est passée.")).to_be_visible()
    arrivee = chez.contexte("visiteur").new_page()
    arrivee.goto(page.get_by_label("Lien de l’invitation").input_value())
    for champ in arrivee.get_by_label(re.compile("mot de passe", re.IGNORECASE)).all():
        champ.fill("une autre longue phrase")
    arrivee.get_by_role("button").last.click()
    arrivee.goto(edition.nouvelle_fiche(str(F28)))
    expect(arrivee.get_by_role("button", name="Créer la fiche")).to_be_visible()
    assert chez.contexte("visiteur").request.post("/demonstration/entrer", form={"compte": "emile-28"}).status >= 400
