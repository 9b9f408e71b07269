"""Texts pasted from Word and the like: their HTML becomes the Markdown that long texts are typed in.

Nothing visible is lost; what only dressed it (styles, scripts, comments, metadata) goes. A text without any known tag
is given back as it came.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html import unescape

_TITRES = {f"h{n}": f"{'#' * n} " for n in range(1, 7)}
_BLOCS = frozenset({"p", "div", "li", "tr", "td", "th", "table", "ul", "ol", "blockquote", "pre", "hr", *_TITRES})
_TUS = frozenset({"style", "script", "xml", "head", "title"})
_GRAS, _PENCHE = frozenset({"b", "strong"}), frozenset({"i", "em"})
_AUTRES = frozenset(
    {"a", "br", "span", "font", "u", "s", "sub", "sup", "center", "html", "body", "meta", "link", "tbody", "thead"}
    | {"tfoot", "col", "colgroup", "section", "article"}
)
_CONNUES = _BLOCS | _TUS | _GRAS | _PENCHE | _AUTRES
_BALISE = re.compile(r"(?<!\\)<(/?)([a-zA-Z][a-zA-Z0-9]*(?::[a-zA-Z0-9]+)?)(\s[^<>]*|/)?>")
_DECLARATION = re.compile(r"(?<!\\)<(?:!\[(?:if|else|endif)[^\]<>]{0,200}\]|\?xml[^<>]{0,500})>", re.IGNORECASE)
_ADRESSE = re.compile(r"(?:https?://|mailto:)[^\s<>]+", re.IGNORECASE)
_HREF = re.compile(r"""\bhref\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""", re.IGNORECASE)
_NIVEAU = re.compile(r"mso-list:\s*l[0-9]+\s+level([1-9])", re.IGNORECASE)
_NUMERO = re.compile(r"\(?([0-9]{1,3})[.)]")
_PUCE_TAPEE = re.compile(r"[·•–-][ \t\u00a0]+")
_ITEM = re.compile(r"\s*(?:- |[0-9]+\. )")
_ENTRE_ITEMS = re.compile(r"^(\s*(?:- |[0-9]+\. ).*)\n\n(?=\s*(?:- |[0-9]+\. ))", re.MULTILINE)
_STYLE = re.compile(r"(?<![\w-])(font-weight|font-style):(\w+)")
LONGUEUR_MAX = 200_000
"""A longer text is refused anyway; it is not worth reading."""
PROFONDEUR_MAX = 100


def nettoyer_collage(texte: str) -> str:
    """The text in Markdown when it holds HTML, itself otherwise: one lonely « <b> » is text.

    Linear in its length; a second run changes nothing.
    """
    if len(texte) > LONGUEUR_MAX or not (_DECLARATION.search(texte) or any(map(_habille, _BALISE.finditer(texte)))):
        return texte
    lu = _Lecture().lire(_DECLARATION.sub("", _sans_commentaires(texte)))
    return _ENTRE_ITEMS.sub(r"\1\n", lu)


def _habille(balise: re.Match[str]) -> bool:
    """It was not typed by hand: a tag that closes, one of Word, a line end."""
    nom = balise[2].lower()
    return ":" in nom or nom == "br" or (bool(balise[1]) and nom in _CONNUES - _TUS)


def _connue(nom: str) -> bool:
    return nom.lower() in _CONNUES or ":" in nom


def _sans_commentaires(texte: str) -> str:
    morceaux, debut = [], 0
    while (ouvre := texte.find("<!--", debut)) >= 0 and (ferme := texte.find("-->", ouvre + 4)) >= 0:
        morceaux.append(texte[debut:ouvre])
        debut = ferme + 3
    return "".join([*morceaux, texte[debut:]])


@dataclass(frozen=True, slots=True)
class _Style:
    gras: bool = False
    penche: bool = False
    lien: str | None = None


@dataclass(slots=True)
class _Ouverte:
    """An open inline tag, and what it does to the text inside; ``puce`` holds the sign of a Word item."""

    nom: str
    style: _Style
    puce: bool = False


@dataclass(slots=True)
class _Lecture:
    """Reads tags one after the other and writes lines."""

    lignes: list[str] = field(default_factory=list)
    course: list[tuple[str, _Style]] = field(default_factory=list)
    ouvertes: list[_Ouverte] = field(default_factory=list)
    blocs: list[str] = field(default_factory=list)
    listes: list[int | None] = field(default_factory=list)
    prefixe: str = ""
    suite: str = ""
    signe: str | None = None
    cellule: bool = False
    tu: list[tuple[str, list[str]]] = field(default_factory=list)

    def lire(self, html: str) -> str:
        debut = 0
        for trouve in _BALISE.finditer(html):
            nom = trouve[2].lower()
            if _connue(nom):
                self._texte(html[debut : trouve.start()])
                self._fermer(nom) if trouve[1] else self._ouvrir(nom, trouve[3] or "")
                debut = trouve.end()
        self._texte(html[debut:])
        for _, garde in self.tu:  # never closed: it may be all of the text
            self.course.extend((morceau, _Style()) for morceau in garde)
        self._poser()
        return re.sub(r"\n{3,}", "\n\n", "\n".join(self.lignes)).strip("\n")

    @property
    def _style(self) -> _Style:
        return self.ouvertes[-1].style if self.ouvertes else _Style()

    def _texte(self, brut: str) -> None:
        if not brut:
            return
        if self.tu:
            self.tu[-1][1].append(brut)
            return
        dedans = bool(self.blocs or self.ouvertes)
        texte = re.sub(r"[ \t\r\n]+", " ", unescape(brut)) if self.blocs else unescape(brut)
        if any(o.puce for o in self.ouvertes):
            self.signe = (self.signe or "") + texte
        else:
            self.course.append((_echapper(texte, dedans), self._style))

    def _ouvrir(self, nom: str, attributs: str) -> None:
        if nom in _TUS:
            self.tu.append((nom, []))
        elif nom in {"br", "hr"}:
            self.course.append((" " if self.cellule else "\n", _Style()))
        elif nom in _BLOCS:
            self._ouvrir_bloc(nom, attributs)
        elif nom in _GRAS | _PENCHE | {"span", "font", "a", "u"} and len(self.ouvertes) < PROFONDEUR_MAX:
            self.ouvertes.append(_Ouverte(nom, self._style_de(nom, attributs), "mso-list:ignore" in _serre(attributs)))

    def _style_de(self, nom: str, attributs: str) -> _Style:
        s, dit = self._style, dict(_STYLE.findall(_serre(attributs)))
        poids = dit.get("font-weight", "bold" if nom in _GRAS else "")
        gras = s.gras or poids in {"bold", "bolder", "600", "700", "800", "900"}
        penche = s.penche or dit.get("font-style", "italic" if nom in _PENCHE else "") == "italic"
        lien = s.lien
        if nom == "a" and (href := _HREF.search(attributs)):
            adresse = unescape(next((h for h in href.groups() if h), "")).strip()
            lien = adresse if _ADRESSE.fullmatch(adresse) else None
        return _Style(gras, penche, lien)

    def _ouvrir_bloc(self, nom: str, attributs: str) -> None:
        if nom in {"td", "th"}:
            if self.course:
                self.course.append((" | ", _Style()))
            self.cellule = True
        elif self.cellule and nom not in {"tr", "table"}:
            self.course.append((" ", _Style()))
        elif not (nom == "p" and self.blocs and self.blocs[-1] == "li" and not self._a_dire()):
            self._poser()
        if nom in {"ul", "ol"} and len(self.listes) < PROFONDEUR_MAX:
            self.listes.append(0 if nom == "ol" else None)
        elif nom == "li":
            self._item()
        elif nom in _TITRES and not self.cellule:
            self.prefixe = _TITRES[nom]
        elif nom == "p" and (niveau := _NIVEAU.search(attributs)) and not self.cellule:
            self.prefixe = "  " * (int(niveau[1]) - 1) + "- "
        if len(self.blocs) < PROFONDEUR_MAX:
            self.blocs.append(nom)

    def _item(self) -> None:
        marge = "".join("  " if n is None else "   " for n in self.listes[:-1])
        if self.listes and self.listes[-1] is not None:
            self.listes[-1] += 1
            self.prefixe = f"{marge}{self.listes[-1]}. "
        else:
            self.prefixe = f"{marge}- "
        self.suite = marge + " " * (len(self.prefixe) - len(marge))

    def _fermer(self, nom: str) -> None:
        if self.tu:
            if self.tu[-1][0] == nom:
                self.tu.pop()
        elif nom in {"td", "th"}:
            self.cellule = False
        elif nom in _BLOCS and not self.cellule:
            self._poser()
            if nom in {"ul", "ol"} and self.listes:
                self.listes.pop()
            if not self.listes and nom not in {"li", "tr"}:
                self.lignes.append("")
            self.suite = self.suite if self.listes else ""
        if nom in self.blocs:
            del self.blocs[len(self.blocs) - 1 - self.blocs[::-1].index(nom) :]
        rang = next((i for i in range(len(self.ouvertes) - 1, -1, -1) if self.ouvertes[i].nom == nom), None)
        if rang is not None:
            del self.ouvertes[rang]

    def _a_dire(self) -> bool:
        return any(texte.strip() for texte, _ in self.course)

    def _poser(self) -> None:
        """Write the line read so far, if it says something."""
        texte = _ecrire(self.course, titre=self.prefixe.startswith("#"))
        item = self.signe is not None or self.prefixe.lstrip()[:1] in {"-", *"0123456789"}
        if texte:
            prefixe = self.prefixe
            if self.signe is not None and (numero := _NUMERO.fullmatch(self.signe.strip(" \u00a0\t"))):
                prefixe = f"{self.prefixe[: len(self.prefixe) - 2]}{numero[1]}. "
            premiere, *autres = texte.split("\n")
            if not prefixe and _PUCE_TAPEE.match(premiere):
                premiere, item = f"- {_PUCE_TAPEE.sub('', premiere)}", True
            if self.lignes and self.lignes[-1] and bool(_ITEM.match(self.lignes[-1])) != item and not self.suite:
                self.lignes.append("")
            marge = prefixe or self.suite
            self.lignes += [f"{marge}{premiere}", *(f"{self.suite}{a}" if a else "" for a in autres)]
            if prefixe.startswith("#"):
                self.lignes.append("")
            self.prefixe, self.signe = "", None
        self.course = []


def _serre(attributs: str) -> str:
    return re.sub(r"\s+", "", attributs).lower()


def _echapper(texte: str, dedans: bool) -> str:
    """Signs that would be read as marks, or as tags a second time."""
    if dedans:
        texte = re.sub(r"[*`]|(?<!\w)_|_(?!\w)", lambda m: f"\\{m[0]}", texte)
    texte = _BALISE.sub(lambda m: f"\\{m[0]}" if _connue(m[2]) else m[0], texte)
    return re.sub(r"(?<!\\)<(?=[!?])", r"\\<", texte)


def _ecrire(course: list[tuple[str, _Style]], *, titre: bool) -> str:
    """The runs of a block as one Markdown text: equal neighbours joined, marks against their words."""
    joints: list[tuple[str, _Style]] = []
    for texte, style in course:
        propre = _Style(style.gras and not titre, style.penche and not titre, style.lien)
        if joints and joints[-1][1] == propre:
            joints[-1] = (joints[-1][0] + texte, propre)
        else:
            joints.append((texte, propre))
    ecrits = [
        _marquer(texte, style, _bord(joints, i - 1, -1), _bord(joints, i + 1, 0))
        for i, (texte, style) in enumerate(joints)
    ]
    lignes = re.sub(r"[ \t]+", " ", "".join(ecrits)).split("\n")
    return "\n".join(ligne.strip(" \u00a0") for ligne in lignes).strip("\n")


def _bord(joints: list[tuple[str, _Style]], rang: int, place: int) -> str:
    return joints[rang][0][place] if 0 <= rang < len(joints) and joints[rang][0] else ""


def _marquer(texte: str, style: _Style, avant: str, apres: str) -> str:
    noyau = texte.strip(" \u00a0\t\n")
    if not noyau or style == _Style():
        return texte
    debut = texte.index(noyau)
    tete, queue = texte[:debut], texte[debut + len(noyau) :]
    corps = noyau
    if style.lien:
        adresse = style.lien.replace("(", "%28").replace(")", "%29")
        seul = noyau.replace("\\", "") in {style.lien, style.lien.removeprefix("mailto:")}
        corps = f"<{style.lien.removeprefix('mailto:')}>" if seul else f"[{_sans_crochets(noyau)}]({adresse})"
    marque = "*" * (2 * style.gras + style.penche)
    colle_avant = not tete and avant.isalnum() and not noyau[0].isalnum()
    colle_apres = not queue and apres.isalnum() and not noyau[-1].isalnum()
    if "\n" in noyau or colle_avant or colle_apres or not any(map(str.isalnum, noyau)):
        marque = ""
    return f"{tete}{marque}{corps}{marque}{queue}"


def _sans_crochets(texte: str) -> str:
    return re.sub(r"(?<!\\)([\[\]])", r"\\\1", texte).replace("\n", " ")
