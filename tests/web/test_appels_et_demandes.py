"""Calls and requests for news through their pages: opened, answered, read again, accepted."""

from __future__ import annotations

import re
from collections.abc import Iterator
from uuid import UUID

import pytest

from backend.web.adresses import contributions as ici
from tests.web.conftest import Site, lire_comme, ouvrir_site
from tests.web.formulaires_lus import FormulaireLu
from tests.web.lecture_html import PageLue
from tests.web.liens_publics import ATTEND, REPONDUE, cle, jeton, lire
from tests.web.regles_de_page import verifier_page


@pytest.fixture
def a_soi(url_base_demo: str) -> Iterator[Site]:
    """A site whose demonstration the test may change."""
    with ouvrir_site(url_base_demo) as site:
        yield site


def test_repondre_en_une_page_puis_relire_et_accepter(a_soi: Site, url_base_demo: str) -> None:
    chemin = ici.nouvelles(jeton(url_base_demo, "nouvelles", ATTEND))
    demande = cle(url_base_demo, ATTEND)
    fiche = cle(url_base_demo, "SELECT fiche_action FROM demande_de_nouvelles WHERE etat = 'envoyee'")
    formulaire = FormulaireLu(a_soi.get(chemin).text, chemin)
    assert formulaire.valeur("avancement") == "en_cours"
    vide = a_soi.post(chemin, data=dict(formulaire.champs), follow_redirects=False)
    assert vide.status_code == 422
    assert "Dites au moins une chose" in PageLue(vide.text).texte
    garde = a_soi.post(chemin, data={**dict(formulaire.champs), "texte": "Bientôt", "suite": "plus-tard"})
    assert "Elle n’est pas encore envoyée" in PageLue(garde.text).texte
    repris = FormulaireLu(a_soi.get(chemin).text, chemin)
    assert repris.valeur("texte") == "Bientôt"
    fautive = a_soi.post(chemin, data={**dict(repris.champs), "progression": "cent"}, follow_redirects=False)
    assert fautive.status_code == 422
    assert "Bientôt" in fautive.text
    donnees = {**dict(repris.champs), "progression": "60", "difficultes": "Deux groupes annulés."}
    assert (
        a_soi.post(chemin, data=donnees, follow_redirects=False).headers["location"] == f"{chemin}?fait=reponse-envoyee"
    )
    assert a_soi.post(chemin, data=donnees, follow_redirects=False).headers["location"] == chemin
    assert "elle sera relue" in PageLue(a_soi.get(chemin).text).texte
    lire_comme(a_soi, "alice")
    relecture = a_soi.get(ici.demande(demande))
    page = verifier_page(relecture.text)
    assert "60\u202f%" in page.texte
    assert "Propositions (2)" in page.texte
    accepter = ici.demande(demande, "accepter")
    envoi = dict(FormulaireLu(relecture.text, accepter).champs)
    accepte = a_soi.post(accepter, data=envoi, follow_redirects=False)
    assert accepte.headers["location"] == f"/fiches-action/{fiche}?fait=reponse-acceptee"
    assert lire(url_base_demo, "SELECT progression_declaree FROM fiche_action WHERE id = ?", str(fiche)) == 60
    assert "reportée dans la feuille de route" in PageLue(a_soi.get(chemin).text).texte


def test_relire_modifier_et_decliner(a_soi: Site, url_base_demo: str) -> None:
    demande = cle(url_base_demo, REPONDUE)
    lire_comme(a_soi, "alice")
    modifier = ici.demande(demande, "modifier")
    accepter = ici.demande(demande, "accepter")
    lu = dict(FormulaireLu(a_soi.get(modifier).text, accepter).champs)
    assert lu["progression"] == "45"
    refuse = a_soi.post(accepter, data={**lu, "progression": "450"}, follow_redirects=False)
    assert refuse.status_code == 422
    assert 'value="450"' in refuse.text
    perime = a_soi.post(accepter, data={**lu, "version": "1" + lu["version"]}, follow_redirects=False)
    assert perime.status_code == 409
    assert "a changé pendant votre relecture" in PageLue(perime.text).texte
    assert a_soi.post(ici.demande(demande, "decliner"), data={"motif": " "}, follow_redirects=False).status_code == 422
    motif = {"motif": "Ces chiffres sont ceux de l’an passé."}
    assert a_soi.post(ici.demande(demande, "decliner"), data=motif, follow_redirects=False).status_code == 303
    lien = ici.nouvelles(jeton(url_base_demo, "nouvelles", REPONDUE.replace("repondue", "declinee")))
    assert "Ces chiffres sont ceux de l’an passé." in PageLue(a_soi.get(lien).text).texte


def test_demander_relancer_annuler(a_soi: Site, url_base_demo: str) -> None:
    lire_comme(a_soi, "alice")
    fiche = UUID(
        str(
            lire(
                url_base_demo,
                "SELECT f.id FROM fiche_action f JOIN axe a ON a.id = f.axe JOIN feuille_de_route r "
                "ON r.id = f.feuille_de_route WHERE r.code = '28-2024' AND a.rang = 1 AND f.rang = 1",
            )
        )
    )
    chemin = ici.demander(fiche)
    champs = dict(FormulaireLu(a_soi.get(chemin).text, chemin).champs)
    refus = a_soi.post(chemin, data={**champs, "structure": "Inconnue", "echeance": "hier"}, follow_redirects=False)
    assert refus.status_code == 422
    assert 'value="Inconnue"' in refus.text
    fait = a_soi.post(
        chemin, data={**champs, "echeance": "4 juillet 2025", "courriel": "p@exemple.fr"}, follow_redirects=False
    )
    demande = str(fait.headers["location"]).partition("?")[0]
    encore = a_soi.post(
        chemin, data={**champs, "echeance": "4 juillet 2025", "courriel": "p@exemple.fr"}, follow_redirects=False
    )
    assert encore.headers["location"] == fait.headers["location"]
    page = verifier_page(a_soi.get(demande).text)
    assert re.search(r"http://testserver\.local/public/nouvelles/[\w.-]{50}", a_soi.get(demande).text)
    assert "4\u00a0juillet\u00a02025" in page.texte
    assert "Une demande attend déjà" in PageLue(a_soi.get(chemin).text).texte
    relance = a_soi.post(f"{demande}/relancer", data={"echeance": "15 juillet 2025"}, follow_redirects=False)
    assert relance.status_code == 303
    assert lire(url_base_demo, "SELECT COUNT(*) FROM courriel WHERE destinataire = 'p@exemple.fr'") == 2
    passe = a_soi.post(f"{demande}/relancer", data={"echeance": "1er juin 2025"}, follow_redirects=False)
    assert passe.status_code == 422
    assert a_soi.post(f"{demande}/annuler", follow_redirects=False).status_code == 303
    assert "Annulée" in PageLue(a_soi.get(demande).text).texte


def test_ouvrir_modifier_prolonger_clore_et_remplacer_le_lien(a_soi: Site, url_base_demo: str) -> None:
    lire_comme(a_soi, "charlie")
    feuille = cle(url_base_demo, "SELECT id FROM feuille_de_route WHERE code = '41-2024'")
    nouveau = ici.nouvel_appel(feuille)
    champs = dict(FormulaireLu(a_soi.get(nouveau).text, nouveau).champs)
    a_l_envers = {**champs, "titre": "Été", "ouvre_le": "2 juin 2025", "ferme_le": "1er juin 2025"}
    refus = a_soi.post(nouveau, data=a_l_envers, follow_redirects=False)
    assert refus.status_code == 422
    assert "vient avant le début" in PageLue(refus.text).texte
    bon = {**a_l_envers, "ferme_le": "30 juin 2025", "consignes": "Écrivez court."}
    lieux = [a_soi.post(nouveau, data=bon, follow_redirects=False).headers["location"] for _ in range(2)]
    assert lieux[0] == lieux[1]
    appel = str(lieux[0]).partition("?")[0]
    (public,) = set(re.findall(r"http://testserver\.local(/public/appels/[\w.-]{50})", a_soi.get(appel).text))
    assert "Écrivez court." in PageLue(a_soi.get(public).text).texte
    modifier = f"{appel}/modifier"
    lu = dict(FormulaireLu(a_soi.get(modifier).text, modifier).champs)
    assert lu["ferme_le"] == "30\u00a0juin\u00a02025"
    assert a_soi.post(modifier, data={**lu, "titre": "Bel été"}, follow_redirects=False).status_code == 303
    conflit = a_soi.post(modifier, data={**lu, "titre": "Autre été"}, follow_redirects=False)
    assert conflit.status_code == 409
    assert "Bel été" in PageLue(conflit.text).texte
    assert 'value="Autre été"' in conflit.text
    assert (
        a_soi.post(f"{appel}/prolonger", data={"ferme_le": "1er juin 2025"}, follow_redirects=False).status_code == 422
    )
    assert (
        a_soi.post(f"{appel}/prolonger", data={"ferme_le": "31 août 2025"}, follow_redirects=False).status_code == 303
    )
    assert a_soi.post(f"{appel}/clore", follow_redirects=False).status_code == 303
    assert "Cet appel est clos" in PageLue(a_soi.get(public).text).texte
    assert a_soi.post(f"{appel}/revoquer", follow_redirects=False).status_code == 303
    assert a_soi.get(public).status_code == 404
