"""Frame of every page: title, menu, place, breadcrumb, and who reads on a demo database."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class Lien:
    """A named address."""

    libelle: str
    href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Rubrique:
    """One entry of a menu; the current one is marked."""

    libelle: str
    href: str
    courante: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Bandeau:
    """The pine band: where the reader is (« Eure-et-Loir » 28) and the rubriques of that place."""

    lieu: str
    href: str
    rubriques: tuple[Rubrique, ...]
    code: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CompteDemo:
    """An account of the demo: its key (« alice »), then what it is (« porteuse, Eure-et-Loir »)."""

    nom: str
    precision: str

    @property
    def libelle(self) -> str:
        """« Alice, porteuse, Eure-et-Loir »."""
        return f"{self.nom.capitalize()}, {self.precision}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Demo:
    """Present on a demo database only. ``lecteur`` is None when one reads as an account of another place.

    ``retour`` is the path to come back to after changing reader.
    """

    au: date
    comptes: tuple[CompteDemo, ...]
    retour: str
    lecteur: CompteDemo | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Avis:
    """What has just been done, told once at the top of the page; ``annuler`` is where the form that undoes it goes."""

    message: str
    annuler: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Cadre:
    """``titre`` is the page's own title; ``fil`` the ancestors, from the region down; ``ici`` the current
    page in the breadcrumb. ``scripts`` are files of ``static/`` the page needs beside the common one.

    ``compte`` leads to one's account, or to entering. Without ``bandeau``, the page is one a personal link opens: no
    menu, nothing of the governances, not for search engines.
    """

    titre: str
    au: date
    menu: tuple[Rubrique, ...]
    bandeau: Bandeau | None
    fil: tuple[Lien, ...] = ()
    ici: str | None = None
    demo: Demo | None = None
    avis: Avis | None = None
    scripts: tuple[str, ...] = ()
    compte: Lien | None = None
