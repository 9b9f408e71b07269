"""The filtered set in its presentations, changed in its rows, kept under a name, exported."""

from __future__ import annotations

import csv
import io
import re
from html import unescape
from urllib.parse import parse_qsl, urlsplit

import pytest

from backend.web.presentation.liste_de_fiches.colonnes import COLONNES
from tests.web.conftest import Site
from tests.web.lecture_html import PageLue
from tests.web.regles_de_page import verifier_page, verifier_typographie

FEUILLE = "/feuilles-de-route/28-2024"
PRESENTATIONS = ("tableau", "statut", "frise", "axe", "impression")


def numeros(html: str) -> list[str]:
    """Numbers of the fiches of the table, in order."""
    return re.findall(r'<td role="cell" class="rang">([^<]+)</td>', html)


def liens(html: str, motif: str) -> list[str]:
    """Addresses of the links whose text matches."""
    trouves = re.findall(r'<a [^>]*href="([^"]+)"[^>]*>(.*?)</a>', html, re.DOTALL)
    return [unescape(href) for href, mots in trouves if re.search(motif, re.sub("<[^>]+>", "", mots))]


@pytest.mark.parametrize("presentation", PRESENTATIONS)
@pytest.mark.parametrize("requete", ["", "en_retard=oui&tri=-fin", "texte=introuvable", "axe=28-2024/5&exemple=oui"])
def test_chaque_presentation_suit_les_regles_de_la_maison(alice: Site, presentation: str, requete: str) -> None:
    reponse = alice.get(f"{FEUILLE}?{requete}&presentation={presentation}")
    assert reponse.status_code == 200
    verifier_typographie(verifier_page(reponse.text))


@pytest.mark.parametrize("presentation", PRESENTATIONS[1:])
def test_toutes_montrent_le_meme_ensemble(alice: Site, presentation: str) -> None:
    requete = "en_retard=oui&tri=titre"
    attendues = liens(alice.get(f"{FEUILLE}?{requete}").text.split('id="fiches"')[1], ".")
    attendues = [h for h in attendues if h.startswith("/fiches-action/")]
    assert len(attendues) == 14
    html = alice.get(f"{FEUILLE}?{requete}&presentation={presentation}").text.split("<main")[1]
    montrees = [h for h in liens(html, ".") if h.startswith("/fiches-action/")]
    assert sorted(set(montrees)) == sorted(attendues)


def test_les_liens_de_presentation_gardent_la_requete(alice: Site) -> None:
    html = alice.get(f"{FEUILLE}?avancement=en_cours&tri=-fin&colonnes=pilote,besoin&page=2").text
    for mot, presentation in (("Par statut", "statut"), ("Frise", "frise"), ("Par axe", "axe")):
        (href,) = liens(html, f"^ ?{mot}$")
        requete = dict(parse_qsl(urlsplit(href).query))
        assert requete == {
            "avancement": "en_cours",
            "tri": "-fin",
            "colonnes": "pilote,besoin",
            "presentation": presentation,
        }
        retour = dict(parse_qsl(urlsplit(liens(alice.get(href.split("#")[0]).text, "^ ?Tableau$")[0]).query))
        assert retour == {"avancement": "en_cours", "tri": "-fin", "colonnes": "pilote,besoin"}


def test_les_filtres_actifs_se_disent_et_se_retirent_un_par_un(alice: Site) -> None:
    html = alice.get(f"{FEUILLE}?avancement=en_cours&en_retard=oui&modifiee_depuis=copil&jalon_dans=30").text
    actifs = re.search(r'<ul aria-label="Filtres actifs">.*?</ul>', html, re.DOTALL)
    assert actifs
    texte = PageLue(f"<main>{actifs[0]}</main>").texte
    for dit in (
        "statut «\u202fEn cours\u202f»",
        "en retard",
        "dernier COPIL (28\u00a0janvier\u00a02025)",
    ):
        assert dit in texte
    assert "«\u202foui" not in texte
    assert "modifiées depuis le dernier" in texte
    retraits = liens(actifs[0], "retirer")
    assert [set(dict(parse_qsl(urlsplit(h).query))) for h in retraits] == [
        {"en_retard", "modifiee_depuis", "jalon_dans"},
        {"avancement", "modifiee_depuis", "jalon_dans"},
        {"avancement", "en_retard", "modifiee_depuis"},
        {"avancement", "en_retard", "jalon_dans"},
    ] or len(retraits) == 4


def test_un_jour_choisi_et_des_colonnes_cochees_deviennent_une_adresse(alice: Site) -> None:
    canonique = str(alice.get(FEUILLE, follow_redirects=False).headers["location"])
    reponse = alice.get(f"{canonique}?modifiee_depuis_jour=2025-06-01&modifiee_depuis=copil", follow_redirects=False)
    assert reponse.headers["location"] == f"{canonique}?modifiee_depuis=2025-06-01#fiches"
    reponse = alice.get(f"{canonique}?colonne=besoin&colonne=pilote&texte=", follow_redirects=False)
    assert reponse.headers["location"] == f"{canonique}?colonnes=pilote%2Cbesoin#fiches"
    reponse = alice.get(f"{canonique}?presentation=tableau&tri=numero", follow_redirects=False)
    assert reponse.headers["location"] == f"{canonique}#fiches"


def test_chaque_colonne_se_montre(alice: Site) -> None:
    html = alice.get(f"{FEUILLE}?colonnes={','.join(COLONNES)}&axe=28-2024/1").text
    verifier_typographie(verifier_page(html))
    for colonne in COLONNES.values():
        assert f">{colonne.libelle}" in html


@pytest.mark.parametrize(
    ("requete", "champ"),
    [
        ("presentation=mosaique", "presentation"),
        ("echelle=siecle", "echelle"),
        ("colonnes=pilote,secret", "colonnes"),
        ("modifier=x.avancement", "modifier"),
        ("modifier=00000000-0000-4000-8000-000000000000.titre", "modifier"),
        ("modifiee_depuis=jamais", "modifiee_depuis"),
    ],
)
def test_ce_que_la_liste_ne_comprend_pas_est_refuse_en_le_nommant(alice: Site, requete: str, champ: str) -> None:
    reponse = alice.get(f"{FEUILLE}?{requete}")
    assert reponse.status_code == 422
    assert f"<strong>{champ}</strong>" in reponse.text


def test_le_fichier_donne_toute_la_liste_filtree_avec_ses_colonnes(alice: Site) -> None:
    reponse = alice.get(f"{FEUILLE}/fiches.csv?en_retard=oui&tri=-fin&colonnes=avancement,besoin,pilote,fin")
    assert reponse.headers["content-type"] == "text/csv; charset=utf-8"
    assert 'filename="28-2024-fiches.csv"' in reponse.headers["content-disposition"]
    assert reponse.content.startswith(b"\xef\xbb\xbf")
    lignes = list(csv.reader(io.StringIO(reponse.content.decode("utf-8-sig")), delimiter=";"))
    assert lignes[0] == ["N°", "Fiche action", "Statut", "Pilote", "Échéance", "Besoin"]
    assert len(lignes) == 1 + 14
    assert [ligne[0] for ligne in lignes[1:]] == numeros(alice.get(f"{FEUILLE}?en_retard=oui&tri=-fin").text)
    assert len(list(csv.reader(io.StringIO(alice.get(f"{FEUILLE}/fiches.csv").text), delimiter=";"))) == 1 + 131
    assert alice.get(f"{FEUILLE}/fiches.csv?avancement=jamais").status_code == 422
    assert alice.get(f"{FEUILLE}/fiches.csv?axe=28-2024/99").status_code == 422
