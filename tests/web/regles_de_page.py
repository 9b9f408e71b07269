"""House rules of a page: what every HTML answer keeps, sample or real."""

from __future__ import annotations

import re
from collections import Counter

from tests.web.lecture_html import PageLue


def verifier_page(html: str) -> PageLue:
    """The rules, checked; gives the page back, read."""
    page = PageLue(html)
    _un_titre_et_des_reperes(page, html)
    _rien_qu_une_politique_stricte_refuserait(page, html)
    _identifiants_uniques(page)
    return page


def _un_titre_et_des_reperes(page: PageLue, html: str) -> None:
    for unique in ("h1", "main", "header", "footer"):
        assert len(page.tous(unique)) == 1, unique
    assert page.tous("html") == [{"lang": "fr"}]
    assert re.search(r"<title>[^<]+ · Feuilles de route</title>", html)
    assert page.tous("a")[0]["href"] == "#contenu"
    assert [e for e in page.tous("main") if e.get("id") == "contenu"]


def _rien_qu_une_politique_stricte_refuserait(page: PageLue, html: str) -> None:
    noms = {nom for _, attrs in page.elements for nom in attrs}
    assert not {n for n in noms if n.startswith(("on", "hx-on"))}
    assert "style" not in noms
    scripts = page.tous("script")
    assert all((s["src"] or "").startswith("/static/") for s in scripts)
    assert len(re.findall(r"<script[^>]*></script>", html)) == len(scripts)
    assert not page.tous("style")
    assert "data:" not in html
    assert not re.search(r"\{\{|\}\}|\{%|%\}|None\b|UUID\(|<built-in", page.texte)


def _identifiants_uniques(page: PageLue) -> None:
    ids = Counter(attrs["id"] for _, attrs in page.elements if "id" in attrs)
    assert [i for i, n in ids.items() if n > 1] == []
    ancres = {lien[1:] for lien in page.liens if lien.startswith("#")}
    etiquettes = {attrs["aria-labelledby"] for _, attrs in page.elements if "aria-labelledby" in attrs}
    assert ancres | etiquettes <= set(ids)


def verifier_typographie(page: PageLue) -> None:
    """French spaces and apostrophes, wherever text comes from."""
    fautes = re.findall(r".{20}(?: [:;?!»]|« |[^\W\d_]'\w).{10}", page.texte)
    assert fautes == []
