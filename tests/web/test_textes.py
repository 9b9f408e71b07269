"""Long texts: previewed without being saved, brought back whole, pasted from Word; and the accessibility page."""

from __future__ import annotations

from typing import Any

import pytest
from litestar.routes import HTTPRoute
from structlog.testing import capture_logs

from backend.web.adresses import edition, textes as ici
from backend.web.presentation.accessibilite import NOMS, VERIFIEES, noms_de, pages_parmi
from fne_roadmaps.demo.cles import cle_fixe
from tests.browser.pages import OUVERTES_AUTREMENT, PAGES
from tests.web.conftest import Site, lire_comme
from tests.web.formulaires_lus import FormulaireLu, envoyer, ouvrir
from tests.web.lecture_html import PageLue
from tests.web.regles_de_page import verifier_page, verifier_typographie

FICHE = cle_fixe("fiche_action:28-2024/1.1")
BESOIN = edition.modifier(FICHE, "besoin")
TEXTE = "## Constat\nUn **besoin** réel.\n\n- un\n- deux"
HOSTILES = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "[clic](javascript:alert(1))",
    "<svg/onload=alert(1)>",
    "</textarea><script>alert(1)</script>",
)


def apercu(site: Site, champs: list[tuple[str, str]], vers: str = BESOIN) -> Any:
    return envoyer(site, ici.apercu(vers), champs)


def test_l_apercu_montre_le_texte_et_n_enregistre_rien(alice: Site) -> None:
    avant = ouvrir(alice, BESOIN)
    champs = [*avant.remplir(contexte=TEXTE).champs, ("apercu", "contexte")]
    reponse = apercu(alice, champs)
    assert reponse.status_code == 200
    page = verifier_page(reponse.text)
    verifier_typographie(page)
    assert "<h3>Constat</h3>" in reponse.text
    assert "<strong>besoin</strong> réel." in reponse.text
    assert "<h1>Contexte et besoin</h1>" in reponse.text
    formulaire = FormulaireLu(reponse.text, BESOIN)
    assert sorted(formulaire.champs) == sorted(c for c in champs if c[0] not in {"apercu", "geste"})
    assert ouvrir(alice, BESOIN).valeur("contexte") != TEXTE


def test_l_apercu_est_le_meme_noeud_que_celui_qu_un_script_remplace(alice: Site) -> None:
    formulaire = alice.get(BESOIN).text
    montre = apercu(alice, [("contexte", TEXTE), ("apercu", "contexte")]).text
    for page in (formulaire, montre):
        assert len([a for _, a in PageLue(page).elements if a.get("id") == "champ-contexte-apercu"]) == 1
    assert 'hx-select="#champ-contexte-apercu"' in formulaire


@pytest.mark.parametrize("hostile", HOSTILES)
def test_un_texte_hostile_n_est_jamais_execute(alice: Site, hostile: str) -> None:
    reponse = apercu(alice, [("contexte", hostile), ("objectifs", hostile), ("apercu", "contexte")])
    page = verifier_page(reponse.text)
    assert not [a for a in page.liens if "alert" in a]
    assert not page.tous("img")
    assert FormulaireLu(reponse.text, BESOIN).valeur("contexte") == hostile
    assert FormulaireLu(reponse.text, BESOIN).valeur("objectifs") == hostile


@pytest.mark.parametrize(
    ("vers", "attendu"),
    [
        ("https://ailleurs.example/", "/"),
        ("//ailleurs.example", "/"),
        ("javascript:alert(1)", "/"),
        ("", "/"),
        (BESOIN, BESOIN),
    ],
)
def test_le_formulaire_ne_mene_que_sur_ce_site(alice: Site, vers: str, attendu: str) -> None:
    reponse = apercu(alice, [("contexte", "x"), ("apercu", "contexte")], vers)
    actions = [f["action"] for f in PageLue(reponse.text).tous("form") if f.get("class") == "formulaire"]
    assert actions == [attendu]


@pytest.mark.parametrize("champs", [[], [("apercu", "absent")], [("apercu", '"><script>')], [("contexte", "x")]])
def test_un_apercu_de_rien_reste_une_page(site: Site, champs: list[tuple[str, str]]) -> None:
    reponse = apercu(site, champs)
    assert reponse.status_code == 200
    assert "Rien n’est écrit." in verifier_page(reponse.text).texte


def test_un_texte_trop_long_est_dit_et_garde(alice: Site) -> None:
    long = "mot " * 6000
    reponse = apercu(alice, [("contexte", long), ("apercu", "contexte")])
    assert "24\u202f000\u00a0caractères pour 20\u202f000 permis" in PageLue(reponse.text).texte
    assert FormulaireLu(reponse.text, BESOIN).valeur("contexte") == long


def routes_visitees(site: Site) -> set[str]:
    """Patterns of the pages the browser opens, found by opening them."""
    vues = set(OUVERTES_AUTREMENT)
    for lecteur, chemin in PAGES.values():
        lire_comme(site, lecteur)
        with capture_logs() as journal:
            site.get(chemin)
        vues.add([e for e in journal if e["event"] == "requete"][-1]["route"])
    return vues


def test_la_page_d_accessibilite_dit_vrai(site: Site) -> None:
    pages = pages_parmi(r.path_format for r in site.app.routes if isinstance(r, HTTPRoute) and "GET" in r.methods)
    assert set(NOMS) == pages
    assert routes_visitees(site) & pages == VERIFIEES
    reponse = site.get(ici.ACCESSIBILITE)
    page = verifier_page(reponse.text)
    verifier_typographie(page)
    for nom in noms_de(VERIFIEES):
        assert nom in page.texte
    assert "non évaluée" in page.texte


def test_le_pied_de_toutes_les_pages_y_mene(site: Site) -> None:
    for chemin in ("/", "/agenda", "/inconnue", "/fiches-publiees"):
        assert ici.ACCESSIBILITE in PageLue(site.get(chemin).text).liens
