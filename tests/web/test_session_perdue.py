"""A form sent after its session ended: nothing typed is lost, and nothing is written until one is back in."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from backend.web import adresses
from backend.web.adresses import comptes as ici, edition
from backend.web.adresses.suivi import MON_SUIVI
from backend.web.formulaires import MOTS_DE_PASSE
from backend.web.session import TEMOIN
from backend.web.session_perdue import ADRESSE, PREFIXE
from fne_roadmaps.demo.cles import cle_fixe
from fne_roadmaps.demo.comptes import MOT_DE_PASSE
from tests.web.comptes import ALICE
from tests.web.conftest import Site, lire_comme, ouvrir_site
from tests.web.formulaires_lus import FormulaireLu, envoyer, ouvrir
from tests.web.lecture_html import PageLue
from tests.web.regles_de_page import verifier_page, verifier_typographie

FICHE = cle_fixe("fiche_action:28-2024/1.1")
ICI = edition.modifier(FICHE, "besoin")
TAPE = "Tapé longtemps.\n- <b>un</b> & « deux »\n\n  trois"


@pytest.fixture
def chez_soi(url_base_demo: str) -> Iterator[Site]:
    """The site on a demonstration the test may change."""
    with ouvrir_site(url_base_demo) as site:
        yield site


def perdre(site: Site, adresse: str = ICI) -> str:
    """Alice types, her session ends, she sends; the page she gets."""
    lire_comme(site, "alice")
    formulaire = ouvrir(site, adresse).remplir(contexte=TAPE)
    site.cookies.clear()
    reponse = formulaire.envoyer(site)
    assert reponse.status_code == 401
    verifier_typographie(verifier_page(reponse.text))
    return str(reponse.text)


def test_la_saisie_attend_la_connexion_puis_part_ou_elle_allait(chez_soi: Site) -> None:
    perdue = perdre(chez_soi)
    assert "votre saisie est gardée" in perdue
    connexion = FormulaireLu(perdue, ici.connexion())
    assert connexion.valeur(f"{PREFIXE}contexte") == TAPE
    faux = connexion.remplir(courriel=ALICE, mot_de_passe="une phrase fausse").envoyer(chez_soi)
    assert faux.status_code == 422
    encore = FormulaireLu(faux.text, ici.connexion())
    assert encore.valeur(f"{PREFIXE}contexte") == TAPE
    rendue = encore.remplir(mot_de_passe=MOT_DE_PASSE).envoyer(chez_soi)
    assert rendue.status_code == 200
    assert TEMOIN in chez_soi.cookies
    page = verifier_page(rendue.text)
    assert "Votre saisie est gardée" in page.texte
    assert "<b>un</b>" not in rendue.text
    assert MOT_DE_PASSE not in rendue.text
    assert rendue.headers["cache-control"] == "private, no-store"
    garde = FormulaireLu(rendue.text, ICI)
    assert garde.valeur("contexte") == TAPE
    assert garde.envoyer(chez_soi).status_code == 303
    assert ouvrir(chez_soi, ICI).valeur("contexte").startswith("Tapé longtemps.")


def test_rien_n_est_ecrit_tant_qu_on_n_est_pas_revenu(chez_soi: Site) -> None:
    perdre(chez_soi)
    lire_comme(chez_soi, "alice")
    assert not ouvrir(chez_soi, ICI).valeur("contexte").startswith("Tapé longtemps.")


def test_revenir_sous_un_autre_nom_ne_donne_pas_ses_droits(chez_soi: Site) -> None:
    connexion = FormulaireLu(perdre(chez_soi), ici.connexion())
    rendue = connexion.remplir(courriel="charlie@cd-41.example", mot_de_passe=MOT_DE_PASSE).envoyer(chez_soi)
    assert FormulaireLu(rendue.text, ICI).envoyer(chez_soi).status_code == 404


def test_deux_personnes_sur_la_meme_section_se_concilient_apres_le_retour(chez_soi: Site) -> None:
    perdue = FormulaireLu(perdre(chez_soi), ici.connexion())
    lire_comme(chez_soi, "emile-28")
    assert ouvrir(chez_soi, ICI).remplir(contexte="D’Émile.").envoyer(chez_soi).status_code == 303
    chez_soi.cookies.clear()
    rendue = perdue.remplir(courriel=ALICE, mot_de_passe=MOT_DE_PASSE).envoyer(chez_soi)
    conflit = FormulaireLu(rendue.text, ICI).envoyer(chez_soi)
    assert conflit.status_code == 409
    assert "D’Émile." in conflit.text
    assert "Tapé longtemps." in conflit.text


def test_l_adresse_garde_ses_filtres_et_un_fragment_laisse_la_place_a_la_page(site: Site) -> None:
    adresse = f"{adresses.fiche_action(FICHE)}/avancement?a=b&c=d%20e"
    reponse = site.post(adresse, data={"avancement": "en_cours"}, headers={"hx-request": "true"})
    assert reponse.status_code == 401
    ou = tuple(reponse.headers[f"hx-{nom}"] for nom in ("retarget", "reselect", "reswap"))
    assert ou == ("body", "body > *", "innerHTML")
    assert FormulaireLu(reponse.text, ici.connexion()).valeur(ADRESSE) == adresse
    assert "hx-retarget" not in site.post(adresse, data={"avancement": "en_cours"}).headers


@pytest.mark.parametrize("nom", sorted(MOTS_DE_PASSE))
def test_un_mot_de_passe_n_est_jamais_repris(site: Site, nom: str) -> None:
    donnees = {nom: "un secret à ne pas garder", "pourquoi": "Parce que."}
    for adresse in (ICI, ici.MOT_DE_PASSE):
        reponse = site.post(adresse, data=donnees)
        assert reponse.status_code == 401
        assert "un secret à ne pas garder" not in reponse.text
    garde = {ADRESSE: ICI, f"{PREFIXE}{nom}": "un secret à ne pas garder", "courriel": ALICE}
    reponse = site.post(ici.connexion(), data={**garde, "mot_de_passe": MOT_DE_PASSE})
    assert "un secret à ne pas garder" not in reponse.text


@pytest.mark.parametrize(
    "adresse",
    ["https://ailleurs.example/", "//ailleurs.example", "/\\ailleurs", "javascript:alert(1)", "", ici.DECONNEXION],
)
def test_la_saisie_ne_part_que_sur_ce_site(site: Site, adresse: str) -> None:
    donnees = {"courriel": ALICE, "mot_de_passe": MOT_DE_PASSE, ADRESSE: adresse, f"{PREFIXE}texte": "Long texte."}
    reponse = site.post(ici.connexion(), data=donnees, follow_redirects=False)
    assert (reponse.status_code, reponse.headers["location"]) == (303, MON_SUIVI)


def test_un_autre_site_ne_fait_rien_garder(site: Site) -> None:
    reponse = site.post(ICI, data={"contexte": "Piège."}, headers={"origin": "https://ailleurs.example"})
    assert reponse.status_code == 403
    assert "Piège." not in reponse.text


def test_un_grand_formulaire_passe_la_connexion(site: Site) -> None:
    grand = "é" * 155_000
    reponse = site.post(ICI, data={"contexte": grand})
    assert reponse.status_code == 401
    formulaire = FormulaireLu(reponse.text, ici.connexion()).remplir(courriel=ALICE, mot_de_passe=MOT_DE_PASSE)
    rendue = formulaire.envoyer(site)
    assert rendue.status_code == 200
    assert FormulaireLu(rendue.text, ICI).valeur("contexte") == grand


def test_ce_qui_se_lit_demande_un_compte_puis_y_revient(site: Site) -> None:
    gestion = adresses.gouvernance(cle_fixe("gouvernance:28")) + "/comptes"
    for chemin in (ici.COMPTE, gestion, f"{gestion}?fait=profil"):
        reponse = site.get(chemin)
        assert reponse.status_code == 401
        formulaire = FormulaireLu(reponse.text, ici.connexion())
        assert formulaire.valeur("retour") == chemin
        suite = formulaire.remplir(courriel=ALICE, mot_de_passe=MOT_DE_PASSE).envoyer(site)
        assert (suite.status_code, suite.headers["location"]) == (303, chemin)
        site.cookies.clear()


def test_un_envoi_sans_rien_de_tape_se_confirme_aussi(site: Site) -> None:
    reponse = envoyer(site, f"/fiches-action/{FICHE}/restauration", [])
    assert reponse.status_code == 401
    assert PageLue(reponse.text).tous("h1")
    rendue = FormulaireLu(reponse.text, ici.connexion()).remplir(courriel=ALICE, mot_de_passe=MOT_DE_PASSE)
    assert f'action="/fiches-action/{FICHE}/restauration"' in rendue.envoyer(site).text
