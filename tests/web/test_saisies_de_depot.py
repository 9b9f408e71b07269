"""What is typed in a deposit and never saved: kept for who holds the link, given back, never proposed unseen."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from backend.web.adresses import contributions as ici
from tests.web.conftest import Site, lire_comme, ouvrir_site
from tests.web.formulaires_lus import FormulaireLu
from tests.web.lecture_html import PageLue
from tests.web.liens_publics import EN_COURS, SOUMIS, cle, jeton, lire
from tests.web.regles_de_page import verifier_page, verifier_typographie

REPRIS = "Vous retrouvez ce que vous aviez commencé"
TITRE = "Un titre tapé, <b>jamais</b> enregistré"


@pytest.fixture
def a_soi(url_base_demo: str) -> Iterator[Site]:
    """A site whose demonstration the test may change."""
    with ouvrir_site(url_base_demo) as site:
        yield site


@pytest.fixture
def lien(url_base_demo: str) -> str:
    """The token of a deposit being written."""
    return jeton(url_base_demo, "depot", EN_COURS)


def formulaire(site: Site, lien: str, etape: str) -> dict[str, str]:
    chemin = ici.depot(lien, etape)
    return dict(FormulaireLu(site.get(chemin).text, chemin).champs)


def taper(site: Site, lien: str, etape: str, **champs: str) -> int:
    """Keep a step as the script does, typed but not sent."""
    donnees = {**formulaire(site, lien, etape), **champs}
    return int(site.post(ici.saisie(lien, etape), data=donnees, follow_redirects=False).status_code)


@pytest.mark.parametrize(
    ("etape", "champ"),
    [("structure", "fonction"), ("besoin", "titre"), ("action", "description"), ("moyens", "financements.0.financeur")],
)
def test_ce_qui_est_tape_revient_par_le_lien_sans_que_le_depot_change(
    a_soi: Site, url_base_demo: str, lien: str, etape: str, champ: str
) -> None:
    avant = lire(url_base_demo, "SELECT COUNT(*) FROM entree_journal")
    contenu = lire(url_base_demo, "SELECT contenu FROM depot WHERE id = ?", cle(url_base_demo, EN_COURS).hex)
    enregistre = formulaire(a_soi, lien, etape)[champ]
    assert REPRIS not in a_soi.get(ici.depot(lien, etape)).text
    assert taper(a_soi, lien, etape, **{champ: TITRE}) == 204
    reponse = a_soi.get(ici.depot(lien, etape))
    page = verifier_page(reponse.text)
    verifier_typographie(page)
    assert REPRIS in page.texte
    assert formulaire(a_soi, lien, etape)[champ] == TITRE
    assert lire(url_base_demo, "SELECT COUNT(*) FROM entree_journal") == avant
    assert lire(url_base_demo, "SELECT contenu FROM depot WHERE id = ?", cle(url_base_demo, EN_COURS).hex) == contenu
    revenu = a_soi.post(ici.abandon(lien, etape), follow_redirects=False)
    assert (revenu.status_code, revenu.headers["location"]) == (303, ici.depot(lien, etape))
    assert REPRIS not in a_soi.get(ici.depot(lien, etape)).text
    assert formulaire(a_soi, lien, etape)[champ] == enregistre


def test_la_page_du_depot_y_ramene_et_la_relecture_previent(a_soi: Site, lien: str) -> None:
    taper(a_soi, lien, "besoin", titre=TITRE)
    depot = PageLue(a_soi.get(ici.depot(lien)).text)
    assert "ce que vous avez tapé sans l’enregistrer" in depot.texte
    assert "Continuer la fiche" in depot.texte
    assert [a["href"] for a in depot.tous("a") if "principal" in (a.get("class") or "")] == [ici.depot(lien, "besoin")]
    relire = verifier_page(a_soi.get(ici.depot(lien, "relire")).text)
    assert "n’est pas enregistré" in relire.texte
    assert TITRE not in relire.texte
    assert "n’est pas enregistré" not in PageLue(a_soi.get(ici.depot(lien, "action")).text).texte


def test_enregistrer_l_etape_efface_sa_saisie_et_un_retard_ne_trouble_personne(a_soi: Site, lien: str) -> None:
    taper(a_soi, lien, "besoin", titre=TITRE)
    taper(a_soi, lien, "action", description="Tapée aussi.")
    donnees = formulaire(a_soi, lien, "besoin")
    assert donnees["titre"] == TITRE
    assert a_soi.post(ici.depot(lien, "besoin"), data=donnees, follow_redirects=False).status_code == 303
    assert REPRIS not in a_soi.get(ici.depot(lien, "besoin")).text
    assert REPRIS in a_soi.get(ici.depot(lien, "action")).text
    assert a_soi.post(ici.saisie(lien, "besoin"), data=donnees).status_code == 204
    assert REPRIS not in a_soi.get(ici.depot(lien, "besoin")).text


def test_une_saisie_d_avant_l_enregistrement_d_un_autre_montre_les_deux_textes(
    a_soi: Site, url_base_demo: str, lien: str
) -> None:
    taper(a_soi, lien, "besoin", titre=TITRE)
    lire_comme(a_soi, "diane")
    aide = ici.aider(cle(url_base_demo, EN_COURS), "besoin")
    page = a_soi.get(aide).text
    assert REPRIS not in page
    assert "data-brouillon" not in page
    a_soi.post(aide, data={**dict(FormulaireLu(page, aide).champs), "titre": "Le titre du hub"})
    lire_comme(a_soi, "visiteur")
    donnees = formulaire(a_soi, lien, "besoin")
    assert donnees["titre"] == TITRE
    reponse = a_soi.post(ici.depot(lien, "besoin"), data=donnees, follow_redirects=False)
    assert reponse.status_code == 409
    assert "Le titre du hub" in PageLue(reponse.text).texte
    assert FormulaireLu(reponse.text, ici.depot(lien, "besoin")).valeur("titre") == TITRE


def test_proposee_ou_retiree_rien_de_tape_ne_reste(a_soi: Site, url_base_demo: str, lien: str) -> None:
    taper(a_soi, lien, "structure", courriel="voisins@exemple.fr")
    taper(a_soi, lien, "moyens", moyens_humains="Deux bénévoles.")
    assert lire(url_base_demo, "SELECT COUNT(*) FROM brouillon WHERE auteur LIKE 'lien:depot:%'") == 2
    assert a_soi.post(f"{ici.depot(lien)}/retirer", follow_redirects=False).status_code == 303
    assert lire(url_base_demo, "SELECT COUNT(*) FROM brouillon WHERE auteur LIKE 'lien:depot:%'") == 0
    assert a_soi.post(ici.saisie(lien, "besoin"), data={"titre": "Trop tard"}).status_code == 403


@pytest.mark.parametrize("etape", ["relire", "inconnue", "saisie"])
def test_seules_les_etapes_ou_l_on_ecrit_gardent_une_saisie(a_soi: Site, lien: str, etape: str) -> None:
    for chemin in (ici.saisie(lien, etape), ici.abandon(lien, etape)):
        assert a_soi.post(chemin, data={"titre": "x"}, follow_redirects=False).status_code == 404


def test_sans_le_bon_lien_ou_une_fois_proposee_rien_n_est_garde(a_soi: Site, url_base_demo: str, lien: str) -> None:
    soumis = jeton(url_base_demo, "depot", SOUMIS)
    assert a_soi.post(ici.saisie(soumis, "besoin"), data={"titre": "x"}).status_code == 403
    for faux in (lien[:-2] + "xx", "zzz", jeton(url_base_demo, "appel", "SELECT id FROM appel_a_fiches")):
        assert a_soi.post(ici.saisie(faux, "besoin"), data={"titre": "x"}).status_code == 404
    ailleurs = {"origin": "https://ailleurs.invalid"}
    assert a_soi.post(ici.saisie(lien, "besoin"), data={"titre": "x"}, headers=ailleurs).status_code == 403
    assert a_soi.post(ici.saisie(lien, "besoin"), data={"titre": "x" * 300_000}).status_code == 422
    assert lire(url_base_demo, "SELECT COUNT(*) FROM brouillon WHERE auteur LIKE 'lien:depot:%'") == 0
