"""The list of fiches changed where it stands: small forms, board, kept views, bulk changes; a base for each test."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import pytest

from tests.web.conftest import Site, lire_comme, ouvrir_site
from tests.web.lecture_html import PageLue
from tests.web.regles_de_page import verifier_page, verifier_typographie

FEUILLE = "/feuilles-de-route/28-2024"
PRESENTATIONS = ("tableau", "statut", "frise", "axe", "impression")


@pytest.fixture
def mien(url_base_demo: str) -> Iterator[Site]:
    """A demonstration of the test's own, read by alice."""
    with ouvrir_site(url_base_demo) as site:
        lire_comme(site, "alice")
        yield site


def numeros(html: str) -> list[str]:
    """Numbers of the fiches of the table, in order."""
    return re.findall(r'<td role="cell" class="rang">([^<]+)</td>', html)


def liens(html: str, motif: str) -> list[str]:
    """Addresses of the links whose text matches."""
    trouves = re.findall(r'<a [^>]*href="([^"]+)"[^>]*>(.*?)</a>', html, re.DOTALL)
    return [unescape(href) for href, mots in trouves if re.search(motif, re.sub("<[^>]+>", "", mots))]


def ouvrir(site: Site, requete: str, numero: str, champ: str) -> str:
    """The list with the small form of a fiche open, as its link does."""
    html = site.get(f"{FEUILLE}?{requete}").text
    rangee = next(r for r in re.findall(r"<tbody.*?</tbody>", html, re.DOTALL) if f'class="rang">{numero}<' in r)
    ouverte: str = site.get(liens(rangee, f"^{champ}$")[0].split("#")[0]).text
    return ouverte


def vue_de(html: str, nom: str) -> str:
    """What the list of kept views says of one."""
    vues = re.search(r'<ul class="vues">.*?</ul>', html, re.DOTALL)
    assert vues
    trouvees: list[str] = re.findall(r"<li>.*?</li>", vues[0], re.DOTALL)
    return next(v for v in trouvees if f">{nom}</a>" in v)


def formulaire(html: str) -> tuple[str, dict[str, str]]:
    """Where the open small form goes, and its hidden fields."""
    trouve = re.search(r'<form class="petit-formulaire" method="post" action="([^"]+)".*?</form>', html, re.DOTALL)
    assert trouve
    caches = dict(re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)">', trouve[0]))
    return unescape(trouve[1]), caches


def envoyer(site: Site, html: str, **champs: str) -> Any:
    """Send the open small form, without following."""
    action, caches = formulaire(html)
    return site.post(action, data={**caches, **champs}, follow_redirects=False)


def test_le_statut_se_change_dans_la_ligne_et_la_liste_revient_au_meme_endroit(mien: Site) -> None:
    html = ouvrir(mien, "avancement=a_venir&tri=-titre", "1.16", "Statut")
    refus = envoyer(mien, html, avancement="bloquee", pourquoi="")
    assert refus.status_code == 422
    assert '<option value="bloquee" selected>' in refus.text
    assert "Dites pourquoi" in refus.text
    reponse = envoyer(mien, refus.text, avancement="bloquee", pourquoi="Pas de local.")
    assert reponse.status_code == 303
    suite = urlsplit(reponse.headers["location"])
    assert dict(parse_qsl(suite.query))["tri"] == "-titre"
    page = mien.get(reponse.headers["location"].split("#")[0]).text
    assert f'id="{suite.fragment}"' in page
    assert "cette fiche ne répond plus aux filtres" in page
    assert "1.16" in numeros(mien.get(f"{FEUILLE}?avancement=bloquee").text)


def test_un_fragment_est_la_meme_ligne_que_la_page_entiere(mien: Site) -> None:
    html = ouvrir(mien, "axe=28-2024/2", "2.3", "Priorité")
    reponse = envoyer(mien, html, priorite="bas")
    ancre = urlsplit(reponse.headers["location"]).fragment
    entiere = mien.get(f"{FEUILLE}?axe=28-2024/2&colonnes=avancement,priorite").text
    assert "Basse" in next(r for r in re.findall(r"<tbody.*?</tbody>", entiere, re.DOTALL) if f'id="{ancre}"' in r)
    assert f'hx-select:inherited="#{ancre}"' in html
    assert f'hx-target:inherited="#{ancre}"' in html


def test_les_pilotes_et_les_dates_se_changent_dans_la_ligne(mien: Site) -> None:
    html = ouvrir(mien, "sans_pilote=oui", "1.16", "Pilote")
    refus = envoyer(mien, html, ajouter="Personne du tout")
    assert refus.status_code == 422
    assert 'value="Personne du tout"' in refus.text
    assert envoyer(mien, refus.text, ajouter="association exemple a").status_code == 303
    assert "1.16" not in numeros(mien.get(f"{FEUILLE}?sans_pilote=oui").text)
    html = ouvrir(mien, "axe=28-2024/1", "1.16", "Dates")
    refus = envoyer(mien, html, debut="janvier 2026", fin="décembre 2025")
    assert refus.status_code == 422
    assert "La fin vient avant le début" in refus.text
    assert 'value="janvier 2026"' in refus.text
    assert envoyer(mien, refus.text, debut="janvier 2026", fin="printemps 2026").status_code == 303
    assert "printemps 2026" in mien.get(f"{FEUILLE}?axe=28-2024/1").text.replace("\u00a0", " ")


def test_une_date_renvoyee_telle_quelle_n_est_pas_un_changement(mien: Site) -> None:
    html = ouvrir(mien, "axe=28-2024/5", "5.1", "Dates")
    _, caches = formulaire(html)
    valeurs = dict(re.findall(r'name="(debut|fin)" value="([^"]*)"', html))
    assert envoyer(mien, html, **valeurs).status_code == 303
    encore = formulaire(ouvrir(mien, "axe=28-2024/5", "5.1", "Dates"))[1]
    assert encore["version"] == caches["version"]


def test_un_conflit_montre_les_deux_textes_et_n_ecrase_rien(mien: Site) -> None:
    html = ouvrir(mien, "avancement=en_cours", "1.1", "Statut")
    envoyer(mien, html, avancement="realisee")
    conflit = envoyer(mien, html, avancement="a_venir")
    assert conflit.status_code == 409
    texte = PageLue(conflit.text).texte
    assert "Quelqu’un a modifié cette fiche entre-temps" in texte
    assert re.search(r"Enregistré\s*Réalisée\s*Votre choix\s*À venir", texte)
    garde = ouvrir(mien, "avancement=realisee", "1.1", "Statut")
    assert '<option value="en_cours">' in garde
    # Sent again from there, it is a choice: the rule still speaks.
    assert envoyer(mien, conflit.text, avancement="en_cours", pourquoi="Reprise.").status_code == 303


def test_bob_lit_sans_rien_pouvoir_changer_et_charlie_n_a_pas_d_adresse(mien: Site) -> None:
    action, caches = formulaire(ouvrir(mien, "avancement=en_cours", "1.1", "Statut"))
    lire_comme(mien, "bob")
    for presentation in PRESENTATIONS:
        html = mien.get(f"{FEUILLE}?presentation={presentation}").text
        for mot in ("Modifier", "Déplacer", "Changer plusieurs fiches", "Changer les fiches cochées"):
            assert mot not in html
    cle = action.split("/")[4]
    assert 'class="petit-formulaire"' not in mien.get(f"{FEUILLE}?modifier={cle}.avancement").text
    donnees = {**caches, "avancement": "realisee"}
    assert mien.post(action, data=donnees).status_code == 403
    lire_comme(mien, "charlie")
    assert mien.post(action, data=donnees).status_code == 404
    assert mien.get(f"{FEUILLE}/fiches.csv").status_code == 404
    assert mien.get(action.split("?")[0].split("/fiches/")[0] + "/changement").status_code == 404


def test_le_tableau_des_statuts_deplace_une_carte_sans_script(mien: Site) -> None:
    html = mien.get(f"{FEUILLE}?presentation=statut&axe=28-2024/2").text
    carte = next(c for c in re.findall(r'<li class="carte".*?</form>', html, re.DOTALL) if ">2.1</span>" in c)
    action = re.search(r'<form method="post" action="([^"]+)"', carte)
    version = re.search(r'name="version" value="(\d+)"', carte)
    assert action
    assert version
    reponse = mien.post(
        unescape(action[1]), data={"version": version[1], "avancement": "realisee"}, follow_redirects=False
    )
    assert reponse.status_code == 303
    assert dict(parse_qsl(urlsplit(reponse.headers["location"]).query))["presentation"] == "statut"
    apres = mien.get(reponse.headers["location"].split("#")[0]).text
    realisees = re.search(r'data-avancement="realisee">.*?</section>', apres, re.DOTALL)
    assert realisees
    assert ">2.1</span>" in realisees[0]


def test_une_vue_se_garde_se_renomme_se_retire_et_revient(mien: Site) -> None:
    canonique = str(mien.get(FEUILLE, follow_redirects=False).headers["location"])
    donnees = {"nom": "Mes retards", "requete": "en_retard=oui&tri=-fin"}
    reponse = mien.post(f"{canonique}/vues", data=donnees, follow_redirects=False)
    assert reponse.status_code == 303
    page = mien.get(reponse.headers["location"].split("#")[0]).text
    (lien,) = liens(page, "^Mes retards$")
    assert dict(parse_qsl(urlsplit(lien).query)) == {"en_retard": "oui", "tri": "-fin"}
    double = mien.post(f"{canonique}/vues", data={**donnees, "nom": "MES RETARDS"})
    assert double.status_code == 422
    assert "Vous gardez déjà une vue sous le nom" in double.text
    assert 'value="MES RETARDS"' in double.text
    renommer = re.search(rf'action="({canonique}/vues/[^"]+)"', vue_de(page, "Mes retards"))
    assert renommer
    vide = mien.post(renommer[1], data={"nom": " ", "version": "1", "requete": ""})
    assert vide.status_code == 422
    reponse = mien.post(renommer[1], data={"nom": "À relancer", "version": "1", "requete": ""}, follow_redirects=False)
    assert reponse.status_code == 303
    assert liens(mien.get(FEUILLE).text, "^À relancer$")
    retrait = re.search(r'action="(/vues/[^"]+/retrait)"', vue_de(mien.get(FEUILLE).text, "À relancer"))
    assert retrait
    reponse = mien.post(retrait[1], data={"requete": ""}, follow_redirects=False)
    page = mien.get(reponse.headers["location"].split("#")[0]).text
    assert not liens(page, "^À relancer$")
    retablir = re.search(r'action="(/vues/[^"]+/retablissement)"', page)
    assert retablir
    mien.post(retablir[1])
    assert liens(mien.get(FEUILLE).text, "^À relancer$")
    lire_comme(mien, "bob")
    assert not liens(mien.get(FEUILLE).text, "^À relancer$")
    assert mien.post(retrait[1], data={}).status_code == 404


def test_un_changement_groupe_se_voit_se_fait_et_s_annule(mien: Site) -> None:
    canonique = str(mien.get(FEUILLE, follow_redirects=False).headers["location"])
    apercu = mien.get(f"{canonique}/changement?avancement=bloquee&champ=priorite&vers_priorite=bas")
    assert apercu.status_code == 200
    verifier_typographie(verifier_page(apercu.text))
    assert "3 changeront" in PageLue(apercu.text).texte
    caches = dict(
        re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)">', apercu.text.split("data-patience")[1])
    )
    fait = mien.post(f"{canonique}/changement?avancement=bloquee", data=caches, follow_redirects=False)
    assert fait.status_code == 303
    rejoue = mien.post(f"{canonique}/changement?avancement=bloquee", data=caches, follow_redirects=False)
    assert rejoue.headers["location"] == fait.headers["location"]
    page = mien.get(fait.headers["location"]).text
    verifier_typographie(verifier_page(page))
    assert "Priorité de 3\u00a0fiches" in PageLue(page).texte
    assert len(numeros(mien.get(f"{FEUILLE}?priorite=bas&avancement=bloquee").text)) == 3
    annuler = re.search(r'action="(/changements-groupes/[^"]+/annulation)"', page)
    assert annuler
    lire_comme(mien, "bob")
    assert 'annulation"' not in mien.get(fait.headers["location"]).text
    assert mien.post(annuler[1]).status_code == 403
    lire_comme(mien, "charlie")
    assert mien.get(fait.headers["location"]).status_code == 404
    assert mien.post(annuler[1]).status_code == 404
    lire_comme(mien, "alice")
    annule = mien.post(annuler[1]).text
    verifier_typographie(verifier_page(annule))
    assert "3\u00a0fiches sont revenues" in PageLue(annule).texte
    assert numeros(mien.get(f"{FEUILLE}?priorite=bas&avancement=bloquee").text) == []


def test_des_fiches_cochees_sont_les_seules_a_changer(mien: Site) -> None:
    html = mien.get(f"{FEUILLE}?selection=oui&axe=28-2024/5").text
    verifier_typographie(verifier_page(html))
    choisies = re.findall(r'name="fiche" value="([^"]+)"', html)[:2]
    assert 'form="cochees"' in html
    canonique = str(mien.get(FEUILLE, follow_redirects=False).headers["location"])
    requete = "&".join(f"fiche={c}" for c in choisies)
    apercu = mien.get(f"{canonique}/changement?{requete}&champ=avancement&vers_avancement=bloquee")
    texte = PageLue(apercu.text).texte
    assert "2\u00a0fiches cochées" in texte
    assert "2 refusées" in texte
    assert "Dites pourquoi" in texte
    refus = mien.get(f"{canonique}/changement?{requete}&champ=avancement")
    assert refus.status_code == 422
    assert "Choisissez le nouveau statut" in refus.text


def test_le_changement_groupe_n_existe_pas_pour_qui_lit_seulement(mien: Site) -> None:
    canonique = str(mien.get(FEUILLE, follow_redirects=False).headers["location"])
    lire_comme(mien, "bob")
    assert mien.get(f"{canonique}/changement").status_code == 403
    reponse = mien.post(f"{canonique}/changement", data={"champ": "priorite", "lues": "x"})
    assert reponse.status_code in {403, 422}
