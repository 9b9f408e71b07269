"""A form read from a page as a browser reads it, to be filled in and sent."""

from __future__ import annotations

from html.parser import HTMLParser
from typing import Any
from urllib.parse import urlencode

from tests.web.conftest import Site


class FormulaireLu(HTMLParser):
    """The fields of one form of a page, in order, as a browser would send them."""

    def __init__(self, html: str, action: str) -> None:
        super().__init__()
        self.action = action
        self.champs: list[tuple[str, str]] = []
        self.boutons: list[str] = []
        self._dedans = False
        self._liste: str | None = None
        self._options: list[tuple[str, bool]] = []
        self._zone: str | None = None
        self._texte = ""
        self.feed(html)
        assert self.champs, f"aucun formulaire ne va à {action}"

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        a = {nom: valeur or "" for nom, valeur in attrs}
        if tag == "form":
            self._dedans = a.get("action") == self.action and a.get("method") == "post"
        if not self._dedans:
            return
        if tag == "button" and a.get("name"):
            self.boutons.append(a["value"])
        if tag == "input" and a.get("name") and (a.get("type") not in {"checkbox", "radio"} or "checked" in a):
            self.champs.append((a["name"], a.get("value", "")))
        if tag == "select":
            self._liste, self._options = a["name"], []
        if tag == "option" and self._liste:
            self._options.append((a.get("value", ""), "selected" in a))
        if tag == "textarea":
            self._zone, self._texte = a["name"], ""

    def handle_endtag(self, tag: str) -> None:
        if tag == "form":
            self._dedans = False
        if tag == "select" and self._liste:
            choisies = [v for v, choisie in self._options if choisie] or [self._options[0][0]]
            self.champs += [(self._liste, v) for v in choisies]
            self._liste = None
        if tag == "textarea" and self._zone:
            self.champs.append((self._zone, self._texte.removeprefix("\n")))
            self._zone = None

    def handle_data(self, data: str) -> None:
        if self._zone:
            self._texte += data

    def valeur(self, nom: str) -> str:
        """What a field holds."""
        return next(v for n, v in self.champs if n == nom)

    def remplir(self, **champs: str | None) -> FormulaireLu:
        """Type in fields, by name (« __ » for a dot); None leaves a box unticked or a field out."""
        for brut, valeur in champs.items():
            nom = brut.replace("__", ".")
            if valeur is None:
                self.champs = [(n, v) for n, v in self.champs if n != nom]
            elif any(n == nom for n, _ in self.champs):
                self.champs = [(n, valeur if n == nom else v) for n, v in self.champs]
            else:
                self.champs.append((nom, valeur))
        return self

    def envoyer(self, site: Site, geste: str | None = None) -> Any:
        """Send it as the browser does, without following where it leads."""
        return envoyer(site, self.action, self.champs + ([("geste", geste)] if geste else []))


def envoyer(site: Site, action: str, champs: list[tuple[str, str]]) -> Any:
    """Post these fields."""
    return site.post(
        action,
        content=urlencode(champs),
        headers={"content-type": "application/x-www-form-urlencoded"},
        follow_redirects=False,
    )


def ouvrir(site: Site, adresse: str) -> FormulaireLu:
    """The form of the page at an address, which sends to that address."""
    reponse = site.get(adresse)
    assert reponse.status_code == 200, reponse.text
    return FormulaireLu(reponse.text, adresse)
