"""One's own account, the accounts of a governance, a post handed over: pages as people use them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest

from backend.web import adresses
from backend.web.adresses import comptes as ici
from fne_roadmaps.demo.cles import cle_fixe
from fne_roadmaps.demo.comptes import MOT_DE_PASSE
from fne_roadmaps.tables.engines import moteur_courant
from tests.support.requetes import requetes_de
from tests.web.comptes import ALICE, entrer
from tests.web.conftest import Site, lire_comme, ouvrir_site
from tests.web.formulaires_lus import FormulaireLu
from tests.web.lecture_html import PageLue
from tests.web.regles_de_page import verifier_page, verifier_typographie

GOUVERNANCE = cle_fixe("gouvernance:28")
COMPTES = ici.comptes(GOUVERNANCE)
FANNY, BOB, EMILE, ALICE_28 = (cle_fixe(f"compte:{nom}") for nom in ("fanny-28", "bob-28", "emile-28", "alice-28"))
POSTE_DE_FANNY = cle_fixe("poste:association-exemple-a/coordination")
POSTE_D_ALICE = cle_fixe("poste:prefecture-28/mission")
PHRASE = "une phrase bien à soi"


@pytest.fixture
def chez_soi(url_base_demo: str) -> Iterator[Site]:
    """The site on a demonstration the test may change, read by alice."""
    with ouvrir_site(url_base_demo) as site:
        lire_comme(site, "alice")
        yield site


def lue(reponse: Any, statut: int = 200) -> PageLue:
    """The page, whole and well made."""
    assert reponse.status_code == statut, reponse.text
    page = verifier_page(reponse.text)
    verifier_typographie(page)
    return page


def lien_montre(reponse: Any) -> str:
    """The path of the invitation a page shows once."""
    trouve = re.search(r'value="http://testserver\.local(/acces/[^"]+)"', reponse.text)
    assert trouve
    return trouve.group(1)


def ouvrir_le_compte(site: Site, chemin: str) -> None:
    """Use an invitation."""
    site.cookies.clear()
    donnees = {"mot_de_passe": PHRASE, "confirmation": PHRASE}
    assert site.post(chemin, data=donnees, follow_redirects=False).status_code == 303


def test_mon_compte_dit_qui_je_suis_et_ou_il_est_ouvert(chez_soi: Site) -> None:
    entete = {"user-agent": "Mozilla/5.0 (Windows NT 10.0; rv:128.0) Gecko/20100101 Firefox/128.0"}
    ici_meme = dict(chez_soi.cookies)
    chez_soi.cookies.clear()
    entrer(chez_soi, **{"user_agent": entete["user-agent"]})
    page = lue(chez_soi.get(ici.COMPTE))
    for mot in ("Alice", ALICE, "Préfecture d’Eure-et-Loir", "Porteur", "Firefox sur Windows", "cette session"):
        assert mot in page.texte
    fermer = [f["action"] for f in page.tous("form") if "/fermer" in (f["action"] or "")]
    assert len(fermer) == 2
    assert chez_soi.post(str(fermer[0]), follow_redirects=False).status_code == 303
    assert len(PageLue(chez_soi.get(ici.COMPTE).text).tous("form")) < len(page.tous("form"))
    chez_soi.cookies.clear()
    chez_soi.cookies.update(ici_meme)
    assert chez_soi.get(ici.COMPTE).status_code == 401


def test_changer_son_mot_de_passe_renouvelle_la_session(chez_soi: Site) -> None:
    formulaire = FormulaireLu(chez_soi.get(ici.COMPTE).text, ici.MOT_DE_PASSE)
    avant = dict(chez_soi.cookies)
    faux = formulaire.remplir(actuel=MOT_DE_PASSE, nouveau=PHRASE, confirmation="autre").envoyer(chez_soi)
    assert "Les deux mots de passe sont différents." in lue(faux, 422).texte
    assert MOT_DE_PASSE not in PageLue(faux.text).texte.split("Base de démonstration")[0]
    assert formulaire.remplir(confirmation=PHRASE).envoyer(chez_soi).status_code == 303
    assert dict(chez_soi.cookies) != avant
    assert "Votre mot de passe est changé" in chez_soi.get(f"{ici.COMPTE}?fait=mot-de-passe").text
    assert entrer(chez_soi, ALICE, PHRASE).status_code == 303


def test_personne_ne_ferme_la_session_d_un_autre(chez_soi: Site) -> None:
    chez_soi.cookies.clear()
    entrer(chez_soi)
    page = PageLue(chez_soi.get(ici.COMPTE).text)
    (fermer,) = [
        f["action"] for f in page.tous("form") if re.search(r"sessions/[0-9a-f-]{36}/fermer", f["action"] or "")
    ]
    lire_comme(chez_soi, "bob")
    assert chez_soi.post(str(fermer)).status_code == 404


def test_inviter_montre_le_lien_une_fois_et_il_ouvre_le_compte(chez_soi: Site) -> None:
    formulaire = FormulaireLu(chez_soi.get(COMPTES).text, COMPTES)
    donnees = {"nom": "Gaston", "courriel": "gaston@mairie.example", "profil": "redacteur"}
    reponse = formulaire.remplir(**donnees).envoyer(chez_soi)
    assert "L’invitation est prête." in lue(reponse).texte
    chemin = lien_montre(reponse)
    page = lue(chez_soi.get(COMPTES))
    assert chemin not in page.texte
    assert "invitation en attente" in page.texte
    assert "gaston@mairie.example" in chez_soi.get(f"/gouvernances/{GOUVERNANCE}/courriels").text
    ouvrir_le_compte(chez_soi, chemin)
    assert "Rédacteur" in lue(chez_soi.get(ici.COMPTE)).texte
    assert chez_soi.get("/fiches-action/28-2024/1.1").status_code == 200


def test_une_invitation_refusee_garde_ce_qui_est_tape(chez_soi: Site) -> None:
    formulaire = FormulaireLu(chez_soi.get(COMPTES).text, COMPTES)
    reponse = formulaire.remplir(nom="Gaston", courriel="pas une adresse", profil="redacteur").envoyer(chez_soi)
    assert "n’est pas une adresse de courriel" in lue(reponse, 422).texte
    garde = FormulaireLu(reponse.text, COMPTES)
    assert (garde.valeur("nom"), garde.valeur("courriel")) == ("Gaston", "pas une adresse")
    hostile = "<script>alert(1)</script>"
    reponse = garde.remplir(nom=hostile, courriel="g@mairie.example").envoyer(chez_soi)
    assert reponse.status_code == 200
    assert hostile not in chez_soi.get(COMPTES).text


def test_changer_puis_retirer_les_droits_de_quelqu_un(chez_soi: Site) -> None:
    changer = chez_soi.post(ici.profil(GOUVERNANCE, BOB), data={"profil": "redacteur"}, follow_redirects=False)
    assert (changer.status_code, changer.headers["location"]) == (303, ici.comptes(GOUVERNANCE, fait="profil"))
    assert chez_soi.post(ici.profil(GOUVERNANCE, BOB), data={"profil": "roi"}).status_code == 422
    assert chez_soi.post(ici.retirer(GOUVERNANCE, BOB), follow_redirects=False).status_code == 303
    assert "bob@lecture-28.example" not in lue(chez_soi.get(COMPTES)).texte
    lire_comme(chez_soi, "bob")
    assert chez_soi.get("/fiches-action/28-2024/1.1").status_code == 404


def test_le_dernier_compte_qui_administre_est_protege(chez_soi: Site) -> None:
    for adresse, donnees in (
        (ici.profil(GOUVERNANCE, ALICE_28), {"profil": "lecteur"}),
        (ici.retirer(GOUVERNANCE, ALICE_28), {}),
    ):
        reponse = chez_soi.post(adresse, data=donnees)
        assert "C’est le dernier compte ouvert qui administre cette gouvernance" in lue(reponse, 422).texte
    assert chez_soi.get(COMPTES).status_code == 200


def test_changer_ses_propres_droits_renouvelle_la_session(chez_soi: Site) -> None:
    chez_soi.post(ici.profil(GOUVERNANCE, EMILE), data={"profil": "porteur"})
    avant = dict(chez_soi.cookies)
    soi = chez_soi.post(ici.profil(GOUVERNANCE, ALICE_28), data={"profil": "redacteur"}, follow_redirects=False)
    assert (soi.status_code, soi.headers["location"]) == (303, adresses.gouvernance(GOUVERNANCE))
    assert dict(chez_soi.cookies) != avant
    assert chez_soi.get(ici.COMPTE).status_code == 200
    assert chez_soi.get(COMPTES).status_code == 403


def test_passer_la_main_d_un_autre_puis_l_annuler(chez_soi: Site) -> None:
    adresse = ici.passation(GOUVERNANCE, POSTE_DE_FANNY)
    apercu = lue(chez_soi.get(adresse))
    for mot in ("6\u00a0fiches pilotées", "1\u00a0demande de nouvelles en attente", "Fanny", "Contributeur"):
        assert mot in apercu.texte
    formulaire = FormulaireLu(chez_soi.get(adresse).text, adresse)
    refus = formulaire.remplir(nom="Gaston", courriel="", le="hier peut-être").envoyer(chez_soi)
    assert "Gaston" in refus.text
    lue(refus, 422)
    fait = formulaire.remplir(courriel="gaston@association-a.example", le="17 juin 2025").envoyer(chez_soi)
    assert "La main est passée." in lue(fait).texte
    lien_montre(fait)
    suite = lue(chez_soi.get(adresse))
    assert "La main est passée le 17" in suite.texte
    assert "fanny" not in PageLue(chez_soi.get("/").text).texte.lower()
    annuler = ici.annuler_passation(GOUVERNANCE, POSTE_DE_FANNY)
    assert chez_soi.post(annuler, follow_redirects=False).headers["location"].endswith("fait=passation-annulee")
    assert "Fanny" in lue(chez_soi.get(adresse)).texte
    lire_comme(chez_soi, "fanny")


def test_passer_sa_propre_main_deconnecte_et_se_reprend_de_la_page(chez_soi: Site) -> None:
    adresse = ici.passation(GOUVERNANCE, POSTE_D_ALICE)
    page = chez_soi.get(adresse)
    assert "C’est votre propre fonction" in lue(page).texte
    remplie = FormulaireLu(page.text, adresse).remplir(nom="Gaston", courriel="gaston@prefecture-28.example")
    fait = remplie.envoyer(chez_soi)
    assert "votre compte et votre session sont fermés" in lue(fait).texte
    assert ici.COMPTE not in PageLue(fait.text).liens
    assert chez_soi.get(ici.COMPTE).status_code == 401
    (reprendre,) = [
        str(f["action"]) for f in PageLue(fait.text).tous("form") if (f["action"] or "").startswith("/passation")
    ]
    assert chez_soi.post(reprendre[:-3] + "AAA").status_code == 404
    assert chez_soi.post(reprendre, follow_redirects=False).status_code == 303
    assert chez_soi.post(reprendre).status_code == 404
    assert entrer(chez_soi).status_code == 303
    assert chez_soi.get(COMPTES).status_code == 200


def test_un_poste_laisse_vacant_le_dit(chez_soi: Site) -> None:
    adresse = ici.passation(GOUVERNANCE, POSTE_DE_FANNY)
    fait = FormulaireLu(chez_soi.get(adresse).text, adresse).envoyer(chez_soi)
    assert "La fonction est vacante." in lue(fait).texte
    assert "vacante depuis" in lue(chez_soi.get(adresse)).texte


def test_chacun_ses_pages(site: Site) -> None:
    passation = ici.passation(GOUVERNANCE, POSTE_DE_FANNY)
    for lecteur, statut in (("alice", 200), ("emile-28", 403), ("bob", 403), ("fanny", 403), ("charlie", 404)):
        lire_comme(site, lecteur)
        assert site.get(COMPTES).status_code == statut
        assert site.get(passation).status_code == statut
        assert (COMPTES in PageLue(site.get("/gouvernances/28").text).liens) == (statut == 200)
    lire_comme(site, "charlie")
    assert site.get(ici.passation(cle_fixe("gouvernance:41"), POSTE_DE_FANNY)).status_code == 404


def cout(site: Site, chemin: str) -> int:
    """Statements of a page, less those of the mails that leave meanwhile."""
    with requetes_de(moteur_courant()) as passees:
        assert site.get(chemin).status_code == 200
    return len([requete for requete in passees if not re.search(r"courriel\W* |lien_acces", requete[:60])])


def test_les_pages_coutent_autant_pour_un_compte_que_pour_cent(chez_soi: Site) -> None:
    couts = {chemin: cout(chez_soi, chemin) for chemin in (ici.COMPTE, COMPTES)}
    for rang in range(20):
        donnees = {"nom": f"Compte {rang}", "courriel": f"compte-{rang}@mairie.example", "profil": "lecteur"}
        assert chez_soi.post(COMPTES, data=donnees).status_code == 200
    for _ in range(5):
        entrer(chez_soi)
    assert {chemin: cout(chez_soi, chemin) for chemin in couts} == couts
    assert couts[ici.COMPTE] <= 9
    assert couts[COMPTES] <= 14
    assert cout(chez_soi, ici.passation(GOUVERNANCE, POSTE_DE_FANNY)) <= 20
