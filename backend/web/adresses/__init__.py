"""Addresses of the site: the one place that knows how a page, a file or an act is addressed.

Pages live at UUIDs; a code address (« /gouvernances/28 ») redirects to them, so every function takes either.
Links are built here and travel in the contexts as text: no template writes a path. Acts and pages of one subject have a
module of their own in this package.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from hashlib import sha256
from pathlib import Path
from urllib.parse import quote, urlencode
from uuid import UUID

STATIQUES = Path(__file__).resolve().parents[1] / "static"

REGION = "/"
AGENDA = "/agenda"
ENTRER = "/demonstration/entrer"
QUITTER = "/demonstration/quitter"

Requete = Mapping[str, object]
"""Query parameters in the order wanted; None and empty text are left out, so that one view has one address.
"""


def _avec(chemin: str, requete: Requete | None) -> str:
    paires = [(nom, str(valeur)) for nom, valeur in (requete or {}).items() if valeur not in (None, "")]
    return f"{chemin}?{urlencode(paires)}" if paires else chemin


def _objet(collection: str, cle: UUID | str) -> str:
    return f"/{collection}/{quote(str(cle), safe='/')}"


def gouvernance(cle: UUID | str, ancre: str = "") -> str:
    """A governance, by UUID or code (« 28 », « hub-lo »); ``ancre`` names a section of its page."""
    return _objet("gouvernances", cle) + (f"#{ancre}" if ancre else "")


def feuille_de_route(cle: UUID | str, requete: Requete | None = None, ancre: str = "") -> str:
    """A roadmap, by UUID or code (« 28-2024 »), with the filters, the sort and the page of its list of
    fiches.
    """
    return _avec(_objet("feuilles-de-route", cle), requete) + (f"#{ancre}" if ancre else "")


def version(cle: UUID | str, numero: int, extension: str) -> str:
    """The document of a published version (``docx``)."""
    return f"{_objet('feuilles-de-route', cle)}/versions/{numero}.{extension}"


def projet(cle: UUID | str) -> str:
    """The text of a roadmap not yet published, as a document, for those who follow it."""
    return f"{_objet('feuilles-de-route', cle)}/projet.docx"


def fiche_action(cle: UUID | str, ancre: str = "", *, fait: str | None = None, objet: UUID | str | None = None) -> str:
    """A fiche action, by UUID or code (« 28-2024/1.3 »); ``fait`` tells what was just done there."""
    return _avec(_objet("fiches-action", cle), {"fait": fait, "objet": objet}) + (f"#{ancre}" if ancre else "")


def instance(cle: UUID | str) -> str:
    """A governance body, by UUID or code (« 28/copil »)."""
    return _objet("instances", cle)


def reunion(cle: UUID | str, ancre: str = "", *, fait: str | None = None, objet: UUID | str | None = None) -> str:
    """A meeting, by UUID or code (« 28/copil/r7 »); ``fait`` tells what was just done there."""
    return _avec(_objet("reunions", cle), {"fait": fait, "objet": objet}) + (f"#{ancre}" if ancre else "")


def agenda(requete: Requete | None = None) -> str:
    """The agenda with its filters."""
    return _avec(AGENDA, requete)


def agenda_ics(requete: Requete | None = None) -> str:
    """The calendar file of the same selection."""
    return _avec(f"{AGENDA}.ics", requete)


@cache
def statique(chemin: str) -> str:
    """A file of ``static/`` with the mark of its content, so that browsers may keep it for good."""
    marque = sha256((STATIQUES / chemin).read_bytes()).hexdigest()[:12]
    return f"/static/{chemin}?v={marque}"
