"""A page read as tests look at it: elements with their attributes, visible text, links."""

from __future__ import annotations

import re
from html.parser import HTMLParser


class PageLue(HTMLParser):
    """Elements with their attributes, and the visible text."""

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
        """Text of the page on one line, no-break spaces kept."""
        return re.sub(r"[ \n]+", " ", "".join(self.textes))

    @property
    def ancres(self) -> set[str]:
        """Identifiers a link may point to."""
        return {identifiant for _, attrs in self.elements if (identifiant := attrs.get("id"))}

    @property
    def liens(self) -> list[str]:
        """Addresses of links, in order."""
        return [href for a in self.tous("a") if (href := a.get("href"))]
