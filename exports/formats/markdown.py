"""Long texts typed in Markdown: as HTML for pages and mails, as plain lines for documents.

CommonMark without raw HTML, entities, images, code blocks and link definitions, so that every word typed shows. A text
that uses no mark reads as it always did: a line is a line, « – » and « • » open items as « - » does.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

import nh3
from markdown_it import MarkdownIt
from markdown_it.token import Token

from exports.formats.typographie import typographier

NIVEAU = 3
"""Level of the highest heading of a text, under the h2 of its section."""

_ADRESSE = re.compile(r"https?://[^\s/]|mailto:[^\s@]+@", re.IGNORECASE)
_PUCE = re.compile(r"^(\s*)[-–•*](?:[ \t\u00a0\u202f]+)(?=\S)")
_NUMERO = re.compile(r"\s*[0-9]{1,9}[.)][ \t]+\S")
_SIGNE = re.compile(r"^(\s*)(\+(?=\s)|>(?=\s*[0-9]))")
_MARQUES = re.compile(r"[*_`\\\[\]<>#+]|^[ \t]*-[ \t]*-[ \t]*-", re.MULTILINE)
_BALISES = frozenset(
    ["p", "br", "strong", "em", "ul", "ol", "li", "blockquote", "hr", "code", "a", "h3", "h4", "h5", "h6"]
)
_REGLES = ("image", "code", "fence", "lheading", "reference", "entity")


@cache
def _analyseur() -> MarkdownIt:
    analyseur = MarkdownIt("commonmark", {"html": False, "breaks": True}).disable(list(_REGLES))
    analyseur.validateLink = _lien_permis  # type: ignore[method-assign]
    return analyseur


def _lien_permis(url: str) -> bool:
    return bool(_ADRESSE.match(url))


def markdown_en_html(texte: str, niveau: int = NIVEAU) -> str:
    """Safe HTML: no script, no style, links to http, https and mailto only, headings from ``niveau`` down.

    Text is typographied, addresses and code are not.
    """
    analyseur = _analyseur()
    jetons = analyseur.parse(_preparer(texte))
    _abaisser(jetons, niveau)
    for jeton in jetons:
        if jeton.children:
            _typographier(jeton.children)
    return nh3.clean(
        analyseur.renderer.render(jetons, analyseur.options, {}),
        tags=_BALISES,
        attributes={"a": {"href", "title"}, "ol": {"start"}},
        url_schemes={"http", "https", "mailto"},
        link_rel="nofollow noreferrer",
        strip_comments=True,
    ).strip()


def markdown_en_lignes(texte: str | None) -> list[tuple[bool, str]]:
    """Plain lines as (is an item, text), without any mark; the address of a link follows its words.

    Typography is left as it comes. A numbered item keeps its number in its text.
    """
    if not texte:
        return []
    if not _MARQUES.search(texte):
        return list(_lignes_simples(texte))
    return list(_lignes(_analyseur().parse(_preparer(texte))))


def markdown_en_texte(texte: str | None) -> str:
    """The same as one plain text, items opened by « - »."""
    return "\n".join(f"- {ligne}" if puce else ligne for puce, ligne in markdown_en_lignes(texte))


def _preparer(texte: str) -> str:
    """The text as CommonMark reads it: its items written one way, a line after them out of the list unless indented.

    A sign that opens a line and means something (« + 5 % », « > 65 ans ») is no mark.
    """
    lignes: list[str] = []
    apres_item = False
    for brute in texte.splitlines():
        ligne = _SIGNE.sub(r"\1\\\2", _PUCE.sub(r"\1- ", brute))
        item = bool(_PUCE.match(brute) or _NUMERO.match(brute))
        if apres_item and ligne.strip() and not item and not ligne[0].isspace():
            lignes.append("")
            apres_item = False
        apres_item = item or (apres_item and bool(ligne.strip()))
        lignes.append(ligne)
    return "\n".join(lignes)


def _abaisser(jetons: Sequence[Token], niveau: int) -> None:
    """Headings under those of the page, and without a gap whatever their author skipped."""
    ouverts: list[int] = []
    for jeton in jetons:
        if jeton.type == "heading_open":
            voulu = int(jeton.tag[1])
            ouverts = [o for o in ouverts if o < voulu] + [voulu]
        if jeton.type.startswith("heading_"):
            jeton.tag = f"h{min(6, max(niveau, NIVEAU) + len(ouverts) - 1)}"


def _typographier(enfants: Sequence[Token]) -> None:
    """French typography of the words, a mark in the middle of a sentence notwithstanding."""
    textes = [e for e in enfants if e.type in {"text", "softbreak", "hardbreak"} and (e.content or e.type != "text")]
    contenus = [e.content if e.type == "text" else "\n" for e in textes]
    for i, jeton in enumerate(textes):
        avant = contenus[i - 1][-1] if i and contenus[i - 1][-1].isalnum() else ""
        apres = contenus[i + 1][0] if i + 1 < len(textes) and contenus[i + 1][0].isalnum() else ""
        if jeton.type == "text":
            propre = typographier(f"{avant}{jeton.content}{apres}")
            jeton.content = propre[len(avant) : len(propre) - len(apres)]


def _lignes_simples(texte: str) -> Iterator[tuple[bool, str]]:
    for brute in texte.splitlines():
        puce = _PUCE.match(brute)
        ligne = brute[puce.end() :].strip() if puce else brute.strip()
        if ligne:
            yield bool(puce), ligne


def _lignes(jetons: Sequence[Token]) -> Iterator[tuple[bool, str]]:
    listes: list[int | None] = []
    ouvre: str | None = None
    for jeton in jetons:
        if jeton.type in {"bullet_list_open", "ordered_list_open"}:
            listes.append(int(jeton.attrGet("start") or 1) if jeton.type[0] == "o" else None)
        elif jeton.type in {"bullet_list_close", "ordered_list_close"}:
            listes.pop()
        elif jeton.type == "list_item_open":
            ouvre = f"{jeton.info}{jeton.markup} " if listes[-1] is not None else ""
        elif jeton.type == "inline":
            for ligne in _mots(jeton.children or ()).splitlines():
                if ligne.strip():
                    yield ouvre == "", f"{ouvre or ''}{ligne.strip()}"
                    ouvre = None


def _mots(enfants: Sequence[Token]) -> str:
    """The words of a paragraph, its lines, and the addresses its links lead to."""
    mots: list[str] = []
    liens: list[tuple[str, int]] = []
    for e in enfants:
        if e.type in {"softbreak", "hardbreak"}:
            mots.append("\n")
        elif e.type == "link_open":
            liens.append((str(e.attrGet("href") or ""), len(mots)))
        elif e.type == "link_close":
            adresse, debut = liens.pop()
            if "".join(mots[debut:]) not in {adresse, adresse.removeprefix("mailto:")}:
                mots.append(f" ({adresse.removeprefix('mailto:')})")
        else:
            mots.append(e.content)
    return "".join(mots)
