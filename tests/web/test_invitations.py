"""Invitations through pages and mails: the list of who holds the meeting, the mail received, the answer by its link."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
import vobject
from icalendar import Calendar

from backend.services.commands.invitations import ConvierDesInvites
from backend.services.invitations import convier_des_invites, envoyer_invitations
from backend.settings import Settings
from backend.web.adresses import invitations as ici
from fne_roadmaps.demo.cles import cle_fixe
from fne_roadmaps.tables.engines import Moteur
from tests.support.courriels import Serveur
from tests.support.envois import Horloge, envoyer, textes_de
from tests.support.personnes import ALICE, contexte
from tests.web.conftest import Site, lire_comme, ouvrir_site
from tests.web.formulaires_lus import FormulaireLu, ouvrir
from tests.web.lecture_html import PageLue
from tests.web.liens_publics import jeton, lire
from tests.web.regles_de_page import verifier_page

COTECH = cle_fixe("reunion:28/cotech/r7")
REUNION = f"/reunions/{COTECH}"
CAMILLE = "SELECT id FROM invitation WHERE courriel LIKE 'camille@%'"
DOMINIQUE = "SELECT id FROM invitation WHERE courriel LIKE 'dominique@%'"


@pytest.fixture
def a_soi(url_base_demo: str) -> Iterator[Site]:
    """A site whose demonstration the test may change, as alice."""
    with ouvrir_site(url_base_demo) as site:
        lire_comme(site, "alice")
        yield site


def dite(site: Site, adresse: str = ici.invitations(COTECH)) -> str:
    """What a page says, once its rules are checked."""
    reponse = site.get(adresse)
    assert reponse.status_code == 200, reponse.text
    return verifier_page(reponse.text).texte


def test_on_ecrit_les_invites_on_envoie_puis_on_previent_du_changement(a_soi: Site, url_base_demo: str) -> None:
    avant = dite(a_soi)
    assert "Sans réponse\u00a0: 3" in avant
    assert "Envoyer 1\u00a0invitation" in avant
    formulaire = ouvrir(a_soi, ici.invitations(COTECH))
    refus = formulaire.remplir(invites="Zoé <zoe@exemple.fr>\nsans adresse").envoyer(a_soi)
    assert refus.status_code == 422
    assert "Invités, ligne 2" in PageLue(refus.text).texte
    assert "Zoé &lt;zoe@exemple.fr&gt;" in refus.text
    fait = formulaire.remplir(invites="Zoé <zoe@exemple.fr>").envoyer(a_soi)
    assert "Envoyer 2\u00a0invitations" in dite(a_soi, str(fait.headers["location"]))
    assert a_soi.post(ici.sieges(COTECH), follow_redirects=False).headers["location"].endswith("aucun-invite")
    assert "Les courriels partent" in a_soi.post(ici.envoi(COTECH)).text
    assert "À envoyer" not in dite(a_soi)
    change = ouvrir(a_soi, f"{REUNION}/modifier").remplir(date="4 juillet 2025").envoyer(a_soi)
    assert "5\u00a0changements à envoyer" in dite(a_soi, str(change.headers["location"]).partition("?")[0])
    a_soi.post(ici.envoi(COTECH))
    modeles = "SELECT COUNT(*) FROM courriel WHERE modele = 'convocation'"
    assert lire(url_base_demo, modeles) == 3 + 2 + 5
    retire = a_soi.post(ici.acte(lire(url_base_demo, DOMINIQUE), "retirer"), follow_redirects=False)
    page = a_soi.get(str(retire.headers["location"])).text
    assert "n’est plus invitée" in page
    (annuler,) = re.findall(r'action="(/invitations/[0-9a-f-]{36}/retablir)"', page)
    assert "Dominique" in a_soi.post(annuler).text
    supprimer = a_soi.post(f"{REUNION}/supprimer", data={"motif": "Erreur"})
    assert supprimer.status_code == 422
    assert "annulez-la et prévenez-les" in PageLue(supprimer.text).texte


def test_on_repond_par_son_lien_et_qui_tient_la_reunion_le_lit(a_soi: Site, url_base_demo: str) -> None:
    lien = ici.publique(jeton(url_base_demo, "invitation_reunion", CAMILLE))
    lire_comme(a_soi, "visiteur")
    page = a_soi.get(lien)
    assert page.headers["x-robots-tag"] == "noindex, nofollow"
    texte = verifier_page(page.text).texte
    assert "COTECH" in texte
    assert "Changer ma réponse" in texte
    for intime in ("Émile", "emile@", "camille@", "Dominique"):
        assert intime not in page.text.replace("Entrer comme émile", "")
    formulaire = FormulaireLu(page.text, lien)
    assert (formulaire.valeur("reponse"), formulaire.valeur("commentaire")) == (
        *("acceptee", "Avec une collègue (exemple)."),
    )
    assert formulaire.remplir(reponse="jamais").envoyer(a_soi).status_code == 422
    fait = formulaire.remplir(reponse="declinee", commentaire="Empêchée & < 2").envoyer(a_soi)
    assert "Votre réponse est enregistrée" in dite(a_soi, str(fait.headers["location"]))
    for faux in (lien[:-1] + ("a" if lien[-1] != "a" else "b"), ici.publique("x" * 50), ici.publique("é")):
        mort = a_soi.get(faux)
        assert (mort.status_code, "Ce lien n’ouvre rien" in mort.text) == (404, True)
        assert a_soi.post(faux, data={"reponse": "acceptee"}).status_code == 404
    lire_comme(a_soi, "alice")
    lue = a_soi.get(ici.invitations(COTECH)).text
    assert "Déclinée\u00a0: 1" in PageLue(lue).texte
    assert "Empêchée &amp; &lt; 2" in lue


def test_une_personne_invitee_repond_depuis_la_page_de_la_reunion(a_soi: Site, url_base_demo: str) -> None:
    lire_comme(a_soi, "émile")
    assert "Vous êtes invité\u202f: sans réponse" in dite(a_soi, REUNION)
    sienne = ici.acte(lire(url_base_demo, "SELECT id FROM invitation WHERE courriel LIKE 'emile@%'"), "reponse")
    fait = a_soi.post(sienne, data={"reponse": "acceptee", "retour": "reunion"}, follow_redirects=False)
    assert "Vous êtes invité\u202f: acceptée" in dite(a_soi, str(fait.headers["location"]))
    assert a_soi.post(sienne, data={"reponse": "peut-être"}).status_code == 422


def test_en_seance_un_siege_rappelle_sa_reponse(a_soi: Site, url_base_demo: str) -> None:
    creation = ouvrir(a_soi, f"/gouvernances/{cle_fixe('gouvernance:28')}/reunions/nouvelle")
    creation.remplir(instance="28/point-mensuel", date="1er juillet 2025", etat="convoquee")
    reunion = str(creation.envoyer(a_soi).headers["location"]).partition("?")[0]
    cle = reunion.rpartition("/")[2]
    convies = a_soi.post(ici.sieges(cle), data={"suppleants": "oui"})
    assert "2\u00a0invités" in PageLue(convies.text).texte
    a_soi.post(ici.envoi(cle))
    alice = lire(url_base_demo, f"SELECT id FROM invitation WHERE reunion = '{cle}' AND courriel LIKE 'alice@%'")  # noqa: S608 - a key of ours
    a_soi.post(ici.acte(alice, "reponse"), data={"reponse": "incertaine"})
    assert "Non pointé (a répondu peut-être)" in dite(a_soi, f"{reunion}/seance")


def test_les_invitations_sont_a_qui_tient_la_reunion_et_a_personne_d_autre(site: Site) -> None:
    for lecteur, statut in (("bob", 403), ("charlie", 404), ("visiteur", 404)):
        lire_comme(site, lecteur)
        assert site.get(ici.invitations(COTECH)).status_code == statut, lecteur
    lire_comme(site, "bob")
    page = site.get(REUNION).text
    assert "Vous êtes invité" not in page
    assert "/invitations" not in page


async def test_le_courriel_porte_l_agenda_de_sa_personne(
    monde: Moteur, horloge: Horloge, serveur_smtp: Serveur, reglages_smtp: Settings
) -> None:
    alice = contexte(ALICE)
    invites = [
        {"nom": 'Ana "Bis", Élan', "adresse": "ana@exemple.fr"},
        {"nom": "Ben", "adresse": "ben@exemple.fr"},
    ]
    commande = ConvierDesInvites.model_validate({"reunion": "28/copil/r1", "invites": invites})
    await convier_des_invites(alice, commande)
    await envoyer_invitations(alice, "28/copil/r1")
    assert await envoyer(reglages_smtp) == 2
    recus = dict(serveur_smtp.recus)
    assert set(recus) == {"ana@exemple.fr", "ben@exemple.fr"}
    message = recus["ana@exemple.fr"]
    assert message.get_content_type() == "multipart/mixed"
    alternative, fichier = message.iter_parts()
    assert alternative.get_content_type() == "multipart/alternative"
    assert [p.get_content_type() for p in alternative.iter_parts()] == ["text/plain", "text/html", "text/calendar"]
    assert (fichier.get_content_type(), fichier.get_filename()) == ("text/calendar", "reunion.ics")
    texte, html = textes_de(message)
    (lien,) = set(re.findall(r"https://feuilles\.example/fne/public/invitations/[\w.-]+", texte))
    assert lien in html
    assert "jeudi\u00a018\u00a0septembre\u00a02025, 9\u00a0h\u00a030\u00a0– 12\u00a0h" in texte.lower()
    assert message["Subject"].startswith("Invitation\u00a0: Comité de pilotage")
    assert message["Subject"].endswith("18\u00a0septembre\u00a02025")
    *_, partie = alternative.iter_parts()
    for part in (partie, fichier):
        assert part.get_param("method") == "REQUEST"
        octets = part.get_content()
        (vevent,) = Calendar.from_ical(octets).walk("VEVENT")
        assert str(vevent["attendee"]) == "mailto:ana@exemple.fr"
        assert str(vevent["organizer"]) == "mailto:suivi@prefecture-28.example"
        assert str(vevent["url"]) == "https://feuilles.example/fne/reunions/28/copil/r1"
        assert "ben@exemple.fr" not in octets
        assert lien not in octets
    lu = vobject.readOne(partie.get_content())
    assert lu.method.value == "REQUEST"
    assert lu.vevent.dtstart.value.isoformat() == "2025-09-18T09:30:00+02:00"
