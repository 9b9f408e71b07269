"""A deposit through its pages: begun from a call, written in steps, submitted; hostile hands."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from uuid import UUID

import pytest

from backend.web.adresses import contributions as ici
from fne_roadmaps.tables.engines import moteur_courant
from tests.support.requetes import requetes_de
from tests.web.conftest import Site, lire_comme, ouvrir_site
from tests.web.formulaires_lus import FormulaireLu
from tests.web.lecture_html import PageLue
from tests.web.liens_publics import EN_COURS, OUVERT, cle, jeton, lire
from tests.web.regles_de_page import verifier_page

SCRIPT = "<script>alert(1)</script>"


@pytest.fixture
def a_soi(url_base_demo: str) -> Iterator[Site]:
    """A site whose demonstration the test may change."""
    with ouvrir_site(url_base_demo) as site:
        yield site


def commencer(site: Site, url: str, **champs: str) -> str:
    """Begin a deposit as a visitor, from the page of the call; the path of its second step."""
    chemin = ici.commencer(jeton(url, "appel", OUVERT))
    formulaire = FormulaireLu(site.get(chemin).text, chemin)
    donnees = {**dict(formulaire.champs), "structure_nom": "Les Voisins (exemple)", **champs}
    reponse = site.post(chemin, data=donnees, follow_redirects=False)
    assert reponse.status_code == 303, reponse.text
    return str(reponse.headers["location"]).partition("?")[0]


def ecrire(site: Site, chemin: str, **champs: str) -> Any:
    """Fill in a step as a browser does, and send it."""
    formulaire = FormulaireLu(site.get(chemin).text, chemin)
    return site.post(chemin, data={**dict(formulaire.champs), **champs}, follow_redirects=False)


def test_une_structure_propose_sans_compte_et_suit_sa_fiche(a_soi: Site, url_base_demo: str) -> None:
    besoin = commencer(a_soi, url_base_demo, courriel="voisins@exemple.fr", aide="hub-lo")
    lien = besoin.removesuffix("/besoin")
    page = PageLue(a_soi.get(besoin + "?fait=depot-commence").text)
    assert "Gardez votre lien personnel" in page.texte
    assert f"http://testserver.local{lien}" in a_soi.get(besoin).text
    incomplete = PageLue(a_soi.get(f"{lien}/relire").text)
    assert "3\u00a0points à compléter" in incomplete.texte
    assert ecrire(a_soi, besoin, titre="Réparer", contexte="Tout casse.").headers["location"] == f"{lien}/action"
    assert ecrire(a_soi, f"{lien}/action", description="On répare.", debut="été 2026").status_code == 303
    plus_tard = ecrire(a_soi, f"{lien}/moyens", besoin="1 200", suite="plus-tard")
    assert plus_tard.headers["location"] == f"{lien}?fait=depot-garde"
    assert "Votre fiche est enregistrée" in PageLue(a_soi.get(lien).text).texte
    for _ in range(2):
        soumis = a_soi.post(f"{lien}/relire", follow_redirects=False)
        assert (soumis.status_code, soumis.headers["location"]) == (303, f"{lien}?fait=depot-soumis")
    assert lire(url_base_demo, "SELECT COUNT(*) FROM fiche_action WHERE titre = 'Réparer'") == 1
    page = PageLue(a_soi.get(lien).text)
    assert "Votre fiche est proposée sous le numéro p" in page.texte
    assert not [champ for champ in ("/besoin", "/relire") if f"{lien}{champ}" in page.liens]
    retire = a_soi.post(f"{lien}/retirer", follow_redirects=False)
    assert retire.headers["location"] == f"{lien}?fait=depot-retire"
    assert "n’est plus proposée" in PageLue(a_soi.get(lien).text).texte
    assert lire(url_base_demo, "SELECT supprime_le FROM fiche_action WHERE titre = 'Réparer'")


def test_double_clic_sur_commencer_ne_commence_qu_une_fiche(a_soi: Site, url_base_demo: str) -> None:
    chemin = ici.commencer(jeton(url_base_demo, "appel", OUVERT))
    donnees = {**dict(FormulaireLu(a_soi.get(chemin).text, chemin).champs), "structure_nom": "Deux fois"}
    lieux = {a_soi.post(chemin, data=donnees, follow_redirects=False).headers["location"] for _ in range(2)}
    assert len(lieux) == 1
    assert lire(url_base_demo, "SELECT COUNT(*) FROM depot WHERE structure_nom = 'Deux fois'") == 1


def test_ce_qui_ne_va_pas_est_garde_et_dit(a_soi: Site, url_base_demo: str) -> None:
    besoin = commencer(a_soi, url_base_demo)
    long = "x" * 20_000
    reponse = ecrire(a_soi, besoin, titre=long)
    assert reponse.status_code == 422
    page = verifier_page(reponse.text)
    assert "C’est enregistré, mais 1\u00a0point reste à corriger" in page.texte
    assert long in a_soi.get(besoin).text
    action = besoin.replace("/besoin", "/action")
    refusee = ecrire(a_soi, action, fin="31 novembre 2025")
    assert refusee.status_code == 422
    assert "n’existe pas" in PageLue(refusee.text).texte
    relue = a_soi.post(besoin.replace("/besoin", "/relire"), follow_redirects=False)
    assert relue.status_code == 422
    assert "4\u00a0points à compléter" in PageLue(relue.text).texte


def test_une_page_perimee_montre_les_deux_textes(a_soi: Site, url_base_demo: str) -> None:
    besoin = commencer(a_soi, url_base_demo)
    ancienne = dict(FormulaireLu(a_soi.get(besoin).text, besoin).champs)
    ecrire(a_soi, besoin, titre="Le premier titre")
    reponse = a_soi.post(besoin, data={**ancienne, "titre": "Le second titre"}, follow_redirects=False)
    assert reponse.status_code == 409
    page = verifier_page(reponse.text)
    assert "Le premier titre" in page.texte
    assert 'value="Le second titre"' in reponse.text
    repris = FormulaireLu(reponse.text, besoin)
    assert a_soi.post(besoin, data=dict(repris.champs), follow_redirects=False).status_code == 303
    assert "Le second titre" in a_soi.get(besoin).text


def test_rien_de_ce_qui_se_tape_ne_s_execute(a_soi: Site, url_base_demo: str) -> None:
    besoin = commencer(a_soi, url_base_demo, structure_nom=SCRIPT, fonction=SCRIPT)
    lien = besoin.removesuffix("/besoin")
    ecrire(a_soi, besoin, titre=SCRIPT, contexte=f"{SCRIPT}\x0b" + "<p class=MsoNormal>collé</p>")
    ecrire(a_soi, besoin, titre=SCRIPT, contexte=f"{SCRIPT} <p class=MsoNormal>collé</p>")
    ecrire(a_soi, f"{lien}/action", description=SCRIPT, publics=SCRIPT)
    ecrire(
        a_soi,
        f"{lien}/moyens",
        partenaires=SCRIPT,
        **{"financements.0.financeur": SCRIPT, "financements.0.annee": "2026"},
    )
    lire_comme(a_soi, "charlie")
    feuille = cle(url_base_demo, "SELECT id FROM feuille_de_route WHERE code = '41-2024'")
    pages = [lien, f"{lien}/relire", *(f"{lien}/{e}" for e in ("structure", "besoin", "action", "moyens"))]
    for chemin in pages:
        assert SCRIPT not in a_soi.get(chemin).text
    assert a_soi.post(f"{lien}/relire", follow_redirects=False).status_code == 303
    fiche = lire(url_base_demo, "SELECT fiche_action FROM depot WHERE structure_nom = ?", SCRIPT)
    appel = cle(url_base_demo, OUVERT)
    for chemin in (lien, ici.propositions(feuille), ici.gerer_appel(appel), f"/fiches-action/{UUID(fiche)}"):
        texte = a_soi.get(chemin).text
        assert SCRIPT not in texte
        assert "&lt;script&gt;" in texte


@pytest.mark.parametrize("nom", ["financements.².annee", "financements." + "9" * 5000 + ".annee", "x" * 3000, "\ud7ff"])
def test_des_champs_hostiles_sont_laisses_de_cote(a_soi: Site, url_base_demo: str, nom: str) -> None:
    moyens = commencer(a_soi, url_base_demo).replace("/besoin", "/moyens")
    donnees = {nom: "1", "besoin": "abc", "version": "0"}
    assert a_soi.post(moyens, data=donnees, follow_redirects=False).status_code == 422
    assert a_soi.post(moyens, data={**donnees, "version": "²"}, follow_redirects=False).status_code == 422
    assert a_soi.get(moyens).status_code == 200


def test_une_demande_venue_d_ailleurs_ne_fait_rien(a_soi: Site, url_base_demo: str) -> None:
    moyens = commencer(a_soi, url_base_demo).replace("/besoin", "/moyens")
    for entetes in ({"sec-fetch-site": "cross-site"}, {"origin": "https://ailleurs.invalid"}):
        reponse = a_soi.post(moyens, data={"besoin": "1"}, headers=entetes, follow_redirects=False)
        assert reponse.status_code == 403
    hostile = a_soi.get(moyens, headers={"host": "ailleurs.invalid", "x-forwarded-host": '"><script>'})
    assert "<script>alert" not in hostile.text


def test_le_hub_aide_a_ecrire_sans_proposer(a_soi: Site, url_base_demo: str) -> None:
    depot = cle(url_base_demo, EN_COURS)
    lire_comme(a_soi, "diane")
    feuille = cle(url_base_demo, "SELECT id FROM feuille_de_route WHERE code = '41-2024'")
    assert ici.aider(depot) in PageLue(a_soi.get(ici.propositions(feuille)).text).liens
    etape = ici.aider(depot, "action")
    page = verifier_page(a_soi.get(etape).text)
    assert not [a for a in page.tous("input") if a.get("name") == "courriel"]
    assert ecrire(a_soi, etape, description="Écrit à deux.").status_code == 303
    relue = PageLue(a_soi.get(ici.aider(depot, "relire")).text)
    assert "C’est la structure elle-même qui propose la fiche" in relue.texte
    assert a_soi.post(ici.aider(depot, "relire"), follow_redirects=False).status_code == 403
    assert "/public/depots/" not in a_soi.get(ici.aider(depot)).text


def test_une_page_coute_toujours_les_memes_requetes(a_soi: Site, url_base_demo: str) -> None:
    feuille = cle(url_base_demo, "SELECT id FROM feuille_de_route WHERE code = '41-2024'")
    lire_comme(a_soi, "charlie")
    pages = [ici.propositions(feuille), ici.gerer_appel(cle(url_base_demo, OUVERT)), ici.appels(feuille)]

    def couts() -> list[int]:
        trouves = []
        for chemin in pages:
            with requetes_de(moteur_courant()) as passees:
                assert a_soi.get(chemin).status_code == 200
            trouves.append(len(passees))
        return trouves

    avant = couts()
    assert max(avant) <= 16
    for i in range(3):
        besoin = commencer(a_soi, url_base_demo, structure_nom=f"Structure {i} (exemple)")
        ecrire(a_soi, besoin, titre=f"Fiche {i}", contexte="Un besoin.")
        ecrire(a_soi, besoin.replace("/besoin", "/action"), description="Une action.")
        a_soi.post(besoin.replace("/besoin", "/relire"), follow_redirects=False)
    assert couts() == avant
