"""Every page renders from its sample alone, and its HTML keeps the house rules."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import FrozenInstanceError, fields
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path

import pytest

from backend.web import contexts
from backend.web.adresses import STATIQUES
from backend.web.assets import ICONES
from backend.web.gabarits import FEUILLES_DE_STYLE, GABARITS, environment, render_page
from tests.web.echantillons import ECHANTILLONS

SAISIES = {"input", "select", "textarea"}


class Page(HTMLParser):
    """What the rules below look at: elements with their attributes, and the visible text."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.textes: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.textes.append(data)

    def tous(self, tag: str) -> list[dict[str, str | None]]:
        """Attributes of every element of that name."""
        return [attrs for nom, attrs in self.elements if nom == tag]

    @property
    def texte(self) -> str:
        """Text of the page on one line."""
        return re.sub(r"[ \n]+", " ", "".join(self.textes))


@pytest.fixture(autouse=True)
def vendor_factice(monkeypatch: pytest.MonkeyPatch) -> None:
    """Templates link copied assets that may not be there yet: the address is enough here."""
    monkeypatch.setitem(environment().globals, "statique", lambda chemin: f"/static/{chemin}")


@pytest.fixture(params=sorted(ECHANTILLONS))
def html(request: pytest.FixtureRequest) -> str:
    """The page of each sample."""
    return render_page(ECHANTILLONS[request.param]())


def test_la_page_a_un_titre_et_ses_reperes(html: str) -> None:
    page = Page(html)
    assert (
        len(page.tous("h1"))
        == len(page.tous("main"))
        == len(page.tous("header"))
        == len(page.tous("footer"))
        == 1
    )
    assert page.tous("html") == [{"lang": "fr"}]
    assert re.search(r"<title>[^<]+ · Feuilles de route</title>", html)
    assert page.tous("a")[0]["href"] == "#contenu"
    assert [e for e in page.tous("main") if e.get("id") == "contenu"]


def test_rien_qu_une_politique_stricte_refuserait(html: str) -> None:
    page = Page(html)
    noms = {nom for _, attrs in page.elements for nom in attrs}
    assert not {n for n in noms if n.startswith("on") or n.startswith("hx-on")}
    assert "style" not in noms
    assert not page.tous("script")
    assert not page.tous("style")
    assert "data:" not in html
    assert not re.search(r"\{\{|\}\}|\{%|%\}|None\b", page.texte)


def test_les_identifiants_sont_uniques_et_les_ancres_menent_quelque_part(html: str) -> None:
    page = Page(html)
    ids = Counter(attrs["id"] for _, attrs in page.elements if "id" in attrs)
    assert [i for i, n in ids.items() if n > 1] == []
    ancres = {(a["href"] or "")[1:] for a in page.tous("a") if (a["href"] or "").startswith("#")}
    etiquettes = {attrs["aria-labelledby"] for _, attrs in page.elements if "aria-labelledby" in attrs}
    assert ancres | etiquettes <= set(ids)


def test_chaque_champ_a_son_etiquette(html: str) -> None:
    page = Page(html)
    etiquetes = {attrs["for"] for attrs in page.tous("label")}
    champs = {a.get("id") for nom, a in page.elements if nom in SAISIES and a.get("type") != "hidden"}
    assert champs == etiquetes


def test_les_titres_se_suivent_sans_saut(html: str) -> None:
    niveaux = [int(nom[1]) for nom, _ in Page(html).elements if re.fullmatch(r"h[1-6]", nom)]
    assert niveaux[0] == 1
    assert all(suivant - niveau <= 1 for niveau, suivant in pairwise(niveaux))


def test_une_icone_n_est_jamais_seule(html: str) -> None:
    for svg in Page(html).tous("svg"):
        assert svg["aria-hidden"] == "true"
        assert svg["focusable"] == "false"


def test_les_icones_sont_dans_le_jeu_copie(html: str) -> None:

    assert set(re.findall(r"icones\.svg#([\w-]+)", html)) <= set(ICONES)


def test_la_typographie_est_francaise(html: str) -> None:
    texte = Page(html).texte
    assert not re.findall(r".{20}(?: [:;?!»]|« |\w'\w).{10}", texte)


def test_un_tableau_repliable_garde_ses_roles(html: str) -> None:
    corps = html[html.index("<main") :]
    for tableau in re.findall(r'<table class="tableau empile.*?</table>', corps, re.DOTALL):
        assert 'role="table"' in tableau
        assert not re.search(r"<(?:tr|td)(?![^>]*role=)", tableau)
        assert "<caption" in tableau


def test_chaque_page_a_un_gabarit_et_un_echantillon() -> None:
    pages = {c for nom in contexts.__all__ if nom.endswith("Contexte") for c in [getattr(contexts, nom)]}
    assert set(GABARITS) == pages
    assert {type(fabrique()) for fabrique in ECHANTILLONS.values()} == pages


def test_un_contexte_est_gele() -> None:
    for fabrique in ECHANTILLONS.values():
        contexte = fabrique()
        with pytest.raises(FrozenInstanceError):
            contexte.cadre = None


def test_chaque_champ_d_un_contexte_sert_a_un_gabarit() -> None:
    sources = "".join(p.read_text(encoding="utf-8") for p in _gabarits())
    for nom in contexts.__all__:
        classe = getattr(contexts, nom)
        for champ in fields(classe):
            assert re.search(rf"\.{champ.name}\b|\"{champ.name}\"", sources), f"{nom}.{champ.name}"
    for page, gabarit in GABARITS.items():
        source = (STATIQUES.parent / "templates" / gabarit).read_text(encoding="utf-8")
        # The frame is read by the base template, the avancement by the badge it is passed to.
        noms = {champ.name for champ in fields(page)} - {"cadre", "avancement"}
        assert {n for n in noms if not re.search(rf"page\.{n}\b", source)} == set()


def test_les_feuilles_de_style_n_atteignent_rien_d_exterieur() -> None:
    presentes = {f"theme/{p.name}" for p in (STATIQUES / "theme").glob("*.css")}
    assert presentes == {*FEUILLES_DE_STYLE, "theme/impression.css"}
    for nom in presentes:
        css = (STATIQUES / nom).read_text(encoding="utf-8")
        assert not re.search(r"data:|https?:|@import", css)
        assert len(css.splitlines()) <= 300


def test_aucune_classe_du_systeme_de_l_etat(html: str) -> None:
    classes = {c for _, attrs in Page(html).elements for c in (attrs.get("class") or "").split()}
    assert not {c for c in classes if c.startswith("fr-")}


def _gabarits() -> list[Path]:
    return sorted((STATIQUES.parent / "templates").rglob("*.html"))
