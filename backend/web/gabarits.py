"""The Jinja environment and the template of each page context."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from backend.web import adresses, contexts
from backend.web.filters import FILTRES

DOSSIER = Path(__file__).resolve().parent / "templates"

FEUILLES_DE_STYLE = tuple(
    f"theme/{nom}.css"
    for nom in (
        "jetons",
        "base",
        "entete",
        "gabarit",
        "signaux",
        "listes",
        "tableau",
        "blocs",
        "suivi",
        "agenda",
        "formulaires",
    )
)
"""Sheets of the theme, in the order they are linked; the print sheet comes last, in the template."""

GABARITS: dict[type[Any], str] = {
    contexts.AccueilContexte: "accueil.html",
    contexts.AgendaContexte: "agenda.html",
    contexts.AvancementContexte: "avancement.html",
    contexts.ErreurContexte: "erreur.html",
    contexts.FeuilleDeRouteContexte: "feuille_de_route.html",
    contexts.FicheActionContexte: "fiche_action.html",
    contexts.GouvernanceContexte: "gouvernance.html",
    contexts.InstanceContexte: "instance.html",
    contexts.ReunionContexte: "reunion.html",
}
"""Page context → template."""


@cache
def environment() -> Environment:
    """One environment for all pages: an unknown variable is an error, everything is escaped."""
    env = Environment(
        loader=FileSystemLoader(DOSSIER),
        undefined=StrictUndefined,
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    env.filters.update(FILTRES)
    env.globals.update(statique=adresses.statique, adresses=adresses, feuilles_de_style=FEUILLES_DE_STYLE)
    return env


def render_page(page: object) -> str:
    """The whole HTML of a page from its context."""
    return environment().get_template(GABARITS[type(page)]).render(page=page)
