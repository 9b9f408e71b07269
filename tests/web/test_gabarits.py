"""Every page renders from its sample alone, and its HTML keeps the house rules."""

from __future__ import annotations

import re
from dataclasses import FrozenInstanceError, fields, is_dataclass
from itertools import pairwise
from pathlib import Path

import pytest

from backend.web import contexts
from backend.web.adresses import STATIQUES
from backend.web.assets import ICONES
from backend.web.gabarits import FEUILLES_DE_PAGE, FEUILLES_DE_STYLE, GABARITS, environment, render_page
from tests.web.echantillons import ECHANTILLONS
from tests.web.lecture_html import PageLue
from tests.web.regles_de_page import verifier_page, verifier_typographie

LUS_PAR_UNE_METHODE = {("Formulaire", "valeurs")}
SAISIES = {"input", "select", "textarea"}


@pytest.fixture(autouse=True)
def vendor_factice(monkeypatch: pytest.MonkeyPatch) -> None:
    """Templates link copied assets that may not be there yet: the address is enough here."""
    monkeypatch.setitem(environment().globals, "statique", lambda chemin: f"/static/{chemin}")


@pytest.fixture(params=sorted(ECHANTILLONS))
def html(request: pytest.FixtureRequest) -> str:
    """The page of each sample."""
    return render_page(ECHANTILLONS[request.param]())


def test_la_page_suit_les_regles_de_la_maison(html: str) -> None:
    verifier_page(html)


def test_chaque_champ_a_son_etiquette(html: str) -> None:
    page = PageLue(html)
    etiquetes = {attrs["for"] for attrs in page.tous("label")}
    champs = {a.get("id") for nom, a in page.elements if nom in SAISIES and a.get("type") != "hidden"}
    assert champs == etiquetes


def test_les_titres_se_suivent_sans_saut(html: str) -> None:
    niveaux = [int(nom[1]) for nom, _ in PageLue(html).elements if re.fullmatch(r"h[1-6]", nom)]
    assert niveaux[0] == 1
    assert all(suivant - niveau <= 1 for niveau, suivant in pairwise(niveaux))


def test_une_icone_n_est_jamais_seule(html: str) -> None:
    for svg in PageLue(html).tous("svg"):
        if svg.get("role") == "img":  # a chart says itself in a sentence
            assert (svg["aria-label"] or "").endswith(".")
            continue
        assert svg["aria-hidden"] == "true"
        assert svg["focusable"] == "false"


def test_les_icones_sont_dans_le_jeu_copie(html: str) -> None:

    assert set(re.findall(r"icones\.svg#([\w-]+)", html)) <= set(ICONES)


def test_la_typographie_est_francaise(html: str) -> None:
    verifier_typographie(PageLue(html))


def test_un_tableau_repliable_garde_ses_roles(html: str) -> None:
    corps = html[html.index("<main") :]
    for tableau in re.findall(r'<table class="tableau empile.*?</table>', corps, re.DOTALL):
        assert 'role="table"' in tableau
        assert not re.search(r"<(?:tr|td)(?![^>]*role=)", tableau)
        assert "<caption" in tableau


def test_chaque_page_a_un_gabarit() -> None:
    pages = {c for nom, c in vars(contexts).items() if nom.endswith("Contexte")}
    assert set(GABARITS) == pages
    assert {type(fabrique()) for fabrique in ECHANTILLONS.values()} <= pages


def test_un_contexte_est_gele() -> None:
    for fabrique in ECHANTILLONS.values():
        contexte = fabrique()
        with pytest.raises(FrozenInstanceError):
            contexte.cadre = None


def test_chaque_champ_d_un_contexte_sert_a_un_gabarit() -> None:
    sources = "".join(p.read_text(encoding="utf-8") for p in _gabarits())
    for nom, classe in vars(contexts).items():
        if not is_dataclass(classe):
            continue
        for champ in fields(classe):
            if (nom, champ.name) in LUS_PAR_UNE_METHODE:
                continue
            assert re.search(rf"\.{champ.name}\b|\"{champ.name}\"", sources), f"{nom}.{champ.name}"
    for page, gabarit in GABARITS.items():
        source = (STATIQUES.parent / "templates" / gabarit).read_text(encoding="utf-8")
        # The frame is read by the base template, the avancement by the badge it is passed to.
        noms = {champ.name for champ in fields(page)} - {"cadre", "avancement"}
        assert {n for n in noms if not re.search(rf"page\.{n}\b", source)} == set()


def test_les_feuilles_de_style_n_atteignent_rien_d_exterieur() -> None:
    presentes = {f"theme/{p.name}" for p in (STATIQUES / "theme").glob("*.css")}
    sources = "".join(p.read_text(encoding="utf-8") for p in _gabarits())
    assert set(re.findall(r'statique\("(theme/[\w-]+\.css)"\)', sources)) == {*FEUILLES_DE_PAGE, "theme/impression.css"}
    assert presentes == {*FEUILLES_DE_STYLE, *FEUILLES_DE_PAGE, "theme/impression.css"}
    for nom in presentes:
        css = (STATIQUES / nom).read_text(encoding="utf-8")
        assert not re.search(r"data:|https?:|@import", css)
        assert len(css.splitlines()) <= 300


def test_aucune_classe_du_systeme_de_l_etat(html: str) -> None:
    classes = {c for _, attrs in PageLue(html).elements for c in (attrs.get("class") or "").split()}
    assert not {c for c in classes if c.startswith("fr-")}


def _gabarits() -> list[Path]:
    return sorted((STATIQUES.parent / "templates").rglob("*.html"))
