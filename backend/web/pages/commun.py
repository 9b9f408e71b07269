"""What every page does: know its reader and frame, find what an address names, answer HTML."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any
from uuid import UUID

from litestar import MediaType, Request, Response
from litestar.response import Redirect

from backend.context import Contexte
from backend.queries.agendas import Adresses
from backend.queries.references import charger
from backend.queries.vues.cadre import reperes
from backend.settings import Settings
from backend.web import adresses
from backend.web.adresses import comptes_rendus
from backend.web.contexts import Demo
from backend.web.gabarits import render_page
from backend.web.presentation.avis import avis_de
from backend.web.presentation.cadre import Lecture
from fne_roadmaps.domain.errors import RegleViolee

Requete = Request[Any, Any, Any]
Reponse = Response[Any]


async def preparer(request: Requete, ctx: Contexte, demo: Demo | None) -> Lecture:
    """Who reads, on which day, what was just done, and what stands around the page. One statement."""
    return Lecture(
        ctx,
        demo,
        await reperes(ctx.acteur),
        avis_de(request.query_params.get("fait"), request.query_params.get("objet")),
    )


def repondre_page(contexte: object, statut: int = 200) -> Response[str]:
    """The page as HTML; it changes with the reader, so browsers ask again. A refused form is a page of status 422."""
    return Response(
        content=render_page(contexte),
        status_code=statut,
        media_type=MediaType.HTML,
        headers={"cache-control": "private, no-cache", "vary": "cookie"},
    )


def racine_du_site(request: Requete) -> str:
    """What goes before every path in an address people take elsewhere: the public one, or else the one read at."""
    settings: Settings = request.app.state.settings
    return settings.base_url.rstrip("/") or str(request.base_url).rstrip("/")


def adresses_d_agenda(request: Requete) -> Adresses:
    """The whole addresses a calendar read from this site prints."""
    racine = racine_du_site(request)
    return Adresses(lambda code: racine + adresses.reunion(code), lambda cle: racine + comptes_rendus.compte_rendu(cle))


def cle_canonique(reference: str) -> UUID | None:
    """The key an address spells exactly as pages do; None for a code, or another spelling of a key."""
    try:
        cle = UUID(reference)
    except ValueError:
        return None
    return cle if str(cle) == reference else None


async def vers_la_cle(
    request: Requete, ctx: Contexte, table: str, reference: str, adresse: Callable[[UUID], str]
) -> Redirect:
    """From a code to the page, with the same parameters. Raises NonTrouve: what may not be seen leads nowhere."""
    trouvee = await charger(ctx.acteur, table, reference)
    suite = f"?{request.url.query}" if request.url.query else ""
    return Redirect(adresse(trouvee["id"]) + suite, status_code=302)


def parametres_connus(request: Requete, connus: Iterable[str]) -> list[tuple[str, str]]:
    """Parameters of the address that mean something here, trimmed, in the order of ``connus``; others are left alone.

    One order, whatever was typed: the framework keeps none, and one view has one address.
    """
    donnes = request.query_params
    return [(nom, valeur.strip()) for nom in connus for valeur in donnes.getall(nom, [])]


def numero_de_page(request: Requete, nom: str = "page") -> int:
    """The page of the address, 1 without one. Raises RegleViolee."""
    texte = request.query_params.get(nom, "1")
    if not (texte.isascii() and texte.isdigit() and 1 <= int(texte[:6]) <= 100_000 and len(texte) <= 6):
        raise RegleViolee(nom, "Une page est un nombre à partir de 1.")
    return int(texte)
