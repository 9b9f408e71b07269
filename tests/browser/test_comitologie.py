"""A body and its first meeting in one story: seats, poll, letter, quorum, decisions, minutes, and the next agenda."""

from __future__ import annotations

import re

import docx
import pytest
from playwright.sync_api import Page, expect

from backend.web.adresses import decisions
from tests.browser.axe import violations
from tests.browser.conftest import Ouverture

pytestmark = pytest.mark.navigateur

NOM = "Comité d’arbitrage"
SIEGES = ("Conseil départemental de Loir-et-Cher", "Préfecture de Loir-et-Cher", "Hub régional Centre-Val de Loire")
FICHES = (
    "Apprendre à réparer son ordinateur",
    "Tenir une permanence numérique dans les maisons de santé",
    "Relier les chantiers d’insertion aux ateliers numériques voisins",
)
AUJOURD_HUI = "17 juin 2025"


def test_d_une_instance_a_l_ordre_du_jour_suivant(chez_soi: Ouverture) -> None:
    """Charlie holds the comitology of Loir-et-Cher, whose fiches wait for an arbitration; Diane sits there."""
    charlie = chez_soi.contexte("charlie").new_page()
    charlie.set_default_timeout(8000)
    ouvrir_l_instance(charlie)
    composer(charlie)
    reunion = annoncer(charlie)
    lien = sonder(charlie)
    for nom, avis in (("Ana", ("Oui", "Non", "Oui")), ("Bruno", ("Oui", "Oui", "Si besoin"))):
        repondre(chez_soi.contexte("visiteur", 390, script=False).new_page(), lien, nom, avis)
    choisir(charlie)
    preparer(charlie)
    convoquer(charlie)
    tenir(charlie)
    decider(charlie)
    constater(charlie)
    clore(charlie)
    suivante = annoncer_la_suivante(charlie)
    rediger(charlie, reunion)
    amender(chez_soi.contexte("diane").new_page(), charlie.url)
    approuver(charlie)
    lire_les_documents(charlie)
    reprendre_le_retard(charlie, suivante)


def lire_docx(page: Page, bouton: str) -> str:
    """What a downloaded document says, paragraphs then cells, in one line."""
    with page.expect_download() as attente:
        page.get_by_role("link", name=bouton).click()
    fichier = attente.value
    assert fichier.suggested_filename.endswith(".docx")
    document = docx.Document(str(fichier.path()))
    cellules = [c.text for t in document.tables for ligne in t.rows for c in ligne.cells]
    return " ".join(" ".join([*(p.text for p in document.paragraphs), *cellules]).split())


def dit(texte: str, *attendus: str) -> None:
    """Every piece is somewhere in the document."""
    assert [attendu for attendu in attendus if attendu not in texte] == [], texte


def fait(page: Page, texte: str) -> None:
    """The page says what was just done."""
    expect(page.get_by_role("status").first).to_contain_text(texte)


def ouvrir_l_instance(page: Page) -> None:
    """From the page of the governance."""
    page.goto("/gouvernances/41")
    page.get_by_role("link", name="Ouvrir une instance").click()
    page.get_by_label("Nom", exact=True).fill(NOM)
    page.get_by_label("Type").select_option(label="COPIL")
    page.get_by_label("Mode de décision").select_option(label="Consensus")
    page.get_by_label("Nom", exact=True).press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text(NOM)
    fait(page, "L’instance est ouverte")


def composer(page: Page) -> None:
    """Three seats typed one after the other, two voices needed, a meeting every quarter."""
    page.get_by_role("link", name="Ajouter des sièges").click()
    for siege in SIEGES:
        page.get_by_label("Organisation").fill(siege)
        page.get_by_label("Organisation").press("Tab")
        page.get_by_role("button", name="Ajouter et en saisir un autre").click()
        fait(page, "siège")
    page.get_by_role("link", name="Retour à la composition").click()
    expect(page.locator(".ligne-etat")).to_contain_text("3 voix")
    page.get_by_role("link", name="Fixer le quorum").click()
    page.get_by_label("Quorum").fill("2")
    page.get_by_label("Quorum").press("Enter")
    expect(page.locator(".reperes")).to_contain_text("2 voix")
    page.get_by_role("link", name="Dire la cadence").click()
    page.get_by_label("Trimestrielle").check()
    page.get_by_label("À partir du").press("Enter")
    expect(page.locator(".tete")).to_contain_text("Trimestrielle")
    assert violations(page) == []


def annoncer(page: Page) -> str:
    """A meeting to come whose date is looked for; its address."""
    page.get_by_role("link", name="Nouvelle réunion").click()
    page.get_by_label("À dater").check()
    page.get_by_label("Lieu").fill("Salle d’exemple, Blois")
    page.get_by_role("button", name="Créer la réunion").click()
    expect(page.locator(".ligne-etat")).to_contain_text("À dater")
    return page.url.split("?")[0]


def sonder(page: Page) -> str:
    """Three days asked about; the link to send."""
    page.get_by_role("link", name="Sondage de dates").click()
    page.get_by_label("Jours possibles").fill("17 juin 2025\n24 juin 2025\n1er juillet 2025")
    page.get_by_role("button", name="Ouvrir le sondage").click()
    expect(page.get_by_text("Personne n’a encore répondu")).to_be_visible()
    return page.get_by_label("Lien du sondage").input_value()


def repondre(page: Page, lien: str, nom: str, avis: tuple[str, ...]) -> None:
    """Without account nor script, on a telephone."""
    page.goto(lien)
    page.get_by_label("Votre nom").fill(nom)
    for jour, mot in zip(page.get_by_role("group").all(), avis, strict=True):
        jour.get_by_label(mot, exact=True).check()
    page.get_by_role("button", name="Envoyer ma réponse").click()
    expect(page.get_by_label("Votre lien personnel")).to_be_visible()
    assert "Ana" not in page.locator("#comptes").locator("xpath=ancestor::section").inner_text()


def choisir(page: Page) -> None:
    """The day that suits most is said so, and chosen: the meeting is convened that day."""
    page.reload()
    expect(page.get_by_role("row", name=re.compile("Mardi 17 juin.*le plus possible"))).to_be_visible()
    page.get_by_role("group", name="Jour choisi").get_by_label("Mardi 17 juin 2025").check()
    page.get_by_label("Début").fill("09:30")
    page.get_by_role("button", name="Choisir cette date").click()
    expect(page.locator(".ligne-etat")).to_contain_text("Convoquée")
    expect(page.locator(".ligne-etat")).to_contain_text("17 juin 2025")


def preparer(page: Page) -> None:
    """An item about three fiches that wait for an arbitration, then one typed."""
    page.get_by_role("link", name="Préparer l’ordre du jour").click()
    page.get_by_role("link", name="Préparer un brouillon").click()
    for titre in FICHES:
        page.get_by_label(re.compile(titre)).check()
    page.get_by_role("button", name="Ajouter à l’ordre du jour").click()
    page.get_by_label("Titre").fill("Calendrier de l’année")
    page.get_by_label("Durée, en minutes").fill("30")
    page.get_by_label("Titre").press("Enter")
    expect(page.locator(".ordre-du-jour [data-titre]")).to_have_count(2)


def convoquer(page: Page) -> None:
    """The letter says when, where and what about."""
    dit(
        lire_docx(page, "Convocation"),
        NOM,
        "17 juin 2025",
        "9 h 30",
        "Salle d’exemple, Blois",
        "Calendrier de l’année",
        FICHES[0],
    )


def tenir(page: Page) -> None:
    """The quorum is short of one voice, then reached."""
    page.get_by_role("link", name="Tenir la séance").click()
    page.get_by_role("button", name="Ouvrir la séance").click()
    presences = page.locator("#presences")
    page.get_by_label(f"Présence : {SIEGES[0]}").select_option("present")
    expect(presences).to_contain_text("il manque 1 voix")
    page.get_by_label(f"Présence : {SIEGES[2]}").select_option("present")
    expect(presences).to_contain_text("Quorum atteint")
    page.get_by_label(f"Présence : {SIEGES[1]}").select_option("excuse")
    expect(presences).to_contain_text("Excusé")
    page.get_by_label("Notes du point 1").fill("Les trois fiches répondent au diagnostic.")
    page.keyboard.press("Control+Enter")
    expect(page.locator("details[open] [data-etat-notes]")).to_contain_text("Notes enregistrées")


def decider(page: Page) -> None:
    """One decision retains the three fiches; another is already late."""
    page.get_by_role("link", name="écrire une décision qui change quelque chose").click()
    expect(page.get_by_label("Point de l’ordre du jour").locator("option:checked")).to_contain_text("1. ")
    assert len(page.get_by_label("Fiches à retenir").input_value().split(", ")) == len(FICHES)
    page.get_by_label("Texte de la décision").fill("Le comité valide trois fiches.")
    page.get_by_label("Où les ranger").select_option(index=1)
    page.get_by_role("button", name="Enregistrer la décision").click()
    expect(page.locator("details[open] .decision")).to_contain_text("Le comité valide trois fiches.")
    page.get_by_role("button", name="Traité, au suivant").locator("visible=true").click()
    expect(page.locator("details[open] .titre")).to_have_text("Calendrier de l’année")
    page.get_by_label("Texte de la décision").fill("Le calendrier est envoyé à chaque commune.")
    page.get_by_label("Qui fait le suivi").fill(SIEGES[0])
    page.get_by_label("Pour le").fill("10 juin 2025")
    page.get_by_role("button", name="Enregistrer la décision").click()
    expect(page.locator("details[open] .decision")).to_contain_text("à chaque commune")


def constater(page: Page) -> None:
    """The three fiches are retained, each with its number, and their history says which decision did it."""
    seance = page.url
    page.goto("/feuilles-de-route/41-2024?axe=41-2024/1")
    for titre in FICHES:
        expect(page.get_by_role("row", name=re.compile(titre))).to_contain_text(re.compile(r"1\.\d"))
    page.get_by_role("link", name=FICHES[0]).first.click()
    page.get_by_role("link", name="Historique").first.click()
    expect(page.locator("main")).to_contain_text(re.compile("Retenue.*2025-1", re.DOTALL))
    page.goto(seance)


def clore(page: Page) -> None:
    """The sitting is closed from its page."""
    page.get_by_role("button", name="Clore la séance").click()
    expect(page.locator(".etat").first).to_have_text(re.compile("Tenue"))


def annoncer_la_suivante(page: Page) -> str:
    """Two meetings from the cadence, and one the same day after the first, which will approve its minutes."""
    page.get_by_role("link", name=NOM).first.click()
    page.get_by_role("link", name="Une année de réunions").click()
    expect(page.locator(".sous-titre")).to_contain_text("rimestrielle")
    page.get_by_label("Dates").fill("24 septembre 2025\ndécembre 2025")
    page.get_by_role("button", name="Créer ces réunions").click()
    page.get_by_role("link", name="Voir l’instance").click()
    page.get_by_role("link", name="Nouvelle réunion").click()
    page.get_by_label("Convoquée").check()
    page.get_by_label(re.compile("^Date")).fill(AUJOURD_HUI)
    page.get_by_label("Début").fill("16:00")
    page.get_by_role("button", name="Créer la réunion").click()
    expect(page.locator(".ligne-etat")).to_contain_text("16 h")
    return page.url.split("?")[0]


def rediger(page: Page, reunion: str) -> None:
    """Minutes take the notes of the sitting, then go out."""
    page.goto(f"{reunion}/seance")
    page.get_by_role("button", name="Rédiger le compte rendu").click()
    page.get_by_label("Ouverture").fill("Le conseil départemental ouvre la séance.")
    page.get_by_role("button", name="Enregistrer", exact=True).click()
    expect(page.locator("main")).to_contain_text("Les trois fiches répondent au diagnostic.")
    page.get_by_label("Amendements jusqu’au").fill("30 juin 2025")
    page.get_by_role("button", name="Diffuser le compte rendu").click()
    expect(page.locator(".ligne-etat")).to_contain_text("Diffusé")


def amender(page: Page, compte_rendu: str) -> None:
    """Who sat there asks for another wording of an item, as an attendee."""
    page.goto(compte_rendu.split("?")[0])
    page.get_by_text("Demander un amendement").click()
    page.get_by_label(re.compile("^Point")).select_option(index=1)
    page.get_by_label("Ce que vous demandez").fill("Dire d’où vient le diagnostic.")
    page.get_by_label("Texte proposé pour ce point").fill("Les trois fiches répondent au diagnostic de 2024.")
    page.get_by_role("button", name="Demander l’amendement").click()
    expect(page.locator(".amendement")).to_contain_text("Hub régional Centre-Val de Loire")


def approuver(page: Page) -> None:
    """The amendment is accepted, the minutes approved at the next meeting and published."""
    page.reload()
    page.get_by_text("Répondre", exact=True).click()
    page.get_by_role("button", name="Accepter", exact=True).click()
    expect(page.locator(".amendement")).to_contain_text("Accepté")
    expect(page.locator("main")).to_contain_text("au diagnostic de 2024.")
    page.get_by_label("Approuvé le").fill(AUJOURD_HUI)
    page.get_by_label("À la réunion").select_option(index=1)
    page.get_by_role("button", name="Approuver le compte rendu").click()
    expect(page.locator(".ligne-etat")).to_contain_text("Approuvé")
    page.get_by_role("button", name="Publier le compte rendu").click()
    expect(page.locator(".ligne-etat")).to_contain_text("Publié")
    assert violations(page) == []


def lire_les_documents(page: Page) -> None:
    """Who was there, who was excused, what was said and valid, and what comes next."""
    rendu = lire_docx(page, "Compte rendu (Word)")
    dit(rendu, NOM, SIEGES[1], "Excusé", "au diagnostic de 2024.", "24 septembre 2025", "Le comité valide trois fiches")
    releve = lire_docx(page, "Relevé de décisions")
    dit(releve, "Le comité valide trois fiches", "à chaque commune", "10 juin 2025", SIEGES[0])


def reprendre_le_retard(page: Page, suivante: str) -> None:
    """The register says it is late; the draft of the next agenda ticks it; the next agenda holds it."""
    page.goto(decisions.registre({"en_retard": "oui"}))
    expect(page.get_by_role("row", name=re.compile("à chaque commune"))).to_contain_text("En retard de 7 jours")
    page.goto(suivante)
    page.get_by_role("link", name="Préparer l’ordre du jour").click()
    page.get_by_role("link", name="Préparer un brouillon").click()
    expect(page.get_by_label(re.compile("à chaque commune"))).to_be_checked()
    page.get_by_role("button", name="Ajouter à l’ordre du jour").click()
    expect(page.locator(".ordre-du-jour")).to_contain_text("décisions en retard")
    expect(page.locator(".ordre-du-jour")).to_contain_text("/2025-2")
